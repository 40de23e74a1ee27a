import { expect } from "chai";
import { parseClusterLine } from "../../eval/summaries/cluster-line.ts";
import { documentsOf } from "../../eval/given/document.ts";
import { scoresOf, withinBudget } from "../../eval/summaries/score.ts";
import { footnoteSummariser } from "../../eval/summaries/systems/footnote.ts";
import { FIRST_K, LEAD_3 } from "../../eval/summaries/systems/leads.ts";
import { LEX_RANK } from "../../eval/summaries/systems/lex-rank.ts";
import { TEXT_RANK } from "../../eval/summaries/systems/text-rank.ts";
import { rougeWords } from "../../eval/metrics/rouge.ts";

const UNTOLD = { title: null, published: null, publisher: null };
const DOCUMENTS = documentsOf([
  {
    ...UNTOLD,
    text: "The ferry sank off Lundvik. Nobody was hurt. The captain blamed fog. Divers look for the wreck.",
  },
  { ...UNTOLD, text: ["A ferry sank in fog off Lundvik.", "Ninety passengers swam ashore."] },
]);

describe("measuring summaries", () => {
  it("reads documents as texts, lists of sentences and objects", () => {
    const line = JSON.stringify({
      id: 7,
      docs: ["One.", ["Two.", "Three."], { body: "Four.", date: "2021-05-10", publisher: null }],
      references: ["A.", ["B.", "C."]],
    });
    const read = parseClusterLine(line);
    expect(read.ok && read.value.id).to.equal("7");
    expect(read.ok && read.value.docs.map(({ text }) => text)).to.deep.equal(["One.", ["Two.", "Three."], "Four."]);
    expect(read.ok && read.value.docs[2]?.published).to.equal("2021-05-10");
  });

  it("names the field that is wrong", () => {
    const errorOf = (value: unknown): string => {
      const read = parseClusterLine(JSON.stringify(value));
      return read.ok ? "" : read.error;
    };
    expect(errorOf({ id: "a", docs: ["x"] })).to.match(/^references: /u);
    expect(errorOf({ id: "a", docs: [], references: ["x"] })).to.equal("docs: is empty");
    expect(errorOf({ id: "a", docs: ["x", 3], references: ["x"] })).to.match(/^docs\.1: /u);
    expect(errorOf({ docs: ["x"], references: ["x"] })).to.match(/^id: /u);
    const broken = parseClusterLine("{");
    expect(broken.ok ? "" : broken.error).to.match(/^not JSON/u);
  });

  it("cuts every summary to one length", () => {
    expect(withinBudget(["One two three.", "Four five."], { words: 4 })).to.deep.equal(["One two three.", "Four"]);
    expect(withinBudget(["One.", "Two.", "Three."], { sentences: 2 })).to.deep.equal(["One.", "Two."]);
  });

  it("scores the mean over references", () => {
    const references = ["the ferry sank", "nobody knows"].map((text) => [rougeWords(text)]);
    expect(scoresOf(["The ferry sank."], references).rouge1.f1).to.equal(0.5);
  });

  it("takes leads one document after the other, or the first sentences of all first", async () => {
    const budget = { sentences: 4 };
    expect((await LEAD_3.summarise(DOCUMENTS, budget))[3]).to.equal("A ferry sank in fog off Lundvik.");
    expect((await FIRST_K.summarise(DOCUMENTS, budget))[1]).to.equal("A ferry sank in fog off Lundvik.");
  });

  it("has every system tell sentences of the documents, each once", async () => {
    const all = DOCUMENTS.flatMap(({ sentences }) => sentences.map(({ text }) => text));
    for (const system of [footnoteSummariser(new AbortController().signal), TEXT_RANK, LEX_RANK]) {
      const told = await system.summarise(DOCUMENTS, { words: 1_000 });
      expect([...told].toSorted(), system.name).to.deep.equal(all.toSorted());
      expect(await system.summarise(documentsOf([{ ...UNTOLD, text: "" }]), { words: 10 })).to.deep.equal([]);
    }
  });
});
