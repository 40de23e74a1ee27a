import { expect } from "chai";
import type { Answer } from "../../src/domain/answer.ts";
import type { LibraryStatus } from "../../src/domain/command.ts";
import { aboutReply } from "../../src/present/about-reply.ts";
import { answerReply } from "../../src/present/answer-reply.ts";
import { answerText } from "../../src/present/answer-text.ts";
import { noSuchArticleReply } from "../../src/present/article-reply.ts";
import { helpReply } from "../../src/present/help-reply.ts";
import { passageReply } from "../../src/present/passage-reply.ts";
import { sentencesOf } from "../../src/text/sentences-of.ts";
import { article, corpusOf } from "../fixtures/articles.ts";

/** Text that would mention, link, format, run or turn the direction if anything let it through. */
const HOSTILE = "@everyone [x](https://evil.example) **b** `c` \u202Eflip\u202C \u200B\u001B[31m";

/** What is left of Markdown once everything escaped is taken out. */
const active = (markdown: string): string => markdown.replaceAll(/\\[^\p{L}\p{N}\s]/gu, "");

function expectInert(markdown: string): void {
  expect(markdown).to.contain("everyone");
  expect(active(markdown)).not.to.match(/@everyone|\]\(https:\/\/evil|https:\/\/evil|\*\*b|`c/u);
  expect(markdown).not.to.match(/[\u202E\u202C\u200B\u001B]/u);
}

const setting = { visibility: "public", newest: null, buttons: [] } as const;
const question = { text: HOSTILE, context: [] };
const [sentence] = sentencesOf(article({ id: "one", title: HOSTILE, publisher: HOSTILE, body: `${HOSTILE} end.` }));
if (sentence === undefined) throw new Error("the fixture has no sentence");
const evidence = { sentence, score: 1, matches: [], answers: [], contributions: [], dates: [] };
const silent: Answer = {
  status: "not-in-articles",
  question,
  confidence: 0,
  closest: [evidence],
  corrections: [{ asked: HOSTILE, read: HOSTILE }],
  unknownWords: [HOSTILE],
};
const status: LibraryStatus = {
  event: { ...corpusOf([]).event, name: HOSTILE, description: HOSTILE, examples: [HOSTILE] },
  corpusVersion: "0123456789ab",
  articleCount: 1,
  sentenceCount: 1,
  rejectedCount: 0,
  newest: null,
  softwareVersion: "0.0.0",
};

describe("hostile text in a reply", () => {
  it("is shown as it is: sentences, titles, publishers", () => {
    const body = answerReply({ ...silent, status: "answered", evidence: [evidence] }, setting).body;
    expectInert(body);
  });

  it("is shown as it is: words that no article has, and corrected spellings", () => {
    const { body } = answerReply({ ...silent, closest: [] }, setting);
    for (const line of body.split("\n\n")) expectInert(line);
  });

  it("is shown as it is: an article's name that does not exist", () => {
    expectInert(noSuchArticleReply(HOSTILE).body);
  });

  it("is shown as it is: the event's name, description and examples", () => {
    const help = helpReply(status, [{ name: "ask", description: HOSTILE }]).body.split("\n\n");
    for (const paragraph of help.slice(0, 3)) expectInert(paragraph);
    const [, about = ""] = aboutReply(status, "public").body.split("\n\n");
    for (const line of about.split("\n")) expect(active(line)).not.to.match(/@everyone|\]\(https|`c/u);
    expectInert(about.split("\n").slice(1).join("\n"));
  });

  it("is shown as it is: a passage and its source", () => {
    const passage = { article: sentence.article, before: [sentence], sentence, after: [] };
    expectInert(passageReply([passage]).body);
  });
});

describe("hostile text in a terminal", () => {
  it("moves no cursor and turns no direction", () => {
    for (const answer of [
      silent,
      { ...silent, closest: [] },
      { ...silent, status: "answered", evidence: [evidence] },
    ] as const) {
      const text = answerText(answer, null);
      expect(text).to.contain("everyone");
      expect(text.replaceAll("\n", "")).not.to.match(/[\p{Cc}\u202E\u202C\u200B]/u);
    }
  });
});
