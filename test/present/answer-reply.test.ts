import { expect } from "chai";
import fc from "fast-check";
import { toMessage } from "../../src/discord/message.ts";
import type { Answer, Evidence, Point } from "../../src/domain/answer.ts";
import type { Explanation, Weighed } from "../../src/domain/explanation.ts";
import { answerReply } from "../../src/present/answers/answer-reply.ts";
import { answerText } from "../../src/present/answers/answer-text.ts";
import { explanationReply } from "../../src/present/answers/explanation-reply.ts";
import { explanationText } from "../../src/present/answers/explanation-text.ts";
import { shownPoints } from "../../src/present/answers/shown-points.ts";
import { article } from "../fixtures/articles.ts";
import { english, shippedLanguages } from "../fixtures/languages.ts";

const words = english();

const explanation: Explanation = {
  kind: "time",
  language: "en",
  threshold: 0.5,
  confidence: 0.747,
  ranking: [],
  silence: [
    { name: "said", value: 0.5, weight: 2, effect: 1 },
    { name: "bias", value: 1, weight: -2, effect: -2 },
    { name: "new-fangled", value: 1, weight: 0.25, effect: 0.25 },
    { name: "margin", value: 0, weight: 3, effect: 0 },
  ],
};

function evidence(text: string, id: string, own: object = {}): Evidence {
  const of = article({ id, body: text, title: `Title ${id}`, publisher: `Paper ${id}`, ...own });
  const sentence = { article: of, position: 0, paragraph: 0, start: 0, end: text.length, text };
  return { sentence, score: 1, matches: [], answers: [], contributions: [], dates: [], passageUrl: null };
}

function point(text: string, id: string, also: readonly Evidence[] = []): Point {
  return { evidence: evidence(text, id), also, stance: null };
}

type Answered = Extract<Answer, { status: "answered" }>;
type Silent = Extract<Answer, { status: "not-in-articles" }>;

const common = {
  question: { text: "when did the dam break", context: [] },
  after: [],
  confidence: 0.747,
  corrections: [],
  conditions: [],
  explanation,
};
const answered = (more: Partial<Answered>): Answered => ({
  ...common,
  status: "answered",
  points: [],
  disagreements: [],
  ...more,
});
const silent = (more: Partial<Silent>): Silent => ({
  ...common,
  status: "not-in-articles",
  closest: [],
  contradiction: null,
  unknownWords: [],
  ...more,
});
const setting = { visibility: "public", newest: "2021-05-14", controls: [] } as const;
const bodyOf = (answer: Answer): readonly string[] => answerReply(words, answer, setting).body.split("\n");

const broke3 = "The dam broke on 3 May 2021.";
const broke4 = "The dam broke on 4 May 2021.";

describe("a point that several articles tell", () => {
  const told = answered({
    points: [point(broke3, "a", [evidence(broke3, "b")]), point(broke4, "b"), point("It was old.", "c")],
  });

  it("stands once, with the footnotes of all, numbered as they appear", () => {
    expect(bodyOf(told)).to.deep.equal([
      `${broke3}¹,²`,
      "",
      `${broke4}²`,
      "",
      "It was old.³",
      "",
      "-# ¹ Paper a, [“Title a”](https://news.example/a), 10 May 2021 · 4 days before the newest article",
      "-# ² Paper b, [“Title b”](https://news.example/b), 10 May 2021 · 4 days before the newest article",
      "-# ³ Paper c, [“Title c”](https://news.example/c), 10 May 2021 · 4 days before the newest article",
    ]);
    expect(answerReply(words, told, setting).footer).to.equal(
      "3 articles, 3 independent sources · articles up to 14 May 2021",
    );
  });

  it("does so in a terminal", () => {
    expect(answerText(words, told, null)).to.match(
      /^The dam broke on 3 May 2021\. \[1\]\[2\]\nThe dam broke on 4 May 2021\. \[2\]\n/u,
    );
  });
});

describe("how well founded and how fresh an answer is", () => {
  const fresh = { ...setting, corpusVersion: "0123456789ab", daysSinceNewest: 20 };
  const two = answered({ points: [point(broke3, "a", [evidence(broke3, "b")])] });

  it("counts what is independent, and names the state of the articles in short", () => {
    expect(answerReply(words, two, { ...fresh, independentSources: () => 1 }).footer).to.equal(
      "2 articles, 1 independent source · articles up to 14 May 2021 · corpus 0123456",
    );
  });

  it("warns of articles that are old, in months or in years, and of no others", () => {
    const lastLine = (daysSinceNewest: number | null, spoken = words): string | undefined =>
      answerReply(spoken, two, { ...fresh, daysSinceNewest })
        .body.split("\n")
        .at(-1);
    expect(lastLine(400)).to.equal("-# The newest article is 13 months old\\: what came later is not in it.");
    expect(lastLine(2_000)).to.equal("-# The newest article is 5 years old\\: what came later is not in it.");
    expect(lastLine(400, shippedLanguages().wordsFor("de"))).to.contain("Der neueste Artikel ist 13 Monate alt");
    for (const days of [0, 179, null]) expect(lastLine(days)).to.match(/^-# ²/u);
  });

  it("leads to the very passage where it can be linked, and browsers still find it", () => {
    const linked = { ...evidence(broke3, "a"), passageUrl: "https://news.example/a#:~:text=The%20dam,2021." };
    const told = answered({ points: [{ evidence: linked, also: [], stance: null }] });
    expect(bodyOf(told)).to.include(
      "-# ¹ Paper a, [“Title a”](https://news.example/a#:~:text=The%20dam,2021.), 10 May 2021 · 4 days before the newest article",
    );
  });
});

describe("an answer on a phone", () => {
  const long = `${"The inquiry that the ministry had ordered found that ".repeat(8)}the dam broke on 3 May 2021.`;
  const seen = (body: string): number => body.replaceAll(/\]\([^)]*\)|[\\*[]|^-# /gmu, "").length;

  it("takes one look, however long the sentences and titles are", () => {
    const titled = (id: string): Evidence => evidence(long, id, { title: "The dam above Aas ".repeat(12).trim() });
    const points = ["a", "b", "c"].map((id) => ({
      evidence: titled(id),
      also: [titled(`${id}2`), titled(`${id}3`)],
      stance: null,
    }));
    const { body } = answerReply(words, answered({ points }), setting);
    expect(seen(body)).to.be.at.most(1_400);
    const titles = [...body.matchAll(/“([^”]*)”/gu)].map(([, title = ""]) => title);
    expect(titles).not.to.be.empty;
    for (const title of titles) expect(title).to.match(/^The dam above Aas .{0,60}(?:The|dam|above|Aas)…$/u);
  });

  it("still shows the words that answer where they stand late in a long sentence", () => {
    const start = long.indexOf("3 May 2021");
    const late = { ...evidence(long, "a"), answers: [{ start, end: start + "3 May 2021".length }] };
    const { body } = answerReply(words, answered({ points: [{ evidence: late, also: [], stance: null }] }), setting);
    expect(body).to.contain("**3 May 2021**");
  });
});

describe("articles that disagree", () => {
  const dates = answered({
    points: [point(broke3, "a", [evidence(broke3, "b")]), point(broke4, "c")],
    disagreements: [
      {
        about: "date",
        sides: [
          { value: "2021-05-03", points: [0] },
          { value: "2021-05-04", points: [1] },
        ],
      },
    ],
  });

  it("are set side by side under a line of their own, each side with its footnotes", () => {
    expect(bodyOf(dates)).to.include.members([
      "The articles give different dates:",
      "- **3 May 2021**¹,²",
      "- **4 May 2021**³",
    ]);
    expect(answerText(words, dates, null)).to.contain(
      "The articles give different dates:\n- 3 May 2021 [1][2]\n- 4 May 2021 [3]",
    );
  });

  it("are told from others by colour, and not by colour alone", () => {
    const colourOf = (answer: Answer): number | undefined =>
      toMessage(answerReply(words, answer, setting), () => {}).embeds[0].color;
    expect(answerReply(words, dates, setting).outcome).to.equal("disagreement");
    const outcomes = [dates, { ...dates, disagreements: [] }, silent({})];
    expect(new Set(outcomes.map((answer) => colourOf(answer))).size).to.equal(3);
  });

  it("about whether it is so are told with who says what", () => {
    const denial = "The owners denied that the dam was old.";
    const answer = answered({
      points: [
        {
          ...point("Inspectors said the dam was old.", "a"),
          stance: { how: "reported", speaker: { start: 0, end: 10 } },
        },
        { ...point(denial, "b"), stance: { how: "denied", speaker: { start: 0, end: 10 } } },
        point("The dam was old.", "c"),
      ],
      disagreements: [
        {
          about: "stance",
          sides: [
            { value: "reported", points: [0, 2] },
            { value: "denied", points: [1] },
          ],
        },
      ],
    });
    expect(bodyOf(answer)).to.include.members([
      "This is disputed:",
      "- **Said by Inspectors**¹,³",
      "- **Denied by the owners**²",
    ]);
  });
});

describe("a question that takes something wrong for granted", () => {
  it("is set right above the closest passages, under its own heading", () => {
    const answer = silent({ contradiction: point(broke3, "a"), closest: [point("It was old.", "b")] });
    expect(bodyOf(answer)).to.deep.equal([
      "**The articles do not say.**",
      "",
      "**The articles say otherwise:**",
      `${broke3}¹`,
      "",
      "Closest passages, which may not answer the question:",
      "",
      "It was old.²",
      "",
      "-# ¹ Paper a, [“Title a”](https://news.example/a), 10 May 2021 · 4 days before the newest article",
      "-# ² Paper b, [“Title b”](https://news.example/b), 10 May 2021 · 4 days before the newest article",
    ]);
    expect(answerText(words, answer, null)).to.contain(
      `The articles say otherwise:\n\n${broke3} [1]\n\nClosest passages`,
    );
  });
});

describe("why this answer", () => {
  const explained: Answer = answered({
    corrections: [{ asked: "damm", read: "dam" }],
    points: [
      {
        ...point(broke3, "a"),
        evidence: {
          ...evidence(broke3, "a"),
          contributions: [
            { asked: "break", matched: "broke", how: "exact", field: "sentence", score: 1 },
            { asked: "damm", matched: "dam", how: "fuzzy", field: "sentence", score: 2 },
            { asked: "damm", matched: "dam", how: "fuzzy", field: "title", score: 1 },
            { asked: "NTX", matched: "ntx", how: "alias", field: "sentence", score: 0.4 },
            { asked: "SU", matched: "seafarers union", how: "alias", field: "neighbours", score: 0.5 },
          ],
        },
      },
    ],
  });

  it("says how the question was read, what matched where, and what tipped the scales", () => {
    expect(explanationText(words, explained)).to.equal(
      [
        "How I read the question",
        "  You ask: when.",
        "  I read “damm” as “dam”.",
        "  “SU” is looked up under all names of “seafarers union”.",
        "",
        "What matched in the first sentence",
        "  “damm”, read as “dam”: in the sentence and in the title",
        "  “break”: in the sentence",
        "  “SU”, or another name of it: in the sentences around it",
        "  “NTX”, or another name of it: in the sentence",
        "",
        "How sure I am",
        "  74% sure; 50% is needed, so I answer.",
        "  −2.00 where every question starts",
        "  +1.00 share of the question that it says",
        "  +0.25 new-fangled",
      ].join("\n"),
    );
  });

  it("is told in Discord to the person who wants to know", () => {
    const reply = explanationReply(words, explained, null);
    expect(reply).to.deep.include({ visibility: "private", outcome: "information", title: "Why this answer?" });
    expect(reply.body).to.match(
      /^-# when did the dam break\n\n\*\*How I read the question\*\*\n- You ask\\: when\.\n/u,
    );
  });

  it("says why there is none, what no article has, and in which language it was asked", () => {
    const { title, body } = explanationReply(
      words,
      silent({ unknownWords: ["bitcoin"], explanation: { ...explanation, language: "fr", confidence: 0.4999 } }),
      null,
    );
    expect(title).to.equal("Why no answer?");
    expect(body).to.contain("The question is in French").and.contain("No article mentions “bitcoin”.");
    expect(body).to.contain("No sentence came close.").and.contain("49% sure; 50% is needed, so I do not call");
  });

  it("names at most eight features, those with the largest effects first", () => {
    const ranking: readonly Weighed[] = Array.from({ length: 20 }, (_, place) => ({
      name: `f${String(place)}`,
      value: 1,
      weight: place - 10,
      effect: place - 10,
    }));
    const told = explanationText(words, { ...explained, explanation: { ...explanation, ranking } });
    expect(told.match(/ f\d+$/gmu)).to.deep.equal([" f0", " f1", " f19", " f2", " f18", " f3", " f17", " f4"]);
  });
});

describe("a reply of any content", () => {
  const text = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 60 }),
    fc.integer({ min: 1, max: 4_000 }).map((length) => "*~ [x](y) ".repeat(400).slice(0, length)),
    fc.integer({ min: 1, max: 4_000 }).map((length) => "one long sentence ".repeat(230).slice(0, length)),
  );
  const anyEvidence = fc
    .tuple(text, fc.string({ minLength: 1, maxLength: 6 }), text, fc.nat(1_900))
    .map(([words, id, title, length]) =>
      evidence(words, id, {
        title: title.slice(0, 300),
        publisher: title.slice(0, 200),
        url: `https://a.example/${"p(".repeat(length / 2)}`,
      }),
    );
  const anyPoint = fc.record({
    evidence: anyEvidence,
    also: fc.array(anyEvidence, { maxLength: 4 }),
    stance: fc.constantFrom(null, { how: "denied", speaker: { start: 0, end: 300 } } as const),
  });
  const points = fc.array(anyPoint, { minLength: 1, maxLength: 3 });
  const corrections = fc.array(fc.record({ asked: text, read: text }), { maxLength: 40 });
  const disagreements = fc.array(
    fc.record({
      about: fc.constantFrom("date", "number", "name", "stance" as const),
      sides: fc.array(fc.record({ value: text, points: fc.constantFrom([0], [0, 1, 2]) }), {
        minLength: 2,
        maxLength: 3,
      }),
    }),
    { maxLength: 2 },
  );
  const anyAnswer: fc.Arbitrary<Answer> = fc.oneof(
    fc.record({ points, disagreements, corrections }).map((more) => answered(more)),
    fc
      .record({ closest: points, contradiction: anyPoint, corrections, unknownWords: fc.array(text, { maxLength: 5 }) })
      .map((more) => silent(more)),
  );

  it("leaves within Discord's limits, with a footnote for every article quoted", () => {
    fc.assert(
      fc.property(anyAnswer, text, (answer, asked) => {
        const asking = { ...answer, question: { text: asked, context: [] } };
        for (const reply of [answerReply(words, asking, setting), explanationReply(words, asking, "2021-05-14")]) {
          toMessage(reply, (what) => expect.fail(`${what} was shortened`));
        }
        const { body } = answerReply(words, asking, setting);
        const notes = body.match(/^-# [¹²³⁴⁵⁶⁷⁸⁹⁰]+ /gmu) ?? [];
        const quoted = shownPoints(asking).map(({ evidence: { sentence } }) => sentence.article.id);
        expect(notes.length).to.be.at.least(new Set(quoted).size);
      }),
      { numRuns: 300 },
    );
  });
});
