import { expect } from "chai";
import { toMessage } from "../../src/discord/message.ts";
import type { Passage } from "../../src/domain/answer.ts";
import { passageReply } from "../../src/present/answers/passage-reply.ts";
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

  it("leaves out what stands around, and cuts sentences, rather than go beyond what Discord takes", () => {
    const wordy = article({
      id: "wordy",
      title: "A long title ".repeat(20).trim(),
      body: Array.from({ length: 30 }, (_, place) => `Sentence ${String(place)} ${"*goes on* ".repeat(60)}.`).join(" "),
    });
    const all = sentencesOf(wordy);
    const around = (place: number): Passage => {
      const sentence = all[place] ?? expect.fail("no such sentence");
      const [before, after] = [all.slice(place - 2, place), all.slice(place + 1, place + 3)];
      return { article: wordy, before, sentence, after };
    };
    const reply = passageReply(words, [around(3), around(10), around(17), around(24)]);
    toMessage(reply, (what) => expect.fail(`${what} was shortened`));
    for (const place of [3, 10, 17, 24]) expect(reply.body).to.contain(`**Sentence ${String(place)} `);
  });

  it("is private and names the source", () => {
    const reply = passageReply(words, [passage(0, 0)]);
    expect(reply.visibility).to.equal("private");
    expect(reply.body).to.match(
      /^The Harbour Gazette, \[At the harbour\]\(https:\/\/news\.example\/harbour\), 10 May 2021/u,
    );
  });
});
