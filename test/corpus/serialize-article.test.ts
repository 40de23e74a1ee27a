import { expect } from "chai";
import * as fc from "fast-check";
import type { Article } from "../../src/domain/article.ts";
import { parseArticle } from "../../src/corpus/parse-article.ts";
import { serializeArticle } from "../../src/corpus/serialize-article.ts";

// Every printable character, with those that mean something to YAML and to front matter far more often than by chance.
const character = fc.oneof(
  fc.constantFrom(..."-:#'\"[]{}&*!|>%@`,? ~\\".split(""), "—", "ë", "你", "👩‍🚒"),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }),
);
const printable = (text: string) => text.trim() === text && text !== "" && !/[\p{Cc}\p{Cs}\u202D\u202E]/u.test(text);
const line = (maxLength: number) =>
  fc
    .oneof(
      fc.array(character, { minLength: 1, maxLength: 30 }).map((all) => all.join("").trim()),
      fc.constantFrom("null", "~", "yes", "1984", "---", "2022-09-10", "0x1F", "<<", "__proto__", "!!str x", "a: b"),
    )
    .filter((text) => printable(text) && text.length <= maxLength);
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const body = fc
  .array(fc.oneof(line(100), fc.constantFrom("---", "--- ", "  indented", "", "# not a heading", "\ttab")), {
    minLength: 1,
    maxLength: 8,
  })
  .map((lines) => lines.join("\n"))
  .filter((text) => !/^\s*\n|\n\s*$/u.test(text) && text.trim() !== "");

const article: fc.Arbitrary<Article> = fc.record({
  id: fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/u),
  title: line(300),
  publisher: line(100),
  agency: optional(line(100)),
  authors: fc.array(line(100), { maxLength: 3 }),
  url: optional(fc.webUrl({ withQueryParameters: true }).filter((url) => !/[\s<>"\\]/u.test(url))),
  published: optional(fc.constantFrom("2022", "2022-09", "2022-09-10", "0001-01-01")),
  language: fc.constantFrom("en", "sq", "no", "zh-Hant", "fa-IR"),
  kind: fc.constantFrom("brief", "original"),
  note: optional(line(300)),
  reprintOf: optional(line(200)),
  body,
  source: fc.constant({ file: "", bodyLine: 0 }),
});

describe("serializeArticle", () => {
  it("writes what parseArticle reads back equal, whatever the article", () => {
    fc.assert(
      fc.property(article, (given) => {
        const file = `articles/${given.id}.md`;
        const { value, problems } = parseArticle(serializeArticle(given), file, "2026-11-23");
        expect(problems.filter(({ severity }) => severity === "error")).to.deep.equal([]);
        expect({ ...value, source: given.source }).to.deep.equal(given);
      }),
      { numRuns: 300 },
    );
  });
});
