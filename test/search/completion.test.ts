import { expect } from "chai";
import fc from "fast-check";
import distances from "natural/lib/natural/distance/levenshtein_distance.js";
import { createCompleter } from "../../src/search/completion.ts";
import { STOP_WORDS } from "../../src/text/stop-words.ts";

const titles = [
  "Albania cuts ties with Iran over cyberattack",
  "Iran calls Albania's accusation unfounded",
  "U.S. Treasury sanctions Iranian ministry",
  "Persona non grata",
  "The cyber-attack on Albania, day by day",
  "Who was behind the July attack?",
  "Tirana: 3,000 members of the group live at Ashraf-3",
  "Homeland Justice",
];
const all = createCompleter(titles.map((text) => ({ text, value: text })));
const complete = (typed: string, limit: number): readonly string[] => all.complete(typed, limit);

describe("completing a title", () => {
  const cases: readonly (readonly [typed: string, title: string | undefined])[] = [
    ["alb", titles[0]],
    ["pérs non", titles[3]],
    ["GRATA", titles[3]],
    ["us trea", titles[2]],
    ["U.S. sanc", titles[2]],
    ["irans accus", titles[1]],
    ["treasury us", titles[2]],
    ["cyber att alb", titles[4]],
    ["who was beh", titles[5]],
    ["behind an attack", titles[5]],
    ["who", titles[5]],
    ["3000 mem", titles[6]],
    ["ashraf 3", titles[6]],
    ["“homeland…", titles[7]],
    ["home   justice!!", titles[7]],
    ["prsona non", titles[3]],
    ["hoemland", titles[7]],
    ["tresury", titles[2]],
    ["sanctoins irnian", titles[2]],
    ["bitcoin", undefined],
    ["persona bitcoin", undefined],
    ["ersona", undefined],
    ["prsna", undefined],
    ["3001", undefined],
  ];
  for (const [typed, title] of cases) {
    it(`“${typed}” is ${title === undefined ? "no title" : `“${title}”`}`, () => {
      expect(complete(typed, 8)[0]).to.equal(title);
    });
  }

  it("begins with the title that begins so, then the one that has the words in order, then the others", () => {
    const texts = ["Attack by Iran", "News: Iran attack", "Iranian attack", "Iran's attack", "Iran"];
    const completer = createCompleter(texts.map((text) => ({ text, value: text })));
    expect(completer.complete("iran attack", 9)).to.deep.equal([
      "Iran's attack",
      "Iranian attack",
      "News: Iran attack",
      "Attack by Iran",
    ]);
  });

  it("takes a title for begun with its first word that says something", () => {
    const texts = ["News from the harbour", "The harbour"];
    const completer = createCompleter(texts.map((text) => ({ text, value: text })));
    expect(completer.complete("harb", 9)).to.deep.equal(["The harbour", "News from the harbour"]);
  });

  it("shows slips after what was typed, and only where that leaves room", () => {
    const texts = ["Portland", "Post office", "Port of Lundvik"];
    const completer = createCompleter(texts.map((text) => ({ text, value: text })));
    expect(completer.complete("port", 2)).to.deep.equal(["Port of Lundvik", "Portland"]);
    expect(completer.complete("port", 3)).to.deep.equal(["Port of Lundvik", "Portland", "Post office"]);
  });

  it("keeps the order of the entries where they fit alike, unless one has more weight", () => {
    const entries = [
      { text: "Talks fail", value: 1 },
      { text: "Talks end", value: 2 },
      { text: "Talks", value: 3, weight: 2 },
    ];
    expect(createCompleter(entries).complete("talk", 9)).to.deep.equal([3, 1, 2]);
  });

  it("offers what has several names once", () => {
    const entries = [
      { text: "Ministry of Intelligence", value: "mois" },
      { text: "Iran's intelligence ministry", value: "mois" },
      { text: "Intelligence", value: "other" },
    ];
    const completer = createCompleter(entries);
    expect(completer.complete("intel", 9)).to.have.members(["mois", "other"]).and.length(2);
    expect(completer.complete("", 9)).to.deep.equal(["mois", "other"]);
  });

  for (const nothing of ["", "   ", "…?!", "🤷"]) {
    it(`offers the first entries for “${nothing}”`, () => {
      expect(complete(nothing, 3)).to.deep.equal(titles.slice(0, 3));
    });
  }

  it("reads 100 characters and no more", () => {
    const blanks = " ".repeat(96);
    expect(complete(`pers${blanks}bitcoin`, 1)).to.deep.equal(["Persona non grata"]);
    expect(complete(`pers${blanks.slice(9)}bitcoin`, 1)).to.deep.equal([]);
  });

  it("offers nothing where there is nothing, and none where none are wanted", () => {
    expect(createCompleter([]).complete("a", 5)).to.deep.equal([]);
    expect(createCompleter([]).complete("", 5)).to.deep.equal([]);
    expect(complete("alb", 0)).to.deep.equal([]);
    expect(complete("", 0)).to.deep.equal([]);
  });

  it("copes with texts and typing of any kind", () => {
    const hostile = ["a".repeat(1_000_000), "\uD800", "\u0000", "constructor __proto__", `x${"́".repeat(9999)}`];
    const completer = createCompleter(hostile.map((text, value) => ({ text, value })));
    for (const typed of [...hostile, "constr", "__proto__"]) expect(completer.complete(typed, 9)).to.be.an("array");
    expect(completer.complete("constr", 9)).to.deep.equal([3]);
  });

  const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: 6 });
  const text = fc.array(fc.oneof({ weight: 3, arbitrary: word }, fc.constantFrom("the", "of")), { maxLength: 6 });
  const texts = fc.array(text, { maxLength: 30 });

  it("finds the entries that hold every word typed, and no others, slips or none", () => {
    fc.assert(
      fc.property(texts, text, (all, typed) => {
        const found = createCompleter(all.map((words, value) => ({ text: words.join(" "), value }))).complete(
          typed.join(" "),
          all.length + 1,
        );
        const contents = typed.filter((one) => !STOP_WORDS.has(one));
        const needed = contents.length === 0 ? typed : contents;
        const expected = [...all.keys()].filter((entry) =>
          needed.every((one) => all[entry]?.some((held) => begins(one, held) || beginsWithSlip(one, held))),
        );
        expect(found).to.have.members(expected);
        expect(found.length).to.equal(expected.length);
      }),
      { numRuns: 1000 },
    );
  });

  it("puts those without slips first", () => {
    fc.assert(
      fc.property(texts, fc.array(word, { minLength: 1, maxLength: 3 }), (all, typed) => {
        const completer = createCompleter(all.map((words, value) => ({ text: words.join(" "), value })));
        const needed = typed.some((one) => !STOP_WORDS.has(one)) ? typed.filter((one) => !STOP_WORDS.has(one)) : typed;
        const isExact = (entry: number): boolean =>
          needed.every((one) => all[entry]?.some((held) => begins(one, held)) === true);
        const flags = completer.complete(typed.join(" "), all.length + 1).map((entry) => isExact(entry));
        expect(flags).to.deep.equal(flags.toSorted((a, b) => Number(b) - Number(a)));
        // However few are wanted, they are the first of all.
        const three = completer.complete(typed.join(" "), 3);
        expect(three).to.deep.equal(completer.complete(typed.join(" "), all.length + 1).slice(0, 3));
      }),
      { numRuns: 500 },
    );
  });
});

function begins(typed: string, word: string): boolean {
  return word.startsWith(typed);
}

function beginsWithSlip(typed: string, word: string): boolean {
  const swapped = typed[0] === word[1] && typed[1] === word[0];
  if (typed.length < 4 || (typed[0] !== word[0] && !swapped)) return false;
  return Array.from({ length: word.length + 1 }, (_, length) => word.slice(0, length)).some(
    (beginning) => distances.DamerauLevenshteinDistance(typed, beginning, { restricted: true }) <= 1,
  );
}
