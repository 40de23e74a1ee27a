import { cp, mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { type Server, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import type { SandboxUser } from "../../src/sandbox/client/user.ts";
import { type Sandbox, startSandbox } from "../../src/sandbox/sandbox.ts";
import { type BotProcess, HARBOUR, lineOf, startBot } from "./bot-process.ts";
import { eventually, shown } from "./moderating.ts";
import { fillIn, labels, messageOf, text } from "./talk.ts";

const token = "end.to.end-maintainers";
const ANSWERED_WITHIN_MS = 10_000;

const BEACON = {
  question: "who keeps the lighthouse of Skarholm",
  text: [
    "The lighthouse of Skarholm has a new keeper",
    "",
    "The lighthouse of Skarholm is kept by Runa Felde, the county said on Tuesday.",
    "",
    "She has lived on the island since the spring and repairs its boats, which nobody else there does.",
    "",
    "The county pays for oil and paint. The lighthouse was built in the year in which the harbour was dug.",
  ].join("\n"),
} as const;

const MILL = {
  question: "who bought the paper mill of Torsund",
  page: `<!doctype html><html lang="en"><head><title>Torsund paper mill is sold</title>
<meta property="og:site_name" content="Fjord Post"><meta property="article:published_time" content="2021-05-21T08:00:00Z">
<meta property="og:type" content="article"></head><body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Torsund paper mill is sold</h1><p>By Ina Moe</p>
<p>Businesswoman Greta Solvang bought the paper mill of Torsund on Friday, the mill’s owners said.</p>
<p>The mill has stood still since a fire in its engine house. Ninety people worked there before that, most of them from Torsund itself.</p>
<p>Solvang said that she wants to open it again before winter, and that everybody who worked there may come back.</p></article>
<footer>Contact us</footer></body></html>`,
} as const;

describe("maintainers in Discord", function () {
  this.timeout(120_000);
  let folder: string;
  let sandbox: Sandbox;
  let bot: BotProcess;
  let site: Server;
  let link: string;
  let maintainer: SandboxUser;
  let reader: SandboxUser;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "footnote-maintainers-"));
    await cp(HARBOUR, join(folder, "harbour"), { recursive: true });
    site = createServer((request, response) => {
      // This one never ends.
      if (request.url === "/endless") return void response.writeHead(200, { "content-type": "text/html" }).write("<p>");
      response.setHeader("content-type", "text/html; charset=utf-8").end(MILL.page);
    });
    await new Promise<void>((done) => void site.listen(0, "127.0.0.1", done));
    link = `http://127.0.0.1:${String(portOf(site))}/mill-sold`;
    sandbox = await startSandbox({ port: 0, token, pageFolder: null });
    bot = startBot({
      DISCORD_TOKEN: token,
      DISCORD_API_URL: sandbox.apiUrl,
      CORPUS: join(folder, "harbour"),
      DATA: join(folder, "data"),
      MAINTAINING_SERVERS: sandbox.guildId,
      FETCH_HOSTS: new URL(link).host,
      LOG_LEVEL: "info",
    });
    await lineOf(bot, /connected to Discord/u);
    maintainer = sandbox.user({ username: "moderator" });
    reader = sandbox.user({ username: "reader" });
  });

  after(async () => {
    await bot.stop();
    await sandbox.close();
    site.closeAllConnections();
    await new Promise((done) => site.close(done));
    await rm(folder, { recursive: true, force: true });
  });

  /** Waits until a question is answered with these words. @returns milliseconds since `since` */
  const answered = async (question: string, words: string, since: number): Promise<number> => {
    while (performance.now() - since < ANSWERED_WITHIN_MS) {
      if (text(await reader.slash("ask", { question, private: true })).includes(words))
        return performance.now() - since;
      await sleep(100);
    }
    throw new Error(`“${question}” was not answered with “${words}” in time`);
  };
  const files = async (): Promise<readonly string[]> => readdir(join(folder, "harbour/articles"));

  it("are the only ones to whom the articles are open", async () => {
    const refused = await reader.slash("corpus add", { link });
    expect(text(refused)).to.contain("Only maintainers of the articles can do this");
    expect(text(await maintainer.slash("corpus add", {}))).to.contain("either a link or a file");
  });

  it("see what a file would become, correct it, add it, and are answered from it at once", async () => {
    expect(text(await reader.slash("ask", { question: BEACON.question }))).not.to.contain("Runa Felde");
    const before = await files();
    const bytes = new TextEncoder().encode(BEACON.text);
    const file = { name: "skarholm.txt", contentType: "text/plain", bytes };
    const preview = messageOf(await maintainer.slash("corpus add", { file }));
    expect(labels(preview)).to.deep.equal([["Add", "Correct", "Discard"]]);
    expect(shown(preview)).to.contain("Runa Felde").and.contain("Nothing is written yet");
    const form = await fillIn(maintainer, preview, "Correct", {
      title: "Skarholm has a new keeper",
      publisher: "Island Times",
      published: "18 May 2021",
      url: "https://island.example/keeper",
      language: "en",
    });
    const corrected = messageOf(form.sent);
    expect(shown(corrected)).to.contain("Skarholm has a new keeper").and.contain("Island Times · 18 May 2021");
    expect(await files()).to.deep.equal(before);
    const pressed = performance.now();
    const adding = maintainer.press(corrected, "Add");
    const took = await answered(BEACON.question, "Runa Felde", pressed);
    // For whoever runs this by hand: two seconds is what people are promised.
    process.stdout.write(`      answered ${Math.round(took)} ms after Add was pressed\n`);
    const done = messageOf(await adding);
    expect(shown(done)).to.contain("“Skarholm has a new keeper” \\(Island Times\\) was added.");
    expect(shown(done)).to.match(/Served now\\: \d+ articles/u);
    expect(await files()).to.have.length(before.length + 1);
  });

  it("add an article by its link", async () => {
    const preview = messageOf(await maintainer.slash("corpus add", { link }));
    expect(shown(preview)).to.contain("Torsund paper mill is sold").and.contain("Fjord Post");
    const pressed = performance.now();
    const adding = maintainer.press(preview, "Add");
    const took = await answered(MILL.question, "Greta Solvang", pressed);
    process.stdout.write(`      answered ${Math.round(took)} ms after Add was pressed\n`);
    expect(shown(messageOf(await adding))).to.contain("was added.");
    const again = messageOf(await maintainer.slash("corpus add", { link }));
    expect(shown(again)).to.contain("here already, exactly so");
    expect(labels(again)).to.deep.equal([["Correct", "Discard"]]);
    expect(shown(messageOf(await maintainer.press(again, "Discard")))).to.contain("Nothing was written");
  });

  it("see how far it has come, and can cancel it", async () => {
    const fetching = maintainer.slash("corpus add", { link: link.replace("mill-sold", "endless") });
    const progress = await eventually(() =>
      maintainer.sees(sandbox.channels["general"] ?? "").find((message) => labels(message).flat().includes("Cancel")),
    );
    expect(shown(progress)).to.contain("Fetching from 127.0.0.1");
    await fetching;
    // Nothing else answers the press itself: what was begun says what became of it.
    void maintainer.press(progress, "Cancel");
    const ended = await eventually(() =>
      sandbox.messages(progress.channel_id).find((message) => shown(message).includes("Cancelled.")),
    );
    expect(ended.id).to.equal(progress.id);
  });

  it("add several at once from a file, and see those that are there already", async () => {
    const before = await files();
    const lines = ["salt", "tar", "rope"].map((ware) =>
      JSON.stringify({
        id: `price-of-${ware}`,
        title: `The price of ${ware}`,
        publisher: "Quay Ledger",
        url: `https://ledger.example/${ware}`,
        published: "2021-05-22",
        language: "en",
        kind: "original",
        text: `A barrel of ${ware} cost nine crowns at Lundvik on Saturday, the harbour master’s ledger shows.`,
      }),
    );
    const upload = (count: number) => ({
      file: {
        name: "prices.jsonl",
        contentType: "application/x-ndjson",
        bytes: new TextEncoder().encode(lines.slice(0, count).join("\n")),
      },
    });
    const two = messageOf(await maintainer.slash("corpus add", upload(2)));

    expect(shown(two)).to.contain("2 articles found").and.contain("new\\: 2");
    await maintainer.press(two, "Add all");
    const three = messageOf(await maintainer.slash("corpus add", upload(3)));
    expect(shown(three)).to.contain("new\\: 1").and.contain("here already\\: 2");
    expect(shown(messageOf(await maintainer.press(three, "Add all")))).to.contain("“The price of rope”");
    expect(await files()).to.have.length(before.length + 3);
    await answered("what did a barrel of tar cost", "nine crowns", performance.now());
  });

  it("hold a gold question to what was added, and find it broken when the article is withdrawn", async () => {
    const [id = ""] = (await files()).filter((name) => name.includes("mill")).map((name) => name.replace(/\.md$/u, ""));
    const gold = { question: MILL.question, expect: "answered", article: id };
    expect(text(await maintainer.slash("gold add", gold))).to.contain("A gold question from now on");
    expect(text(await maintainer.slash("gold list"))).to.contain("✓");
    const asked = messageOf(await maintainer.slash("corpus withdraw", { article: id, reason: "It was a hoax." }));
    expect(shown(asked)).to.contain("It was a hoax.").and.contain("Torsund paper mill is sold");
    const gone = messageOf(await maintainer.press(asked, "Yes, withdraw it"));
    expect(shown(gone)).to.contain("was withdrawn").and.contain("1 gold question went wrong by it");
    expect(await readFile(join(folder, "harbour/withdrawn", `${id}.md`), "utf8")).to.contain("It was a hoax.");
    expect(text(await reader.slash("ask", { question: MILL.question }))).not.to.contain("Greta Solvang");
    expect(text(await maintainer.slash("corpus status"))).to.contain("1 withdrawn");
    const back = messageOf(await maintainer.slash("corpus restore", { article: id }));
    expect(shown(back)).to.contain("is among the articles again");
    await answered(MILL.question, "Greta Solvang", performance.now());
    expect(
      text(
        await maintainer.slash("gold remove", {
          question: goldId(await maintainer.autocomplete("gold remove", { question: "mill" }, "question")),
        }),
      ),
    ).to.contain("No gold question any more");
  });

  it("take up what people asked in vain", async () => {
    const question = "when does the museum of nets open";
    for (let times = 0; times < 2; times += 1) await reader.slash("ask", { question });
    const gaps = messageOf(await maintainer.slash("gaps"));
    expect(shown(gaps)).to.contain("museum of nets").and.not.contain("reader");
    const gap = messageOf(await maintainer.choose(gaps, question));
    expect(labels(gap)).to.deep.equal([["Ask it now", "Make it a gold question", "Back"]]);
    const { sent } = await fillIn(maintainer, gap, "Make it a gold question", {
      expect: "no",
      article: "",
      contains: "",
    });
    expect(text(sent)).to.contain("A gold question from now on").and.contain("do not say");
  });

  it("have all of it in the server's log", async () => {
    const log = text(await maintainer.slash("log"));
    for (const deed of ["article added", "article withdrawn", "article put back", "gold question added"]) {
      expect(log).to.contain(deed);
    }
  });
});

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === "string") throw new Error("the site does not listen");
  return address.port;
}

function goldId(outcome: Awaited<ReturnType<SandboxUser["autocomplete"]>>): string {
  if (outcome.type !== "choices") throw new Error(JSON.stringify(outcome));
  return String(outcome.choices[0]?.value);
}
