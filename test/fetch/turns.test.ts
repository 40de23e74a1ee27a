import { expect } from "chai";
import { createGate } from "../../src/fetch/gate.ts";
import { createTurns } from "../../src/fetch/turns.ts";
import { clearStage, createStage, serve, type Stage } from "./stage.ts";

const NEVER = new AbortController().signal;

interface Watched extends Stage {
  /** When each request came, in ms, with its host and path. */
  readonly came: readonly { readonly what: string; readonly at: number }[];
  readonly most: () => { readonly atOnce: number; readonly ofOneHost: number };
}

/** Servers that take their time over each page and note who asks at once. */
async function watched(pageMs: number, limits: object, robots = ""): Promise<Watched> {
  const came: { what: string; at: number }[] = [];
  const inside: string[] = [];
  let atOnce = 0;
  let ofOneHost = 0;
  const port = await serve((request, response) => {
    const host = request.headers.host ?? "";
    came.push({ what: `${host}${request.url ?? ""}`, at: performance.now() });
    inside.push(host);
    atOnce = Math.max(atOnce, inside.length);
    ofOneHost = Math.max(ofOneHost, inside.filter((one) => one === host).length);
    setTimeout(() => {
      inside.splice(inside.indexOf(host), 1);
      if (request.url === "/moved") response.writeHead(302, { location: "/here" }).end();
      else if (request.url === "/away") response.writeHead(302, { location: "http://other.example/here" }).end();
      else response.end(request.url === "/robots.txt" ? robots : "page");
    }, pageMs);
  });
  return { ...createStage({ ports: { 80: port }, limits }), came, most: () => ({ atOnce, ofOneHost }) };
}

describe("politeness", () => {
  afterEach(clearStage);

  it("asks one host one thing at a time, several hosts at once, four at most", async () => {
    const stage = await watched(30, {});
    const hosts = ["a", "b", "c", "d", "e", "f"].flatMap((host) =>
      [1, 2].map((page) => `http://${host}.example/${page}`),
    );
    await Promise.all(hosts.map((url) => stage.get(url)));
    expect(stage.came).to.have.length(12);
    expect(stage.most()).to.deep.equal({ atOnce: 4, ofOneHost: 1 });
  });

  it("pauses between two pages of a host, in the order in which they were asked for", async () => {
    const stage = await watched(0, { pauseMs: 150 });
    await Promise.all([1, 2, 3].map((page) => stage.get(`http://news.example/${page}`)));
    expect(stage.came.map(({ what }) => what)).to.deep.equal([1, 2, 3].map((page) => `news.example/${page}`));
    const gaps = stage.came.slice(1).map(({ at }, index) => at - (stage.came[index]?.at ?? 0));
    for (const gap of gaps) expect(gap).to.be.at.least(145);
  });

  it("does not pause after robots.txt, nor within a redirect", async () => {
    const stage = await watched(0, { pauseMs: 60_000 });
    await stage.get("http://news.example/moved", { robots: "obey" });
    expect(stage.came.map(({ what }) => what)).to.deep.equal([
      "news.example/robots.txt",
      "news.example/moved",
      "news.example/here",
    ]);
  });

  it("pauses after a redirect that leads elsewhere", async () => {
    const stage = await watched(0, { pauseMs: 200 });
    await stage.get("http://news.example/away");
    await stage.get("http://news.example/2");
    const [first, elsewhere, second] = stage.came;
    expect(elsewhere?.what).to.equal("other.example/here");
    expect((second?.at ?? 0) - (first?.at ?? 0)).to.be.at.least(195);
  });

  it("keeps to a Crawl-delay, within bounds", async () => {
    for (const delay of ["0.2", "86400"]) {
      const stage = await watched(0, { crawlDelayMs: 250 }, `User-agent: *\nCrawl-delay: ${delay}`);
      for (const page of [1, 2]) await stage.get(`http://news.example/${page}`, { robots: "obey" });
      const [, first, second] = stage.came.map(({ at }) => at);
      expect((second ?? 0) - (first ?? 0), delay).to.be.at.least(195);
    }
  });

  it("does not pause at hosts that the operator named", async () => {
    const port = await serve((_, response) => {
      response.end("page");
    });
    const stage = createStage({ allowedHosts: [`127.0.0.1:${port}`], limits: { pauseMs: 60_000 } });
    for (const page of [1, 2, 3]) await stage.get(`http://127.0.0.1:${port}/${page}`);
    expect(stage.dialled).to.have.length(3);
  });

  it("goes on with the next when somebody leaves the queue", async () => {
    const stage = await watched(20, { pauseMs: 20 });
    const controller = new AbortController();
    const all = [1, 2, 3, 4].map((page) =>
      stage.get(`http://news.example/${page}`, page % 2 === 0 ? { signal: controller.signal } : {}),
    );
    controller.abort();
    expect((await Promise.all(all)).map(({ ok }) => ok)).to.deep.equal([true, false, true, false]);
  });

  it("forgets hosts that nobody waits for, and no others", async () => {
    const turns = createTurns(2000);
    const held = await turns.take("held.example", NEVER);
    for (let host = 0; host < 1500; host += 1) (await turns.take(`${host}.example`, NEVER))?.end(0);
    let isIn = false;
    const waiting = turns.take("held.example", NEVER).then((turn) => {
      isIn = true;
      return turn;
    });
    await turns.take("other.example", NEVER);
    expect(isIn).to.equal(false);
    held?.end(0);
    expect(await waiting).not.to.equal(null);
  });
});

describe("a gate", () => {
  it("lets in as many as it holds, then one for each that leaves", async () => {
    const gate = createGate(2);
    const entered: number[] = [];
    const entering = [0, 1, 2, 3].map(async (who) => {
      if (await gate.enter(NEVER)) entered.push(who);
    });
    await Promise.all(entering.slice(0, 2));
    expect(entered).to.deep.equal([0, 1]);
    gate.leave();
    await entering[2];
    expect(entered).to.deep.equal([0, 1, 2]);
    gate.leave();
    await entering[3];
    gate.leave();
    expect(gate.busy()).to.equal(true);
    gate.leave();
    expect(gate.busy()).to.equal(false);
  });

  it("lets nobody in who has left", async () => {
    const gate = createGate(1);
    await gate.enter(NEVER);
    const controller = new AbortController();
    const waiting = gate.enter(controller.signal);
    controller.abort();
    expect(await waiting).to.equal(false);
    expect(await gate.enter(controller.signal)).to.equal(false);
    gate.leave();
    expect(gate.busy()).to.equal(false);
  });
});
