import { expect } from "chai";
import { createLinkProbe } from "../../src/app/link-probe.ts";
import type { Fetched, FetchFailure } from "../../src/domain/fetching.ts";
import type { Result } from "../../src/domain/result.ts";

const URL_ASKED = "https://news.example/strike";
const { signal } = new AbortController();

function page(url: string): Result<Fetched, FetchFailure> {
  const source = { name: url, url, contentType: "text/html", bytes: new Uint8Array() };
  return { ok: true, value: { type: "page", source, etag: null, lastModified: null, permanentUrl: null } };
}

const status = (number: number): Result<Fetched, FetchFailure> => {
  return { ok: false, error: { id: "http-status", url: URL_ASKED, status: number, retryAfter: null } };
};

describe("asking whether an address still leads somewhere", () => {
  const cases: readonly (readonly [string, Result<Fetched, FetchFailure>, boolean])[] = [
    ["a page", page(URL_ASKED), true],
    ["a page that has moved", page("https://news.example/2021/strike"), true],
    ["the front page instead", page("https://news.example/"), false],
    ["404", status(404), false],
    ["410", status(410), false],
    ["500", status(500), false],
    ["403, as sites tell programs", status(403), true],
    ["429", status(429), true],
    ["no such host", { ok: false, error: { id: "name-unknown", host: "news.example" } }, false],
    ["robots.txt", { ok: false, error: { id: "refused-by-robots", url: URL_ASKED, why: "rule" } }, true],
    ["too much", { ok: false, error: { id: "too-large", what: "packed", limit: 1 } }, true],
  ];
  for (const [what, answer, isAlive] of cases) {
    it(`finds it ${isAlive ? "alive" : "dead"}: ${what}`, async () => {
      const probe = createLinkProbe({ get: async () => answer }, signal);
      expect((await probe(URL_ASKED)).ok).to.equal(isAlive);
    });
  }

  it("takes a front page that was asked for as it is", async () => {
    const probe = createLinkProbe({ get: async (url) => page(url) }, signal);
    expect(await probe("https://news.example/")).to.deep.equal({ ok: true });
  });

  it("is no answer once nobody wants one", async () => {
    const stopped = AbortSignal.abort(new Error("enough"));
    const probe = createLinkProbe({ get: async () => ({ ok: false, error: { id: "aborted" } }) }, stopped);
    expect(await probe(URL_ASKED).catch((error: unknown) => error)).to.have.property("message", "enough");
  });
});
