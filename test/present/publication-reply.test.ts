import { expect } from "chai";
import fc from "fast-check";
import type { Heading, Publication, PublicationLine } from "../../src/domain/publication.ts";
import { toMessage } from "../../src/discord/message.ts";
import { LIMITS } from "../../src/present/text/limits.ts";
import { markdownCopy } from "../../src/present/posts/markdown-copy-text.ts";
import { markdownCopyReply } from "../../src/present/posts/markdown-copy-reply.ts";
import { publicationFits, publicationReply } from "../../src/present/posts/publication-reply.ts";
import { english, shippedLanguages } from "../fixtures/languages.ts";

const words = english();
const EVIL = "@everyone <@1> [x](https://evil.example) **b** ||s|| ~~z~~ ```c``` `d`\n# head\u0007 \u202Eend";
const setting = { visibility: "public", newest: "2021-05-14", independentSources: 2 } as const;

function line(id: string, text: string, more: Partial<PublicationLine> = {}): PublicationLine {
  return {
    id,
    cited: {
      article: `a-${id}`,
      start: 0,
      end: text.length,
      text,
      dates: [],
      source: {
        title: `Title ${id}`,
        publisher: `Paper ${id}`,
        agency: null,
        url: `https://news.example/${id}`,
        published: "2021-05-10",
        language: "en",
        kind: "original",
        passageUrl: `https://news.example/${id}#:~:text=sailed`,
      },
    },
    also: [],
    heading: null,
    contested: [],
    correction: null,
    ...more,
  };
}

function post(lines: readonly PublicationLine[], more: Partial<Publication> = {}): Publication {
  return {
    id: "p0001",
    server: "2",
    event: null,
    channel: "3",
    kind: "summary",
    topic: "the strike",
    since: null,
    until: null,
    language: "en",
    title: null,
    note: null,
    lines,
    corpusVersion: "0123456789ab",
    author: "7",
    approver: null,
    state: "posted",
    revision: 3,
    message: "9",
    slot: null,
    createdAt: "2021-06-01T10:00:00.000Z",
    changedAt: "2021-06-01T10:00:00.000Z",
    postedAt: "2021-06-01T10:00:00.000Z",
    ...more,
  };
}

const body = (publication: Publication): string => publicationReply(words, publication, setting).body;

describe("how a publication looks", () => {
  it("spells out dates that only their article's readers understand, also where it is copied", () => {
    const said = line("a", "Ferries sailed again on Saturday, said <@7>.");
    const saturday = { text: "on Saturday", start: 21, end: 32, from: "2021-05-08", to: "2021-05-08" };
    const dates = [{ ...saturday, precision: "day", relative: true } as const];
    const told = post([{ ...said, cited: { ...said.cited, dates } }]);
    expect(publicationReply(words, told, setting).body).to.contain("on Saturday \\[8 May 2021\\], said \\<\\@7\\>.¹");
    expect(markdownCopy(words, told)).to.contain("on Saturday \\[8 May 2021\\], said");
  });

  it("is its sentences with footnotes that lead to the passage, and how well founded they are", () => {
    const reply = publicationReply(words, post([line("a", "They sailed."), line("b", "They stayed.")]), setting);
    expect(reply.title).to.equal("Summary: the strike");
    expect(reply.body).to.equal(
      [
        "They sailed.¹",
        "They stayed.²",
        "-# ¹ Paper a, [“Title a”](https://news.example/a#:~:text=sailed), 10 May 2021\n" +
          "-# ² Paper b, [“Title b”](https://news.example/b#:~:text=sailed), 10 May 2021",
      ].join("\n\n"),
    );
    expect(reply.footer).to.equal(
      "2 articles, 2 independent sources · articles up to 14 May 2021 · corpus 0123456 · posted 1 Jun 2021",
    );
  });

  it("carries its id in every button, by which it is found again", () => {
    const { controls } = publicationReply(words, post([line("a", "They sailed.")]), setting);
    expect(controls.flatMap((row) => (row.type === "buttons" ? row.buttons : []))).to.deep.equal(
      [
        ["Verify", "verify", "post"],
        ["Copy", "verify", "copy"],
        ["Manage", "summary", "manage"],
      ].map(([label, command, action]) => ({
        type: "action",
        label,
        action: { command, action, state: ["p0001"] },
        disabled: false,
      })),
    );
  });

  it("marks what is disputed with the footnote of what contradicts it", () => {
    const lines = [line("a", "They sailed.", { contested: ["b"] }), line("b", "They stayed.", { contested: ["a"] })];
    expect(body(post(lines))).to.match(
      /They sailed\.¹ \*\(disputed, see ²\)\*\n\nThey stayed\.² \*\(disputed, see ¹\)\*/u,
    );
    expect(body(post([line("a", "They sailed.", { contested: ["gone"] })]))).not.to.contain("disputed");
    expect(publicationReply(words, post(lines), setting).outcome).to.equal("disagreement");
  });

  it("shows corrections in sight, with when and why", () => {
    const at = "2021-06-03T08:00:00.000Z";
    const shown = (how: "withdrawn" | "changed" | "struck") =>
      body(post([line("a", "They sailed.", { correction: { how, at } }), line("b", "They stayed.")]));
    expect(shown("withdrawn")).to.match(
      /^\*\*Corrected on 3 June 2021: what is struck through no longer stands\.\*\*\n\n~~They sailed\.~~¹ \*\*\(article withdrawn, 3 Jun 2021\)\*\*/u,
    );
    expect(shown("changed")).to.contain("~~They sailed.~~¹ **(the article no longer says so, 3 Jun 2021)**");
    expect(shown("struck")).to.contain("~~They sailed.~~¹ **(taken back by the moderators, 3 Jun 2021)**");
  });

  it("puts dates and sections above lines, each once", () => {
    const date: Heading = {
      type: "date",
      from: "2021-05-03",
      to: "2021-05-03",
      precision: "day",
      otherDates: ["2021-05-04"],
    };
    expect(body(post([line("a", "They stopped.", { heading: date })]))).to.match(
      /^\*\*1 · <t:1620043200:D>\*\* \\\(other articles\\: 4 May 2021\\\) · They stopped\.¹/u,
    );
    const month: Heading = { type: "date", from: "2021-05-01", to: "2021-05-31", precision: "month", otherDates: [] };
    expect(body(post([line("a", "They stopped.", { heading: month })]))).to.match(
      /^\*\*1 · May 2021\*\* · They stopped\.¹/u,
    );
    const side = (value: string): Heading => ({ type: "contradiction", about: "number", value });
    const compared = body(
      post([
        line("a", "A.", { heading: { type: "shared" } }),
        line("b", "B.", { heading: { type: "shared" } }),
        line("c", "C.", { heading: side("412") }),
        line("d", "D.", { heading: side("380") }),
        line("e", "E.", { heading: { type: "single", publisher: "Coast **Radio**" } }),
      ]),
    );
    expect(compared).to.contain(
      [
        "**What several say**\nA.¹",
        "B.²",
        "The articles give different numbers:\n**412**\nC.³",
        "**380**\nD.⁴",
        "**What only Coast \\*\\*Radio\\*\\* says**\nE.⁵",
      ].join("\n\n"),
    );
  });

  it("says of a digest that nothing is new", () => {
    const reply = publicationReply(words, post([], { kind: "digest", topic: null }), setting);
    expect(reply.body).to.equal("Nothing new in the articles.");
    expect(reply.title).to.equal("What is new");
  });
});

describe("a publication of hostile words", () => {
  const evil = post([line("a", EVIL, { heading: { type: "single", publisher: EVIL } })], {
    topic: EVIL,
    title: EVIL,
    note: EVIL,
  });

  it("formats, mentions and links nothing of them", () => {
    const shown = body(evil);
    const obeyed = /(?<!\\)@|<@|\[x\]\(|(?<!\\)\|\||(?<!\\)~~z|(?<!\\)`|^\s*# |[^\P{Cc}\n]|\u202E/mu;
    expect(shown).not.to.match(obeyed);
    const cuts: string[] = [];
    const { embeds } = toMessage(publicationReply(words, evil, setting), (what) => cuts.push(what));
    expect(embeds[0].title).not.to.match(obeyed);
    expect(cuts).to.deep.equal([]);
  });

  it("ends no code block and makes no link in a copy", () => {
    const copy = markdownCopyReply(words, evil);
    expect(copy.body.match(/```/gu)).to.have.length(2);
    expect(markdownCopy(words, evil)).not.to.match(/(?<!\\)\[x|(?<!\\)`|(?<!\\)@|^# head|https:\/\/evil|\u202E/mu);
  });

  it("says in a copy what is disputed, corrected and under which heading", () => {
    const at = "2021-06-03T08:00:00.000Z";
    const lines = [
      line("a", "They sailed.", { contested: ["b"], heading: { type: "shared" } }),
      line("b", "They stayed.", { contested: ["a"], heading: { type: "shared" } }),
      line("c", "They sank.", { correction: { how: "changed", at } }),
    ];
    expect(markdownCopy(words, post(lines, { note: "Ours.", since: "2021-05" }))).to.equal(`# Summary: the strike

*from May 2021 on*

**What several say**

They sailed.[^1] (disputed, see [^2])

They stayed.[^2] (disputed, see [^1])

~~They sank.~~[^3] (the article no longer says so, 3 Jun 2021)

> **Note by the moderators:** Ours.

corpus 0123456789ab

[^1]: Paper a, “Title a”, 10 May 2021, <https://news.example/a#:~:text=sailed>
[^2]: Paper b, “Title b”, 10 May 2021, <https://news.example/b#:~:text=sailed>
[^3]: Paper c, “Title c”, 10 May 2021, <https://news.example/c#:~:text=sailed>
`);
  });

  it("copies any sentence so that Markdown shows exactly it", () => {
    const marks = fc.string({ unit: fc.constantFrom(..."ab1.)-+=#>*_`~|[]()<&$@:/\\! w".split("")) });
    fc.assert(
      fc.property(marks, (text) => {
        const copied = markdownCopy(words, post([line("a", `x ${text}`)])).split("\n")[2] ?? "";
        const shown = copied.replace(/\[\^1\]$/u, "").replaceAll(/\\([!-/:-@[-`{-~])/gu, "$1");
        expect(shown).to.equal(`x ${text}`.replaceAll(/\s+/gu, " ").trim());
      }),
    );
  });
});

describe("a publication's room", () => {
  const long = Array.from({ length: 25 }, (_, place) => line(String(place), `${"Word and word ".repeat(60)}end.`));

  it("is within Discord's limits in every language, however much there is, with a footnote for each line", () => {
    for (const own of shippedLanguages().all) {
      for (const count of [1, 5, 12, 20, 25]) {
        const publication = post(long.slice(0, count), { title: "T".repeat(120) });
        const reply = publicationReply(own, publication, setting);
        const fits = publicationFits(own, publication);
        expect(reply.body.length <= LIMITS.embed.descriptionLength, `${own.language} ${String(count)}`).to.equal(fits);
        if (fits) expect(reply.body.match(/^-# [⁰¹²³⁴-⁹]+ /gmu)).to.have.length(count);
      }
      expect(publicationFits(own, post(long.slice(0, 12)))).to.equal(true);
    }
  });

  it("is said to be too little where it is", () => {
    expect(publicationFits(words, post(long))).to.equal(true);
    expect(publicationFits(words, post(long, { note: "*".repeat(600) }))).to.equal(false);
  });
});
