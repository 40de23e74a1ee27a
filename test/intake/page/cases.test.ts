import { expect } from "chai";
import { readArticle } from "../../../src/intake/page/read-article.ts";
import { asCase, caseDay, paragraphsOf, readCases } from "./case-folder.ts";

const cases = readCases();

describe("an article read from a page", () => {
  for (const { name, html, url, article, problems } of cases) {
    it(`is as expected: ${name}`, () => {
      const read = asCase(readArticle(html, { name: `${name}.html`, url, given: {}, today: caseDay }));
      expect(read.problems).to.deep.equal(problems);
      expect(read.article).to.equal(article);
    });
  }

  it("keeps every paragraph and leaves out all furniture, over at least 44 pages", () => {
    expect(cases.length).to.be.at.least(44);
    let [expected, kept, read] = [0, 0, 0];
    for (const { name, html, url, article } of cases.filter((one) => one.article !== "")) {
      const paragraphs = new Set(paragraphsOf(article));
      const found = asCase(readArticle(html, { name, url, given: {}, today: caseDay })).article;
      const own = paragraphsOf(found);
      expected += paragraphs.size;
      kept += [...paragraphs].filter((paragraph) => own.includes(paragraph)).length;
      read += own.length;
    }
    expect(expected).to.be.greaterThan(250);
    expect({ kept: kept / expected, furniture: (read - kept) / read }).to.deep.equal({ kept: 1, furniture: 0 });
  });
});
