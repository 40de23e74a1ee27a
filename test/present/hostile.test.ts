import { expect } from "chai";
import type { Answer, Evidence, Point, SearchPage } from "../../src/domain/answer.ts";
import type { Article } from "../../src/domain/article.ts";
import type { LibraryStatus } from "../../src/domain/command.ts";
import type { Explanation } from "../../src/domain/explanation.ts";
import type { ActionRef } from "../../src/domain/reply.ts";
import type { Sentence } from "../../src/domain/sentence.ts";
import { aboutReply } from "../../src/present/people/about-reply.ts";
import { answerReply } from "../../src/present/answers/answer-reply.ts";
import { answerText, passageText } from "../../src/present/answers/answer-text.ts";
import { articleReply, noSuchArticleReply } from "../../src/present/answers/article-reply.ts";
import { explanationReply } from "../../src/present/answers/explanation-reply.ts";
import { explanationText } from "../../src/present/answers/explanation-text.ts";
import { helpReply } from "../../src/present/people/help-reply.ts";
import { passageReply } from "../../src/present/answers/passage-reply.ts";
import { searchReply } from "../../src/present/answers/search-reply.ts";
import { searchText } from "../../src/present/answers/search-text.ts";
import { sourcesReply } from "../../src/present/answers/sources-reply.ts";
import { article, corpusOf } from "../fixtures/articles.ts";
import { english } from "../fixtures/languages.ts";

const words = english();

/** Mentions, links, formatting, a heading on a line of its own, a bell, an escape sequence and a reversal of direction. */
const EVIL = "@everyone <@1> [x](https://evil.example) **b** ||s|| `c`\n# head\u0007\u001B[31m \u202Eend";

/** What would be left of it if it were not escaped. Our own links and bold words are none of these. */
const OBEYED = /@|<|\[x|\(https:\/\/evil|\*\*b|\|\||`|^\s*#/mu;
const UNSEEN = /\u202E|[^\P{Cc}\n]/u;

const ref: ActionRef = { command: "x", action: "y", state: [] };
const pageNumber = { page: 0, pages: 1 };
const page = { visibility: "public", newest: null, pageNumber, pageRef: () => ref, openRef: ref } as const;
const question = { text: "who", context: [] };
const harmless = article({ id: "a", body: "Nothing happened." });

function evidence(of: Article, text: string): Evidence {
  const sentence: Sentence = { article: of, position: 0, paragraph: 0, start: 0, end: text.length, text };
  return { sentence, score: 1, matches: [], answers: [], contributions: [], dates: [], passageUrl: null };
}

type Answered = Extract<Answer, { status: "answered" }>;

const explanation: Explanation = {
  kind: "other",
  language: "en",
  threshold: 0.5,
  confidence: 1,
  ranking: [],
  silence: [],
};

function pointOf(one: Evidence): Point {
  return { evidence: one, also: [], stance: null };
}

function answered(one: Evidence, more: Partial<Point> = {}): Answered {
  const points = [{ ...pointOf(one), ...more }];
  return {
    status: "answered",
    question,
    after: [],
    confidence: 1,
    points,
    disagreements: [],
    corrections: [],
    conditions: [],
    explanation,
  };
}

function disputed(value: string): Answer {
  const sides = [
    { value, points: [0] },
    { value: "other", points: [0] },
  ];
  return { ...answered(plain), disagreements: [{ about: "name", sides }] };
}

function asking(answer: Answered): Answer {
  return { ...answer, question: { text: EVIL, context: [] } };
}

function weighed(answer: Answered): Answer {
  const ranking = [{ name: EVIL, value: 1, weight: 1, effect: 1 }];
  return { ...answer, explanation: { ...explanation, ranking } };
}

function foreign(answer: Answered): Answer {
  return { ...answer, explanation: { ...explanation, language: EVIL, kind: EVIL } };
}

function unanswered(more: Partial<Extract<Answer, { status: "not-in-articles" }>>): Answer {
  return {
    status: "not-in-articles",
    question,
    after: [],
    confidence: 0,
    closest: [],
    contradiction: null,
    corrections: [],
    unknownWords: [],
    conditions: [],
    explanation,
    ...more,
  };
}

function found(one: Evidence, asked = "a"): SearchPage {
  return {
    query: "a",
    total: 1,
    totalIsExact: true,
    offset: 0,
    hits: [one],
    corrections: [{ asked, read: "b" }],
    conditions: [],
    unquoted: [],
    unusable: null,
  };
}

function passage(one: Evidence, around = "Around.") {
  const beside = { ...evidence(harmless, around).sentence, position: 1 };
  return { article: one.sentence.article, before: [], sentence: one.sentence, after: [beside] };
}

function status(event: Partial<LibraryStatus["event"]>): LibraryStatus {
  return {
    event: { ...corpusOf([]).event, ...event },
    corpusVersion: "0123456789ab",
    articleCount: 1,
    sentenceCount: 1,
    newest: null,
    daysSinceNewest: null,
    softwareVersion: "1.0.0",
  };
}

const inAnswer = (answer: Answer): string =>
  answerReply(words, answer, { visibility: "public", newest: null, controls: [] }).body;
const inSearch = (one: Evidence, asked?: string): string =>
  searchReply(words, found(one, asked), { ...page, refOf: () => "r" }).body;
const inArticle = (own: Partial<Article>, origin?: Article): string =>
  articleReply(words, article({ id: "a", body: "Text.", ...own }), {
    visibility: "public",
    page: 0,
    origin,
    pageRef: () => ref,
  }).body;
const inSources = (own: Partial<Article>): string =>
  sourcesReply(words, [article({ id: "a", body: "Text.", ...own })], { ...page, total: 1 }).body;
const inHelp = (event: Partial<LibraryStatus["event"]>): string => helpReply(words, status(event), []).body;
const inAbout = (event: Partial<LibraryStatus["event"]>): string => aboutReply(words, status(event), "public").body;

const titled = evidence(article({ id: "a", body: "Text.", title: EVIL }), "Text.");
const unlinked = evidence(article({ id: "a", body: "Text.", title: EVIL, url: null }), "Text.");
const linked = evidence(article({ id: "a", body: "Text.", url: EVIL }), "Text.");
const published = evidence(article({ id: "a", body: "Text.", publisher: EVIL }), "Text.");
const said = evidence(harmless, EVIL);
const plain = evidence(harmless, "Text.");
const matched: Evidence = {
  ...plain,
  contributions: [
    { asked: EVIL, matched: EVIL, how: "fuzzy", field: "sentence", score: 2 },
    { asked: EVIL, matched: EVIL, how: "alias", field: "title", score: 1 },
  ],
};
const denied: Answer = {
  ...answered(said, { stance: { how: "denied", speaker: { start: 0, end: EVIL.length } } }),
  disagreements: [
    {
      about: "stance",
      sides: [
        { value: "denied", points: [0] },
        { value: "claimed", points: [0] },
      ],
    },
  ],
};
const corrected = { corrections: [{ asked: EVIL, read: "b" }] };

/** Every place where words that are not ours stand in a reply, one at a time. */
const IN_DISCORD: Readonly<Record<string, string>> = {
  "an answer's sentence": inAnswer(answered(said)),
  "a closest passage": inAnswer(unanswered({ closest: [pointOf(said)] })),
  "a footnote's title": inAnswer(answered(titled)),
  "a footnote's publisher": inAnswer(answered(published)),
  "an unknown word": inAnswer(unanswered({ unknownWords: [EVIL] })),
  "a point's further footnote": inAnswer(answered(plain, { also: [published] })),
  "a contradiction": inAnswer(unanswered({ contradiction: pointOf(said) })),
  "a side of a disagreement": inAnswer(disputed(EVIL)),
  "whoever denies it": inAnswer(denied),
  "the question explained": explanationReply(words, asking(answered(plain)), null).body,
  "a matched word explained": explanationReply(words, answered(matched), null).body,
  "a feature explained": explanationReply(words, weighed(answered(plain)), null).body,
  "a language explained": explanationReply(words, foreign(answered(plain)), null).body,
  "a spelling that was corrected": inAnswer({ ...answered(plain), ...corrected }),
  "a spelling that was corrected in vain": inAnswer(unanswered(corrected)),
  "a passage found": inSearch(said),
  "the title of a passage's article": inSearch(titled),
  "the publisher of a passage's article": inSearch(published),
  "a corrected search word": inSearch(plain, EVIL),
  "the sentence of a passage": passageReply(words, [passage(said)]).body,
  "the sentence beside it": passageReply(words, [passage(plain, EVIL)]).body,
  "the title above a passage": passageReply(words, [passage(titled)]).body,
  "the publisher above a passage": passageReply(words, [passage(published)]).body,
  "an article's text": inArticle({ body: EVIL }),
  "an article's publisher": inArticle({ publisher: EVIL }),
  "an article's agency": inArticle({ agency: EVIL }),
  "an article's author": inArticle({ authors: [EVIL] }),
  "an article's note": inArticle({ note: EVIL }),
  "what an article is a reprint of": inArticle({}, article({ id: "b", body: "Text.", title: EVIL, publisher: EVIL })),
  "an article that does not exist": noSuchArticleReply(words, EVIL).body,
  "a title in the list of articles": inSources({ title: EVIL }),
  "a publisher in the list of articles": inSources({ publisher: EVIL }),
  "the event's name in /help": inHelp({ name: EVIL }),
  "the event's example in /help": inHelp({ examples: [EVIL] }),
  "a command's name in /help": helpReply(words, status({}), [{ name: EVIL, subcommand: EVIL }]).body,
  "the event's name in /about": inAbout({ name: EVIL }),
  "the event's description in /about": inAbout({ description: EVIL }),
};

const AT_THE_TERMINAL: Readonly<Record<string, string>> = {
  "an answer's sentence": answerText(words, answered(said), null),
  "a closest passage": answerText(words, unanswered({ closest: [pointOf(said)] }), null),
  "a footnote's title": answerText(words, answered(titled), null),
  "a footnote's publisher": answerText(words, answered(published), null),
  "an unknown word": answerText(words, unanswered({ unknownWords: [EVIL] }), null),
  "a point's further footnote": answerText(words, answered(plain, { also: [published] }), null),
  "a contradiction": answerText(words, unanswered({ contradiction: pointOf(said) }), null),
  "a side of a disagreement": answerText(words, disputed(EVIL), null),
  "whoever denies it": answerText(words, denied, null),
  "a matched word explained": explanationText(words, answered(matched)),
  "a feature explained": explanationText(words, weighed(answered(plain))),
  "a spelling that was corrected": answerText(words, { ...answered(plain), ...corrected }, null),
  "a passage found": searchText(words, found(said)),
  "the title of a passage's article": searchText(words, found(titled)),
  "the title of an article without an address": answerText(words, answered(unlinked), null),
  "the address of an article": answerText(words, answered(linked), null),
  "a corrected search word": searchText(words, found(plain, EVIL)),
  "the sentence of a passage": passageText(words, passage(said)),
  "the sentence beside it": passageText(words, passage(plain, EVIL)),
  "the title above a passage": passageText(words, passage(titled)),
};

const ABOVE_A_REPLY: Readonly<Record<string, string | null>> = {
  "a question": answerReply(
    words,
    { ...answered(plain), question: { text: EVIL, context: [] } },
    { visibility: "public", newest: null, controls: [] },
  ).title,
  "words searched": searchReply(words, { ...found(plain), query: EVIL }, { ...page, refOf: () => "r" }).title,
  "words searched in vain": searchReply(
    words,
    { ...found(plain), hits: [], query: EVIL },
    { ...page, refOf: () => "r" },
  ).title,
  "an article's title": articleReply(words, titled.sentence.article, {
    visibility: "public",
    page: 0,
    origin: undefined,
    pageRef: () => ref,
  }).title,
};

describe("words that are not ours", () => {
  for (const [place, body] of Object.entries(IN_DISCORD)) {
    it(`are text and nothing else in Discord: ${place}`, () => {
      const bare = body.replaceAll(/\\[^\p{L}\p{N}\s]/gu, "");
      expect(bare).to.contain("everyone");
      expect(bare).not.to.match(OBEYED);
      expect(bare).not.to.match(UNSEEN);
    });
  }

  for (const [place, text] of Object.entries(AT_THE_TERMINAL)) {
    it(`cannot steer a terminal: ${place}`, () => {
      expect(text).to.contain("everyone");
      expect(text).not.to.match(UNSEEN);
      expect(text).not.to.match(/^# head/mu);
    });
  }

  for (const [place, title] of Object.entries(ABOVE_A_REPLY)) {
    it(`stand on one line above a reply: ${place}`, () => {
      expect(title).to.contain("everyone").and.not.match(UNSEEN).and.not.contain("\n");
    });
  }
});
