import { expect } from "chai";
import { askRobots, readRobots } from "../../src/fetch/robots-rules.ts";
import { clearStage, createStage, DEAD, failureOf, serve, textOf, type Stage } from "./stage.ts";

interface Site extends Stage {
  /** Paths that were asked for, with their host. */
  readonly asked: readonly string[];
}

/** A site whose robots.txt is as told: its text, or a status and where to. */
async function site(
  robots: string | Buffer | readonly [status: number, location?: string],
  limits = {},
  more: Readonly<Record<string, readonly [status: number, location?: string] | string>> = {},
): Promise<Site> {
  const asked: string[] = [];
  const port = await serve((request, response) => {
    asked.push(`${request.headers.host ?? ""}${request.url ?? ""}`);
    const answer = request.url === "/robots.txt" ? robots : (more[request.url ?? ""] ?? "page");
    if (typeof answer === "string" || Buffer.isBuffer(answer)) response.end(answer);
    else response.writeHead(answer[0], answer[1] === undefined ? {} : { location: answer[1] }).end();
  });
  return { ...createStage({ ports: { 80: port, 8080: port }, limits }), asked };
}

const OBEY = { robots: "obey" } as const;

describe("robots.txt", () => {
  afterEach(clearStage);

  it("is read once, and what it forbids is not asked for", async () => {
    const stage = await site("User-agent: *\nDisallow: /private\nAllow: /private/open$\n");
    const got = await Promise.all(
      ["a", "private/b", "private/open", "private/openly"].map((path) =>
        stage.get(`http://news.example/${path}`, OBEY),
      ),
    );
    expect(got.map(textOf)).to.deep.equal(["page", "refused-by-robots", "page", "refused-by-robots"]);
    expect(stage.asked).to.deep.equal(["news.example/robots.txt", "news.example/a", "news.example/private/open"]);
    expect(failureOf(await stage.get("http://news.example/private", OBEY))).to.deep.equal({
      id: "refused-by-robots",
      url: "http://news.example/private",
      why: "rule",
    });
  });

  it("is not asked where a person named the page", async () => {
    const stage = await site("User-agent: *\nDisallow: /\n");
    expect(textOf(await stage.get("http://news.example/a", { robots: "ignore" }))).to.equal("page");
    expect(stage.asked).to.deep.equal(["news.example/a"]);
  });

  it("is one of each scheme, host and port, also after a redirect", async () => {
    const stage = await site("User-agent: *\nDisallow: /b", {}, { "/a": [302, "http://www.news.example:8080/b"] });
    expect(failureOf(await stage.get("http://news.example/a", OBEY))).to.deep.equal({
      id: "refused-by-robots",
      url: "http://www.news.example:8080/b",
      why: "rule",
    });
    expect(stage.asked).to.deep.equal([
      "news.example/robots.txt",
      "news.example/a",
      "www.news.example:8080/robots.txt",
    ]);
  });

  for (const [what, robots, expected] of [
    ["missing, it allows all", [404], "page"],
    ["forbidden, it allows all", [403], "page"],
    ["gone, it allows all", [410], "page"],
    ["empty, it allows all", "", "page"],
    ["a page of HTML, it allows all", "<html>Disallow: /</html>", "page"],
    ["a redirect in a circle, it allows all", [301, "/robots.txt"], "page"],
    ["no content, it allows all", [204], "page"],
    ["out of order, it forbids all", [500], "refused-by-robots"],
    ["overloaded, it forbids all", [503], "refused-by-robots"],
    ["asked too often, it forbids all", [429], "refused-by-robots"],
    ["a redirect to no page, it forbids all", [302, "file:///etc/passwd"], "refused-by-robots"],
    ["a redirect to nowhere, it forbids all", [302], "refused-by-robots"],
  ] as const) {
    it(`being ${what}`, async () => {
      const stage = await site(robots);
      expect(textOf(await stage.get("http://news.example/a", OBEY))).to.equal(expected);
      const failure = failureOf(await stage.get("http://news.example/a", OBEY));
      if (expected !== "page") expect(failure).to.include({ why: "unreadable" });
    });
  }

  it("is read where it redirects to", async () => {
    const stage = await site(
      [301, "http://www.news.example/robots2.txt"],
      {},
      { "/robots2.txt": "User-agent: *\nDisallow: /a" },
    );
    expect(textOf(await stage.get("http://news.example/a", OBEY))).to.equal("refused-by-robots");
    expect(textOf(await stage.get("http://news.example/b", OBEY))).to.equal("page");
  });

  it("is asked for again after its time, sooner after a fault", async () => {
    const fine = await site("", { robotsAgeMs: 0, robotsFaultAgeMs: 100_000 });
    const faulty = await site([500], { robotsAgeMs: 100_000, robotsFaultAgeMs: 0 });
    for (const stage of [fine, faulty]) {
      await stage.get("http://news.example/a", OBEY);
      await stage.get("http://news.example/a", OBEY);
      expect(stage.asked.filter((path) => path.endsWith("/robots.txt"))).to.have.length(2);
    }
  });

  it("is kept of so many hosts only", async () => {
    const stage = await site("", { robotsKept: 2 });
    for (const host of ["a", "b", "c", "c", "b", "a"]) await stage.get(`http://${host}.example/`, OBEY);
    const read = stage.asked.filter((path) => path.endsWith("/robots.txt")).map((path) => path[0]);
    expect(read).to.deep.equal(["a", "b", "c", "a"]);
  });

  it("says what is wrong with a host that cannot be reached", async () => {
    const stage = createStage({ names: () => [DEAD], limits: { connectMs: 100 } });
    expect(failureOf(await stage.get("http://news.example/", OBEY))).to.include({ id: "timed-out", stage: "connect" });
    expect(failureOf(await stage.get("http://127.0.0.1/", OBEY))).to.include({ id: "address-forbidden" });
  });

  it("is read by others although whoever asked for it first has left", async () => {
    let asked = 0;
    const port = await serve((request, response) => {
      if (request.url !== "/robots.txt") response.end("page");
      else if ((asked += 1) > 1) response.end("");
    });
    const stage = createStage({ ports: { 80: port } });
    const controller = new AbortController();
    const first = stage.get("http://news.example/a", { ...OBEY, signal: controller.signal });
    const second = stage.get("http://news.example/b", OBEY);
    setTimeout(() => {
      controller.abort();
    }, 50);
    expect(textOf(await first)).to.equal("aborted");
    expect(textOf(await second)).to.equal("page");
  });

  it("is read for 500 KiB and no further", async () => {
    const filler = `# ${"x".repeat(97)}\n`.repeat(5200);
    const stage = await site(`User-agent: *\nDisallow: /early\n${filler}Disallow: /late\n`);
    expect(textOf(await stage.get("http://news.example/early", OBEY))).to.equal("refused-by-robots");
    expect(textOf(await stage.get("http://news.example/late", OBEY))).to.equal("page");
  });
});

describe("the rules of a robots.txt", () => {
  const allowed = (text: string, path: string): boolean =>
    askRobots(readRobots(text, "Footnote", 32_768), new URL(path, "http://news.example")).allowed;

  for (const [what, text, path, expected] of [
    [
      "a group that names us goes before that for all",
      "User-agent: *\nDisallow: /\n\nUser-agent: footnote\nDisallow: /x",
      "/a",
      true,
    ],
    [
      "so it does where it comes first",
      "User-agent: FOOTNOTE/2.1\nDisallow: /a\n\nUser-agent: *\nAllow: /",
      "/a",
      false,
    ],
    ["and where it says nothing", "User-agent: Footnote\n\nUser-agent: *\nDisallow: /", "/a", false],
    ["and where it allows all", "User-agent: Footnote\nDisallow:\n\nUser-agent: *\nDisallow: /", "/a", true],
    [
      "groups that name us are one",
      "User-agent: Footnote\nDisallow: /a\nUser-agent: x\nDisallow: /\nUser-agent: Footnote\nDisallow: /b",
      "/b",
      false,
    ],
    ["a group may have several names", "User-agent: x\nUser-agent: Footnote\nUser-agent: y\nDisallow: /a", "/a", false],
    [
      "other lines do not part a group",
      "User-agent: Footnote\nSitemap: http://x/\nUser-agent: x\nDisallow: /a",
      "/a",
      false,
    ],
    ["others' groups are not ours", "User-agent: Footnotes\nDisallow: /\nUser-agent: Foot\nDisallow: /", "/a", true],
    ["the longest rule counts", "User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true],
    ["of two as long, what allows", "User-agent: *\nDisallow: /a\nAllow: /a", "/a", true],
    ["a star is anything", "User-agent: *\nDisallow: /*/print", "/news/1/print", false],
    ["a query is part of the path", "User-agent: *\nDisallow: /*?id=", "/a?id=1", false],
    ["case counts in paths, not in fields", "USER-AGENT: *\nDISALLOW: /A", "/a", true],
    ["comments and carriage returns do not", "user-agent: * # all\r\ndisallow: /a # this\r\n", "/a", false],
    ["rules before any name are nobody's", "Disallow: /\nUser-agent: x\nDisallow: /", "/a", true],
    ["percent signs are compared as they mean", "User-agent: *\nDisallow: /größe", "/gr%c3%b6%C3%9Fe", false],
    [
      "robots.txt with names of our language's own",
      "User-agent: __proto__\nDisallow: /\nUser-agent: constructor\nDisallow: /",
      "/a",
      true,
    ],
  ] as const) {
    it(what, () => {
      expect(allowed(text, path)).to.equal(expected);
    });
  }

  it("tell how long to wait", () => {
    const delay = (text: string): number =>
      askRobots(readRobots(text, "Footnote", 32_768), new URL("http://news.example/")).delayMs;
    expect(delay("User-agent: *\nCrawl-delay: 2.5")).to.equal(2500);
    expect(delay("User-agent: *\nCrawl-delay: -2")).to.equal(0);
    expect(delay("User-agent: *\nCrawl-delay: soon")).to.equal(0);
    expect(delay("User-agent: x\nCrawl-delay: 9")).to.equal(0);
  });

  it("are read and matched soon, however they are written", function () {
    this.timeout(20_000);
    const half = 250 * 1024;
    const url = new URL(`http://news.example/${"a".repeat(2000)}`);
    const files = [
      // Every rule under every name would be some 300 million rules.
      `${"User-agent: *\n".repeat(half / 14)}${"Allow: /\n".repeat(half / 9)}`,
      `User-agent: *\n${"Allow: /\n".repeat((2 * half) / 9)}`,
      `User-agent: *\nDisallow: /${"*a".repeat(half)}`,
      `User-agent: *\n${`Disallow: /*${"a".repeat(1990)}b\n`.repeat(250)}`,
      `User-agent: *\n${`Disallow: /*${"a".repeat(1990)}b\n`.repeat(15)}`,
      "\r".repeat(2 * half),
      `${" ".repeat(2 * half)}:`,
    ];
    for (const text of files) {
      const began = performance.now();
      askRobots(readRobots(text, "Footnote", 32_768), url);
      expect(performance.now() - began, text.slice(0, 40)).to.be.lessThan(3000);
    }
  });

  it("cannot be used with too many wildcards, and so forbid", () => {
    const text = `User-agent: *\n${"Allow: /*a\n".repeat(10_000)}`;
    expect(readRobots(text, "Footnote", 32_768).text).to.equal(null);
    expect(allowed(text, "/a")).to.equal(false);
  });
});
