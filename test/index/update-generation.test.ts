import { expect } from "chai";
import fc from "fast-check";
import type { Article } from "../../src/domain/article.ts";
import { updateGeneration, updateGenerationAside } from "../../src/index/update-generation.ts";
import { buildQuery } from "../../src/search/query.ts";
import { rank } from "../../src/search/rank.ts";
import { type SentenceIndex, buildSentenceIndex, createSentenceIndex } from "../../src/search/sentence-index.ts";
import { createAnalyzer } from "../../src/text/analyzer.ts";
import { article } from "../fixtures/articles.ts";

const analyzer = createAnalyzer([{ term: "Harbour Guard", aliases: ["HG", "harbour police"] }]);

const word = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom("harbour", "strike", "ferry", "mayor", "HG", "police", "guard", "the") },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 60 }).map((number) => `w${String(number)}x`) },
  { weight: 1, arbitrary: fc.constantFrom("ferries", "harbor", "captain", "captains", "capstan", "ministry") },
);
const sentence = fc.array(word, { minLength: 1, maxLength: 10 }).map((words) => `The ${words.join(" ")}.`);
const title = fc.array(word, { maxLength: 4 }).map((words) => words.join(" "));
/** Up to 70 sentences: articles begin, end and go on in any place of a block of 30. */
const body = fc.oneof(
  { weight: 6, arbitrary: fc.array(sentence, { minLength: 1, maxLength: 12 }) },
  { weight: 2, arbitrary: fc.array(sentence, { minLength: 25, maxLength: 70 }) },
  { weight: 1, arbitrary: fc.constant([]) },
);
const text = fc.record({ title, body }).map((made) => ({ title: made.title, body: made.body.join("\n\n") }));
/** What happens to a corpus between two loads; `at` picks the article, as a share of all. */
const change = fc.oneof(
  fc.record({ kind: fc.constant("add" as const), at: fc.nat(99), text }),
  fc.record({ kind: fc.constant("change" as const), at: fc.nat(99), text }),
  fc.record({ kind: fc.constant("withdraw" as const), at: fc.nat(99) }),
  fc.record({ kind: fc.constant("note" as const), at: fc.nat(99) }),
  fc.record({ kind: fc.constant("copy" as const), at: fc.nat(99) }),
  fc.record({ kind: fc.constant("reorder" as const) }),
  fc.record({ kind: fc.constant("undo" as const) }),
  fc.record({ kind: fc.constant("reload" as const) }),
  fc.record({ kind: fc.constant("clear" as const) }),
);
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;
const updates = fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 12 });
const questions = fc.array(
  fc
    .array(fc.oneof({ weight: 5, arbitrary: word }, fc.constantFrom("ferrry", "stirke", "harbuor", "captian", "zzz")), {
      minLength: 1,
      maxLength: 5,
    })
    .map((words) => words.join(" ")),
  { minLength: 1, maxLength: 4 },
);

describe("updating an index", function () {
  this.timeout(60_000);

  it("ranks, counts and corrects as an index built afresh does, after whatever happened", () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 10 }), updates, questions, (texts, steps, asked) => {
        let articles: readonly Article[] = texts.map((one, number) => article({ id: `a${String(number)}`, ...one }));
        const history = [articles];
        let index = buildSentenceIndex(articles, analyzer);
        let answers = answersOf(index, asked);
        for (const [round, step] of steps.entries()) {
          for (const one of step) articles = applied(one, articles, history, round);
          history.push(articles);
          const updated = createSentenceIndex(updateGeneration(index.generation, articles));
          const expected = answersOf(buildSentenceIndex(articles, analyzer), asked);
          expect(answersOf(updated, asked)).to.deep.equal(expected);
          expect(answersOf(index, asked), "the previous one").to.deep.equal(answers);
          answers = expected;
          index = updated;
        }
      }),
      { numRuns: 75 },
    );
  });

  const before = [
    article({ id: "one", title: "Port news", body: "The captain left. The mayor spoke of the ferry." }),
    ...timetables(40),
  ];
  const index = buildSentenceIndex(before, analyzer);
  const found = (where: SentenceIndex, question: string): readonly string[] =>
    rank(where, buildQuery(where, question), { limit: 10, ownWordsOnly: true }).hits.map((hit) => hit.sentence.text);
  const updated = (articles: readonly Article[], from = index): SentenceIndex =>
    createSentenceIndex(updateGeneration(from.generation, articles));

  it("finds an added article", () => {
    const later = updated([article({ id: "new", body: "A smuggler was caught." }), ...before]);
    expect(found(later, "smuggler")).to.deep.equal(["A smuggler was caught."]);
    expect(found(index, "smuggler")).to.deep.equal([]);
  });

  it("finds a changed article by its new words only", () => {
    const later = updated(
      before.map((old) => (old.id === "one" ? { ...old, body: "The admiral left. The mayor spoke." } : old)),
    );
    expect(found(later, "admiral")).to.deep.equal(["The admiral left."]);
    expect(found(later, "captain")).to.deep.equal([]);
    expect(found(later, "mayor")).to.deep.equal(["The mayor spoke."]);
  });

  it("forgets the words of a withdrawn article, and learns them again when it comes back", () => {
    const later = updated(before.slice(1));
    expect(found(later, "captain")).to.deep.equal([]);
    expect(buildQuery(later, "captain").unknownWords).to.deep.equal(["captain"]);
    expect(buildQuery(later, "captian").corrections).to.deep.equal([]);
    const back = updated(before, later);
    expect(found(back, "captain")).to.deep.equal(["The captain left."]);
    expect(buildQuery(back, "captian").corrections).to.deep.equal([{ asked: "captian", read: "captain" }]);
  });

  it("shows what is said of an article as it is now, without analysing it again", () => {
    const { parts } = index.generation;
    const later = updateGeneration(
      index.generation,
      before.map((old) => ({ ...old, publisher: "Coast Radio" })),
    );
    expect(later.parts.map(({ segment }) => segment)).to.deep.equal(parts.map(({ segment }) => segment));
    const [hit] = rank(createSentenceIndex(later), buildQuery(index, "captain"), { limit: 1 }).hits;
    expect(hit?.sentence.article.publisher).to.equal("Coast Radio");
  });

  it("gives the same where it lets other work in", async () => {
    const after = [article({ id: "new", body: "A smuggler was caught." }), ...before.slice(2)];
    const aside = createSentenceIndex(await updateGenerationAside(index.generation, after));
    expect(answersOf(aside, ["smuggler caught", "ferry number"])).to.deep.equal(
      answersOf(updated(after), ["smuggler caught", "ferry number"]),
    );
  });

  it("passes no sentence over where sentences have grown longer on average since", () => {
    // Beside long sentences all others count as short, and how often a word stands in them counts for more than before.
    const same = (name: string, sentences: number, ferries: number, others: number): Article =>
      article({
        id: name,
        title: "",
        body: `${"ferry ".repeat(ferries)}${"tide ".repeat(others)}.\n\n`.repeat(sentences),
      });
    const before = [
      ...Array.from({ length: 40 }, (_, number) => same(`s${String(number)}`, 30, 3, 9)),
      same("w", 30, 4, 21),
    ];
    const after = [same("long", 120, 0, 1_000), ...before];
    const later = updated(after, buildSentenceIndex(before, analyzer));
    expect(later.generation.parts).to.have.length(2);
    const query = buildQuery(later, "ferry");
    const best = rank(later, query, { limit: 30 });
    expect(best.hits.map(({ sentence }) => sentence.article.id)).to.deep.equal(Array.from({ length: 30 }, () => "w"));
    expect(best).to.deep.equal(rank(buildSentenceIndex(after, analyzer), query, { limit: 30 }));
  });

  it("keeps its parts few, however many updates there are, and the last of them right", () => {
    let articles: readonly Article[] = before;
    let generation = index.generation;
    for (const added of timetables(300, "more")) {
      articles = [added, ...articles.slice(0, -1)];
      generation = updateGeneration(generation, articles);
      expect(generation.parts.length).to.be.at.most(8);
    }
    expect(answersOf(createSentenceIndex(generation), ["ferry number n17x"])).to.deep.equal(
      answersOf(buildSentenceIndex(articles, analyzer), ["ferry number n17x"]),
    );
  });
});

function applied(
  one: Change,
  articles: readonly Article[],
  history: readonly (readonly Article[])[],
  round: number,
): readonly Article[] {
  const at = "at" in one ? Math.floor((one.at * articles.length) / 100) : 0;
  const chosen = articles[at];
  switch (one.kind) {
    case "add": {
      return articles.toSpliced(at, 0, article({ id: `n${String(round)}-${String(at)}`, ...one.text }));
    }
    case "change": {
      return articles.map((old, place) => (place === at ? { ...old, ...one.text } : old));
    }
    case "withdraw": {
      return articles.toSpliced(at, 1);
    }
    case "note": {
      return articles.map((old, place) => (place === at ? { ...old, note: "Checked.", published: "2020" } : old));
    }
    case "copy": {
      return chosen === undefined ? articles : [...articles, { ...chosen, publisher: "Another" }];
    }
    case "reorder": {
      return articles.toReversed();
    }
    case "undo": {
      return history.at(-2) ?? articles;
    }
    case "reload": {
      return articles.map((old) => ({ ...old }));
    }
    case "clear": {
      return [];
    }
  }
}

/** All that can be asked of an index. */
function answersOf(index: SentenceIndex, asked: readonly string[]): unknown {
  return {
    sentences: index.sentenceCount,
    words: index.vocabulary.size,
    averages: index.generation.averages,
    questions: asked.map((question) => {
      const query = buildQuery(index, question);
      return {
        query,
        known: question.split(" ").map((one) => [index.vocabulary.count(one), index.vocabulary.resembling(one, 5)]),
        best: rank(index, query, { limit: 7, countUpTo: 10_000 }),
        all: rank(index, query, { limit: 10_000, ownWordsOnly: true }),
      };
    }),
  };
}

function timetables(count: number, name = "timetable"): readonly Article[] {
  return Array.from({ length: count }, (_, number) =>
    article({
      id: `${name}-${String(number)}`,
      body: Array.from({ length: 9 }, (_, line) => `The ferry number n${String(number + line)}x sails.`).join(" "),
    }),
  );
}
