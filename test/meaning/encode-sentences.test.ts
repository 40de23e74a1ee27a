import { expect } from "chai";
import { encodeSentences, vectorsByText } from "../../src/meaning/encode-sentences.ts";
import { textKey } from "../../src/meaning/vector-store.ts";
import { article } from "../fixtures/articles.ts";
import { fakeEncoder, fakeVector } from "../fixtures/encoder.ts";

const one = { article: article({ id: "one", body: "" }), texts: ["The ferry lies idle.", "The mayor waits."] };
const two = { article: article({ id: "two", body: "" }), texts: ["The mayor waits.", "Nobody sails."] };

describe("encoding the sentences of a corpus", () => {
  it("gives every sentence its vector and asks for each text once", async () => {
    const encoder = fakeEncoder();
    const sentences = await encodeSentences(encoder, [one, two], { known: new Map() });
    expect(encoder.asked).to.deep.equal(["The ferry lies idle.", "The mayor waits.", "Nobody sails."]);
    for (const { article: of, texts } of [one, two]) {
      for (const [position, text] of texts.entries())
        expect([...(sentences.of(of, position) ?? [])]).to.deep.equal([...fakeVector(text)]);
    }
  });

  it("asks only for what is new to it", async () => {
    const before = await encodeSentences(fakeEncoder(), [one], { known: new Map() });
    const encoder = fakeEncoder();
    const told: (readonly number[])[] = [];
    const known = vectorsByText(before, [one]);
    await encodeSentences(encoder, [one, two], { known, onProgress: (done, of) => told.push([done, of]) });
    expect(encoder.asked).to.deep.equal(["Nobody sails."]);
    expect(told).to.deep.equal([[1, 1]]);
  });

  it("loses nothing of what was done when it is called off", async () => {
    const stop = new AbortController();
    const texts = Array.from({ length: 50 }, (_, number) => `Sentence ${String(number)}.`);
    const known = new Map<string, Int8Array>();
    const encoding = encodeSentences(fakeEncoder(), [{ article: one.article, texts }], {
      known,
      onProgress: () => stop.abort(),
      signal: stop.signal,
    });
    expect(await encoding.then(String, (error: unknown) => error)).to.equal(stop.signal.reason);
    expect(known.size).to.be.within(1, 49);
    expect(known.has(textKey("Sentence 0."))).to.equal(true);
  });
});
