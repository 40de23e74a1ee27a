import { expect } from "chai";
import { findDeadLinks } from "../../../src/upkeep/soundness/dead-links.ts";
import { article } from "../../fixtures/articles.ts";

const { signal } = new AbortController();
const at = (id: string, url: string | null) => article({ id, url, body: "Text." });

describe("dead links", () => {
  it("are told with the reason, for each article that has one; a probe that fails is a reason too", async () => {
    const asked: string[] = [];
    const progress: string[] = [];
    const problems = await findDeadLinks(
      [
        at("a", "https://gone.example/a"),
        at("b", "https://gone.example/a"),
        at("c", "https://good.example/c"),
        at("d", "https://odd.example/d"),
        at("e", null),
      ],
      async (url) => {
        asked.push(url);
        if (url.includes("odd")) throw new Error("no answer");
        return url.includes("gone") ? { ok: false, reason: "404" } : { ok: true };
      },
      signal,
      (done, total) => progress.push(`${String(done)}/${String(total)}`),
    );
    expect(problems.map(({ file, field, detail }) => [file, field, detail])).to.deep.equal([
      ["articles/a.md", "url", { id: "url-dead", reason: "404" }],
      ["articles/b.md", "url", { id: "url-dead", reason: "404" }],
      ["articles/d.md", "url", { id: "url-dead", reason: "no answer" }],
    ]);
    expect(asked).to.have.length(3);
    expect(progress).to.deep.equal(["1/3", "2/3", "3/3"]);
  });

  it("are asked of a host one after the other", async () => {
    const open = new Map<string, number>();
    let most = 0;
    const articles = Array.from({ length: 40 }, (_, number) =>
      at(
        `n${String(number)}`,
        `https://${number % 2 === 0 ? "www." : ""}host${String(number % 5 === 0 ? 0 : 1)}.example/${String(number)}`,
      ),
    );
    await findDeadLinks(
      articles,
      async (url) => {
        const host = new URL(url).hostname.replace("www.", "");
        open.set(host, (open.get(host) ?? 0) + 1);
        most = Math.max(most, open.get(host) ?? 0);
        await new Promise((resolve) => setImmediate(resolve));
        open.set(host, (open.get(host) ?? 0) - 1);
        return { ok: true };
      },
      signal,
    );
    expect(most).to.equal(1);
  });

  it("are asked for no longer once that is not wanted", async () => {
    const controller = new AbortController();
    let asked = 0;
    const looking = findDeadLinks(
      Array.from({ length: 20 }, (_, number) => at(`n${String(number)}`, `https://one.example/${String(number)}`)),
      async () => {
        asked += 1;
        controller.abort(new Error("enough"));
        return { ok: true };
      },
      controller.signal,
    );
    expect(await looking.catch((error: unknown) => error)).to.have.property("message", "enough");
    expect(asked).to.equal(1);
  });
});
