import { expect } from "chai";
import type { SourceReading } from "../../../src/domain/intake.ts";
import { readArticle } from "../../../src/intake/page/read-article.ts";

const sentences = Array.from(
  { length: 6 },
  (_, number) => `Sentence number ${number} of the report tells what the council of Marl decided on the matter.`,
);
const text = sentences.map((sentence) => `<p>${sentence}</p>`).join("");

function read(html: string, url: string | null = null): SourceReading {
  return readArticle(html, { name: "page.html", url, given: {}, today: "2026-06-30" });
}

function paragraphsIn(html: string): readonly string[] {
  return read(html).drafts[0]?.article.body.split("\n\n") ?? [];
}

function doubtsIn(html: string, url: string | null = null): readonly string[] {
  return read(html, url).problems.map(({ field, detail }) => `${field ?? "-"} ${detail.id}`);
}

describe("readArticle", () => {
  it("keeps the text of an element whatever it is called, if it is most of the page", () => {
    const html = `<body class="promo newsletter"><div class="comments related"><h1>Council decides</h1>${text}</div></body>`;
    expect(paragraphsIn(html)).to.deep.equal(sentences);
  });

  it("keeps a sentence that its class calls a date or an author", () => {
    const lead = "On 3 May the mayor, an author of note herself, said that it was time to decide.";
    const html = `<article><h1>Council decides</h1><p class="date author">${lead}</p>${text}</article>`;
    expect(paragraphsIn(html)).to.deep.equal([lead, ...sentences]);
  });

  it("keeps what somebody posted elsewhere, where the article quotes it whole", () => {
    const post = "We have decided, and we are glad of it. Thanks to all who came.";
    const html = `<div><h1>Council decides</h1>${text}<div class="social-embed"><blockquote><p>${post}</p></blockquote></div></div>`;
    expect(paragraphsIn(html)).to.include(post);
  });

  it("does not take a box of the latest news for live coverage", () => {
    const posts = ["10:00", "09:00"].map(
      (time) => `<div><time>${time}</time><p>Trains are late, the railway said.</p></div>`,
    );
    const html = `<article><h1>Council decides</h1>${text}</article><div class="live-updates">${posts.join("")}</div>`;
    expect(paragraphsIn(html)).to.deep.equal(sentences);
    expect(doubtsIn(html)).to.not.include("- live-coverage");
  });

  it("takes the day from the address only as an assumption", () => {
    const url = "https://www.marl.example/2024/05/03/council";
    const html = `<html lang="en"><h1>Council decides</h1>${text}</html>`;
    expect(read(html, url).drafts[0]?.article).to.deep.include({
      published: "2024-05-03",
      publisher: "marl.example",
      url,
    });
    expect(doubtsIn(html, url)).to.include.members(["published value-assumed", "publisher value-assumed"]);
  });

  it("doubts a declared language that the text is plainly not in", () => {
    const german =
      "<p>Der Rat der Stadt hat am Dienstag beschlossen, die Brücke zu schließen, weil sie repariert wird.</p>";
    const html = `<html lang="en"><h1>Rat entscheidet</h1>${german}${german.replace("Dienstag", "Mittwoch")}</html>`;
    expect(doubtsIn(html)).to.include("language language-differs");
  });

  it("tells what it left out, where it stood and why", () => {
    const html = `<article>\n<h1>Council decides</h1>\n<p>Advertisement</p>\n${text}\n<nav>Elsewhere</nav></article>`;
    expect(read(html).drafts[0]?.leftOut).to.deep.equal([
      { line: 2, text: "Council decides", reason: "headline" },
      { line: 3, text: "Advertisement", reason: "advertising" },
      { line: 5, text: "Elsewhere", reason: "navigation" },
    ]);
  });
});
