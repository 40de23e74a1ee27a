import { expect } from "chai";
import type { Passage } from "../../src/domain/answer.ts";
import { passageReply } from "../../src/present/passage-reply.ts";
import { sentencesOf } from "../../src/text/sentences-of.ts";
import { article } from "../fixtures/articles.ts";
import { english } from "../fixtures/languages.ts";

const words = english();

const harbour = article({
  id: "harbour",
  title: "At the harbour",
  body: "One came. Two left. Three stayed.\n\nFour slept. Five woke. Six sang. Seven rowed.",
});
const sentences = sentencesOf(harbour);

function passage(place: number, radius: number): Passage {
  const sentence = sentences[place];
  if (sentence === undefined) throw new Error("no such sentence");
  return {
    article: harbour,
    before: sentences.slice(Math.max(0, place - radius), place),
    sentence,
    after: sentences.slice(place + 1, place + 1 + radius),
  };
}

const quotation = (passages: readonly Passage[]): readonly string[] =>
  passageReply(words, passages).body.split("\n").slice(1);

describe("showing the passage around a sentence", () => {
  it("keeps the article's paragraphs and sets the sentence off", () => {
    expect(quotation([passage(2, 1)])).to.deep.equal(["> Two left. **Three stayed.**", "> Four slept."]);
  });

  it("shows what two passages share once", () => {
    expect(quotation([passage(4, 1), passage(3, 1)])).to.deep.equal([
      "> Three stayed.",
      "> **Four slept.** **Five woke.** Six sang.",
    ]);
  });

  it("marks what is left out between two passages", () => {
    expect(quotation([passage(0, 0), passage(6, 0)])).to.deep.equal(["> **One came.**", "> …", "> **Seven rowed.**"]);
  });

  it("is private and names the source", () => {
    const reply = passageReply(words, [passage(0, 0)]);
    expect(reply.visibility).to.equal("private");
    expect(reply.body).to.match(
      /^The Harbour Gazette, \[At the harbour\]\(https:\/\/news\.example\/harbour\), 10 May 2021/u,
    );
  });
});
