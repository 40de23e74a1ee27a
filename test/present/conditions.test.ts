import { expect } from "chai";
import type { Condition, SearchPage } from "../../src/domain/answer.ts";
import { conditionsLine, withoutQuotesLine } from "../../src/present/answers/conditions.ts";
import { searchReply } from "../../src/present/answers/search-reply.ts";
import { searchText } from "../../src/present/answers/search-text.ts";
import { unusableQuestion } from "../../src/present/text/words.ts";
import { article } from "../fixtures/articles.ts";
import { english } from "../fixtures/languages.ts";

const words = english();

/** What would be left of a hostile text if it were not escaped, and what nobody can see. */
const OBEYED = /\*\*b|<@|@everyone|\u202E|[^\P{Cc}\n]/u;
const UNSEEN = /\u202E|[^\P{Cc}\n]/u;

const publisher = (names: readonly string[], excluded = false): Condition => ({
  kind: "publisher",
  typed: "x",
  names,
  excluded,
});
const phrase = (text: string, excluded = false): Condition => ({ kind: "phrase", text, excluded });

describe("telling conditions", () => {
  const rows: readonly (readonly [conditions: readonly Condition[], line: string])[] = [
    [[], ""],
    [
      [phrase("iran", true), { kind: "after", date: "2022-07-01" }, publisher(["VOA News"])],
      "Only VOA News, from 1 July 2022 on, without “iran”.",
    ],
    [
      [
        { kind: "after", date: "2022-07" },
        { kind: "before", date: "2023" },
      ],
      "Only from July 2022 on, before 2023.",
    ],
    [[phrase("foreign ministry")], "Only with “foreign ministry” word for word."],
    [[phrase("a"), phrase("b")], "Only with “a” and “b” word for word."],
    [[phrase("a", true), phrase("b c", true)], "Without “a” or “b c”."],
    [[publisher(["AP"]), publisher(["AFP", "AP"])], "Only AP or AFP."],
    [[publisher(["A", "B", "C", "D", "E"])], "Only A, B, C or 2 other publishers."],
    [[publisher(["A", "B", "C", "D"])], "Only A, B, C or D."],
    [[publisher(["VOA News"], true), phrase("a", true)], "Without VOA News or “a”."],
    [[phrase("x".repeat(100))], `Only with “${"x".repeat(59)}…” word for word.`],
  ];
  for (const [conditions, line] of rows) {
    it(line === "" ? "says nothing of none" : line, () => {
      expect(conditionsLine(words, conditions)).to.equal(line);
    });
  }

  it("says that the quotes were let go", () => {
    expect(withoutQuotesLine(words, ["foreign ministers"])).to.equal(
      "No results for “foreign ministers”. Results without quotes:",
    );
  });

  it("says what a date after an operator looks like", () => {
    expect(unusableQuestion(words, { id: "date-unreadable", operator: "before", typed: "yesterday" })).to.equal(
      "“before:” needs a date such as 2022-09-10, 2022-09 or 2022. I cannot read “yesterday” as one.",
    );
  });
});

describe("a page of passages", () => {
  const said = "The strike goes on.";
  const page: SearchPage = {
    query: "strike",
    total: 1_000,
    totalIsExact: false,
    offset: 0,
    hits: [
      {
        sentence: {
          article: article({ id: "a", body: said }),
          position: 0,
          paragraph: 0,
          start: 0,
          end: 19,
          text: said,
        },
        score: 1,
        matches: [],
        answers: [],
        contributions: [],
        dates: [],
        passageUrl: null,
      },
    ],
    corrections: [],
    conditions: [],
    unquoted: [],
    unusable: null,
  };
  const ref = { command: "search", action: "page", state: [] };
  const reply = (found: SearchPage) =>
    searchReply(words, found, {
      visibility: "public",
      newest: null,
      pageNumber: { page: 0, pages: 1 },
      pageRef: () => ref,
      openRef: ref,
      refOf: () => "r",
    });

  it("says that there are more than were counted", () => {
    expect(reply(page).footer).to.equal("more than 1,000 passages");
    expect(searchText(words, page)).to.contain("more than 1,000 passages in all");
    expect(reply({ ...page, totalIsExact: true }).footer).to.equal("1,000 passages");
  });

  it("shows what was typed inertly, wherever it is repeated", () => {
    const evil = "**b** <@1> @everyone\u001B[31m \u202Ex";
    const conditions: readonly Condition[] = [phrase(evil), publisher([evil])];
    const replies = [
      reply({ ...page, conditions, unquoted: [evil] }),
      reply({ ...page, conditions, hits: [] }),
      reply({ ...page, unusable: { id: "date-unreadable", operator: "after", typed: evil } }),
      reply({ ...page, unusable: { id: "publisher-unknown", typed: evil } }),
    ];
    for (const { body } of replies) {
      expect(body).to.contain("everyone");
      const bare = body.replaceAll(/\\[^\p{L}\p{N}\s]/gu, "");
      expect(bare).not.to.match(OBEYED);
    }
    expect(searchText(words, { ...page, conditions, unquoted: [evil] })).not.to.match(UNSEEN);
    expect(searchText(words, { ...page, unusable: { id: "publisher-unknown", typed: evil } })).not.to.match(UNSEEN);
  });

  it("keeps to itself what could not be looked up", () => {
    expect(reply({ ...page, hits: [], unusable: { id: "only-conditions" } })).to.deep.include({
      visibility: "private",
      outcome: "information",
      body: "These are only conditions. Add a word to look for beside them.",
    });
  });
});
