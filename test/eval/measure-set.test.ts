import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect } from "chai";
import { z } from "zod";
import { EVAL_RESULT } from "../../eval/report/figures.ts";
import { summarise } from "../../eval/report/summarise.ts";
import { type MeasureOptions, measureSet } from "../../eval/run/measure-set.ts";
import { publish } from "../../eval/run/output.ts";
import type { QuestionSet } from "../../eval/run/question-set.ts";
import { projectRoot } from "../../src/app/project-root.ts";
import { judgement } from "./stubs.ts";

const HARBOUR = join(projectRoot(), "test/fixtures/harbour");
const QUESTIONS = [
  {
    id: "who",
    question: "who leads the union",
    gold_docs: ["coast-start"],
    gold_sentences: ["Karsten Hoel, who leads the union, said nobody would sail."],
    unanswerable: false,
    type: "who",
  },
  {
    id: "many",
    question: "how many sailors stopped work",
    gold_docs: ["gazette-end"],
    gold_sentences: ["The Seafarers' Union said 412 sailors had stopped work."],
    unanswerable: false,
    type: "how-many",
    candidates: [
      { text: "Ferries left the port of Lundvik again on Wednesday.", label: 0 },
      { text: "The Seafarers' Union said 412 sailors had stopped work.", label: 1 },
    ],
  },
  { id: "lost", question: "what is the boiling point of tungsten", unanswerable: true, miss: "off-topic" },
];

describe("measuring a question set", () => {
  let folder = "";
  let set: QuestionSet = { name: "harbour", questions: "", corpus: HARBOUR, own: false };
  const told: string[] = [];
  const options = (given: Partial<MeasureOptions> = {}): MeasureOptions => ({
    systems: ["footnote", "bm25"],
    sample: null,
    misses: 5,
    onProgress: () => {},
    tell: (line) => told.push(line),
    signal: new AbortController().signal,
    ...given,
  });

  beforeEach(async () => {
    told.length = 0;
    folder = await mkdtemp(join(tmpdir(), "footnote-eval-"));
    set = { ...set, questions: join(folder, "questions.jsonl") };
    await writeFile(set.questions, QUESTIONS.map((one) => JSON.stringify(one)).join("\n"));
  });
  afterEach(async () => rm(folder, { recursive: true }));

  it("puts every question to every system", async () => {
    const { figures, judgements } = await measureSet(set, options());
    expect(figures).to.deep.include({ available: 3, questions: 3, answerable: 2, unanswerable: 1, articles: 13 });
    const [footnote, bm25] = figures.systems;
    expect(footnote?.success1?.value).to.equal(1);
    expect(footnote?.candidates).to.deep.equal({ questions: 1, map: 1, mrr: 1 });
    expect(footnote?.auroc.offTopic).to.equal(1);
    expect(footnote?.inconsistent).to.deep.equal([]);
    expect(bm25).to.deep.include({ title: "BM25 alone", answering: null });
    expect(judgements.get("footnote")?.map(({ id, status }) => [id, status === "answered"])).to.deep.equal([
      ["who", true],
      ["many", true],
      ["lost", false],
    ]);
    expect(told).to.deep.equal([]);
  });

  it("spreads a sample over the file, the same for every run", async () => {
    const lines = Array.from({ length: 10 }, (_, place) => JSON.stringify({ ...QUESTIONS[0], id: String(place) }));
    await writeFile(set.questions, lines.join("\n"));
    const { judgements, figures } = await measureSet(set, options({ sample: 3, systems: ["bm25"] }));
    expect(judgements.get("bm25")?.map(({ id }) => id)).to.deep.equal(["3", "6", "9"]);
    expect(figures).to.deep.include({ available: 10, questions: 3 });
    const all = await measureSet(set, options({ sample: 99, systems: ["bm25"] }));
    expect(all.figures.questions).to.equal(10);
  });

  it("keeps what it knows when it is ended early", async () => {
    const cancel = new AbortController();
    const onProgress = (message: string): void => {
      if (message.includes("2 of 3")) cancel.abort();
    };
    const { figures } = await measureSet(set, options({ onProgress, signal: cancel.signal }));
    expect(figures).to.deep.include({ questions: 2, unanswerable: 0 });
    expect(figures.systems[0]?.success1?.value).to.equal(1);
  });

  it("tells of questions whose articles are not there", async () => {
    await writeFile(set.questions, JSON.stringify({ ...QUESTIONS[0], gold_docs: ["gone"] }));
    await measureSet(set, options({ systems: ["bm25"] }));
    expect(told.join()).to.match(/gold_docs of 1 question that are not among the articles/u);
  });

  describe("from the command line", () => {
    async function run(...words: string[]): Promise<{ code: number | null; out: string; messages: string }> {
      const child = spawn(process.execPath, [join(projectRoot(), "dist/eval/run/main.js"), ...words]);
      const closed = once(child, "close");
      const [out, messages] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
      return { code: child.exitCode, out, messages };
    }

    it("shows tables and misses, and writes all that was measured", async () => {
      const file = join(folder, "all.json");
      const wanted = ["--set", set.questions, "--corpus", HARBOUR, "--only", "footnote,bm25"];
      const { code, out } = await run(...wanted, "--misses", "2", "--json", file);
      expect(code).to.equal(0);
      expect(out).to.contain("| Footnote").and.to.contain("| BM25 alone");
      expect(out, "no place of this machine").not.to.contain(folder);
      const written: unknown = JSON.parse(await readFile(file, "utf8"));
      expect(EVAL_RESULT.parse(written).sets[0]?.questions).to.equal(3);
      const judged = z.object({ sets: z.array(z.object({ judgements: z.record(z.string(), z.array(z.unknown())) })) });
      expect(judged.parse(written).sets[0]?.judgements["bm25"]).to.have.length(3);
    });

    it("names file and line of what is wrong", async () => {
      await writeFile(set.questions, `${JSON.stringify(QUESTIONS[0])}\n{"id": "x"}\n`);
      const { code, out, messages } = await run("--set", set.questions, "--corpus", HARBOUR, "--only", "bm25");
      expect(code).to.equal(2);
      expect(out).to.equal("");
      expect(messages).to.match(/questions\.jsonl:2: question: /u);
    });

    it("keeps the baseline to what tests will compare with", async () => {
      const { code, messages } = await run("--update-baseline", "--sample", "3");
      expect(code).to.equal(2);
      expect(messages).to.contain("--update-baseline").and.to.contain("leave out");
    });
  });
});

describe("publishing figures", () => {
  it("keeps them by set, and makes tables and picture of all that are kept", async () => {
    const folder = await mkdtemp(join(tmpdir(), "footnote-eval-"));
    try {
      await writeFile(
        join(folder, "README.md"),
        "# E\n\n<!-- tables: begin, written by npm run eval -- --write -->\n\n<!-- tables: end -->\n",
      );
      const figures = (name: string) => ({
        name,
        articles: 1,
        sentences: 2,
        available: 1,
        questions: 1,
        answerable: 1,
        unanswerable: 0,
        systems: [summarise({ name: "footnote", title: "Footnote" }, [judgement({ id: "a" })])],
      });
      const run = { format: 1 as const, date: "2026-01-02", commit: null, command: "npm run eval", node: "20.19.0" };
      await publish(folder, { ...run, sets: [figures("a set")] });
      await publish(folder, { ...run, command: "npm run eval -- --set own", sets: [figures("own")] });
      expect((await readdir(join(folder, "results"))).toSorted()).to.deep.equal(["a-set.json", "own.json"]);
      const readme = await readFile(join(folder, "README.md"), "utf8");
      expect(readme.match(/^### .*$/gmu), "the own set first").to.deep.equal(["### own", "### a set"]);
      expect(readme).to.contain("`npm run eval -- --set own`").and.to.contain("| success@1 ");
      const picture = await readFile(join(folder, "reliability.svg"), "utf8");
      expect(picture).to.contain("Footnote, own").and.to.contain("Footnote, a set");
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
