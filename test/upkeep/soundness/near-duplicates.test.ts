import { expect } from "chai";
import * as fc from "fast-check";
import { generateArticles } from "../../../bench/generate/articles.ts";
import type { Article } from "../../../src/domain/article.ts";
import { duplicatePairs } from "../../../src/upkeep/soundness/near-duplicates.ts";
import { createReprintFinder, openReprintFinder } from "../../../src/upkeep/soundness/reprint-finder.ts";
import { resemblanceOf, sketchOf } from "../../../src/upkeep/soundness/text-sketch.ts";
import { Turns } from "../../../src/upkeep/turns.ts";
import { article } from "../../fixtures/articles.ts";

const SHINGLE = 5;

function generated(count: number): readonly Article[] {
  const articles: Article[] = [];
  for (const { id, text, title, published } of generateArticles(11)) {
    if (articles.length === count) break;
    articles.push(article({ id, title, published, kind: "original", body: text }));
  }
  return articles;
}

const sentencesIn = (body: string): readonly string[] => body.split(/(?<=\.)\s+/u);
const turns = (): Turns => new Turns(new AbortController().signal);

/** What another outlet may make of a text. */
const REWORKED: Readonly<Record<string, (body: string) => string>> = {
  "cut to its first half": (body) => {
    const all = sentencesIn(body);
    return all.slice(0, Math.ceil(all.length / 2)).join(" ");
  },
  "under another lead": (body) =>
    ["Sailors woke to a harbour without boats.", "Nobody had told them why.", ...sentencesIn(body).slice(2)].join(" "),
  "with an agency's lines": (body) => `LUNDVIK (NTX) - ${body}\n\nReporting by A. Nib; editing by B. Blot.`,
  "in capitals and without accents": (body) => body.normalize("NFD").replaceAll(/\p{M}/gu, "").toUpperCase(),
  "with its paragraphs run together": (body) => body.replaceAll(/\s+/gu, " "),
};

describe("reprints", () => {
  const originals = generated(300).filter(({ body }) => sentencesIn(body).length >= 12);
  const finder = createReprintFinder(originals);

  for (const [how, rework] of Object.entries(REWORKED)) {
    it(`are found when the text is ${how}, each with its own origin`, () => {
      for (const origin of originals) {
        const found = finder.closest(rework(origin.body));
        expect(found?.article.id).to.equal(origin.id);
        expect(found?.similarity).to.be.within(0.2, 1);
      }
    });
  }

  it("are not what merely tells of the same people and things", async () => {
    expect(originals.length).to.be.greaterThan(100);
    expect(await duplicatePairs(originals, turns())).to.deep.equal([]);
    const original = article({
      id: "original",
      kind: "original",
      body: "The Seafarers' Union began a strike at the port of Lundvik on Monday after the shipping company had refused to talk about wages for the third time this year. Karsten Hoel, who leads the union, told reporters on the quay that 412 sailors had stopped work and that nobody would sail before the company came to the table. The company said in a statement that it had never refused to talk. Mayor Ida Brandt called on both sides to think of the islanders, who get their bread by boat.",
    });
    const brief =
      "Karsten Hoel said that 412 sailors had stopped work at the port of Lundvik. The Seafarers' Union began a strike on Monday, the Gazette reported, since talks about wages had not come about. The shipping company denied in a statement that it was to blame. Mayor Ida Brandt asked both sides to think of those who live on the islands.";
    expect(createReprintFinder([original]).closest(brief)).to.equal(null);
  });

  it("need more than two short sentences", () => {
    const known = createReprintFinder([article({ id: "a", body: "Ferries left the port again." })]);
    expect(known.closest("Ferries left the port again.")).to.equal(null);
    expect(known.closest("")).to.equal(null);
  });

  it("are found the same way when articles are read without haste", async () => {
    const [first] = originals;
    const patient = await openReprintFinder(originals, new AbortController().signal);
    const body = REWORKED["cut to its first half"]?.(first?.body ?? "") ?? "";
    expect(patient.closest(body)).to.deep.equal(finder.closest(body));
  });

  it("are told from their origins: what came first, and of one day the agency's own", async () => {
    const { body } = originals[0] ?? article({ id: "none", body: "" });
    const relay = article({ id: "a-relay", agency: "NTX", published: "2021-05-10", body });
    const own = article({ id: "z-own", publisher: "NTX", published: "2021-05-10", body });
    const early = article({
      id: "early",
      published: "2021-05-09",
      body: REWORKED["cut to its first half"]?.(body) ?? "",
    });
    const pairs = await duplicatePairs([relay, own, early], turns());
    expect(pairs.map(({ origin, reprint }) => `${reprint.id} of ${origin.id}`)).to.have.members([
      "z-own of early",
      "a-relay of z-own",
      "a-relay of early",
    ]);
  });

  it("are looked for no longer once that is not wanted", async () => {
    const stopped = AbortSignal.abort(new Error("enough"));
    const refused = await duplicatePairs(originals, new Turns(stopped)).catch((error: unknown) => error);
    expect(refused).to.be.an("error").with.property("message", "enough");
  });
});

describe("resemblance", () => {
  const word = fc.stringMatching(/^[a-zë]{1,4}$/u);
  const text = fc.array(word, { minLength: 0, maxLength: 60 });

  it("is the Jaccard similarity and the containment of runs of five words", () => {
    fc.assert(
      fc.property(text, text, fc.nat(30), (own, other, shared) => {
        const its = [...own.slice(0, shared), ...other];
        const [a, b] = [shinglesOf(own), shinglesOf(its)];
        const common = [...a].filter((shingle) => b.has(shingle)).length;
        const { jaccard, containment } = resemblanceOf(sketchOf(own.join(" ")), sketchOf(its.join(", ")));
        const union = new Set([...a, ...b]).size;
        expect(jaccard).to.be.closeTo(union === 0 || Math.min(a.size, b.size) === 0 ? 0 : common / union, 1e-9);
        const fewer = Math.min(a.size, b.size);
        expect(containment).to.be.closeTo(fewer === 0 ? 0 : common / fewer, 1e-9);
      }),
    );
  });

  it("is estimated by the share of places at which two signatures agree", () => {
    const [base] = generated(1);
    const words = (base?.body ?? "").split(/\s+/u);
    for (const kept of [0.9, 0.6, 0.3]) {
      const part = words.slice(0, Math.floor(words.length * kept)).join(" ");
      const [a, b] = [sketchOf(words.join(" ")), sketchOf(part)];
      const agreed = a.signature.filter((value, place) => value === b.signature[place]).length / a.signature.length;
      expect(agreed).to.be.closeTo(resemblanceOf(a, b).jaccard, 0.15);
    }
  });

  function shinglesOf(words: readonly string[]): ReadonlySet<string> {
    const folded = words.map((one) => one.replaceAll("ë", "e"));
    return new Set(
      Array.from({ length: Math.max(0, folded.length - SHINGLE + 1) }, (_, at) =>
        folded.slice(at, at + SHINGLE).join(" "),
      ),
    );
  }
});
