import { mkdtemp, readdir, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import { largeCorpus } from "../app/large-corpus.ts";
import { type BotProcess, HARBOUR, lineOf, runCli, startBot } from "./bot-process.ts";

describe("the index of a large corpus", function () {
  this.timeout(60_000);
  let folder = "";
  let corpus = "";

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "footnote-kept-"));
    corpus = join(folder, "large.jsonl");
    await writeCorpus((body) => body);
  });

  async function writeCorpus(edit: (body: string) => string): Promise<void> {
    const lines = largeCorpus(2_200).articles.map(({ id, title, publisher, url, published, body }) =>
      JSON.stringify({ id, title, publisher, url, published, text: edit(body) }),
    );
    await writeFile(corpus, lines.join("\n"));
  }

  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  const data = (): string => join(folder, "data");
  const kept = (): Promise<readonly string[]> => readdir(join(data(), "index"));

  const ask = (): ReturnType<typeof runCli> => runCli(["search", "pilot7", "--corpus", corpus], "", { DATA: data() });

  it("is kept by the command line, which says so when the file is damaged and answers all the same", async () => {
    const first = await ask();
    expect(first.stderr).to.equal("");
    expect(first.stdout).to.contain("thanked pilot7");
    const [file = ""] = await kept();
    expect(await ask()).to.deep.equal(first);

    await truncate(join(data(), "index", file), 1_000);
    const { code, stdout, stderr } = await ask();
    expect({ code, stdout }).to.deep.equal({ code: 0, stdout: first.stdout });
    expect(stderr).to.match(/^The search index in .*large-[0-9a-f]{12}\.index is damaged.*\n$/u);
    expect(await kept()).to.have.members([file, `${file}.damaged`]);
    expect(await ask()).to.deep.equal(first);
  });

  it("is kept by the bot, which reads it at its next start", async () => {
    const environment = { CORPUS: corpus, DATA: data(), SANDBOX_PORT: "0", LOG_LEVEL: "info" };
    const first = startBot(environment);
    await lineOf(first, /Footnote is ready/u);
    await writtenBy(first, 1);
    expect(await first.stop()).to.equal(0);
    expect(eventsOf(first)).to.deep.equal(["index-building", "snapshot-written"]);

    const second = startBot(environment);
    await lineOf(second, /Footnote is ready/u);
    expect(await second.stop()).to.equal(0);
    expect(eventsOf(second)).to.deep.equal(["index-read"]);
  });

  it("is kept anew when the corpus was loaded again and all of it had changed", async function () {
    // There are no signals to ask with on Windows.
    if (process.platform === "win32") this.skip();
    const environment = { CORPUS: corpus, DATA: data(), SANDBOX_PORT: "0", LOG_LEVEL: "info" };
    const first = startBot(environment);
    await lineOf(first, /Footnote is ready/u);
    await writtenBy(first, 1);
    await writeCorpus((body) => body.replaceAll("on time", "too late"));
    first.child.kill("SIGHUP");
    await writtenBy(first, 2);
    expect(await first.stop()).to.equal(0);

    const second = startBot(environment);
    await lineOf(second, /Footnote is ready/u);
    expect(await second.stop()).to.equal(0);
    expect(eventsOf(second)).to.deep.equal(["index-read"]);
    const { stdout } = await runCli(["search", "too late", "--corpus", corpus], "", { DATA: data() });
    expect(stdout).to.contain("too late");
  });

  async function writtenBy(bot: BotProcess, times: number): Promise<void> {
    const written = (): number => eventsOf(bot).filter((id) => id === "snapshot-written").length;
    while (written() < times && bot.child.exitCode === null) await sleep(20);
  }

  function eventsOf(bot: BotProcess): readonly string[] {
    return Array.from(bot.stderr().matchAll(/"id":"((?:index|snapshot)-[a-z]+)"/gu), ([, id = ""]) => id);
  }

  it("is not kept for a small one", async () => {
    const { code } = await runCli(["search", "timetable", "--corpus", HARBOUR], "", { DATA: data() });
    expect(code).to.equal(0);
    expect(await readdir(folder)).not.to.include("data");
  });
});
