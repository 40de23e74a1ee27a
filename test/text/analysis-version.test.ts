import { createHash } from "node:crypto";
import { expect } from "chai";
import { analysisVersion } from "../../src/text/analysis-version.ts";
import { createAnalyzer } from "../../src/text/analyzer.ts";
import { splitSentences } from "../../src/text/sentences.ts";

const GLOSSARY = [
  { term: "Ministry of Fisheries and Ports", aliases: ["MFP", "fisheries ministry"] },
  { term: "Karsten Hoel", aliases: ["Carsten Høl"] },
];

/** Rich in what is taken apart with care. Only characters that are old enough to mean the same in every Unicode to come. */
const TEXT = `The U.S. said on Sept. 8, 2022 that $1.5bn had gone; Dr. A. B. Hoel told us so. Did the US? “No!” he cried.
The Ministry of Fisheries and Ports (MFP) denied it. The fisheries ministry's cyber-attacks cost 3,000 people their work.

No. 3 of CVE-2019-0604, e.g. the 7th in Durrës, Straße, København and Łódź. IT systems of AT&T fell… and rose again.Then they sank.

• Carsten Høl wasn’t there. He'd sunk, struck and driven. 1.5 per cent at 10.30 p.m. went wrong. What "they" say: it's news.
Привет, мир. Γειά σου Κόσμε! constructor __proto__ hasOwnProperty ${"x".repeat(70)} ﬁle ＡＢＣ 4½ e\u0301te\u0301 \ud83d end`;

/** Everything an index takes from a text. */
function analysis(): string {
  const analyzer = createAnalyzer(GLOSSARY);
  return JSON.stringify(
    splitSentences(TEXT).map(({ start, end, paragraph }) => {
      const terms: string[] = [];
      analyzer.eachTerm(TEXT.slice(start, end), (term, folded, kind) => terms.push(`${kind} ${term} ${folded}`));
      return { start, end, paragraph, terms };
    }),
  );
}

describe("the version of the analysis", () => {
  it("is raised whenever texts are taken apart differently", () => {
    const hash = createHash("sha256").update(analysis()).digest("hex").slice(0, 16);
    expect(
      `${analysisVersion().split("/")[0] ?? ""} ${hash}`,
      "The analysis has changed, so indexes kept on disk are out of date: raise ANALYSIS_VERSION and set this hash anew.",
    ).to.equal("1 a51fcb623d81596a");
  });

  it("names the Unicode tables too, which come with Node", () => {
    expect(analysisVersion()).to.match(/^\d+\/\d+[\d.]*\/\d+[\d.]*$/u);
  });
});
