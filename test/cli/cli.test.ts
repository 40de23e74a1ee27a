import { once } from "node:events";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect } from "chai";
import { z } from "zod";
import { HARBOUR, runCli, startCli } from "../e2e/bot-process.ts";

const sentence = z.strictObject({
  text: z.string(),
  article: z.string(),
  title: z.string(),
  publisher: z.string(),
  url: z.string().nullable(),
  published: z.string().nullable(),
  start: z.number(),
  end: z.number(),
  score: z.number(),
});
const answer = z.strictObject({
  id: z.union([z.string(), z.number()]).nullable(),
  question: z.string(),
  status: z.enum(["answered", "not-in-articles", "unusable-question"]),
  confidence: z.number().min(0).max(1),
  sentences: z.array(sentence),
});
const found = z.strictObject({
  id: z.union([z.string(), z.number()]).nullable(),
  confidence: z.number().min(0).max(1),
  results: z.array(sentence),
});

const lines = (text: string): readonly string[] => text.split("\n").filter((line) => line !== "");
const corpus = ["--corpus", HARBOUR];

describe("the command line", function () {
  this.timeout(60_000);
  let folder = "";

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "footnote-cli-"));
  });

  after(async () => {
    await rm(folder, { recursive: true });
  });

  describe("ask", () => {
    it("prints the cited answer and nothing else", async () => {
      const { code, stdout, stderr } = await runCli(["ask", "who leads the union", ...corpus]);
      expect({ code, stderr }).to.deep.equal({ code: 0, stderr: "" });
      expect(stdout).to.equal(
        [
          "Karsten Hoel, who leads the union, said nobody would sail. [1]",
          "",
          "[1] Coast Radio (NTX), “Union calls strike at Lundvik”, 5 May 2021",
          "    https://coast.example/strike",
          "",
          "1 article · articles up to 14 May 2021",
          "",
        ].join("\n"),
      );
    });

    it("takes the question without quotes and shows the context on request", async () => {
      const { stdout } = await runCli(["ask", "who", "leads", "the", "union", "--context", ...corpus]);
      expect(stdout).to.contain("  → Karsten Hoel, who leads the union, said nobody would sail.");
      expect(stdout).to.contain("    The company denied that it had refused.");
    });

    it("says that the articles do not say, which is no error", async () => {
      const { code, stdout } = await runCli(["ask", "what is the price of bitcoin", ...corpus]);
      expect(code).to.equal(0);
      expect(stdout).to.match(/^The articles do not say\. No article mentions “price” or “bitcoin”\./u);
    });

    it("gives the answer as one line of JSON", async () => {
      const { stdout } = await runCli(["ask", "--json", "how many sailors stopped work", ...corpus]);
      const record = answer.parse(JSON.parse(stdout));
      expect(record.status).to.equal("answered");
      const [first] = record.sentences;
      expect(first).to.include({ article: "gazette-end", publisher: "The Harbour Gazette", published: "2021-05-14" });
      const file = await readFile(join(HARBOUR, "articles/gazette-end.md"), "utf8");
      const body = file.split("\n---\n\n")[1] ?? "";
      expect(body.slice(first?.start, first?.end)).to.equal(first?.text);
    });

    it("says how it is used when there is no question", async () => {
      const { code, stderr } = await runCli(["ask", ...corpus]);
      expect(code).to.equal(2);
      expect(stderr).to.contain("footnote ask");
    });

    it("prints no control character of a hostile question or article", async () => {
      const { stdout } = await runCli(["ask", "\u001B[31mbitcoinword\u0007", ...corpus]);
      expect(stdout.replaceAll("\n", "")).not.to.match(/\p{Cc}/u);
    });
  });

  describe("ask --batch", () => {
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
  });

  describe("search", () => {
    it("lists passages with their sources", async () => {
      const { code, stdout } = await runCli(["search", "timetable", "notice", "--limit", "3", ...corpus]);
      expect(code).to.equal(0);
      expect(stdout).to.match(/^ {2}1\. /u);
      expect(stdout).to.contain("20 passages in all");
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

  describe("--corpus", () => {
    it("takes a JSON Lines file, and several corpora at once", async () => {
      const file = join(folder, "more.jsonl");
      const line = {
        id: "Extra/1",
        title: "Extra",
        publisher: "Wire",
        url: "",
        published: "",
        text: "The lighthouse keeper is Ola Nord.",
      };
      await writeFile(file, `${JSON.stringify(line)}\n`);
      const { stdout } = await runCli(["ask", "--json", "who is the lighthouse keeper", ...corpus, "--corpus", file]);
      expect(answer.parse(JSON.parse(stdout)).sentences[0]).to.include({
        article: "Extra/1",
        text: "The lighthouse keeper is Ola Nord.",
        url: null,
        published: null,
      });
      const { stdout: other } = await runCli(["ask", "who leads the union", ...corpus, "--corpus", file]);
      expect(other).to.contain("Karsten Hoel");
    });

    it("says what to do when there is nothing at the path", async () => {
      const { code, stderr } = await runCli(["ask", "anything", "--corpus", join(folder, "nowhere")]);
      expect(code).to.equal(4);
      expect(stderr).to.contain("nowhere");
    });
  });

  describe("corpus import and check", () => {
    it("imports a saved page without its furniture, and answers from it", async () => {
      const page = join(folder, "page.txt");
      await writeFile(
        page,
        [
          "Accessibility links",
          "",
          "Breaking News",
          "",
          "Lighthouse at Lundvik Dark for the First Time in a Century",
          "",
          "The lighthouse at Lundvik stood dark on Friday for the first time in 104 years. Keeper Ola Nord said salt had eaten the cable.",
          "",
          "The harbour office has ordered a new lamp for 90,000 crowns.",
          "",
          "Editor's note: This story has been updated to reflect new developments.",
          "",
        ].join("\n"),
      );
      const into = join(folder, "event");
      const imported = await runCli([
        "corpus",
        "import",
        page,
        "--into",
        into,
        "--publisher",
        "Coast Radio",
        "--published",
        "2021-06-05",
        "--url",
        "https://coast.example/dark",
      ]);
      expect(imported.code, imported.stderr).to.equal(0);
      expect(imported.stdout).to.contain("(3 sentences)");
      expect(imported.stdout).to.match(/left out, line 1, navigation: Accessibility links/u);
      expect(imported.stdout).to.contain("Editor's note");
      expect(await readdir(join(into, "articles"))).to.have.length(1);

      const again = await runCli([
        "corpus",
        "import",
        page,
        "--into",
        into,
        "--publisher",
        "Coast Radio",
        "--published",
        "2021-06-05",
        "--url",
        "https://coast.example/dark",
      ]);
      expect(again.stdout).to.contain("0 articles written");
      expect(again.stdout).to.contain("1 there already");

      const checked = await runCli(["corpus", "check", into]);
      expect(checked.code).to.equal(0);
      expect(checked.stdout).to.contain("1 good article, 0 errors");

      const { stdout } = await runCli(["ask", "why was the lighthouse dark", "--corpus", into]);
      expect(stdout).to.contain("Lighthouse at Lundvik Dark for the First Time in a Century");
    });

    it("names file, line and field of what is wrong, and leaves with a code of its own", async () => {
      const bad = join(folder, "bad");
      await runCli(["corpus", "import", join(HARBOUR, "articles/gazette-end.md"), "--into", bad]);
      await writeFile(join(bad, "articles/wrong.md"), "---\ntitle: Wrong\npublished: soon\n---\n\nText.\n");
      const { code, stdout } = await runCli(["corpus", "check", bad]);
      expect(code).to.equal(10);
      expect(stdout).to.contain("articles/wrong.md:3: published:");
      expect(stdout).to.match(/wrong\.md.*publisher/u);
      expect(stdout).to.contain("1 good article");
    });

    it("refuses to write outside the folder, and what is no text", async () => {
      for (const file of ["/dev/null", "../../.env", join(folder, "missing.txt")]) {
        const { code, stderr } = await runCli(["corpus", "import", file, "--into", join(folder, "none")]);
        expect(code, file).to.equal(10);
        expect(stderr).not.to.match(/^\s+at /mu);
      }
    });
  });

  it("helps with everything", async () => {
    for (const args of [
      ["--help"],
      ["ask", "--help"],
      ["search", "--help"],
      ["corpus", "--help"],
      ["corpus", "import", "--help"],
    ]) {
      const { code, stdout } = await runCli(args);
      expect(code, args.join(" ")).to.equal(0);
      expect(stdout).to.contain("Usage: footnote");
    }
  });

  it("tells what it does not know", async () => {
    const { code, stderr } = await runCli(["ask", "--nope"]);
    expect(code).to.equal(2);
    expect(stderr).to.contain("--nope");
    expect((await runCli(["search", "x", "--limit", "none", ...corpus])).code).to.equal(2);
  });
});
