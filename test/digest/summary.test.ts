import { expect } from "chai";
import fc from "fast-check";
import type { Article } from "../../src/domain/article.ts";
import type { Summary, SummaryRequest } from "../../src/domain/digest.ts";
import { article, corpusOf } from "../fixtures/articles.ts";
import { type Retold, harbourFire, retold } from "./retold.ts";

const WHOLE: SummaryRequest = { topic: null, since: null, sentences: 5, articles: null };
const NEVER = new AbortController().signal;

async function textsOf(library: Retold, request: Partial<SummaryRequest> = {}): Promise<readonly string[]> {
  const summary = await library.summarise({ ...WHOLE, ...request }, NEVER);
  return summary.status === "summarised" ? summary.lines.map(({ point }) => point.evidence.sentence.text) : [];
}

function linesOf(summary: Summary): Extract<Summary, { status: "summarised" }>["lines"] {
  return summary.status === "summarised" ? summary.lines : [];
}

describe("a summary", () => {
  const library = retold(harbourFire());

  it("is made of sentences as they stand in their articles", async () => {
    const lines = linesOf(await library.summarise({ ...WHOLE, sentences: 12 }, NEVER));
    expect(lines).not.to.have.length(0);
    for (const { point } of lines) {
      for (const { sentence } of [point.evidence, ...point.also]) {
        expect(sentence.article.body.slice(sentence.start, sentence.end)).to.equal(sentence.text);
      }
    }
  });

  it("tells what matters once, however many articles tell it", async () => {
    const lines = linesOf(await library.summarise({ ...WHOLE, sentences: 4 }, NEVER));
    const fire = lines.filter(({ point }) => point.evidence.sentence.text.includes("ferry terminal burned"));
    expect(fire).to.have.length(1);
    expect(fire[0]?.point.also.map(({ sentence }) => sentence.article.id)).not.to.have.length(0);
  });

  it("reads in the order of events", async () => {
    const texts = await textsOf(library, { sentences: 4 });
    const place = (words: string): number => texts.findIndex((text) => text.includes(words));
    expect(place("burned down")).to.be.within(0, place("reopen"));
  });

  it("takes what was reported some day in a month for neither its first nor its last", async () => {
    const told = [
      ["2021-05", "Divers found the anchor of the lost ferry Borealis below the harbour wall."],
      ["2021-05-02", "The old ferry Borealis sank in the harbour with ninety passengers aboard."],
      ["2021-05-28", "A court cleared the captain of the ferry Borealis of all the charges."],
    ] as const;
    const reports = told.map(([published, body]) => article({ id: published, publisher: published, published, body }));
    const texts = await textsOf(retold(corpusOf(reports)));
    expect(texts.map((text) => text.split(" ")[0])).to.deep.equal(["The", "Divers", "A"]);
  });

  it("leaves out what leans on the sentence before, questions, headings and long lists", async () => {
    const texts = await textsOf(library, { sentences: 12 });
    for (const text of texts) {
      expect(text).not.to.match(/^(?:He|She|It|They|But|However)\b|\?$|[^.!”]$/u);
      expect(text.split(" ").length).to.be.within(6, 60);
    }
  });

  it("is as long as wanted at most, and shorter where more would only repeat", async () => {
    for (const sentences of [1, 2, 3, 12]) {
      expect(await textsOf(library, { sentences })).to.have.lengthOf.at.most(sentences);
    }
    const one = "The ferry Borealis ran aground off Lundvik on Tuesday with ninety passengers aboard.";
    const copies = ["a", "b", "c"].map((id) => article({ id, publisher: id, body: one }));
    expect(await textsOf(retold(corpusOf(copies)))).to.deep.equal([one]);
  });

  it("is the same every time", async () => {
    expect(await textsOf(library)).to.deep.equal(await textsOf(retold(harbourFire())));
  });

  it("counts how many articles there were to choose from", async () => {
    const summary = await library.summarise(WHOLE, NEVER);
    expect(summary).to.include({ status: "summarised", articlesRead: harbourFire().articles.length });
  });

  it("is of certain articles alone where they are named", async () => {
    const summary = await library.summarise({ ...WHOLE, articles: new Set(["inquiry"]) }, NEVER);
    expect(linesOf(summary)).not.to.have.length(0);
    for (const { point } of linesOf(summary)) expect(point.evidence.sentence.article.id).to.equal("inquiry");
  });

  it("is of what appeared since a day, or says how far the articles reach", async () => {
    const since = await library.summarise({ ...WHOLE, since: "2021-06-10" }, NEVER);
    for (const { point } of linesOf(since)) {
      expect((point.evidence.sentence.article.published ?? "") >= "2021-06-10").to.equal(true);
    }
    expect(await library.summarise({ ...WHOLE, since: "2022" }, NEVER)).to.deep.equal({
      status: "nothing-then",
      newest: "2021-06-20",
    });
    const topic = { ...WHOLE, topic: "ferry terminal fire", since: "2022" };
    expect(await library.summarise(topic, NEVER)).to.include({ status: "nothing-then" });
  });

  it("marks lines that contradict each other, each with the other", async () => {
    const lines = linesOf(await library.summarise({ ...WHOLE, sentences: 12 }, NEVER));
    const contested = lines.flatMap(({ contested: others }, place) => (others.length > 0 ? [place] : []));
    expect(contested).not.to.have.length(0);
    for (const place of contested) {
      for (const other of lines[place]?.contested ?? []) expect(lines[other]?.contested).to.include(place);
    }
    const all = lines.map(({ point }) => point.evidence.sentence.text);
    expect(new Set(all).size).to.equal(all.length);
    const texts = contested.map((place) => lines[place]?.point.evidence.sentence.text).join(" ");
    expect(texts).to.contain("14 people").and.to.contain("19 people");
  });

  it("takes a slip in the topic for what was meant, and says so", async () => {
    const summary = await library.summarise({ ...WHOLE, topic: "the inqiury" }, NEVER);
    expect(summary.status === "summarised" && summary.corrections).to.deep.equal([
      { asked: "inqiury", read: "inquiry" },
    ]);
  });

  it("is not made of a topic that nobody wrote about", async () => {
    for (const topic of ["the price of bananas", "football", "fire in a hospital", "Montenegro"]) {
      const summary = await library.summarise({ ...WHOLE, topic }, NEVER);
      expect(summary.status, topic).to.equal("not-in-articles");
      expect(summary.status === "not-in-articles" && summary.unknownWords, topic).not.to.have.length(0);
    }
  });

  it("says why a topic cannot be looked up", async () => {
    const reasonOf = async (topic: string): Promise<unknown> => {
      const summary = await library.summarise({ ...WHOLE, topic }, NEVER);
      return summary.status === "unusable-topic" ? summary.reason.id : summary.status;
    };
    expect(await reasonOf(" ")).to.equal("empty");
    expect(await reasonOf("fire ".repeat(500))).to.equal("too-long");
    expect(await reasonOf("after:2021-05-01")).to.equal("only-conditions");
    expect(await reasonOf("after:monday fire")).to.equal("date-unreadable");
  });

  it("gives up once it is told to", async () => {
    const control = new AbortController();
    const many = Array.from({ length: 400 }, (_, place) =>
      article({ id: `a${String(place)}`, body: `Boat ${String(place)} left the harbour of Lundvik in the morning.` }),
    );
    const promise = retold(corpusOf(many)).summarise(WHOLE, control.signal);
    control.abort(new Error("enough"));
    const error = await promise.then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).to.be.an("error").with.property("message", "enough");
  });

  it("bears whatever an article holds", async () => {
    const bodies = [
      "",
      "One sentence alone stands in this article about the harbour.",
      "word ".repeat(10_000),
      "港は火曜日に閉鎖された。船長は市長に電話した。",
      "هل أغلق الميناء؟ أغلقت السلطات الميناء يوم الثلاثاء بعد الحريق الكبير في المحطة.",
      "“" + "((".repeat(5_000),
      "a.b.c.d ".repeat(2_000),
    ];
    const articles = bodies.map((body, place) => article({ id: `h${String(place)}`, body, published: null }));
    for (const some of [articles, ...articles.map((one) => [one])]) {
      const summary = await retold(corpusOf(some)).summarise({ ...WHOLE, sentences: 12 }, NEVER);
      expect(summary.status).to.be.oneOf(["summarised", "not-in-articles"]);
      expect(linesOf(summary)).to.have.lengthOf.at.most(12);
    }
    expect((await retold(corpusOf([])).summarise(WHOLE, NEVER)).status).to.equal("not-in-articles");
  });

  it("keeps its promises on any articles", async () => {
    const words = fc.constantFrom("ferry", "harbour", "captain", "fire", "union", "said", "closed", "again", "Lundvik");
    const sentence = fc.array(words, { minLength: 4, maxLength: 14 }).map((some) => `The ${some.join(" ")}.`);
    const body = fc.array(sentence, { maxLength: 6 }).map((some) => some.join(" "));
    await fc.assert(
      fc.asyncProperty(
        fc.array(body, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 12 }),
        async (all, n) => {
          const articles: readonly Article[] = all.map((text, place) =>
            article({ id: `p${String(place)}`, body: text, publisher: `Paper ${String(place)}` }),
          );
          const lines = linesOf(await retold(corpusOf(articles)).summarise({ ...WHOLE, sentences: n }, NEVER));
          expect(lines).to.have.lengthOf.at.most(n);
          const texts = lines.map(({ point }) => point.evidence.sentence.text);
          expect(new Set(texts).size).to.equal(texts.length);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe("another wording", () => {
  const library = retold(harbourFire());

  it("is first what says the same, never the sentence itself nor one that is known", async () => {
    const lines = linesOf(await library.summarise({ ...WHOLE, sentences: 4 }, NEVER));
    const fire = lines.find(({ point }) => point.evidence.sentence.text.includes("ferry terminal burned"));
    const ref = fire === undefined ? "" : library.refOf(fire.point.evidence.sentence);
    const others = library.otherWordings(ref, [], 5);
    expect(others[0]?.evidence.sentence.text).to.contain("ferry terminal burned");
    const refs = others.map(({ evidence }) => library.refOf(evidence.sentence));
    expect(refs).not.to.include(ref);
    expect(new Set(refs).size).to.equal(refs.length);
    const [first = ""] = refs;
    expect(
      library.otherWordings(ref, [first], 5).map(({ evidence }) => library.refOf(evidence.sentence)),
    ).not.to.include(first);
  });

  it("is as many as wanted, and none of a sentence that is gone", () => {
    const [sentence] = library.sentences();
    const ref = sentence === undefined ? "" : library.refOf(sentence);
    expect(library.otherWordings(ref, [], 2)).to.have.lengthOf.at.most(2);
    expect(library.otherWordings(ref, [], 0)).to.deep.equal([]);
    expect(library.otherWordings("gone.0", [], 3)).to.deep.equal([]);
  });
});
