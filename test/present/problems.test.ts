import { expect } from "chai";
import type { ProblemDetail, ProblemId } from "../../src/domain/problem.ts";
import { describeProblem } from "../../src/present/corpus/problems.ts";

const evil = `x\u001B[2J\n\u202Ey${"z".repeat(5000)}`;

/** One of each; the type demands that none is left out. */
const examples: { readonly [Id in ProblemId]: Extract<ProblemDetail, { readonly id: Id }> } = {
  "folder-missing": { id: "folder-missing" },
  "folder-unreadable": { id: "folder-unreadable", reason: evil },
  "no-corpus": { id: "no-corpus" },
  "no-articles": { id: "no-articles" },
  "several-events": { id: "several-events", events: Array.from({ length: 50 }, () => evil) },
  "file-unreadable": { id: "file-unreadable", reason: evil },
  "file-not-regular": { id: "file-not-regular" },
  "file-too-large": { id: "file-too-large", bytes: 104_857_600, limit: 1_048_576 },
  "file-not-utf8": { id: "file-not-utf8", offset: 14 },
  "file-name-invalid": { id: "file-name-invalid" },
  "id-invalid": { id: "id-invalid", received: evil },
  "front-matter-missing": { id: "front-matter-missing" },
  "front-matter-unclosed": { id: "front-matter-unclosed" },
  "front-matter-language": { id: "front-matter-language", language: evil },
  "yaml-invalid": { id: "yaml-invalid", reason: evil },
  "json-invalid": { id: "json-invalid", reason: evil },
  "field-missing": { id: "field-missing" },
  "field-duplicate": { id: "field-duplicate" },
  "field-unknown": { id: "field-unknown", known: [evil] },
  "field-type": { id: "field-type", expected: "text", received: evil, remedy: "quotes" },
  "field-empty": { id: "field-empty" },
  "field-too-long": { id: "field-too-long", length: 301, limit: 300 },
  "field-not-one-of": { id: "field-not-one-of", allowed: ["brief", "original"], received: evil },
  "date-invalid": { id: "date-invalid", received: evil },
  "date-in-future": { id: "date-in-future", received: evil },
  "url-invalid": { id: "url-invalid", received: evil },
  "language-invalid": { id: "language-invalid", received: evil },
  "time-zone-invalid": { id: "time-zone-invalid", received: evil },
  "alias-ambiguous": { id: "alias-ambiguous", alias: evil, terms: [evil, evil] },
  "body-empty": { id: "body-empty" },
  "body-too-long": { id: "body-too-long", length: 300_000, limit: 200_000 },
  "control-character": { id: "control-character", character: "U+0007" },
  "invisible-character": { id: "invisible-character", character: "U+200B" },
  "duplicate-id": { id: "duplicate-id", articleId: evil, other: evil },
  "duplicate-body": { id: "duplicate-body", other: evil },
  "value-assumed": { id: "value-assumed", value: evil },
  "value-unknown": { id: "value-unknown", value: "published" },
  "format-unsupported": { id: "format-unsupported", format: evil },
  "file-unwritable": { id: "file-unwritable", reason: evil },
  "reprint-of-itself": { id: "reprint-of-itself" },
  "reprint-origin-missing": { id: "reprint-origin-missing", origin: evil },
  "reprint-loop": { id: "reprint-loop", articles: Array.from({ length: 50 }, () => evil) },
  "reprint-of-reprint": { id: "reprint-of-reprint", origin: evil },
  "reprint-unlinked": { id: "reprint-unlinked", origin: evil, share: 0.629 },
  "sentence-doubtful": { id: "sentence-doubtful", doubt: "unended", text: evil },
  "quotes-unbalanced": { id: "quotes-unbalanced", text: evil },
  "name-unused": { id: "name-unused", term: evil },
  "example-unanswered": { id: "example-unanswered", question: evil },
  "brief-copies": { id: "brief-copies", other: evil, words: 14, text: evil },
  "url-repeated": { id: "url-repeated", other: evil },
  "url-shortened": { id: "url-shortened", host: evil },
  "url-copy": { id: "url-copy", copy: "amp" },
  "url-insecure": { id: "url-insecure" },
  "url-front-page": { id: "url-front-page" },
  "url-tracking": { id: "url-tracking", parameters: [evil] },
  "url-dead": { id: "url-dead", reason: evil },
  "publisher-differs": { id: "publisher-differs", host: evil, usual: evil },
  "date-not-in-url": { id: "date-not-in-url", published: evil, dated: evil },
  "encoding-guessed": { id: "encoding-guessed", encoding: evil },
  "encoding-contradicted": { id: "encoding-contradicted", declared: evil, taken: evil },
  "encoding-unknown": { id: "encoding-unknown", declared: evil },
  "encoding-damaged": { id: "encoding-damaged", encoding: evil, count: 3 },
  "language-differs": { id: "language-differs", declared: evil, detected: evil },
  "language-unknown": { id: "language-unknown", assumed: evil },
  "feed-invalid": { id: "feed-invalid", reason: evil },
  "feed-empty": { id: "feed-empty" },
  "feed-too-long": { id: "feed-too-long", length: 700, limit: 500 },
  "feed-entries-unusable": { id: "feed-entries-unusable", count: 3 },
  "pdf-damaged": { id: "pdf-damaged" },
  "pdf-locked": { id: "pdf-locked" },
  "pdf-no-text": { id: "pdf-no-text", pages: 3 },
  "pdf-pages-without-text": { id: "pdf-pages-without-text", count: 2, pages: 3 },
  "pdf-too-long": { id: "pdf-too-long", pages: 300, limit: 200 },
  "pdf-too-costly": { id: "pdf-too-costly", limit: "time" },
  "gold-id-taken": { id: "gold-id-taken", goldId: evil },
  "gold-contradicts": { id: "gold-contradicts" },
  "gold-article-unknown": { id: "gold-article-unknown", goldId: evil, articleId: evil },
  "withdrawn-before": { id: "withdrawn-before", article: evil, on: "2026-01-31", reason: evil },
  "not-fetched": { id: "not-fetched", failure: { id: "name-unknown", host: evil } },
  "source-too-costly": { id: "source-too-costly", limit: "time" },
  "problems-omitted": { id: "problems-omitted", count: 7 },
  "page-too-complex": { id: "page-too-complex", what: "depth", limit: 256 },
  "page-unreadable": { id: "page-unreadable" },
  "no-article": { id: "no-article" },
  "several-articles": { id: "several-articles" },
  "values-differ": { id: "values-differ", values: [evil, evil] },
  teaser: { id: "teaser" },
  "text-short": { id: "text-short", length: 120 },
  "live-coverage": { id: "live-coverage" },
  "text-from-metadata": { id: "text-from-metadata" },
  "canonical-elsewhere": { id: "canonical-elsewhere", received: evil },
};

describe("describeProblem", () => {
  it("names file, line and field, what was expected, what came and what to do", () => {
    const detail = { id: "date-invalid", received: "2024-13-45" } as const;
    const words = describeProblem({ severity: "error", file: "articles/x.md", line: 4, field: "published", detail });
    expect(words).to.equal(
      "articles/x.md:4: published: expected a date like 2022-09-10, found “2024-13-45”. " +
        "Write year, year-month or year-month-day, or null.",
    );
  });

  it("leaves out the line and the field where none is meant", () => {
    const detail = { id: "file-not-regular" } as const;
    const words = describeProblem({ severity: "error", file: "articles/x.md", line: null, field: null, detail });
    expect(words).to.match(/^articles\/x\.md: expected a plain file/u);
  });

  for (const detail of Object.values(examples)) {
    it(`says ${detail.id} in one short, harmless line, with its own words`, () => {
      const words = describeProblem({ severity: "error", file: evil, line: 1, field: evil, detail });
      expect(words).not.to.match(/[\p{Cc}\u202A-\u202E]/u);
      expect(words.length).to.be.lessThan(5000);
      expect(words).not.to.include(detail.id);
      expect(words).to.match(/[.…?]$/u);
      const others = Object.values(examples).filter(({ id }) => id !== detail.id);
      const said = (detail: ProblemDetail) =>
        describeProblem({ severity: "error", file: "f", line: null, field: null, detail });
      expect(others.map(said)).not.to.include(said(detail));
    });
  }
});
