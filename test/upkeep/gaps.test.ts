import { expect } from "chai";
import fc from "fast-check";
import type { Gap } from "../../src/domain/gap.ts";
import type { Feedback, OpenQuestion } from "../../src/domain/store.ts";
import { badlyRatedQuestions } from "../../src/upkeep/gaps/badly-rated.ts";
import { type AskedInVain, gapById, groupGaps } from "../../src/upkeep/gaps/group-gaps.ts";
import { SAME_GAP, likenessOf } from "../../src/upkeep/gaps/likeness.ts";
import { answeredGaps, matchArticles } from "../../src/upkeep/gaps/match-articles.ts";
import { wordingReader } from "../../src/upkeep/gaps/wording.ts";
import { article, corpusOf } from "../fixtures/articles.ts";
import { GAP_PAIRS, type GapPair, HELD_OUT_PAIRS } from "../fixtures/gap-pairs.ts";
import { answererOf, shippedModels } from "../fixtures/models.ts";

const glossary = ["NATO", "Rama", "Blinken", "Tirana", "Tehran", "HomeLand Justice"].map((term) => ({
  term,
  aliases: [],
}));

const asked = (text: string, given: Partial<OpenQuestion> = {}): OpenQuestion => {
  return { text, times: 1, firstDay: "2026-01-05", lastDay: "2026-01-06", ...given };
};

const grouped = (input: Partial<AskedInVain>): Promise<readonly Gap[]> =>
  groupGaps({ open: [], badlyRated: [], ...input }, { vectors: shippedModels().vectors, glossary });

describe("what people ask in vain", function () {
  this.timeout(60_000);

  describe("the likeness of two questions", () => {
    /** Pairs joined that should not be, and pairs not joined that should be. */
    const mistakes = (pairs: readonly GapPair[]): { readonly joined: number; readonly parted: number } => {
      const read = wordingReader({ vectors: shippedModels().vectors, glossary });
      const likeness = likenessOf(shippedModels().vectors);
      const wrong = pairs.filter(([a, b, same]) => {
        const [first, second] = [read({ ...asked(a), badlyRated: 0 }), read({ ...asked(b), badlyRated: 0 })];
        return likeness(first, second) >= SAME_GAP !== same;
      });
      const parted = wrong.filter(([, , same]) => same).length;
      return { joined: wrong.length - parted, parted };
    };

    it("is right about most pairs, and rather parts than joins wrongly", () => {
      expect(mistakes(GAP_PAIRS)).to.deep.equal({ joined: 2, parted: 9 });
      expect(mistakes(HELD_OUT_PAIRS)).to.deep.equal({ joined: 0, parted: 1 });
    });
  });

  it("puts the wordings of one question together, with counts and dates, most asked first", async () => {
    const gaps = await grouped({
      open: [
        asked("how much did the strike cost", { times: 4, firstDay: "2026-01-02", lastDay: "2026-01-09" }),
        asked("what was the cost of the strike?", { times: 2, firstDay: "2026-01-01", lastDay: "2026-01-12" }),
        asked("price of bitcoin", { times: 5 }),
        asked("who is the judge"),
      ],
      badlyRated: [{ text: "What did the strike cost", times: 1, firstDay: "2026-01-20", lastDay: "2026-01-20" }],
    });
    expect(gaps.map(({ question, times }) => [question, times])).to.deep.equal([
      ["how much did the strike cost", 7],
      ["price of bitcoin", 5],
      ["who is the judge", 1],
    ]);
    const { id, ids, ...first } = gaps[0] ?? { id: "", ids: [] };
    expect(first).to.deep.equal({
      question: "how much did the strike cost",
      variants: ["what was the cost of the strike?", "What did the strike cost"],
      wordings: 3,
      times: 7,
      badlyRated: 1,
      firstDay: "2026-01-01",
      lastDay: "2026-01-20",
    });
    expect(id).to.match(/^[\w-]{10}$/u);
    expect(ids).to.have.length(3);
  });

  it("keeps apart what asks for another thing or about another name", async () => {
    const texts = [
      "when did the strike begin",
      "why did the strike begin",
      "who began the strike",
      "was the attack in july ransomware",
      "was the attack in september ransomware",
      "did iran apologise",
      "did albania apologise",
    ];
    expect(await grouped({ open: texts.map((text) => asked(text)) })).to.have.length(texts.length);
  });

  it("calls a gap the same when more wordings come, and knows it by any of them", async () => {
    const first = [asked("how much did the strike cost"), asked("who is the judge")];
    const later = [...first, asked("what was the cost of the strike", { times: 9, firstDay: "2026-02-01" })];
    const [before, after] = [await grouped({ open: first }), await grouped({ open: later.toReversed() })];
    const gap = before.find(({ question }) => question === "how much did the strike cost");
    const same = gapById(after, gap?.id ?? "");
    expect(same?.id).to.equal(gap?.id);
    expect(same?.question).to.equal("what was the cost of the strike");
    const forgotten = await grouped({ open: later.slice(2) });
    expect(gapById(after, forgotten[0]?.id ?? "")).to.equal(same);
    expect(gapById(after, "nothing")).to.equal(undefined);
  });

  it("shows nobody that a question mentions, and nothing of who rated", async () => {
    const rated: Feedback = {
      person: "4711",
      server: "2",
      question: "hey <@123456789> who pays for the damage",
      verdict: "not-right",
      reason: "says Ann",
      shown: [],
      corpusVersion: "0",
      event: null,
      at: "2026-01-05T10:00:00.000Z",
    };
    const badlyRated = badlyRatedQuestions([
      rated,
      { ...rated, at: "2026-01-03T10:00:00.000Z" },
      { ...rated, verdict: "helpful", question: "who won" },
    ]);
    const gaps = await grouped({ badlyRated, open: [asked("mail ann@post.example what does @ann pay")] });
    expect(JSON.stringify(gaps)).not.to.match(/4711|123456789|ann/iu);
    expect(gaps.map(({ question, times, firstDay, lastDay }) => [question, times, firstDay, lastDay])).to.deep.equal([
      ["hey who pays for the damage", 2, "2026-01-03", "2026-01-05"],
      ["mail what does pay", 1, "2026-01-05", "2026-01-06"],
    ]);
  });

  it("counts a question once that was asked and rated", async () => {
    const [gap] = await grouped({
      open: [asked("who pays?", { times: 3 })],
      badlyRated: [{ text: "Who pays", times: 2, firstDay: "2026-01-01", lastDay: "2026-01-01" }],
    });
    expect([gap?.times, gap?.badlyRated, gap?.wordings]).to.deep.equal([3, 2, 1]);
  });

  it("loses no question, whatever was asked, without the table of meanings too", async () => {
    const words = fc.array(fc.constantFrom("who", "strike", "cost", "Rama", "2023", "<@1>", "?", "ｗ", "constructor"), {
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(words, { maxLength: 12 }), fc.boolean(), async (questions, meant) => {
        const open = questions.map((one) => asked(one.join(" ")));
        const vectors = meant ? shippedModels().vectors : null;
        const gaps = await groupGaps({ open, badlyRated: [] }, { vectors, glossary });
        const readable = open.filter(({ text }) => /[\p{L}\p{N}]/u.test(text.replaceAll("<@1>", "")));
        expect(gaps.reduce((sum, { times }) => sum + times, 0)).to.equal(readable.length);
        expect(new Set(gaps.flatMap(({ ids }) => ids)).size).to.equal(
          gaps.reduce((sum, { wordings }) => sum + wordings, 0),
        );
      }),
      { numRuns: 100 },
    );
  });

  it("groups ten thousand within seconds, lets others in, and stops when told", async () => {
    const nouns = "union mayor police bank bridge ferry school court airport harbour".split(" ");
    const open = Array.from({ length: 10_000 }, (_, number) =>
      asked(`who ${nouns[number % 10] ?? ""} word${number % 997} thing${number}`),
    );
    const startedAt = performance.now();
    expect(await grouped({ open })).to.have.length.above(1_000);
    expect(performance.now() - startedAt).to.be.lessThan(30_000);
    const controller = new AbortController();
    const stopped = groupGaps({ open, badlyRated: [] }, { vectors: null, glossary }, controller.signal);
    setTimeout(() => controller.abort(new Error("enough")), 5);
    expect(await stopped.catch((error: unknown) => String(error))).to.equal("Error: enough");
  });

  describe("and new articles", () => {
    const old = article({ id: "start", body: "The union began a strike at the port of Lundvik on Monday." });
    const cost = article({
      id: "cost",
      body: "The strike cost the shipping company 4 million euros, the ministry said.",
    });
    const library = {
      ask: (() => {
        const answerer = answererOf(shippedModels(), corpusOf([old, cost]));
        return (question: { readonly text: string; readonly context: readonly string[] }) =>
          Promise.resolve(answerer.ask(question));
      })(),
    };

    it("tells which gaps one fills, and which are answered by others", async () => {
      const gaps = await grouped({
        open: [asked("how much did the strike cost the company"), asked("price of bitcoin")],
      });
      const filled = await matchArticles(gaps, library, new Set(["cost"]));
      expect(filled.map(({ gap, articleIds }) => [gap.question, articleIds])).to.deep.equal([
        ["how much did the strike cost the company", ["cost"]],
      ]);
      expect(await matchArticles(gaps, library, new Set(["start"]))).to.deep.equal([]);
      expect(await matchArticles(gaps, library, new Set())).to.deep.equal([]);
      expect((await answeredGaps(gaps, library)).map(({ gap }) => gap.question)).to.deep.equal([
        "how much did the strike cost the company",
      ]);
    });
  });
});
