import { expect } from "chai";
import * as fc from "fast-check";
import { cleanPage } from "../../src/corpus/clean-page.ts";

const lead = "The mayor of Quillburg said on Tuesday that the town's ink works had been flooded again.";
const second = "Engineers blamed a valve that, in her words, “nobody had looked at since spring”.";
const third = "Three warehouses were closed, and the river authority denied any part in it.";
const caption = "Fire crews pump ink out of a cellar in Quillburg, March 3, 2021.";

/** What a page loses, as `reason: text`. */
function leftOut(text: string, title: string | null = null): readonly string[] {
  return cleanPage(text, title).leftOut.map((one) => `${one.reason}: ${one.text}`);
}

describe("cleanPage", () => {
  it("finds the article in a saved page and lists the rest", () => {
    const page = [
      "Skip to main content",
      "",
      "Latest News",
      "",
      "Ink Works in Quillburg Flooded for a Second Time",
      "By Ada Nib",
      "March 4, 2021 9:12 AM",
      "",
      caption,
      caption,
      "",
      lead,
      "",
      "Read more: How ink is made",
      "",
      second,
      "",
      third,
      "",
      "Editor's note: This story was updated on Wednesday.",
      "",
      "The Blotter contributed to this report. Some material came from elsewhere.",
      "",
      "  • 4x3 Image",
      "",
      "    Quill News",
      "",
      "Sign up for our newsletter and never miss a drop.",
      "",
      "Town and Country",
    ].join("\n");
    const { headline, body, leftOut: furniture } = cleanPage(page, null);
    expect(headline).to.equal("Ink Works in Quillburg Flooded for a Second Time");
    expect(body).to.equal([caption, lead, second, third].join("\n\n"));
    expect(furniture.map(({ line, reason }) => `${line} ${reason}`)).to.deep.equal([
      "1 navigation",
      "3 navigation",
      "5 headline",
      "6 byline",
      "7 byline",
      "10 caption",
      "14 navigation",
      "20 boilerplate",
      "22 boilerplate",
      "24 boilerplate",
      "26 navigation",
      "28 advertising",
      "30 navigation",
    ]);
  });

  const kept: readonly (readonly [what: string, text: string])[] = [
    ["a lone paragraph", lead],
    ["a subheading between paragraphs", `${lead}\n\nWhat happens next\n\n${second}`],
    ["a short sentence at the end", `${lead}\n\nNobody was hurt.`],
    ["a figure at the end", `${lead}\n\nClosed: 3 warehouses`],
    ["a list at the end", `${lead}\n\n- one warehouse\n\n- two cellars`],
    ["an unfinished line at the end", `${lead}\n\nThe inquiry continues into a fourth week`],
    ["a sentence that begins like an appeal", `${lead}\n\nSign up is closed until May, the town said.`],
    ["a sentence that begins like a heading", `${lead}\n\nRelated companies were searched, police said.`],
    ["a sentence about sharing", `${lead}\n\nShare prices fell by a tenth.`],
    ["a quotation said twice", `${lead}\n\n“No comment.”\n\n${second}\n\n“No comment.”`],
    ["a lone caption", `${caption}\n\n${lead}`],
    ["abbreviations and addresses", `${lead} The U.S.Navy and quill.Example.com/Ink were named by a@b.Com too.`],
    ["lines without any sentence", "One line\n\nAnother line"],
  ];
  for (const [what, text] of kept) {
    it(`keeps ${what}`, () => {
      expect(leftOut(text)).to.deep.equal([]);
      expect(cleanPage(text, null).body).to.equal(text);
    });
  }

  const dropped: readonly (readonly [what: string, text: string, expected: readonly string[]])[] = [
    ["a paragraph that stands there twice, once", `${lead}\n\n${second}\n\n${lead}`, [`repeated: ${lead}`]],
    ["a doubled lead, once", `${lead}\n\n${lead}\n\n${second}`, [`repeated: ${lead}`]],
    ["a caption run together with itself", `${caption}${caption}\n\n${lead}`, [`caption: ${caption}${caption}`]],
    ["the title above the text", `${lead.slice(0, -1)}\n\n${second}`, [`headline: ${lead.slice(0, -1)}`]],
    [
      "furniture run together with a sentence",
      `${lead}\n\n${third}Accessibility links\n\nRead more`,
      ["navigation: Accessibility links", "navigation: Read more"],
    ],
    [
      "credits of an agency",
      `${lead}\n\n(Reporting by A. Nib; Editing by B. Blot)`,
      ["boilerplate: (Reporting by A. Nib; Editing by B. Blot)"],
    ],
    [
      "a byline below a line that stays",
      `The town asks: who pays\n\nAnd who will mend it all\n\nBy Ada Nib and Ben Blot\n\n${lead}`,
      ["headline: The town asks: who pays", "byline: By Ada Nib and Ben Blot"],
    ],
    [
      "a cookie notice",
      `We use cookies to make this site work.\n\n${lead}`,
      ["boilerplate: We use cookies to make this site work."],
    ],
  ];
  for (const [what, text, expected] of dropped) {
    it(`leaves out ${what}`, () => {
      expect(
        leftOut(text, "The mayor of Quillburg said on Tuesday that the town's ink works had been flooded again"),
      ).to.deep.equal(expected);
    });
  }

  it("finds a headline with a year in it, below the date", () => {
    const page = `Published: Tuesday, 4 March 2021, 9:12 a.m. CET\n\nThe Flood of 2021 and What It Cost\n\n${lead}`;
    const { headline, body, leftOut: furniture } = cleanPage(page, null);
    expect(headline).to.equal("The Flood of 2021 and What It Cost");
    expect(body).to.equal(lead);
    expect(furniture.map(({ reason }) => reason)).to.deep.equal(["byline", "headline"]);
  });

  it("parts sentences that a page ran together", () => {
    expect(cleanPage("The works were flooded.The mayor spoke.”Nobody answered.", null).body).to.equal(
      "The works were flooded. The mayor spoke.” Nobody answered.",
    );
  });

  it("takes every line for a paragraph where no line is blank", () => {
    expect(cleanPage(`${lead}\n${second}\n${third}`, null).body).to.equal([lead, second, third].join("\n\n"));
  });

  it("joins lines that were wrapped by hand", () => {
    const wrapped = [
      "The mayor of Quillburg said on Tuesday that the town's",
      "ink works had been flooded again.",
      "",
      "Engineers blamed a valve that nobody had looked at since",
      "Easter, and a pump that a contractor had left half-",
      "finished in the cellar.",
    ].join("\r\n");
    expect(cleanPage(wrapped, null).body).to.equal(
      "The mayor of Quillburg said on Tuesday that the town's ink works had been flooded again.\n\n" +
        "Engineers blamed a valve that nobody had looked at since Easter, and a pump that a contractor had left " +
        "half-finished in the cellar.",
    );
  });

  it("drops what cannot be seen and keeps what would be refused", () => {
    expect(cleanPage("The\u00a0town\u200B said\u202E so\u0007.", null).body).to.equal("The town said so\u0007.");
  });

  it("loses no letter that it does not list", () => {
    const paragraph = fc.oneof(
      fc.constantFrom(lead, second, third, caption, "Read more", "Quill News", "Print", "By Ada Nib", "What now"),
      fc.string({ unit: "binary", maxLength: 60 }),
    );
    const page = fc.array(fc.tuple(paragraph, fc.constantFrom("\n", "\n\n", "")), { maxLength: 12 });
    fc.assert(
      fc.property(page, (parts) => {
        const text = parts.flat().join("");
        const { body, leftOut: furniture } = cleanPage(text, null);
        const letters = (one: string) =>
          one
            .replaceAll(/[^\p{L}\p{N}]/gu, "")
            .split("")
            .sort()
            .join("");
        expect(letters(body + furniture.map((one) => one.text).join(""))).to.equal(letters(text));
      }),
      { numRuns: 200 },
    );
  });

  it("reads a long hostile page in reasonable time", function () {
    this.timeout(10_000);
    for (const piece of ["a ", "a\n", "\n", " \n", ".A", "© ", "Share this", "(ap ", "-", "by A "]) {
      expect(() => cleanPage(piece.repeat(Math.ceil(200_000 / piece.length)), null)).not.to.throw();
    }
  });
});
