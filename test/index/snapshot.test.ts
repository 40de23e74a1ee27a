import { expect } from "chai";
import fc from "fast-check";
import type { Article } from "../../src/domain/article.ts";
import { DEFAULT_BM25F } from "../../src/index/bm25f.ts";
import { createGeneration } from "../../src/index/generation.ts";
import { createPart } from "../../src/index/index-part.ts";
import { averageLengths } from "../../src/index/length-totals.ts";
import { SegmentBuilder } from "../../src/index/segment-builder.ts";
import type { Segment } from "../../src/index/segment.ts";
import { isSoundSegment } from "../../src/index/segment-check.ts";
import { decodeSnapshot, encodeSnapshot } from "../../src/index/snapshot.ts";
import { type SnapshotKey, snapshotKey } from "../../src/index/snapshot-header.ts";
import { buildQuery } from "../../src/search/query.ts";
import { rank } from "../../src/search/rank.ts";
import { createSentenceIndex } from "../../src/search/sentence-index.ts";
import { createAnalyzer } from "../../src/text/analyzer.ts";
import { article, ferryCorpus } from "../fixtures/articles.ts";
import { oddText } from "../text/odd-text.ts";

const analyzer = createAnalyzer(ferryCorpus().event.glossary);

function segmentOf(articles: readonly Article[]): Segment {
  const builder = new SegmentBuilder(analyzer);
  for (const one of articles) builder.add(one);
  return builder.build(averageLengths(builder.totals()), DEFAULT_BM25F);
}

function keyOf(articles: readonly Article[]): SnapshotKey {
  return snapshotKey({ version: "0123456789ab", articles }, DEFAULT_BM25F);
}

/** The file that the chunks make, in a buffer of its own. */
function fileOf(chunks: readonly Uint8Array[]): ArrayBuffer {
  const file = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let place = 0;
  for (const chunk of chunks) {
    file.set(chunk, place);
    place += chunk.length;
  }
  return file.buffer;
}

function faultOf(file: ArrayBuffer, key: SnapshotKey): string {
  const decoded = decodeSnapshot(file, key);
  return decoded.ok ? "none" : decoded.error.id;
}

/** All hits of a question with their scores, from segments that hold these articles one after the other. */
function ranking(segments: readonly Segment[], articles: readonly Article[], question: string): readonly unknown[] {
  let first = 0;
  const parts = segments.map((segment) => {
    const own = articles.slice(first, first + segment.articleStart.length);
    first += own.length;
    return createPart(segment, own);
  });
  const index = createSentenceIndex(createGeneration(analyzer, DEFAULT_BM25F, articles, parts));
  return rank(index, buildQuery(index, question), { limit: 100 }).hits.map(({ sentence, score }) => [
    sentence.article.id,
    sentence.start,
    score,
  ]);
}

const WORDS =
  "strike ferry union Seafarers' Union SU Karsten Hoel sailed Lundvik wages. mayor 412 talks. company.".split(" ");
const prose = fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map((words) => words.join(" "));
const articles = fc
  .array(fc.record({ title: prose, body: fc.oneof(prose, oddText) }), { maxLength: 8 })
  .map((many) => many.map(({ title, body }, number) => article({ id: `a${String(number)}`, title, body })));

const ferry = ferryCorpus().articles;
const file = fileOf(encodeSnapshot([segmentOf(ferry)], keyOf(ferry)));

/** The file with a change made to a copy of it. */
function changed(change: (bytes: Uint8Array<ArrayBuffer>) => void): ArrayBuffer {
  const copy = new Uint8Array(file.slice(0));
  change(copy);
  return copy.buffer;
}

describe("a snapshot", () => {
  it("is read as it was written", () => {
    fc.assert(
      fc.property(articles, prose, (many, question) => {
        const segment = segmentOf(many);
        const decoded = decodeSnapshot(fileOf(encodeSnapshot([segment], keyOf(many))), keyOf(many));
        expect(decoded).to.deep.equal({ ok: true, value: [segment] });
        if (decoded.ok)
          expect(ranking(decoded.value, many, question)).to.deep.equal(ranking([segment], many, question));
      }),
      { numRuns: 200 },
    );
  });

  it("holds an index of several parts", () => {
    const segments = [segmentOf(ferry.slice(0, 2)), segmentOf(ferry.slice(2))];
    const decoded = decodeSnapshot(fileOf(encodeSnapshot(segments, keyOf(ferry))), keyOf(ferry));
    expect(decoded).to.deep.equal({ ok: true, value: segments });
    expect(ranking(decoded.ok ? decoded.value : [], ferry, "who leads the union")).to.have.lengthOf.greaterThan(2);
  });

  it("is laid over the file, not copied from it", () => {
    const decoded = decodeSnapshot(file, keyOf(ferry));
    expect(decoded.ok && decoded.value[0]?.postings.buffer === file).to.equal(true);
  });

  it("is refused whichever bit is wrong", () => {
    const bits = file.byteLength * 8;
    const faults = new Set<string>();
    fc.assert(
      fc.property(fc.nat({ max: bits - 1 }), (bit) => {
        const flipped = changed((bytes) => {
          bytes[bit >>> 3] = (bytes[bit >>> 3] ?? 0) ^ (1 << (bit & 7));
        });
        faults.add(faultOf(flipped, keyOf(ferry)));
      }),
      { numRuns: 1_000 },
    );
    for (let bit = 0; bit < 64 * 8; bit += 1) {
      const flipped = changed((bytes) => {
        bytes[bit >>> 3] = (bytes[bit >>> 3] ?? 0) ^ (1 << (bit & 7));
      });
      faults.add(faultOf(flipped, keyOf(ferry)));
    }
    expect([...faults].toSorted()).to.deep.equal(["damaged", "not-a-snapshot", "other-version"]);
  });

  it("is refused wherever it was cut off", () => {
    const borders: number[] = [];
    let place = 0;
    for (const { length } of encodeSnapshot([segmentOf(ferry)], keyOf(ferry))) {
      borders.push(place);
      place += length;
    }
    for (const border of borders.slice(1)) expect(faultOf(file.slice(0, border), keyOf(ferry))).to.equal("damaged");
    fc.assert(
      fc.property(fc.nat({ max: file.byteLength - 1 }), (length) => {
        expect(faultOf(file.slice(0, length), keyOf(ferry))).to.equal(length < 8 ? "not-a-snapshot" : "damaged");
      }),
      { numRuns: 300 },
    );
    expect(faultOf(fileOf([new Uint8Array(file), new Uint8Array(4)]), keyOf(ferry))).to.equal("damaged");
  });

  it("is not mistaken for what is no snapshot", () => {
    expect(faultOf(new ArrayBuffer(0), keyOf(ferry))).to.equal("not-a-snapshot");
    const text = new TextEncoder().encode("Ferries left the port of Lundvik again on Wednesday.\n".repeat(9));
    expect(faultOf(fileOf([text]), keyOf(ferry))).to.equal("not-a-snapshot");
  });

  it("of another version or byte order is told from a damaged one", () => {
    const newer = changed((bytes) => {
      new Uint32Array(bytes.buffer, 12, 1).set([999]);
    });
    expect(faultOf(newer, keyOf(ferry))).to.equal("other-version");
    const swapped = changed((bytes) => {
      bytes.subarray(8, 12).reverse();
      bytes.subarray(12, 16).reverse();
    });
    expect(faultOf(swapped, keyOf(ferry))).to.equal("other-version");
  });

  const key = keyOf(ferry);
  const others: Readonly<Record<string, SnapshotKey>> = {
    articles: { ...key, articles: key.articles + 1 },
    corpus: { ...key, corpus: "ba9876543210" },
    analysis: { ...key, analysis: "another" },
    parameters: { ...key, parameters: { ...DEFAULT_BM25F, k1: 1.2 } },
    weights: { ...key, parameters: { ...DEFAULT_BM25F, weights: { ...DEFAULT_BM25F.weights, title: 0.6 } } },
  };
  for (const [name, other] of Object.entries(others)) {
    it(`of other ${name} is outdated`, () => {
      expect(faultOf(file, other)).to.equal("other-corpus");
    });
  }

  /** Well-formed files whose arrays do not fit together: a fault of whoever wrote them, or ill will. */
  const good = segmentOf(ferry);
  const wrong: Readonly<Record<string, Partial<Segment>>> = {
    "fewer pairs than terms point at": { pairBlock: good.pairBlock.subarray(1) },
    "fewer bounds than pairs": { pairBound: good.pairBound.subarray(1) },
    "fewer sizes than pairs": { pairSize: good.pairSize.subarray(1) },
    "fewer postings than sizes add up to": { postings: good.postings.subarray(1) },
    "fewer starts of postings": { postingStart: good.postingStart.subarray(1) },
    "falling starts of postings": { postingStart: good.postingStart.toReversed() },
    "falling starts of pairs": { pairStart: good.pairStart.toReversed() },
    "starts of pairs for fewer terms": { pairStart: good.pairStart.subarray(1) },
    "frequencies for fewer terms": { sentenceFrequency: good.sentenceFrequency.subarray(1) },
    "strings beyond their letters": { terms: { ...good.terms, units: good.terms.units.subarray(1) } },
    "no strings at all": { terms: { ...good.terms, starts: new Uint32Array() } },
    "fewer words than counts": { wordCount: good.wordCount.subarray(1) },
    "titles of articles that are not there": { titleArticle: good.titleArticle.map(() => 99) },
    "fewer title frequencies": { titleFrequency: good.titleFrequency.subarray(1) },
    "one frequent posting too many": { frequentPosting: new Uint32Array(1) },
    "articles that end before they begin": { articleEnd: good.articleStart, articleStart: good.articleEnd },
    "articles without an end": { articleEnd: good.articleEnd.subarray(1) },
    "articles beyond the last sentence": { articleEnd: good.articleEnd.map((end) => end + 99) },
    "titles without a length": { titleLength: good.titleLength.subarray(1) },
    "sentences without a start": { sentenceStart: good.sentenceStart.subarray(1) },
    "no sentences at all": {
      sentenceLength: new Uint16Array(),
      sentenceStart: new Uint32Array(),
      sentenceSize: new Uint16Array(),
      sentenceParagraph: new Uint32Array(),
    },
  };
  for (const [name, change] of Object.entries(wrong)) {
    it(`with ${name} is refused`, () => {
      expect(isSoundSegment(good)).to.equal(true);
      expect(faultOf(fileOf(encodeSnapshot([{ ...good, ...change }], key)), key)).to.equal("damaged");
    });
  }

  it("with another number of articles than it says is refused", () => {
    expect(faultOf(fileOf(encodeSnapshot([good, good], key)), key)).to.equal("damaged");
    expect(faultOf(fileOf(encodeSnapshot([], key)), key)).to.equal("damaged");
  });
});
