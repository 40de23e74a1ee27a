import { expect } from "chai";
import fc from "fast-check";
import { toMessage } from "../../src/discord/message.ts";
import type { Gap } from "../../src/domain/gap.ts";
import type { GoldQuestion, GoldResult, RunComparison } from "../../src/domain/gold.ts";
import { curatorFailureReply } from "../../src/present/corpus/corpus-failure.ts";
import { GAPS_PER_PAGE, type GapsSetting, gapsReply } from "../../src/present/corpus/gaps-reply.ts";
import {
  GOLD_PER_PAGE,
  type GoldSetting,
  goldAddedReply,
  goldRemovedReply,
  goldReply,
} from "../../src/present/corpus/gold-reply.ts";
import { LIMITS } from "../../src/present/text/limits.ts";
import { shippedLanguages } from "../fixtures/languages.ts";

const { all, english } = shippedLanguages();

const COST: Gap = {
  id: "abcdefghij",
  ids: ["abcdefghij", "bcdefghijk", "cdefghijkl"],
  question: "how much did the strike cost",
  variants: ["what was the cost of the strike", "What did the strike cost", "cost?"],
  wordings: 4,
  times: 7,
  badlyRated: 1,
  firstDay: "2026-01-01",
  lastDay: "2026-01-20",
};

const pages = { page: 0, pages: 2 };
const ref = (action: string) => (page: number) => ({ command: "upkeep", action, state: [String(page)] });

const gapsSetting = (given: Partial<GapsSetting> = {}): GapsSetting => ({
  pageNumber: pages,
  pageRef: ref("page"),
  openRef: { command: "gaps", action: "open", state: [] },
  answeredBy: () => null,
  ...given,
});

const goldSetting: GoldSetting = {
  pageNumber: { page: 0, pages: 1 },
  pageRef: ref("page"),
  titleOf: (id) => (id === "gone" ? "Union calls strike" : null),
};

const LEADER: GoldQuestion = {
  id: "leader",
  question: "who leads the union",
  expect: "answered",
  articles: ["gone"],
  contains: [],
  note: null,
  added: null,
};

const hostile = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.nat(600).map((length) => "*~[x](y)@everyone`".repeat(40).slice(0, length)),
);

describe("replies about what is asked in vain", () => {
  it("show count, days and other wordings, and what answers by now", () => {
    const reply = gapsReply(
      english,
      [
        COST,
        { ...COST, id: "x", question: "price of *fish*", variants: [], times: 1, badlyRated: 0, lastDay: "2026-01-01" },
      ],
      7,
      gapsSetting({ answeredBy: ({ id }) => (id === "x" ? { title: "Fish is dear" } : null) }),
    );
    expect(reply).to.deep.include({
      visibility: "private",
      title: "Asked in vain",
      footer: "7 questions · page 1 of 2",
    });
    expect(reply.body).to.equal(
      [
        "**how much did the strike cost**",
        "-# asked 7 times · 1 answer said to be not right · first\\: 1 Jan 2026, last\\: 20 Jan 2026",
        "-# Also\\: “what was the cost of the strike” and “What did the strike cost”",
        "",
        String.raw`**price of \*fish\***`,
        "-# asked once · day\\: 1 Jan 2026",
        "-# The articles answer it now\\: “Fish is dear”",
      ].join("\n"),
    );
  });

  it("let one take up a question", () => {
    const [first] = gapsReply(english, [COST], 1, gapsSetting()).controls;
    expect(first).to.deep.equal({
      type: "select",
      select: {
        placeholder: "Take a question up",
        action: { command: "gaps", action: "open", state: [] },
        options: [{ label: COST.question, description: "asked 7 times", value: COST.id }],
      },
    });
  });

  it("say in every language that there is nothing", () => {
    for (const words of all) expect(gapsReply(words, [], 0, gapsSetting()).body).to.match(/\.$/u);
  });

  it("fit a message and mention nobody, whatever was asked", () => {
    fc.assert(
      fc.property(
        fc.array(hostile, { minLength: 1, maxLength: GAPS_PER_PAGE }),
        fc.constantFrom(...all),
        (texts, words) => {
          const gaps = texts.map((text, n) => ({ ...COST, id: `g${n}`, question: `q${text}`, variants: texts }));
          const reply = gapsReply(words, gaps, 99, gapsSetting({ answeredBy: () => ({ title: texts[0] ?? "" }) }));
          expect(reply.body.length).to.be.at.most(LIMITS.embed.descriptionLength);
          expect(reply.body).not.to.match(/(?<!\\)@|(?<!\\)\]\(/u);
          toMessage(reply, (what) => expect.fail(what));
        },
      ),
    );
  });
});

describe("replies about gold questions", () => {
  const passed: GoldResult = { gold: LEADER, failure: null, shown: [{ articleId: "gone", text: "Hoel leads it." }] };
  const failed: GoldResult = {
    gold: LEADER,
    failure: { id: "other-article", expected: ["gone"] },
    shown: [{ articleId: "new", text: "Nobody *leads* it." }],
  };
  const since: RunComparison = {
    regressions: [{ before: passed, now: failed, causes: [{ id: "gone", how: "withdrawn" }], found: "seen" }],
    mended: [passed],
  };

  it("say that all pass", () => {
    const reply = goldReply(english, { results: [passed, passed], since: null }, goldSetting);
    expect(reply).to.deep.include({
      outcome: "answered",
      body: "All 2 gold questions are answered as expected.\n\n✓ who leads the union\n\n✓ who leads the union",
      footer: "2 gold questions",
    });
  });

  it("say which fail and why, what is shown instead, and which article did it", () => {
    const reply = goldReply(english, { results: [passed, failed], since }, goldSetting);
    expect(reply.outcome).to.equal("failure");
    expect(reply.body).to.equal(
      [
        "1 of 2 gold questions is not answered as expected. 1 that failed before is right again.",
        "",
        "✗ **who leads the union**",
        "None of the expected articles is cited\\: “Union calls strike”",
        String.raw`> Nobody \*leads\* it.`,
        "-# Since this was withdrawn\\: “Union calls strike”",
        "",
        "✓ who leads the union",
      ].join("\n"),
    );
  });

  it("say what was added, removed or refused, in every language", () => {
    expect(goldAddedReply(english, LEADER, goldSetting.titleOf).body).to.equal(
      "A gold question from now on\\: “who leads the union” Expected\\: an answer. It has to cite “Union calls strike”.",
    );
    for (const words of all) {
      expect(goldAddedReply(words, LEADER, goldSetting.titleOf).body).to.contain("who leads the union");
      expect(goldRemovedReply(words, LEADER).body).to.contain("who leads the union");
      const refusals = (["taken", "full", "unknown", "unsound"] as const).map(
        (why) => curatorFailureReply(words, { id: "gold-refused", why }).body,
      );
      expect(new Set(refusals).size).to.equal(4);
      expect(goldReply(words, { results: [], since: null }, goldSetting).body).to.match(/\.$/u);
    }
  });

  it("fit a message and mention nobody, whatever is in the file", () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 8 }), fc.constantFrom(...all), (texts, words) => {
        const results = texts.map((text, n): GoldResult => ({
          gold: { ...LEADER, id: `q${n}`, question: text },
          failure: n % 2 === 0 ? { id: "words-missing", missing: texts } : { id: "other-article", expected: texts },
          shown: [{ articleId: text, text }],
        }));
        const causes = texts.slice(0, 5).map((id) => ({ id, how: "changed" as const }));
        const regressions = results.map((now) => ({ before: passed, now, causes, found: "tried" as const }));
        const reply = goldReply(words, { results, since: { regressions, mended: [] } }, goldSetting);
        expect(reply.body.length).to.be.at.most(LIMITS.embed.descriptionLength);
        expect(reply.body.split("\n").filter((line) => /^[✓✗] /u.test(line)).length).to.be.at.most(GOLD_PER_PAGE);
        expect(reply.body).not.to.match(/(?<!\\)@|(?<!\\)\]\(/u);
        toMessage(reply, (what) => expect.fail(what));
      }),
    );
  });
});
