import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { createCollector } from "../../eval/timelines/collection.ts";
import { dateScores } from "../../eval/timelines/date-scores.ts";
import { readGiven } from "../../eval/given/read-given.ts";
import { DATEWISE, MENTIONED, PUBLISHED } from "../../eval/timelines/systems/baselines.ts";
import { FOOTNOTE } from "../../eval/timelines/systems/footnote.ts";
import { type DayTimeline, type TimelineTask, parseTimelineLine } from "../../eval/timelines/timeline-line.ts";
import { alignedRouge, concatRouge } from "../../eval/timelines/timeline-rouge.ts";
import { projectRoot } from "../../src/app/project-root.ts";

const IDLE = new AbortController().signal;

function days(given: Readonly<Record<string, string>>): DayTimeline {
  return new Map(Object.entries(given).map(([day, text]) => [day, [text]]));
}

function taskOf(given: unknown): TimelineTask {
  const parsed = parseTimelineLine(JSON.stringify(given));
  if (!parsed.ok) return expect.fail(parsed.error);
  return parsed.value;
}

describe("scores of timelines", () => {
  it("count days that both have", () => {
    const told = days({ "2021-05-01": "a", "2021-05-02": "a", "2021-05-03": "a", "2021-05-04": "a" });
    const reference = days({ "2021-05-02": "b", "2021-05-03": "b", "2021-05-09": "b" });
    const { precision, recall, f1 } = dateScores(told, reference);
    expect([precision, recall]).to.deep.equal([1 / 2, 2 / 3]);
    expect(f1).to.be.closeTo(4 / 7, 1e-12);
    expect(dateScores(new Map(), reference).f1).to.equal(0);
  });

  it("are full for the same timeline and nothing for another", () => {
    const one = days({ "2021-05-02": "the ferry sank", "2021-05-05": "divers found the bell" });
    expect(alignedRouge(one, one, 1)).to.deep.equal({ precision: 1, recall: 1, f1: 1 });
    expect(alignedRouge(one, one, 2).f1).to.equal(1);
    expect(concatRouge(one, one, 2).f1).to.equal(1);
    expect(alignedRouge(one, days({ "2021-05-02": "nothing else matters" }), 1).f1).to.equal(0);
  });

  it("count what is told a day off by half, as worked out by hand", () => {
    // Two words of three agree, one day apart: 2 · 1/2 of 3 words either way.
    const { precision, recall, f1 } = alignedRouge(
      days({ "2021-05-03": "old ferry sank" }),
      days({ "2021-05-02": "new ferry sank" }),
      1,
    );
    expect([precision, recall, f1]).to.deep.equal([1 / 3, 1 / 3, 1 / 3]);
  });

  it("put several days to one, and each where it costs least, as worked out by hand", () => {
    const told = days({ "2021-05-02": "ferry sank", "2021-05-10": "bell rang" });
    const reference = days({ "2021-05-02": "ferry sank", "2021-05-03": "bell rang", "2021-05-04": "ferry lost" });
    // Recall: 2 May → 2 May (2 words of 2). 3 May: to 2 May it costs (1 - 1/2) · 1, to 10 May (1 - 1/8) · 0: 2 words · 1/8.
    // 4 May: to 2 May (1 - 1/3) · (1 - 1/2), to 10 May (1 - 1/7) · 1: 1 word · 1/3.
    const recall = (2 + 2 / 8 + 1 / 3) / 6;
    // Precision: 2 May → 2 May: 2 words. 10 May → 3 May: 2 words · 1/8.
    const precision = (2 + 2 / 8) / 4;
    const scores = alignedRouge(told, reference, 1);
    expect(scores.recall).to.be.closeTo(recall, 1e-12);
    expect(scores.precision).to.be.closeTo(precision, 1e-12);
    expect(scores.f1).to.be.closeTo((2 * precision * recall) / (precision + recall), 1e-12);
    // Whatever day they stand at, four words of four and of six agree.
    expect(concatRouge(told, reference, 1).recall).to.be.closeTo(4 / 6, 1e-12);
  });
});

describe("a file of timelines", () => {
  it("may hold documents and references in the forms that are about", () => {
    const { docs, references } = taskOf({
      id: 7,
      docs: [
        "One text.",
        { title: "T", text: "Another text.", published: "2021-05-02T10:00:00Z" },
        { body: "A third.", date: "2021-05-03" },
        { sentences: ["One.", { raw: "Two." }], publication_date: "2021-05-04 08:00:00" },
        { text: "Undated.", published: "some day" },
      ],
      references: [
        { date: "2021-05-03", sentences: ["B."] },
        { date: "2021-05-02", sentences: "A." },
        { date: "2021-05-03", sentences: ["C."] },
      ],
    });
    expect(docs.map(({ published }) => published)).to.deep.equal([
      null,
      "2021-05-02",
      "2021-05-03",
      "2021-05-04",
      null,
    ]);
    expect(docs[3]?.text).to.deep.equal(["One.", "Two."]);
    expect(references.map((one) => Array.from(one))).to.deep.equal([
      [
        ["2021-05-02", ["A."]],
        ["2021-05-03", ["B.", "C."]],
      ],
    ]);
    const several = taskOf({
      id: "x",
      docs: ["Text."],
      references: [[{ date: "2021-05-03", sentences: ["B."] }], [["2021-05-04T00:00:00", ["C."]]]],
    });
    expect(several.references.map((one) => Array.from(one.keys()))).to.deep.equal([["2021-05-03"], ["2021-05-04"]]);
  });

  const WRONG: readonly (readonly [line: string, error: RegExp])[] = [
    ["{", /^not JSON/u],
    ["[]", /^the line: /u],
    ['{"docs":["a"],"references":[{"date":"2021-05-03","sentences":["B."]}]}', /^id: is missing/u],
    ['{"id":"x","docs":[],"references":[{"date":"2021-05-03","sentences":["B."]}]}', /^docs: is empty/u],
    ['{"id":"x","docs":[{"title":"T"}],"references":[{"date":"2021-05-03","sentences":["B."]}]}', /^docs\.0: /u],
    ['{"id":"x","docs":["a"],"references":[]}', /^references: is empty/u],
    [
      '{"id":"x","docs":["a"],"references":[{"date":"3 May","sentences":["B."]}]}',
      /^references\.0.*"3 May" is no day/u,
    ],
    ['{"id":"x","docs":["a"],"references":[{"date":"2021-05-03"}]}', /^references\.0\.sentences: /u],
  ];
  for (const [line, error] of WRONG) {
    it(`is refused with its field: ${line.slice(0, 70)}`, () => {
      const parsed = parseTimelineLine(line);
      expect(parsed.ok ? "read" : parsed.error).to.match(error);
    });
  }

  it("is refused with its line", async () => {
    const folder = await mkdtemp(join(tmpdir(), "footnote-timelines-"));
    try {
      const file = join(folder, "set.jsonl");
      await writeFile(
        file,
        '{"id":"x","docs":["a"],"references":[{"date":"2021-05-03","sentences":["B."]}]}\n\n{"id":"y"}\n',
      );
      const ids: string[] = [];
      const read = async (): Promise<void> => {
        for await (const { id } of readGiven(file, parseTimelineLine, IDLE)) ids.push(id);
      };
      const outcome = await read().then(
        () => "read",
        (error: unknown) => (error instanceof Error ? error.message : "?"),
      );
      expect([ids, outcome.replace(file, "FILE")]).to.deep.equal([["x"], "FILE:3: docs: is missing or no list"]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe("systems that make timelines", () => {
  const task = taskOf({
    id: "ferry",
    docs: [
      { text: "The ferry sank on Monday. Divers searched the bay.", published: "2021-05-04" },
      { text: "The ferry sank off Lundvik on 3 May. The bell was found on Wednesday.", published: "2021-05-06" },
      { text: "A court began to hear about the ferry that sank on 3 May 2021.", published: "2021-09-01" },
    ],
    references: [{ date: "2021-05-03", sentences: ["The ferry sinks."] }],
  });

  it("keep to the length given, in order, word for word", async () => {
    const collection = await createCollector()(task.docs, IDLE);
    const texts = task.docs.map(({ text }) => text).join(" ");
    for (const system of [FOOTNOTE, DATEWISE, MENTIONED, PUBLISHED]) {
      for (const dates of [1, 2, 9]) {
        const told = system.make(collection, { dates, sentences: 2 });
        expect(told.size, system.name).to.be.within(1, dates);
        expect([...told.keys()], system.name).to.deep.equal([...told.keys()].toSorted());
        for (const sentence of [...told.values()].flat()) expect(texts, system.name).to.include(sentence);
        for (const sentences of told.values()) expect(sentences.length, system.name).to.be.within(1, 2);
      }
    }
    for (const system of [FOOTNOTE, DATEWISE, MENTIONED]) {
      expect([...system.make(collection, { dates: 1, sentences: 1 }).keys()]).to.deep.equal(["2021-05-03"]);
    }
  });

  it("find nothing where there is nothing", async () => {
    const collection = await createCollector()(
      taskOf({ ...task, docs: ["The sea."], references: [["2021-05-03", ["A."]]] }).docs,
      IDLE,
    );
    for (const system of [FOOTNOTE, DATEWISE, MENTIONED, PUBLISHED]) {
      expect(system.make(collection, { dates: 3, sentences: 1 }).size, system.name).to.equal(0);
    }
  });

  it("are measured on a set of the project's own", async () => {
    const lines = (await readFile(join(projectRoot(), "eval", "timelines", "own.jsonl"), "utf8")).trim().split("\n");
    const tasks = lines.map((line) => taskOf(JSON.parse(line)));
    expect(tasks.length).to.be.at.least(5);
    const collect = createCollector();
    let sum = 0;
    for (const { docs, references } of tasks) {
      const collection = await collect(docs, IDLE);
      for (const reference of references) {
        const told = FOOTNOTE.make(collection, { dates: reference.size, sentences: 1 });
        sum += dateScores(told, reference).f1 / references.length / tasks.length;
      }
    }
    expect(sum).to.be.above(0.56);
  });
});
