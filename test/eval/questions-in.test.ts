import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { type TestQuestion, parseQuestionLine } from "../../eval/run/question-line.ts";
import { findSet } from "../../eval/run/question-set.ts";
import { InputError, countQuestions, readQuestions } from "../../eval/run/read-questions.ts";

const SOUND = { id: "q1", question: "who leads the union", gold_sentences: ["Hoel leads it."], unanswerable: false };

describe("a line of a question set", () => {
  it("is read with what it leaves out", () => {
    const parsed = parseQuestionLine(JSON.stringify({ ...SOUND, id: 7, extra: true }));
    expect(parsed).to.deep.equal({
      ok: true,
      value: {
        id: "7",
        text: "who leads the union",
        context: [],
        unanswerable: false,
        goldDocs: [],
        goldSentences: ["Hoel leads it."],
        type: null,
        style: null,
        miss: null,
        candidates: [],
      },
    });
  });

  it("is read with all it may hold", () => {
    const line = {
      ...SOUND,
      gold_docs: ["a"],
      type: "who",
      style: "chat",
      miss: null,
      context: ["before", "answer"],
      candidates: [
        { id: "0", text: "Hoel leads it.", label: 1 },
        { id: "1", text: "No.", label: 0 },
      ],
    };
    const parsed = parseQuestionLine(JSON.stringify(line));
    expect(parsed.ok && parsed.value).to.deep.include({
      type: "who",
      style: "chat",
      context: ["before", "answer"],
      candidates: [
        { text: "Hoel leads it.", relevant: true },
        { text: "No.", relevant: false },
      ],
    });
  });

  const refused: readonly (readonly [string, string, RegExp])[] = [
    ["that is no JSON", "{", /^not JSON$/u],
    ["that is no object", "[]", /object/u],
    ["without a question", JSON.stringify({ ...SOUND, question: undefined }), /^question: /u],
    ["whose flag is a word", JSON.stringify({ ...SOUND, unanswerable: "no" }), /^unanswerable: /u],
    ["with a wrong gold sentence", JSON.stringify({ ...SOUND, gold_sentences: ["a", 1] }), /^gold_sentences\.1: /u],
    [
      "that can be answered by nothing",
      JSON.stringify({ ...SOUND, gold_sentences: [] }),
      /^gold_sentences: .*at least/u,
    ],
  ];
  for (const [what, line, reason] of refused) {
    it(`is refused ${what}, with the field`, () => {
      const parsed = parseQuestionLine(line);
      expect(parsed.ok ? "" : parsed.error).to.match(reason);
    });
  }
});

describe("a file of questions", () => {
  let folder = "";
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "footnote-eval-"));
  });
  afterEach(async () => rm(folder, { recursive: true }));

  async function read(text: string | Uint8Array): Promise<readonly TestQuestion[]> {
    const file = join(folder, "set.jsonl");
    await writeFile(file, text);
    const questions: TestQuestion[] = [];
    for await (const question of readQuestions(file)) questions.push(question);
    return questions;
  }
  async function refusal(reading: Promise<unknown>): Promise<string> {
    const error: unknown = await reading.then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).to.be.instanceOf(InputError);
    return error instanceof InputError ? error.message : "";
  }
  const line = (id: string): string => JSON.stringify({ ...SOUND, id });

  it("is read line by line, blank ones and a byte order mark passed over", async () => {
    const questions = await read(`\uFEFF${line("a")}\r\n\n  \n${line("b")}`);
    expect(questions.map(({ id }) => id)).to.deep.equal(["a", "b"]);
    expect(await countQuestions(join(folder, "set.jsonl"))).to.equal(2);
  });

  it("is refused with file and line where a line is wrong", async () => {
    expect(await refusal(read(`${line("a")}\n\n{"id": 3}\n`))).to.match(/set\.jsonl:3: question: /u);
    expect(await refusal(read(`${line("a")}\n${line("b")}\n${line("a")}`))).to.match(
      /:3: the id "a" stands in line 1/u,
    );
    expect(await refusal(read(Buffer.from([0x7b, 0xff, 0x0a])))).to.match(/:1: not UTF-8$/u);
  });

  it("is refused where it is empty or not there", async () => {
    await read("\n\n");
    expect(await refusal(countQuestions(join(folder, "set.jsonl")))).to.match(/no questions/u);
    expect(await refusal(countQuestions(join(folder, "none.jsonl")))).to.match(/none\.jsonl: cannot be read/u);
    expect(await refusal(countQuestions(folder))).to.match(/cannot be read/u);
  });

  it("is found as a folder, or beside the articles it is given with", async () => {
    expect(await findSet(folder, undefined)).to.deep.include({
      questions: join(folder, "questions.jsonl"),
      corpus: join(folder, "corpus.jsonl"),
      own: false,
    });
    await read(line("a"));
    const file = join(folder, "set.jsonl");
    expect(await findSet(file, "news.jsonl")).to.deep.equal({
      name: "set",
      questions: file,
      corpus: "news.jsonl",
      own: false,
    });
    expect(await refusal(findSet(file, undefined))).to.match(/needs --corpus/u);
    expect(await refusal(findSet(join(folder, "nowhere"), undefined))).to.match(/no such file/u);
  });
});
