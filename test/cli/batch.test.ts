import { once } from "node:events";
import { createInterface } from "node:readline";
import { expect } from "chai";
import { z } from "zod";
import { HARBOUR, runCli, startCli } from "../e2e/bot-process.ts";
import { answer, found, lines } from "./records.ts";

const corpus = ["--corpus", HARBOUR];

describe("footnote --batch", function () {
  this.timeout(60_000);

  it("answers line by line, in order, and keeps the ids", async () => {
    const input = [
      { id: "a", question: "who leads the union" },
      { id: 2, question: "what is the price of bitcoin" },
      { id: "c", question: "🤷" },
      { id: "d", question: "and who said that", context: ["who leads the union", "Karsten Hoel …"] },
    ];
    const { code, stdout, stderr } = await runCli(
      ["ask", "--batch", ...corpus],
      input.map((line) => JSON.stringify(line)).join("\n"),
    );
    expect({ code, stderr }).to.deep.equal({ code: 0, stderr: "" });
    const records = lines(stdout).map((line) => answer.parse(JSON.parse(line)));
    expect(records.map(({ id, status }) => [id, status])).to.deep.equal([
      ["a", "answered"],
      [2, "not-in-articles"],
      ["c", "unusable-question"],
      ["d", "answered"],
    ]);
    expect(records[3]?.sentences[0]?.text).to.contain("Karsten Hoel");
  });

  it("answers each line before the next is sent", async () => {
    const cli = startCli(["ask", "--batch", ...corpus]);
    const output = createInterface({ input: cli.child.stdout });
    const seen: string[] = [];
    for (const id of ["one", "two", "three"]) {
      const next = once(output, "line");
      cli.child.stdin.write(`${JSON.stringify({ id, question: "who leads the union" })}\n`);
      const [line] = z.tuple([z.string()]).parse(await next);
      seen.push(String(answer.parse(JSON.parse(line)).id));
    }
    cli.child.stdin.end();
    expect(await cli.ended).to.equal(0);
    expect(seen).to.deep.equal(["one", "two", "three"]);
  });

  const unreadable = [
    "\uFEFF",
    "nonsense",
    '{"id":1}',
    '{"id":"b","question":["x"]}',
    '{"question":"who leads the union"}',
    '{"id":"c","question":"who leads the union","context":["x",7]}',
    "[1]",
    "",
    '{"id":2,"question":"who leads the union"}',
  ].join("\n");
  const reasons = [
    [2, null, "", "not JSON"],
    [3, 1, "", "question: expected text, found nothing"],
    [4, "b", "", "question: expected text, found a list"],
    [5, null, "who leads the union", "id: expected text or a number, found nothing"],
    [6, "c", "who leads the union", "context[1]: expected text, found a number"],
    [7, null, "", "expected an object with id and question, found a list"],
  ] as const;

  it("answers a line it cannot read with an error in its place, and goes on", async () => {
    const { code, stdout, stderr } = await runCli(["ask", "--batch", ...corpus], unreadable);
    expect(code).to.equal(2);
    expect(lines(stderr)).to.deep.equal(reasons.map(([line, , , reason]) => `line ${line}: ${reason}`));
    const records = lines(stdout).map((line): unknown => JSON.parse(line));
    expect(records.slice(0, -1)).to.deep.equal(
      reasons.map(([, id, question, error]) => {
        return { id, question, status: "unusable-question", confidence: 0, sentences: [], error };
      }),
    );
    expect(answer.parse(records.at(-1))).to.include({ id: 2, status: "answered" });
  });

  it("gives such a line of a search the shape of a search", async () => {
    const { code, stdout } = await runCli(["search", "--batch", ...corpus], unreadable);
    expect(code).to.equal(2);
    const records = lines(stdout).map((line): unknown => JSON.parse(line));
    expect(records.slice(0, -1)).to.deep.equal(
      reasons.map(([, id, , error]) => ({ id, confidence: 0, results: [], error })),
    );
    expect(found.parse(records.at(-1)).id).to.equal(2);
  });

  it("reads the first line without its byte order mark", async () => {
    const { code, stdout } = await runCli(
      ["ask", "--batch", ...corpus],
      `\uFEFF${JSON.stringify({ id: 1, question: "who leads the union" })}\r\n`,
    );
    expect(code).to.equal(0);
    expect(answer.parse(JSON.parse(stdout))).to.include({ id: 1, status: "answered" });
  });

  it("agrees with what a single question gets", async () => {
    const question = "when did the talks break down";
    const single = await runCli(["ask", "--json", question, ...corpus]);
    const batch = await runCli(["ask", "--batch", ...corpus], JSON.stringify({ id: 1, question }));
    const { id: _one, ...first } = answer.parse(JSON.parse(single.stdout));
    const { id: _two, ...second } = answer.parse(JSON.parse(batch.stdout));
    expect(second).to.deep.equal(first);
  });

  it("ranks each line of a batch, up to the limit, within the articles named", async () => {
    const { stdout } = await runCli(
      ["search", "--batch", "--limit", "4", ...corpus],
      [
        { id: "all", question: "company union" },
        { id: "within", question: "company union", within: "herald-talks, gazette-end" },
        { id: "none", question: "zzzz" },
      ]
        .map((line) => JSON.stringify(line))
        .join("\n"),
    );
    const records = lines(stdout).map((line) => found.parse(JSON.parse(line)));
    expect(records.map(({ id }) => id)).to.deep.equal(["all", "within", "none"]);
    expect(records[0]?.results).to.have.length(4);
    expect(new Set(records[1]?.results.map(({ article }) => article))).to.deep.equal(
      new Set(["herald-talks", "gazette-end"]),
    );
    expect(records[2]?.confidence).to.be.below(0.1);
    const scores = records[0]?.results.map(({ score }) => score) ?? [];
    expect(scores).to.deep.equal(scores.toSorted((a, b) => b - a));
  });
});
