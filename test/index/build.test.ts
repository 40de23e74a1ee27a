import { expect } from "chai";
import fc from "fast-check";
import type { Article } from "../../src/domain/article.ts";
import { DEFAULT_BM25F } from "../../src/index/bm25f.ts";
import { buildGeneration } from "../../src/index/build-generation.ts";
import { buildSegmentsInWorkers } from "../../src/index/build-in-workers.ts";
import { type Generation, createGeneration } from "../../src/index/generation.ts";
import { createPart } from "../../src/index/index-part.ts";
import { averageLengths } from "../../src/index/length-totals.ts";
import { SegmentBuilder } from "../../src/index/segment-builder.ts";
import { joinSegments } from "../../src/index/segment-series.ts";
import type { Segment } from "../../src/index/segment.ts";
import { buildQuery } from "../../src/search/query.ts";
import { rank } from "../../src/search/rank.ts";
import { createSentenceIndex } from "../../src/search/sentence-index.ts";
import { createAnalyzer } from "../../src/text/analyzer.ts";
import { article } from "../fixtures/articles.ts";

const glossary = [{ term: "Harbour Guard", aliases: ["HG"] }];
const analyzer = createAnalyzer(glossary);

const word = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom("harbour", "strike", "ferry", "mayor", "HG", "the") },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 60 }).map((number) => `w${String(number)}x`) },
);
const body = fc
  .array(fc.array(word, { minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 70 })
  .map((sentences) => sentences.map((words) => `The ${words.join(" ")}.`).join(" "));
const articles = fc
  .array(fc.record({ title: fc.array(word, { maxLength: 4 }).map((words) => words.join(" ")), body }), {
    minLength: 1,
    maxLength: 9,
  })
  .map((many) => many.map((one, number) => article({ id: `a${String(number)}`, ...one })));
const question = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(" "));

function segmentOf(articles: readonly Article[]): Segment {
  const builder = new SegmentBuilder(analyzer);
  for (const one of articles) builder.add(one);
  return builder.build(averageLengths(builder.totals()), DEFAULT_BM25F);
}

function found(generation: Generation, asked: string): readonly unknown[] {
  const index = createSentenceIndex(generation);
  const { hits, total } = rank(index, buildQuery(index, asked), { limit: 12, countUpTo: 10_000 });
  return [total, ...hits.map(({ sentence, score }) => [sentence.article.id, sentence.text, score])];
}

describe("building an index", () => {
  it("gives the same ranking from one segment, from several, and from several joined", () => {
    fc.assert(
      fc.property(articles, question, fc.nat(9), (many, asked, cut) => {
        const halves = [many.slice(0, cut), many.slice(cut)].filter((half) => half.length > 0);
        const segments = halves.map((half) => segmentOf(half));
        const whole = found(buildGeneration(many, analyzer), asked);
        const parts = segments.map((segment, half) => createPart(segment, halves[half] ?? []));
        expect(found(createGeneration(analyzer, DEFAULT_BM25F, many, parts), asked)).to.deep.equal(whole);
        const joined = joinSegments(segments).map((segment) => createPart(segment, many));
        expect(joined.length).to.equal(1);
        expect(found(createGeneration(analyzer, DEFAULT_BM25F, many, joined), asked)).to.deep.equal(whole);
      }),
      { numRuns: 300 },
    );
  }).timeout(60_000);

  it("keeps the words of joined segments, with how often each occurs", () => {
    const [joined] = joinSegments([
      segmentOf([article({ id: "a", body: "Ferries sail. The mayor sails." })]),
      segmentOf([article({ id: "b", body: "The mayor waits." })]),
    ]);
    const { vocabulary } = createSentenceIndex(
      createGeneration(
        analyzer,
        DEFAULT_BM25F,
        [],
        joined === undefined ? [] : [{ ...createPart(joined, []), articles: [null, null] }],
      ),
    );
    expect(["mayor", "waits", "sail", "harbour"].map((one) => vocabulary.count(one))).to.deep.equal([2, 1, 1, 0]);
  });

  const many = Array.from({ length: 450 }, (_, number) =>
    article({
      id: `a${String(number)}`,
      title: `Report ${String(number)} of the HG`,
      body: `The harbour has ferry ${String(number)}. ${"Nobody sails tonight. ".repeat(number % 7)}HG is asleep.`,
    }),
  );

  it("gives the same in threads as without, and tells its progress", async () => {
    const progress: number[] = [];
    const segments = await buildSegmentsInWorkers(many, {
      glossary,
      workers: 3,
      onProgress: (count) => progress.push(count),
    });
    const generation = createGeneration(
      analyzer,
      DEFAULT_BM25F,
      many,
      segments.map((segment) => createPart(segment, many)),
    );
    for (const asked of ["harbour guard", "ferry 77", "nobody sails", "report 12"]) {
      expect(found(generation, asked)).to.deep.equal(found(buildGeneration(many, analyzer), asked));
    }
    expect(progress).to.deep.equal(progress.toSorted((a, b) => a - b));
    expect(progress.at(-1)).to.equal(450);
  }).timeout(20_000);

  it("stops when it is told to", async () => {
    const abort = new AbortController();
    const building = buildSegmentsInWorkers(many, {
      glossary,
      workers: 2,
      signal: abort.signal,
      onProgress: () => abort.abort(new Error("no longer wanted")),
    });
    let reason: unknown = null;
    await building.catch((error: unknown) => {
      reason = error;
    });
    expect(reason).to.have.property("message", "no longer wanted");
  }).timeout(20_000);
});
