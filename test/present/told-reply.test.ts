import { expect } from "chai";
import type { Answer, Evidence } from "../../src/domain/answer.ts";
import type { Explanation } from "../../src/domain/explanation.ts";
import { toMessage } from "../../src/discord/message.ts";
import { answerReply } from "../../src/present/answers/answer-reply.ts";
import { toldReply } from "../../src/present/answers/told-reply.ts";
import { article } from "../fixtures/articles.ts";
import { shippedLanguages } from "../fixtures/languages.ts";

const EVIL = "@everyone <@1> [x](https://evil.example) **b** ||s|| `c`\n# head\u202Eend ";
const CHANGES = ["answered-now", "changed", "no-longer-answered"] as const;

const explanation: Explanation = {
  kind: "other",
  language: "en",
  threshold: 0.5,
  confidence: 1,
  ranking: [],
  silence: [],
};

/** A sentence of an article whose every part is as long and as odd as it can be. */
function evidence(number: number): Evidence {
  const text = EVIL.repeat(60).slice(0, 4_000);
  const of = article({
    id: `a${number}`,
    body: text,
    title: EVIL.repeat(10),
    publisher: EVIL.repeat(5),
    agency: EVIL,
    url: `https://news.example/${"*".repeat(1_800)}${number}`,
  });
  return {
    sentence: { article: of, position: 0, paragraph: 0, start: 0, end: text.length, text },
    score: 1,
    matches: [{ start: 0, end: 40 }],
    answers: [],
    contributions: [],
    dates: [],
    passageUrl: null,
  };
}

const points = [0, 10, 20].map((first) => ({
  evidence: evidence(first),
  also: [1, 2, 3, 4].map((further) => evidence(first + further)),
  stance: { how: "claimed", speaker: { start: 0, end: 30 } } as const,
}));
const question = { text: EVIL.repeat(5), context: [] };
const corrections = [1, 2, 3, 4, 5].map(() => ({ asked: EVIL.repeat(5), read: EVIL.repeat(5) }));
const conditions = [{ kind: "phrase", text: EVIL.repeat(3), excluded: false }] as const;
const common = { question, after: [], confidence: 1, corrections, conditions, explanation };

const ANSWERS: readonly Answer[] = [
  {
    ...common,
    status: "answered",
    points,
    disagreements: (["date", "number", "name"] as const).map((about) => ({
      about,
      sides: [0, 1, 2].map((point) => ({ value: EVIL.repeat(5), points: [point] })),
    })),
  },
  {
    ...common,
    status: "not-in-articles",
    closest: points,
    contradiction: points[0] ?? null,
    unknownWords: [EVIL.repeat(3), EVIL, EVIL],
  },
  { status: "unusable-question", question, reason: { id: "publisher-unknown", typed: EVIL.repeat(10) } },
];

const context = { command: "ask", action: "context", state: ["ref"] };
const stop = { command: "following", action: "end", state: ["Ab_-12345678"] };

describe("telling a follower", () => {
  it("fits into a message in every language, with nothing of an article or a question obeyed", () => {
    for (const words of shippedLanguages().all) {
      for (const change of CHANGES) {
        for (const answer of ANSWERS) {
          const reply = toldReply(words, answer, { change, newest: "2026-01-31", languages: ["en"], context, stop });
          const which = `${words.language} ${change} ${answer.status}`;
          toMessage(reply, (what) => expect.fail(`${which}: ${what} was shortened`));
          expect(reply.body.startsWith(`**${words.say(`told.${change}`)}**\n\n`), which).to.equal(true);
          // A title is plain text until it is sent.
          expect(reply.body, which).not.to.match(/(?<!\\)@|(?<!\\)<@|(?<!\\)\[x|\(https:\/\/evil|\u202E/u);
          expect(JSON.stringify(reply.controls), which).to.contain(words.say("button.stop-following"));
        }
      }
    }
  });

  it("shows the answer as /ask does, below what became of it", () => {
    const { english } = shippedLanguages();
    const [answer = expect.fail("no answer")] = ANSWERS;
    const setting = { newest: null, languages: ["en"] };
    const asked = answerReply(english, answer, { ...setting, visibility: "private", controls: [], lead: "" });
    const told = toldReply(english, answer, { ...setting, change: "changed", context, stop });
    expect(told).to.deep.include({ title: asked.title, footer: asked.footer, outcome: asked.outcome });
  });

  it("offers no context where nothing is quoted", () => {
    const { english } = shippedLanguages();
    const [, , answer = expect.fail("no answer")] = ANSWERS;
    const nothing = { ...context, state: [] };
    const { controls } = toldReply(english, answer, { newest: null, change: "changed", context: nothing, stop });
    expect(controls).to.containSubset([{ buttons: [{ label: "Stop following" }] }]);
    expect(JSON.stringify(controls)).not.to.contain("Context");
  });
});
