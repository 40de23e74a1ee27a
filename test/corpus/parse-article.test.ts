import { expect } from "chai";
import { parseArticle } from "../../src/corpus/parse-article.ts";

const today = "2026-11-23";

/** A sound article, with the given lines of front matter in place of its own or added to it. */
function article(changes: Readonly<Record<string, string | null>> = {}, body = "Tirana said so."): string {
  const fields: Readonly<Record<string, string | null>> = {
    title: "Ministry of Ink",
    publisher: "The Daily Quill",
    url: "https://quill.example/ink",
    published: "2022-09-10",
    language: "en",
    kind: "brief",
    ...changes,
  };
  const lines = Object.entries(fields).flatMap(([key, value]) => (value === null ? [] : [`${key}: ${value}`]));
  return `---\n${lines.join("\n")}\n---\n\n${body}\n`;
}

/** What is reported, as `severity line field id`. */
function report(text: string, file = "articles/ink.md"): readonly string[] {
  return parseArticle(text, file, today).problems.map(
    ({ severity, line, field, detail }) => `${severity} ${line ?? "-"} ${field ?? "-"} ${detail.id}`,
  );
}

describe("parseArticle", () => {
  it("reads a sound article whole", () => {
    const text = article(
      { agency: "AP", authors: "[A. Nib, B. Blot]", note: "Title unverified.", reprintOf: "ink-first" },
      "One.\n\nTwo,\nthree.",
    );
    expect(parseArticle(text, "articles/ink.md", today)).to.deep.equal({
      value: {
        id: "ink",
        title: "Ministry of Ink",
        publisher: "The Daily Quill",
        agency: "AP",
        authors: ["A. Nib", "B. Blot"],
        url: "https://quill.example/ink",
        published: "2022-09-10",
        language: "en",
        kind: "brief",
        note: "Title unverified.",
        reprintOf: "ink-first",
        body: "One.\n\nTwo,\nthree.",
        source: { file: "articles/ink.md", bodyLine: 14 },
      },
      problems: [],
    });
  });

  it("reads Windows line ends like any other", () => {
    const { value } = parseArticle(article({}, "One.\n\nTwo.").replaceAll("\n", "\r\n"), "articles/ink.md", today);
    expect(value?.body).to.equal("One.\n\nTwo.");
  });

  for (const [published, read] of [
    ["2022", "2022"],
    ["2022-09", "2022-09"],
    ["'2022'", "2022"],
    ["2024-02-29", "2024-02-29"],
    ["null", null],
  ] as const) {
    it(`takes ${published} for a date`, () => {
      const { value, problems } = parseArticle(article({ published }), "articles/ink.md", today);
      expect(problems).to.deep.equal([]);
      expect(value?.published).to.equal(read);
    });
  }

  const bad: readonly (readonly [what: string, text: string, expected: readonly string[]])[] = [
    ["an empty file", "", ["error 1 - front-matter-missing"]],
    ["a body alone", "Tirana said so.\n", ["error 1 - front-matter-missing"]],
    ["front matter without an end", "---\ntitle: Ink\n\nTirana said so.\n", ["error 1 - front-matter-unclosed"]],
    ["front matter in JavaScript", "---js\nmodule.exports = {}\n---\nHm.\n", ["error 1 - front-matter-language"]],
    ["front matter in JSON", '---json\n{"title":"Ink"}\n---\nHm.\n', ["error 1 - front-matter-language"]],
    ["front matter in TOML", '+++\ntitle = "Ink"\n+++\nHm.\n', ["error 1 - front-matter-language"]],
    ["no body", article({}, ""), ["error 9 - body-empty"]],
    ["a body of blanks", article({}, " \n \t\n"), ["error 9 - body-empty"]],
    ["a body without end", article({}, "a".repeat(200_001)), ["error 10 - body-too-long"]],
    ["a bell in the body", article({}, "One.\n\nTwo\u0007."), ["error 12 - control-character"]],
    ["a lone carriage return", article({}, "One.\rTwo."), ["error 10 - control-character"]],
    ["an override of direction", article({}, "One \u202Eowt."), ["error 10 - control-character"]],
    ["a zero-width space", article({}, "One.\nTw\u200Bo."), ["warning 11 - invisible-character"]],
    ["a bell in the title", article({ title: '"In\\ak"' }), ["error 2 title control-character"]],
    ["no title", article({ title: null }), ["error 1 title field-missing"]],
    ["an empty title", article({ title: "" }), ["error 2 title field-empty"]],
    ["a blank title", article({ title: '"  "' }), ["error 2 title field-empty"]],
    ["a number for a title", article({ title: "1984" }), ["error 2 title field-type"]],
    ["a list for a title", article({ title: "[a, b]" }), ["error 2 title field-type"]],
    ["an endless title", article({ title: "a".repeat(301) }), ["error 2 title field-too-long"]],
    ["an endless publisher", article({ publisher: "a".repeat(101) }), ["error 3 publisher field-too-long"]],
    ["no address at all", article({ url: null }), ["error 1 url field-missing"]],
    ["a script for an address", article({ url: "javascript:alert(1)" }), ["error 4 url url-invalid"]],
    ["a file for an address", article({ url: "file:///etc/passwd" }), ["error 4 url url-invalid"]],
    ["an address with a password", article({ url: "https://a:b@quill.example/" }), ["error 4 url url-invalid"]],
    ["an address with a blank", article({ url: "https://quill.example/a b" }), ["error 4 url url-invalid"]],
    ["half an address", article({ url: "quill.example" }), ["error 4 url url-invalid"]],
    ["no date", article({ published: null }), ["error 1 published field-missing"]],
    ["a thirteenth month", article({ published: "2024-13-45" }), ["error 5 published date-invalid"]],
    ["30 February", article({ published: "2022-02-30" }), ["error 5 published date-invalid"]],
    ["29 February of a common year", article({ published: "2023-02-29" }), ["error 5 published date-invalid"]],
    ["a date the American way", article({ published: "09/10/2022" }), ["error 5 published date-invalid"]],
    ["a date with a time", article({ published: "2022-09-10T12:00:00Z" }), ["error 5 published date-invalid"]],
    ["a day of the week", article({ published: "Saturday" }), ["error 5 published date-invalid"]],
    ["the year nought", article({ published: "0000" }), ["error 5 published date-invalid"]],
    ["the day after tomorrow", article({ published: "2026-11-25" }), ["warning 5 published date-in-future"]],
    ["next year", article({ published: "2027" }), ["warning 5 published date-in-future"]],
    ["tomorrow", article({ published: "2026-11-24" }), []],
    ["no language", article({ language: null }), ["error 1 language field-missing"]],
    ["no such language", article({ language: "english language" }), ["error 6 language language-invalid"]],
    ["a language that YAML takes for no", article({ language: "no" }), []],
    ["no such kind", article({ kind: "essay" }), ["error 7 kind field-not-one-of"]],
    ["no kind", article({ kind: null }), ["error 1 kind field-missing"]],
    ["a word for a list", article({ authors: "Nib" }), ["error 8 authors field-type"]],
    ["a number in a list", article({ authors: "[Nib, 7]" }), ["error 8 authors[1] field-type"]],
    ["a slip in a name", article({ titel: "Ink" }), ["warning 8 titel field-unknown"]],
    [
      "a key of the prototype",
      article({ __proto__x: "1", constructor: "{a: 1}" }),
      ["warning 8 __proto__x field-unknown", "warning 9 constructor field-unknown"],
    ],
    ["the same key twice", article().replace("\nurl", "\ntitle: Blot\nurl"), ["error 4 title field-duplicate"]],
    ["YAML that does not close", article({ title: '"Ink' }), ["error 2 - yaml-invalid"]],
    ["a tag that asks for code", article({ title: "!!js/function 'x'" }), ["error 2 - yaml-invalid"]],
    ["a list in place of fields", "---\n- a\n- b\n---\nHm.\n", ["error 2 - field-type"]],
    ["endless front matter", article({ note: "a".repeat(70_000) }), ["error 1 - yaml-invalid"]],
    ["brackets without end", article({ note: "[".repeat(5000) }), ["error 2 - yaml-invalid"]],
    ["braces without end", article({ note: "{".repeat(5000) }), ["error 2 - yaml-invalid"]],
    ["dashes without end", article({ note: `\n  ${"- ".repeat(5000)}` }), ["error 2 - yaml-invalid"]],
  ];
  for (const [what, text, expected] of bad) {
    it(`tells of ${what}`, () => {
      const withoutLine = (row: string) => (row.endsWith("yaml-invalid") ? row.replace(/ \d+ /u, " ") : row);
      expect(report(text).map(withoutLine)).to.deep.equal(expected.map(withoutLine));
      const refused = expected.some((row) => row.startsWith("error"));
      expect(parseArticle(text, "articles/ink.md", today).value === null).to.equal(refused);
    });
  }

  it("tells all that is wrong with a file at once", () => {
    const text = article({ title: "", published: "2024-13-45", url: "nowhere", kind: "essay", extra: "1" }, "\u0007");
    expect(report(text, "articles/Ink Blot.md")).to.deep.equal([
      "error - - file-name-invalid",
      "error 2 title field-empty",
      "error 4 url url-invalid",
      "error 5 published date-invalid",
      "error 7 kind field-not-one-of",
      "warning 8 extra field-unknown",
      "error 11 - control-character",
    ]);
  });

  it("proposes the known name nearest to a slip", () => {
    const [problem] = parseArticle(article({ publishedd: "2022" }), "articles/ink.md", today).problems;
    expect(problem?.detail).to.deep.equal({ id: "field-unknown", known: ["published"] });
  });

  it("refuses a few lines that would unfold into millions", () => {
    const levels = Array.from({ length: 9 }, (_, n) => `l${n + 1}: &l${n + 1} [${`*l${n},`.repeat(10)}]`);
    const text = article({}).replace("title:", `l0: &l0 [lol]\n${levels.join("\n")}\ntitle:`);
    expect(report(text)).to.deep.equal(["error 2 - yaml-invalid"]);
  });

  it("takes no harm from keys of the prototype", () => {
    const text = article({}).replace("kind:", "__proto__: {title: hers, polluted: 1}\nkind:");
    const { value } = parseArticle(text, "articles/ink.md", today);
    expect(value?.title).to.equal("Ministry of Ink");
    expect(Object.hasOwn(Object.prototype, "polluted")).to.equal(false);
  });

  for (const name of ["Ink.md", "-ink.md", "ink.txt", ".md", `${"a".repeat(60)}.md`, "ïnk.md", "..\\ink.md"]) {
    it(`refuses ${name} for a file name`, () => {
      expect(report(article(), `articles/${name}`)).to.deep.equal(["error - - file-name-invalid"]);
    });
  }
});
