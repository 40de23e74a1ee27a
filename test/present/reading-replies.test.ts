import { expect } from "chai";
import fc from "fast-check";
import { toMessage } from "../../src/discord/message.ts";
import type { Evidence, Point } from "../../src/domain/answer.ts";
import type { CheckedClaim, DatedPoint, Quote } from "../../src/domain/reading.ts";
import type { Reply } from "../../src/domain/reply.ts";
import type { Words } from "../../src/domain/words.ts";
import { aboutNameReply, unknownNameReply } from "../../src/present/answers/about-name-reply.ts";
import { checkReply, claimReply } from "../../src/present/answers/check-reply.ts";
import { claimFrom, claimValue } from "../../src/present/answers/claim-value.ts";
import { latestReply } from "../../src/present/answers/latest-reply.ts";
import { quoteReply } from "../../src/present/answers/quote-reply.ts";
import { article } from "../fixtures/articles.ts";
import { shippedLanguages } from "../fixtures/languages.ts";

const { all, english } = shippedLanguages();

const text = fc.oneof(
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }),
  fc.integer({ min: 1, max: 4_000 }).map((length) => "*~ [x](y) ".repeat(400).slice(0, length)),
  fc.integer({ min: 1, max: 4_000 }).map((length) => "one long sentence ".repeat(230).slice(0, length)),
  fc.integer({ min: 1, max: 4_000 }).map((length) => "@".repeat(length)),
);

const anyEvidence: fc.Arbitrary<Evidence> = fc
  .tuple(text, fc.stringMatching(/^[a-z]{1,6}$/u), text, fc.nat(1_900))
  .map(([said, id, title, length]) => {
    const of = article({
      id,
      body: said,
      title: title.slice(0, 300),
      publisher: title.slice(0, 200),
      url: `https://a.example/${"p(".repeat(length / 2)}`,
    });
    const sentence = { article: of, position: 0, paragraph: 0, start: 0, end: said.length, text: said };
    const half = { start: 0, end: Math.ceil(said.length / 2) };
    // Every third character a date that is spelled out.
    const dates = Array.from({ length: Math.min(60, Math.floor(said.length / 3)) }, (_, place) => ({
      start: place * 3,
      end: place * 3 + 2,
      text: said.slice(place * 3, place * 3 + 2),
      from: "2021-05-03",
      to: "2021-06-04",
      precision: "range" as const,
      relative: true,
    }));
    return { sentence, score: 1, matches: [half], answers: [], contributions: [], dates, passageUrl: null };
  });

const anyPoint: fc.Arbitrary<Point> = fc.record({
  evidence: anyEvidence,
  also: fc.array(anyEvidence, { maxLength: 4 }),
  stance: fc.constant(null),
});

const anyDated: fc.Arbitrary<DatedPoint> = fc.record({
  date: fc.constantFrom(null, "2021", "2021-05", "2021-05-30"),
  point: anyPoint,
});
const anyQuote: fc.Arbitrary<Quote> = fc.record({
  speaker: text,
  how: fc.constantFrom("claimed", "denied", "confirmed", "reported"),
  evidence: anyEvidence,
  also: fc.array(anyEvidence, { maxLength: 4 }),
});
const anyClaim: fc.Arbitrary<CheckedClaim> = fc.record({
  claim: text,
  verdict: fc.constantFrom("said", "otherwise", "unsaid"),
  points: fc.array(anyPoint, { maxLength: 3 }),
});
const anyWords = fc.constantFrom(...all);

const ref = { command: "x", action: "y", state: [] };
let made = 0;
const list = {
  visibility: "public",
  newest: "2021-05-14",
  pageNumber: { page: 1, pages: 400 },
  pageRef: (page: number) => ({ ...ref, state: [String(page)] }),
  openRef: ref,
  refOf: () => `ref.${String((made += 1))}`,
} as const;
const check = { newest: "2021-05-14", byBot: true, isCut: true, claimRef: ref, refOf: () => "abcdefgh.1234567" };

const nameReply = (words: Words, name: string, aliases: readonly string[], points: readonly DatedPoint[]): Reply =>
  aboutNameReply(words, { name, aliases, points, offset: 5, total: 2_000 }, list);

/** That Discord takes the reply as it is, with a footnote for every article quoted. */
function expectToFit(reply: Reply, quoted: readonly Evidence[] = []): void {
  // An entry of the list whose sentence shows nothing is left out, with the note of the last gate.
  toMessage(reply, (what) => {
    if (what !== "select.options") expect.fail(`${what} was shortened`);
  });
  const notes = reply.body.match(/^-# [¹²³⁴⁵⁶⁷⁸⁹⁰]+ /gmu) ?? [];
  expect(new Set(notes).size).to.be.at.least(new Set(quoted.map(({ sentence }) => sentence.article.id)).size);
}

describe("replies with articles of extreme lengths", () => {
  it("fit a message: a name's points", () => {
    const points = fc.array(anyDated, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(anyWords, text, fc.array(text, { maxLength: 30 }), points, (words, name, aliases, told) => {
        const quoted = told.map(({ point }) => point.evidence);
        expectToFit(nameReply(words, name, aliases, told), quoted);
      }),
    );
  });

  it("fit a message: quotations", () => {
    const quotes = fc.array(anyQuote, { maxLength: 5 });
    fc.assert(
      fc.property(anyWords, fc.option(text), fc.option(text), quotes, (words, by, about, found) => {
        const quoted = found.map(({ evidence }) => evidence);
        expectToFit(quoteReply(words, { by, about }, { quotes: found, offset: 0, total: 300 }, list), quoted);
      }),
    );
  });

  it("fit a message: new articles", () => {
    const leads = fc.array(anyEvidence, { maxLength: 5 });
    fc.assert(
      fc.property(anyWords, fc.constantFrom(null, "2021", "2021-05-01"), leads, (words, since, found) => {
        const articles = found.map((lead) => ({ article: lead.sentence.article, lead }));
        expectToFit(latestReply(words, { since, articles, offset: 0, total: 300 }, list));
      }),
    );
  });

  it("fit a message: claims, all of which are there or in the list", () => {
    const claims = fc.array(anyClaim, { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(anyWords, claims, (words, found) => {
        const reply = checkReply(words, { claims: found, passedOver: 70 }, check);
        const [row] = reply.controls;
        const further = row?.type === "select" ? row.select.options.length : 0;
        const shown = found.slice(0, found.length - further);
        expect(reply.body.match(/^> /gmu)?.length).to.equal(shown.length);
        expectToFit(
          reply,
          shown.flatMap(({ points }) => points.slice(0, 2).map(({ evidence }) => evidence)),
        );
      }),
    );
  });

  it("fit a message: one claim of the list", () => {
    fc.assert(
      fc.property(anyWords, anyClaim, (words, { claim, verdict, points }) => {
        const shown = points.slice(0, 2).map(({ evidence }) => evidence);
        const passages = shown.map(({ sentence }) => sentence);
        expectToFit(claimReply(words, { claim, verdict, passages }, null), shown);
      }),
    );
  });

  it("fit a message: a name that nobody mentions", () => {
    fc.assert(
      fc.property(anyWords, text, fc.uniqueArray(text, { maxLength: 9 }), (words, typed, names) => {
        const near = names.map((name, place) => ({ name: `N${name}`, ref: { ...ref, state: [String(place)] } }));
        expectToFit(unknownNameReply(words, typed, near));
      }),
    );
  });
});

describe("a claim in a list", () => {
  const refs = fc.array(fc.stringMatching(/^[A-Za-z0-9_-]{8}\.[a-z0-9]{1,7}$/u), { maxLength: 3 });

  it("is found again, with what was found, as far as its text has room", () => {
    const verdicts = fc.constantFrom("said", "otherwise", "unsaid" as const);
    fc.assert(
      fc.property(fc.nat(11), verdicts, refs, text, (place, verdict, found, claim) => {
        const said = `A${claim}`;
        const value = claimValue(place, { verdict, refs: found, claim: said });
        expect(value.length).to.be.at.most(100);
        const read = claimFrom(value);
        expect(read).to.deep.include({ verdict, refs: found.slice(0, 2) });
        expect(read?.claim.slice(0, 1)).to.equal("A");
      }),
    );
  });

  it("is nothing where it is forged, and never an error", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (value) => claimFrom(value) === null));
  });
});

describe("words that are not ours", () => {
  const EVIL = "@everyone <@1> [x](https://evil.example) **b** ||s|| `c`\n# head\u0007 \u202Eend";
  const OBEYED = /@|<|\[x|\(https:\/\/evil|\*\*b|\|\||`|^\s*#|\u202E/mu;
  const evil: Evidence = {
    sentence: {
      article: article({ id: "a", body: EVIL, title: EVIL, publisher: EVIL, agency: EVIL }),
      position: 0,
      paragraph: 0,
      start: 0,
      end: EVIL.length,
      text: EVIL,
    },
    score: 1,
    matches: [],
    answers: [],
    contributions: [],
    dates: [],
    passageUrl: null,
  };
  const point: Point = { evidence: evil, also: [], stance: null };
  const bodies: Readonly<Record<string, string>> = {
    "a name's points": nameReply(english, "a", [EVIL], [{ date: null, point }]).body,
    "a name that is unknown": unknownNameReply(english, EVIL, []).body,
    "a speaker": quoteReply(
      english,
      { by: "a", about: null },
      { quotes: [{ speaker: EVIL, how: "denied", evidence: evil, also: [] }], offset: 0, total: 1 },
      list,
    ).body,
    "a new article": latestReply(
      english,
      { since: null, articles: [{ article: evil.sentence.article, lead: evil }], offset: 0, total: 1 },
      list,
    ).body,
    "a claim": checkReply(
      english,
      { claims: [{ claim: EVIL, verdict: "said", points: [point] }], passedOver: 0 },
      check,
    ).body,
    "a claim of the list": claimReply(english, { claim: EVIL, verdict: "said", passages: [evil.sentence] }, null).body,
  };

  for (const [place, body] of Object.entries(bodies)) {
    it(`are text and nothing else: ${place}`, () => {
      expect(body).to.contain("everyone");
      expect(body.replaceAll(/\\[^\p{L}\p{N}\s]/gu, "")).not.to.match(OBEYED);
    });
  }

  it("stand on one line above a reply", () => {
    const titles = [
      nameReply(english, EVIL, [], []).title,
      quoteReply(english, { by: EVIL, about: EVIL }, { quotes: [], offset: 0, total: 0 }, list).title,
    ];
    for (const title of titles)
      expect(title)
        .to.contain("everyone")
        .and.not.match(/\n|\u202E/u);
  });
});
