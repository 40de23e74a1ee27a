import { getEventListeners } from "node:events";
import type { IncomingHttpHeaders } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { connect as connectTls, TLSSocket } from "node:tls";
import { expect } from "chai";
import { getGlobalDispatcher } from "undici";
import { dialAddress, type Dial } from "../../src/fetch/dial.ts";
import { CERTIFICATE, CERTIFICATE_KEY } from "./certificate.ts";
import {
  clearStage,
  closed,
  createStage,
  DEAD,
  failureOf,
  listening,
  onClear,
  serve,
  serveRaw,
  textOf,
  type Stage,
} from "./stage.ts";

describe("fetching a page", () => {
  afterEach(clearStage);

  it("gives its bytes, where they came from and what the server says of them", async () => {
    const port = await serve((_, response) => {
      response
        .writeHead(200, {
          "content-type": "text/html; charset=windows-1252",
          etag: '"v1"',
          "last-modified": "Sat, 10 Sep 2022 08:00:00 GMT",
        })
        .end(Buffer.from([0x93, 0x41, 0x94]));
    });
    const stage = createStage({ ports: { 80: port } });
    const progress: number[] = [];
    const result = await stage.get("http://NEWS.example/a b?q=1#part", { onProgress: (bytes) => progress.push(bytes) });
    expect(failureOf(result)).to.deep.equal({
      type: "page",
      source: {
        name: "http://NEWS.example/a b?q=1#part",
        url: "http://news.example/a%20b?q=1",
        contentType: "text/html; charset=windows-1252",
        bytes: Buffer.from([0x93, 0x41, 0x94]),
      },
      etag: '"v1"',
      lastModified: "Sat, 10 Sep 2022 08:00:00 GMT",
      permanentUrl: null,
    });
    expect(progress.at(-1)).to.equal(3);
  });

  it("says who asks and what for, and nothing of anybody else", async () => {
    const asked: IncomingHttpHeaders[] = [];
    const port = await serve((request, response) => {
      asked.push(request.headers);
      response.writeHead(200, { "set-cookie": "id=1; Path=/" }).end();
    });
    const stage = createStage({ ports: { 80: port }, userAgent: "Footnote/1.0\r\nX-Evil: ü (+https://bot.example)" });
    await stage.get("http://news.example/", { accept: "article" });
    await stage.get("http://news.example/", { accept: "feed" });
    expect(asked.map((headers) => Object.keys(headers).sort())).to.deep.equal([
      ["accept", "accept-encoding", "connection", "host", "user-agent"],
      ["accept", "accept-encoding", "connection", "host", "user-agent"],
    ]);
    expect(asked[0]?.["user-agent"]).to.equal("Footnote/1.0 X-Evil: (+https://bot.example)");
    expect(asked[0]?.accept).to.match(/^text\/html/u);
    expect(asked[1]?.accept).to.match(/^application\/atom\+xml/u);
  });

  it("asks only for what has changed, if it is told what is known", async () => {
    const port = await serve((request, response) => {
      const isKnown =
        request.headers["if-none-match"] === '"v1"' ||
        request.headers["if-modified-since"] === "Sat, 10 Sep 2022 08:00:00 GMT";
      response.writeHead(isKnown ? 304 : 200, { etag: '"v1"' }).end(isKnown ? undefined : "page");
    });
    const stage = createStage({ ports: { 80: port } });
    const first = await stage.get("http://news.example/");
    const etag = first.ok && first.value.type === "page" ? first.value.etag : null;
    expect(textOf(await stage.get("http://news.example/", { etag }))).to.equal("not-modified");
    const lastModified = "Sat, 10 Sep 2022 08:00:00 GMT";
    expect(textOf(await stage.get("http://news.example/", { lastModified }))).to.equal("not-modified");
    for (const etag of ['"v0"', "", null, "bad\r\nX: y", "é", "x".repeat(5000)]) {
      expect(textOf(await stage.get("http://news.example/", { etag })), String(etag)).to.equal("page");
    }
  });

  it("takes a 304 that nobody asked for as no page", async () => {
    const port = await serve((_, response) => {
      response.writeHead(304).end();
    });
    const stage = createStage({ ports: { 80: port } });
    expect(failureOf(await stage.get("http://news.example/"))).to.include({ id: "http-status", status: 304 });
  });

  it("drops headers that are unfit to be kept", async () => {
    const port = await serveRaw((socket) => {
      socket.end(
        `HTTP/1.1 200 OK\r\nContent-Type: \u0001x\r\nETag: "${"x".repeat(2000)}"\r\nContent-Length: 1\r\n\r\na`,
      );
    });
    const stage = createStage({ ports: { 80: port } });
    const result = failureOf(await stage.get("http://news.example/"));
    // The parser may refuse the control character by itself.
    if ("type" in result) expect(result).to.include({ etag: null });
    else expect(result.id).to.equal("answer-invalid");
  });

  it("tells the status and when to come again", async () => {
    const inAMinute = new Date(Date.now() + 60_000).toUTCString();
    const port = await serve((request, response) => {
      const retry = { "/s": "120", "/d": inAMinute, "/x": "soon", "/old": "Sat, 10 Sep 2022 08:00:00 GMT" };
      const value = Object.entries(retry).find(([path]) => path === request.url)?.[1];
      response.writeHead(503, value === undefined ? {} : { "retry-after": value }).end("busy");
    });
    const stage = createStage({ ports: { 80: port } });
    const url = "http://news.example/s";
    expect(failureOf(await stage.get(url))).to.deep.equal({ id: "http-status", url, status: 503, retryAfter: 120 });
    for (const [path, least, most] of [
      ["d", 30, 61],
      ["old", 0, 0],
    ] as const) {
      const failure = failureOf(await stage.get(`http://news.example/${path}`));
      expect("id" in failure && failure.id === "http-status" ? failure.retryAfter : null).to.be.within(least, most);
    }
    for (const path of ["x", "none"]) {
      expect(failureOf(await stage.get(`http://news.example/${path}`))).to.include({ retryAfter: null });
    }
  });

  it("takes only 200 and 203 for a page", async () => {
    const port = await serve((request, response) => {
      response.writeHead(Number(request.url?.slice(1))).end();
    });
    const stage = createStage({ ports: { 80: port } });
    for (const status of [
      201, 202, 204, 205, 206, 300, 304, 305, 400, 401, 402, 403, 404, 410, 418, 429, 451, 500, 599,
    ]) {
      const failure = failureOf(await stage.get(`http://news.example/${status}`));
      expect(failure).to.include({ id: "http-status", status });
    }
    for (const status of [200, 203]) expect(textOf(await stage.get(`http://news.example/${status}`))).to.equal("");
  });

  it("refuses what is no address of a page, and dials nothing", async () => {
    const stage = createStage({});
    const faults = {
      unreadable: [
        "",
        "news.example/a",
        "//news.example",
        "http://",
        "http://[::1",
        "http://1.2.3.4.5/",
        "http://0x100000000",
      ],
      scheme: [
        "file:///etc/passwd",
        "ftp://news.example/",
        "javascript:alert(1)",
        "data:text/html,x",
        "blob:http://x/1",
      ],
      credentials: ["http://me@news.example/", "https://me:pw@news.example/", "http://news.example@127.0.0.1/"],
      port: [
        "http://news.example:22/",
        "http://news.example:6379/",
        "https://news.example:0/",
        "http://127.0.0.1:9200/",
      ],
      "too-long": [`http://news.example/${"x".repeat(2048)}`, `http://news.example/${"ü".repeat(700)}`],
      "host-invalid": ["http://a..example/", `http://${"x".repeat(64)}.example/`, "http://news.example../"],
    } as const;
    for (const [why, urls] of Object.entries(faults)) {
      for (const received of urls) {
        expect(failureOf(await stage.get(received)), received).to.deep.equal({ id: "address-invalid", received, why });
      }
    }
    expect(stage.dialled).to.deep.equal([]);
  });

  it("tells of a name that nobody has and of a host that refuses", async () => {
    const stage = createStage({
      names: (host) => {
        const code = { "gone.example": "ENOTFOUND", "busy.example": "EAI_AGAIN" }[host];
        if (code !== undefined) throw Object.assign(new Error(code), { code });
        return host === "empty.example" ? [] : ["93.184.215.14"];
      },
    });
    for (const host of ["gone.example", "empty.example"]) {
      expect(failureOf(await stage.get(`http://${host}/`))).to.deep.equal({ id: "name-unknown", host });
    }
    expect(failureOf(await stage.get("http://busy.example/"))).to.deep.equal({
      id: "unreachable",
      host: "busy.example",
      reason: "EAI_AGAIN",
    });
    expect(failureOf(await stage.get("http://refuses.example/"))).to.deep.equal({
      id: "unreachable",
      host: "refuses.example",
      reason: "ECONNREFUSED",
    });
  });
});

describe("following redirects", () => {
  afterEach(clearStage);

  /** Redirects `/a` as the table says, all else is a page that names its path. */
  async function redirecting(table: Readonly<Record<string, readonly [number, string]>>): Promise<Stage> {
    const port = await serve((request, response) => {
      const [status, location] = table[request.url ?? ""] ?? [200, ""];
      response.writeHead(status, location === "" ? {} : { location }).end(request.url);
    });
    return createStage({ ports: { 80: port, 8080: port } });
  }

  it("ends where a page is, and says whether the address has changed for good", async () => {
    const stage = await redirecting({
      "/a": [301, "b"],
      "/b": [308, "http://www.news.example:8080/c"],
      "/d": [302, "/a"],
      "/e": [303, "//www.news.example/c#part"],
      "/f": [307, "?g"],
    });
    const ends: unknown[] = [];
    for (const path of ["a", "b", "c", "d", "e", "f"]) {
      const page = failureOf(await stage.get(`http://news.example/${path}`));
      if ("source" in page) ends.push([page.source.url, page.permanentUrl]);
    }
    expect(ends).to.deep.equal([
      ["http://www.news.example:8080/c", "http://www.news.example:8080/c"],
      ["http://www.news.example:8080/c", "http://www.news.example:8080/c"],
      ["http://news.example/c", null],
      ["http://www.news.example:8080/c", null],
      ["http://www.news.example/c", null],
      ["http://news.example/f?g", null],
    ]);
  });

  it("reads addresses that are not plain ASCII", async () => {
    const stage = await redirecting({ "/a": [302, Buffer.from("/größe").toString("latin1")] });
    expect(textOf(await stage.get("http://news.example/a"))).to.equal("/gr%C3%B6%C3%9Fe");
  });

  it("gives up after five, or in a circle", async () => {
    const stage = await redirecting({
      "/0": [302, "/1"],
      "/1": [302, "/2"],
      "/2": [302, "/3"],
      "/3": [302, "/4"],
      "/4": [302, "/5"],
      "/5": [302, "/6"],
      "/loop": [301, "/loop"],
    });
    expect(textOf(await stage.get("http://news.example/1"))).to.equal("/6");
    for (const path of ["0", "loop"]) {
      const result = await stage.get(`http://news.example/${path}`);
      expect(failureOf(result)).to.deep.equal({ id: "too-many-redirects", limit: 5 });
    }
  });

  it("refuses addresses that are no page's", async () => {
    const targets = {
      "file:///etc/passwd": "scheme",
      "javascript:alert(1)": "scheme",
      "data:text/html,evil": "scheme",
      "http://me:pw@news.example/": "credentials",
      "http://news.example:22/": "port",
      "http://[::1/": "unreadable",
      [`/${"x".repeat(3000)}`]: "too-long",
    };
    for (const [to, why] of Object.entries(targets)) {
      const stage = await redirecting({ "/a": [302, to] });
      const failure = failureOf(await stage.get("http://news.example/a"));
      expect(failure).to.deep.equal({ id: "redirect-refused", from: "http://news.example/a", to, why });
    }
    const stage = await redirecting({ "/a": [302, ""] });
    expect(failureOf(await stage.get("http://news.example/a"))).to.include({ id: "redirect-refused", why: "nowhere" });
  });
});

describe("secure connections", () => {
  afterEach(clearStage);

  async function secureStage(trusted: boolean): Promise<Stage & { readonly told: readonly unknown[] }> {
    const told: unknown[] = [];
    const server = createSecureServer({ cert: CERTIFICATE, key: CERTIFICATE_KEY }, (request, response) => {
      told.push(request.socket instanceof TLSSocket ? Reflect.get(request.socket, "servername") : null);
      response.writeHead(request.url === "/down" ? 301 : 200, { location: "http://news.example/" }).end("secret");
    });
    onClear(() => {
      server.closeAllConnections();
      return closed(server);
    });
    const port = await listening(server);
    const plain = await serve((_, response) => {
      response.writeHead(302, { location: "https://news.example/" }).end();
    });
    const dial: Dial = (target) => {
      const { address, port, host, secure } = target;
      if (!secure) return dialAddress(target);
      return connectTls({ host: address, port, servername: host, ca: CERTIFICATE, ALPNProtocols: ["http/1.1"] });
    };
    return {
      ...createStage({ ports: { 443: port, 8443: plain, 80: plain }, ...(trusted ? { dial } : {}) }),
      told,
    };
  }

  it("are made to the address that was checked, in the name of the host", async () => {
    const stage = await secureStage(true);
    expect(textOf(await stage.get("https://news.example/"))).to.equal("secret");
    expect(stage.told).to.deep.equal(["news.example"]);
    expect(stage.dialled).to.have.length(1);
  });

  it("are refused for a certificate of another name, or one that nobody trusts", async () => {
    const trusting = await secureStage(true);
    expect(failureOf(await trusting.get("https://other.example/"))).to.deep.equal({
      id: "tls",
      host: "other.example",
      reason: "ERR_TLS_CERT_ALTNAME_INVALID",
    });
    expect(trusting.told).to.deep.equal([]);
    const stage = await secureStage(false);
    expect(failureOf(await stage.get("https://news.example/"))).to.deep.equal({
      id: "tls",
      host: "news.example",
      reason: "DEPTH_ZERO_SELF_SIGNED_CERT",
    });
    expect(failureOf(await stage.get("https://news.example:8443/"))).to.include({ id: "tls" });
    expect(stage.told).to.deep.equal([]);
  });

  it("are not left for a plain one by a redirect, but taken up by one", async () => {
    const stage = await secureStage(true);
    expect(textOf(await stage.get("http://news.example/"))).to.equal("secret");
    expect(failureOf(await stage.get("https://news.example/down"))).to.deep.equal({
      id: "redirect-refused",
      from: "https://news.example/down",
      to: "http://news.example/",
      why: "downgrade",
    });
  });

  it("are not loosened by the environment", async () => {
    const before = process.env["NODE_TLS_REJECT_UNAUTHORIZED"];
    process.env["NODE_TLS_REJECT_UNAUTHORIZED"] = "0";
    try {
      const stage = await secureStage(false);
      expect(failureOf(await stage.get("https://news.example/"))).to.have.property("id", "tls");
    } finally {
      if (before === undefined) delete process.env["NODE_TLS_REJECT_UNAUTHORIZED"];
      else process.env["NODE_TLS_REJECT_UNAUTHORIZED"] = before;
    }
  });
});

describe("cancelling", () => {
  afterEach(clearStage);

  /** Servers that stop answering at some moment, and what tells that they got there. */
  async function stalled(
    answer: string,
  ): Promise<{ readonly port: number; reached: Promise<void>; gone: Promise<void> }> {
    let reach = (): void => undefined;
    let leave = (): void => undefined;
    const reached = new Promise<void>((resolve) => {
      reach = resolve;
    });
    const gone = new Promise<void>((resolve) => {
      leave = resolve;
    });
    const port = await serveRaw((socket) => {
      socket.on("close", leave);
      socket.once("data", () => {
        socket.write(answer);
        setTimeout(reach, 30);
      });
    });
    return { port, reached, gone };
  }

  for (const [moment, answer] of [
    ["before the headers", ""],
    ["within the headers", "HTTP/1.1 200 OK\r\nX: "],
    ["within the body", "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\nbegun"],
    ["within a packed body", "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n\u001f"],
  ] as const) {
    it(`closes the connection ${moment}`, async () => {
      const { port, reached, gone } = await stalled(answer);
      const stage = createStage({ ports: { 80: port } });
      const controller = new AbortController();
      const getting = stage.get("http://news.example/", { signal: controller.signal });
      await reached;
      controller.abort();
      expect(failureOf(await getting)).to.deep.equal({ id: "aborted" });
      await gone;
    });

    it(`closes the connection ${moment} when the fetcher is closed`, async () => {
      const { port, reached, gone } = await stalled(answer);
      const stage = createStage({ ports: { 80: port } });
      const getting = stage.get("http://news.example/");
      await reached;
      await stage.fetcher.close();
      expect(failureOf(await getting)).to.deep.equal({ id: "aborted" });
      await gone;
    });
  }

  it("ends looking up, connecting and waiting for a turn", async () => {
    for (const names of [() => new Promise<readonly string[]>(() => undefined), () => [DEAD]]) {
      const stage = createStage({ names });
      const controller = new AbortController();
      const getting = [1, 2, 3].map(() => stage.get("http://news.example/", { signal: controller.signal }));
      setTimeout(() => {
        controller.abort();
      }, 30);
      for (const result of await Promise.all(getting)) expect(failureOf(result)).to.deep.equal({ id: "aborted" });
    }
  });

  it("beforehand dials nothing, and a closed fetcher fetches nothing", async () => {
    const stage = createStage({});
    expect(failureOf(await stage.get("http://news.example/", { signal: AbortSignal.abort() }))).to.deep.equal({
      id: "aborted",
    });
    await stage.fetcher.close();
    await stage.fetcher.close();
    expect(failureOf(await stage.get("http://news.example/"))).to.deep.equal({ id: "aborted" });
    expect(stage.dialled).to.deep.equal([]);
  });

  it("leaves no listener on a signal that many pages share", async () => {
    const port = await serve((request, response) => {
      if (request.url === "/a") response.writeHead(302, { location: "/b" }).end();
      else response.end("page");
    });
    const stage = createStage({ ports: { 80: port } });
    const { signal } = new AbortController();
    await Promise.all([1, 2, 3].map(() => stage.get("http://news.example/a", { signal, robots: "obey" })));
    expect(getEventListeners(signal, "abort")).to.deep.equal([]);
  });

  it("leaves nothing behind that keeps the process, and undici as it was", async () => {
    const dispatcher = getGlobalDispatcher();
    const open = (): readonly string[] =>
      process.getActiveResourcesInfo().filter((name) => /TCP|TLS|Timeout|Zlib/u.test(name));
    // The test's own deadline begins after its first step.
    await Promise.resolve();
    const before = open();
    const { port, reached } = await stalled("HTTP/1.1 200 OK\r\n\r\nbegun");
    const stage = createStage({ ports: { 80: port } });
    const getting = stage.get("http://news.example/");
    await reached;
    await stage.fetcher.close();
    await getting;
    await clearStage();
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
    expect(open()).to.deep.equal(before);
    expect(getGlobalDispatcher()).to.equal(dispatcher);
  });
});
