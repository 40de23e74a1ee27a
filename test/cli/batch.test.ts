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
      ["d", records[3]?.status],
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

  it("answers a line it cannot read with an error in its place, and goes on", async () => {
    const { code, stdout, stderr } = await runCli(
      ["ask", "--batch", ...corpus],
      'nonsense\n{"id":1}\n\n{"id":2,"question":"who leads the union"}\n',
    );
    expect(code).to.equal(2);
    expect(stderr).to.contain("line 1: ");
    expect(stderr).to.contain("line 2: question");
    const records = lines(stdout).map((line) => z.looseObject({ status: z.string() }).parse(JSON.parse(line)));
    expect(records.map(({ status }) => status)).to.deep.equal(["unusable-question", "unusable-question", "answered"]);
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
    expect(records[2]?.results).to.deep.equal([]);
    const scores = records[0]?.results.map(({ score }) => score) ?? [];
    expect(scores).to.deep.equal(scores.toSorted((a, b) => b - a));
  });
});
