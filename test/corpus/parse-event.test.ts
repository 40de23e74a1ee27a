import { expect } from "chai";
import { parseEvent } from "../../src/corpus/parse-event.ts";

const sound = "name: Ink\ndescription: The affair.\nlanguages: [en]\ntimeZone: Europe/Tirane\n";

/** What is reported, as `severity line field id`. */
function report(text: string): readonly string[] {
  return parseEvent(text, "event.yaml", "ink").problems.map(
    ({ severity, line, field, detail }) => `${severity} ${line ?? "-"} ${field ?? "-"} ${detail.id}`,
  );
}

describe("parseEvent", () => {
  const cases: readonly (readonly [what: string, text: string, expected: readonly string[]])[] = [
    ["nothing wrong", sound, []],
    ["lists left empty", `${sound}glossary:\nnames:\nexamples:\n`, []],
    [
      "an empty file",
      "",
      [
        "error 1 name field-missing",
        "error 1 description field-missing",
        "error 1 languages field-missing",
        "error 1 timeZone field-missing",
      ],
    ],
    ["no languages", sound.replace("[en]", "[]"), ["error 3 languages field-empty"]],
    ["no such language", sound.replace("[en]", "\n  - en\n  - e n"), ["error 5 languages[1] language-invalid"]],
    ["no such time zone", sound.replace("Tirane", "Tirana"), ["error 4 timeZone time-zone-invalid"]],
    ["an offset for a time zone", sound.replace("Europe/Tirane", '"+02:00"'), ["error 4 timeZone time-zone-invalid"]],
    ["a term without aliases", `${sound}glossary:\n  - term: Ink\n`, ["error 6 glossary[0].aliases field-missing"]],
    [
      "a slip within an entry",
      `${sound}glossary:\n  - term: Ink\n    aliases: [Tint]\n    alias: x\n`,
      ["warning 8 glossary[0].alias field-unknown"],
    ],
    ["a slip at the top", `${sound}timezone: UTC\n`, ["warning 5 timezone field-unknown"]],
    [
      "one alias under two terms, however spelt",
      `${sound}glossary:\n  - term: Ink\n    aliases: [Tint]\nnames:\n  - name: Tinte\n    variants:\n      - T'ÍNT\n`,
      ["error 11 names[0].variants[0] alias-ambiguous"],
    ],
    [
      "an alias that is another's term",
      `${sound}glossary:\n  - term: Ink\n    aliases: [Tint]\n  - term: Tint\n    aliases: [Dye]\n`,
      ["error 8 glossary[1].term alias-ambiguous"],
    ],
    ["an alias that repeats its term", `${sound}glossary:\n  - term: Ink\n    aliases: [INK, ink]\n`, []],
    [
      "a question too long to ask",
      `${sound}examples:\n  - ${"a".repeat(101)}\n`,
      ["error 6 examples[0] field-too-long"],
    ],
    ["too many questions", `${sound}examples:\n${"  - why\n".repeat(26)}`, ["error 5 examples field-too-long"]],
    ["text in place of fields", "hello\n", ["error 1 - field-type"]],
  ];
  it("says how to mend what is of another type", () => {
    const yaml = sound.replace(/languages: .*/u, "languages: en").replace(/^name: .*/mu, "name: 1984");
    const { problems } = parseEvent(`${yaml}glossary: nope\n`, "event.yaml", "ink");
    expect(problems.map(({ field, detail }) => [field, "remedy" in detail ? detail.remedy : detail.id])).to.deep.equal([
      ["name", "quotes"],
      ["languages", "list"],
      ["glossary", "list"],
    ]);
  });

  for (const [what, text, expected] of cases) {
    it(`reports ${what}`, () => {
      expect(report(text)).to.deep.equal(expected);
    });
  }
});
