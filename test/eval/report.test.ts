import { expect } from "chai";
import type { Judged } from "../../eval/judge/judgement.ts";
import { reliabilityBins } from "../../eval/metrics/calibration.ts";
import { BASELINE, baselineOf, compareWithBaseline } from "../../eval/report/baseline.ts";
import { EVAL_RESULT } from "../../eval/report/figures.ts";
import { missText } from "../../eval/report/miss-text.ts";
import { WorstMisses } from "../../eval/report/misses.ts";
import { withTables } from "../../bench/report/readme.ts";
import { reliabilityPicture } from "../../eval/report/reliability-picture.ts";
import { summarise } from "../../eval/report/summarise.ts";
import { tablesOf } from "../../eval/report/tables.ts";
import { judgement, testQuestion } from "./stubs.ts";

const FOOTNOTE = { name: "footnote", title: "Footnote" };

/** Four answerable questions (right and answered, right and silent, third, not found), a near miss and one off-topic. */
const JUDGEMENTS = [
  judgement({ id: "a", type: "who", style: "plain", confidence: 0.9 }),
  judgement({ id: "b", type: "who", style: "chat", confidence: 0.4, status: "silent", answeredRight: false }),
  judgement({ id: "c", type: "when", style: "plain", confidence: 0.6, rank: 3, answeredRight: false, ms: 9 }),
  judgement({
    id: "d",
    type: "when",
    style: "chat",
    confidence: 0.3,
    rank: null,
    status: "silent",
    answeredRight: false,
  }),
  judgement({
    id: "e",
    type: "who",
    miss: "near",
    unanswerable: true,
    confidence: 0.7,
    rank: null,
    answeredRight: false,
  }),
  judgement({
    id: "f",
    miss: "off-topic",
    unanswerable: true,
    confidence: 0.1,
    rank: null,
    status: "silent",
    answeredRight: false,
  }),
];

describe("the figures of a system", () => {
  const figures = summarise(FOOTNOTE, JUDGEMENTS);

  it("tell over answerable questions how well sentences were found", () => {
    expect(figures.success1?.value).to.equal(0.5);
    expect(figures.success3).to.equal(0.75);
    expect(figures.mrr10?.value).to.be.closeTo((1 + 1 + 1 / 3) / 4, 1e-12);
    expect(figures.candidates).to.equal(null);
    expect(figures.latency).to.deep.equal({ p50: 1, p99: 9 });
  });

  it("tell how well confidence parts answerable from unanswerable, by the kind of miss", () => {
    // Of the near miss's duels with .9, .4, .6 and .3 one is won; all are won against the one off-topic.
    expect(figures.auroc.nearMisses).to.equal(0.25);
    expect(figures.auroc.offTopic).to.equal(1);
    expect(figures.auroc.answerable?.value).to.equal(5 / 8);
    // Right: .9 and .4 against .6, .3, .7 and .1.
    expect(figures.auroc.firstRight).to.equal(6 / 8);
  });

  it("tell what came of the threshold", () => {
    expect(figures.answering).to.deep.equal({ answered: 3, precision: 1 / 3, recall: 1 / 4, silence: 1 / 2 });
    expect(figures.precisionAt.half).to.be.closeTo(1 / 3, 1e-12);
    expect(figures.calibration?.brier).to.be.closeTo((0.01 + 0.36 + 0.36 + 0.09 + 0.49 + 0.01) / 6, 1e-12);
  });

  it("are there by kind, unanswerable questions apart", () => {
    const [who, when] = figures.groups.type;
    expect(who).to.deep.equal({
      name: "who",
      questions: 3,
      answerable: 2,
      success1: 1,
      success3: 1,
      mrr10: 1,
      silence: 0,
    });
    expect(when).to.deep.include({ name: "when", success1: 0, silence: null });
    expect(figures.groups.miss.map(({ name, silence }) => [name, silence])).to.deep.equal([
      ["near", 0],
      ["off-topic", 1],
    ]);
  });

  it("leave out what a system that always answers does not have", () => {
    const always = JUDGEMENTS.map((one) => ({
      ...one,
      status: null,
      answeredRight: false,
      confidence: one.confidence * 40,
    }));
    const others = summarise({ name: "bm25", title: "BM25 alone" }, always);
    expect(others).to.deep.include({ answering: null, calibration: null });
    expect(others.auroc.answerable?.value).to.equal(5 / 8);
    expect(others.groups.miss[0]?.silence).to.equal(null);
  });

  it("average what was made of candidates", () => {
    const withCandidates = [1, 0.5].map((averagePrecision, place) =>
      judgement({ id: String(place), candidates: { averagePrecision, reciprocalRank: averagePrecision } }),
    );
    expect(summarise(FOOTNOTE, [...withCandidates, ...JUDGEMENTS]).candidates).to.deep.equal({
      questions: 2,
      map: 0.75,
      mrr: 0.75,
    });
  });

  it("can be had of nothing", () => {
    const none = summarise(FOOTNOTE, []);
    expect(none).to.deep.include({ success1: null, success3: null, latency: null, answering: null });
  });
});

describe("the comparison with a baseline", () => {
  const before = baselineOf(summarise(FOOTNOTE, JUDGEMENTS), JUDGEMENTS);
  const compare = (judgements: typeof JUDGEMENTS) =>
    compareWithBaseline(before, baselineOf(summarise(FOOTNOTE, judgements), judgements), judgements);
  const changed = (id: string, change: Partial<(typeof JUDGEMENTS)[number]>) =>
    JUDGEMENTS.map((one) => (one.id === id ? { ...one, ...change } : one));

  it("knows which questions were right and which of them were answered", () => {
    expect(before).to.deep.include({ questions: 6, success1: 0.5, first: ["a", "b"], answered: ["a"] });
    expect(BASELINE.parse(JSON.parse(JSON.stringify(before)))).to.deep.equal(before);
  });

  it("finds nothing where nothing changed", () => {
    expect(compare(JUDGEMENTS)).to.deep.equal({ fallen: [], lost: [], silenced: [], won: [] });
  });

  it("lets a single question go, and names it", () => {
    const { fallen, lost, silenced } = compare(changed("b", { rank: 2 }));
    expect({ fallen, lost, silenced }).to.deep.equal({ fallen: [], lost: ["b"], silenced: [] });
  });

  it("fails where more is lost, and names what", () => {
    const worse = JUDGEMENTS.map((one) => ({ ...one, rank: null, status: "silent" as const, answeredRight: false }));
    const { fallen, lost, silenced } = compare(worse);
    expect(lost).to.deep.equal(["a", "b"]);
    expect(silenced).to.deep.equal(["a"]);
    expect(fallen.join()).to.contain("success@1 fell from 0.5000 to 0.0000").and.to.contain("precision of answering");
  });

  it("sees confidence that no longer tells", () => {
    const upside = JUDGEMENTS.map((one) => ({ ...one, confidence: 1 - one.confidence }));
    expect(compare(upside).fallen).to.deep.equal([]);
    const many = [...Array.from({ length: 20 }, () => JUDGEMENTS).keys()].flatMap((copy) =>
      JUDGEMENTS.map((one) => ({ ...one, id: `${one.id}${String(copy)}` })),
    );
    const turned = many.map((one) => ({ ...one, confidence: 1 - one.confidence }));
    const was = baselineOf(summarise(FOOTNOTE, many), many);
    const is = baselineOf(summarise(FOOTNOTE, turned), turned);
    expect(compareWithBaseline(was, is, turned).fallen).to.deep.equal(["AUROC fell from 0.6250 to 0.3750"]);
  });

  it("tells what was won", () => {
    expect(compare(changed("c", { rank: 1 }))).to.deep.include({ won: ["c"], lost: [] });
  });
});

describe("the worst misses", () => {
  const judged = (given: Parameters<typeof judgement>[0]): Judged => ({
    judgement: judgement(given),
    ranking: { hits: [], confidence: 0 },
    reply: {
      status: "answered",
      confidence: 0,
      shown: [
        {
          text: "Hoel\u001B[31m spoke.",
          article: "coast",
          contributions: [
            { asked: "hoel", matched: "hoel", how: "exact", field: "sentence", score: 1 },
            { asked: "spok", matched: "spoke", how: "fuzzy", field: "title", score: 2 },
          ],
        },
      ],
    },
    consistent: true,
  });
  const question = testQuestion({ text: "who\nspok", goldSentences: ["Brandt spoke."], context: ["hello"] });

  it("are kept by kind, the worst first, no more than wanted", () => {
    const worst = new WorstMisses(2);
    for (const confidence of [0.6, 0.9, 0.7]) {
      worst.add(question, judged({ id: `wrong-${String(confidence)}`, confidence, rank: 2, answeredRight: false }));
    }
    for (const confidence of [0.4, 0.1]) {
      const silent = { confidence, status: "silent", answeredRight: false } as const;
      worst.add({ ...question, id: `silent-${String(confidence)}` }, judged({ id: "s", ...silent }));
    }
    worst.add(question, judged({ id: "right" }));
    worst.add(question, judged({ id: "lost", confidence: 0.2, rank: null, status: "silent", answeredRight: false }));
    expect(worst.list().map(({ kind, confidence }) => [kind, confidence])).to.deep.equal([
      ["confident-and-wrong", 0.9],
      ["confident-and-wrong", 0.7],
      ["silent-though-right", 0.1],
      ["silent-though-right", 0.4],
      ["not-found", 0.2],
    ]);
  });

  it("are told with what was shown, why, and what would have been right, in lines that stay lines", () => {
    const worst = new WorstMisses(1);
    worst.add(question, judged({ id: "x", rank: 2, answeredRight: false }));
    expect(
      missText(worst.list(), 5)
        .split("\n")
        .map((line) => line.trim()),
    ).to.deep.equal([
      "Confident and wrong",
      "",
      "0.90  who spok  [q1]",
      "after: hello",
      "shown: Hoel [31m spoke. (coast)",
      "why: spok → spoke (fuzzy) 2.0 in title, hoel 1.0",
      "gold: Brandt spoke.",
    ]);
  });
});

describe("the report", () => {
  const set = {
    name: "harbour",
    articles: 3,
    sentences: 12,
    available: 1200,
    questions: 6,
    answerable: 4,
    unanswerable: 2,
    systems: [
      summarise(FOOTNOTE, JUDGEMENTS),
      summarise(
        { name: "bm25", title: "BM25 alone" },
        JUDGEMENTS.map(({ id, unanswerable, type, miss }) =>
          judgement({ id, unanswerable, type, miss, status: null, rank: null }),
        ),
      ),
    ],
  };
  const result = {
    format: 1 as const,
    date: "2026-01-02",
    commit: null,
    command: "npm run eval",
    node: "20.19.0",
    sets: [set],
  };

  it("can be written and read again", () => {
    expect(EVAL_RESULT.parse(JSON.parse(JSON.stringify(result)))).to.deep.equal(result);
  });

  it("shows systems in rows, with kinds of questions beside each other", () => {
    const tables = tablesOf([result]);
    expect(tables).to.match(/3 articles, 12 sentences; 6 of 1,200 questions, 2 of them unanswerable/u);
    expect(tables).to.match(/\| Footnote +\| \.500 \(\.000–1\.000\) \| +\.750 \|/u);
    expect(tables).to.match(/\| BM25 alone +\| +\.000 \(\.000–\.000\) \|/u);
    expect(tables).to.match(/\| when +\| +2 \| +\.000 \|/u);
    expect(tables).to.match(/\| off-topic +\| +1 \| +- \| +- \| +- \| +1\.000 \|/u);
    for (const table of tables.split("\n\n").filter((block) => block.startsWith("|"))) {
      expect(new Set(table.split("\n").map((line) => line.split("|").length)).size, table).to.equal(1);
    }
  });

  it("begins with the sets side by side where there are several", () => {
    const tables = tablesOf([
      result,
      { ...result, command: "npm run other", sets: [{ ...set, name: "ferry", systems: set.systems.slice(0, 1) }] },
    ]);
    expect(tables).to.match(/\| success@1 +\| +harbour \| +ferry \|/u);
    expect(tables).to.match(/\| Footnote +\| \.500 \(\.000–1\.000\) \| \.500 \(\.000–1\.000\) \|/u);
    expect(tables).to.match(/\| AUROC answerable \|/u);
    expect(tables).to.match(/### ferry\n\n.*`npm run other`, 2026-01-02/u);
    expect(tablesOf([result]), "one set needs none").not.to.match(/\| harbour/u);
  });

  it("takes its place in the README, and only there", () => {
    const COMMAND = "npm run eval -- --write";
    const readme = "# A\n<!-- tables: begin, written by npm run eval -- --write -->\nold\n<!-- tables: end -->\nB\n";
    const written = withTables(readme, "new", COMMAND);
    expect(written).to.contain("# A\n").and.to.contain("\n\nnew\n\n").and.to.contain("\nB\n").and.not.to.contain("old");
    expect(withTables(written, "new", COMMAND)).to.equal(written);
    expect(() => withTables("# A", "new", COMMAND)).to.throw(/lacks the marker/u);
  });

  it("draws the reliability diagrams with the number of questions of each bar", () => {
    const bins = reliabilityBins([
      ...Array.from({ length: 17 }, () => ({ confidence: 0.85, right: true })),
      { confidence: 0.15, right: false },
    ]);
    const picture = reliabilityPicture([
      { title: 'a <b> & "c"', bins, expectedError: 0.1504 },
      { title: "two", bins: reliabilityBins([]), expectedError: null },
    ]);
    expect(picture).to.match(/^<svg [^>]*role="img">/u);
    expect(picture).to.contain("a &lt;b&gt; &amp; &quot;c&quot;").and.not.to.contain("<b>");
    expect(picture).to.contain("18 questions, calibration error 0.150").and.to.contain("0 questions");
    expect(picture).to.contain(">17</text>").and.to.contain("prefers-color-scheme: dark");
    expect(picture.match(/<rect /gu)).to.have.length(2);
    expect(picture).not.to.match(/NaN|undefined|null/u);
    for (const tag of ["svg", "g", "text", "title", "style"]) {
      const opened = picture.match(new RegExp(`<${tag}[ >]`, "gu")) ?? [];
      const closed = picture.match(new RegExp(`</${tag}>`, "gu")) ?? [];
      expect(opened.length, tag).to.equal(closed.length);
    }
  });
});
