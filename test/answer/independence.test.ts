import { expect } from "chai";
import { Independence } from "../../src/answer/independence.ts";
import { createAnalyzer } from "../../src/text/analyzer.ts";
import { article } from "../fixtures/articles.ts";

const LONG =
  "Ferries left the port of Lundvik again on Wednesday after the sailors and the shipping company had agreed on wages for two years.";
const OTHER =
  "Mayor Ida Brandt called the agreement fair and promised that the town would never again go nine days without a single boat.";

describe("how many articles are independent", () => {
  const { count } = {
    count: (articles: Parameters<Independence["count"]>[0]) =>
      new Independence(createAnalyzer([{ term: "AP", aliases: ["Associated Press"] }])).count(articles),
  };
  const own = article({ id: "own", publisher: "Gazette", body: LONG });

  it("counts relays of one agency once, however it is written", () => {
    const relays = [
      article({ id: "a", publisher: "KEYT", agency: "AP", body: LONG }),
      article({ id: "b", publisher: "WTOP", agency: "Associated Press", body: OTHER }),
      article({ id: "c", publisher: "AP", body: "Short." }),
    ];
    expect(count(relays)).to.equal(1);
    expect(count([...relays, article({ id: "d", publisher: "Herald", body: "Another." })])).to.equal(2);
  });

  it("counts a publisher once, and nearly the same text", () => {
    expect(count([own, article({ id: "b", publisher: "gazette", body: OTHER })])).to.equal(1);
    const reprint = article({ id: "r", publisher: "Herald", body: `${LONG} More is not known at this time.` });
    expect(count([own, reprint])).to.equal(1);
    expect(count([own, article({ id: "o", publisher: "Herald", body: OTHER })])).to.equal(2);
  });

  it("counts a linked reprint with its origin, and two reprints of one origin with each other", () => {
    const first = article({ id: "first", publisher: "Herald", body: OTHER, reprintOf: "own" });
    const second = article({ id: "second", publisher: "Coast Radio", body: "Cut to a line.", reprintOf: "own" });
    expect(count([own, first])).to.equal(1);
    expect(count([first, second])).to.equal(1);
    expect(count([own, first, article({ id: "o", publisher: "Evening Post", body: "Another." })])).to.equal(2);
  });

  it("does not lose two sources to a third that has something of both", () => {
    const between = article({ id: "m", publisher: "Gazette", agency: "AP", body: "Both." });
    const relay = article({ id: "x", publisher: "WTOP", agency: "AP", body: OTHER });
    expect(count([own, between, relay])).to.equal(2);
    expect([count([]), count([own, own])]).to.deep.equal([0, 1]);
  });
});
