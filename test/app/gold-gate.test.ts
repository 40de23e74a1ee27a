import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { openCorpora } from "../../src/app/open-corpora.ts";
import { Reloading } from "../../src/app/reload-corpus.ts";
import { ServedEvents } from "../../src/app/served-events.ts";
import { recordingLogger } from "../discord/fakes.ts";
import { HARBOUR } from "../e2e/bot-process.ts";
import { shippedModels } from "../fixtures/models.ts";

const GOLD = `- id: leader
  question: who leads the union
  expect: answered
  article: coast-start
  contains: Karsten Hoel
- id: whales
  question: how many whales were seen
  expect: not-in-articles
`;
const SPOILER =
  "---\ntitle: Who leads the union\npublisher: Pier Post\nurl: https://pier.example/x\npublished: 2021-05-21\nlanguage: en\nkind: brief\n---\n\nFrida Moe leads the union.\n";

describe("gold questions at a reload", () => {
  let folder = "";
  const said: string[] = [];
  const complaints: string[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "footnote-gold-"));
    await cp(HARBOUR, folder, { recursive: true });
    await writeFile(join(folder, "gold.yaml"), GOLD);
    said.length = 0;
    complaints.length = 0;
  });
  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  async function opened(rule: "report" | "require") {
    const event = join(folder, "event.yaml");
    await writeFile(event, `${await readFile(event, "utf8")}gold: ${rule}\n`);
    const events = new ServedEvents({
      softwareVersion: "test",
      answers: { model: shippedModels().answers },
      index: { folder: join(folder, "index"), vectors: null, onEvent: () => {} },
      encodingFor: () => null,
    });
    for (const one of await openCorpora([folder])) {
      if (one.opened.ok) await events.open(one.opened.value, one.paths);
    }
    const { logger } = recordingLogger();
    const host = {
      say: (line: string) => void said.push(line),
      complain: (line: string) => void complaints.push(line),
      signal: new AbortController().signal,
    };
    return { events, reloading: new Reloading({ events, paths: [folder], host, logger, served: () => {} }) };
  }

  async function leader(events: ServedEvents): Promise<string> {
    const answer = await events.choose(null).ask({ text: "who leads the union", context: [] });
    return answer.status === "answered" ? (answer.points[0]?.evidence.sentence.text ?? "") : answer.status;
  }

  it("are told of with the article that spoils them, and it is served where that is enough", async () => {
    const { events, reloading } = await opened("report");
    await writeFile(join(folder, "articles/coast-start.md"), SPOILER);
    const [outcome] = await reloading.reload();
    expect(await leader(events)).to.contain("Frida Moe");
    if (outcome?.type !== "served") throw new Error(JSON.stringify(outcome));
    expect(outcome.regressions.map(({ now, causes }) => [now.gold.id, causes])).to.deep.equal([
      ["leader", [{ id: "coast-start", how: "changed" }]],
    ]);
    expect(complaints.join("\n")).to.match(
      /^✗ leader: who leads the union\n.*“Karsten Hoel”\.\n.*Frida Moe.*\[coast-start\]\n.*Caused by coast-start, which was changed\.$/mu,
    );
  });

  it("keep a corpus that spoils one from being served where they are required", async () => {
    const { events, reloading } = await opened("require");
    const before = events.choose(null).status().corpusVersion;
    await writeFile(join(folder, "articles/coast-start.md"), SPOILER);
    const [outcome] = await reloading.reload();
    expect(outcome?.type).to.equal("refused");
    expect(await leader(events)).to.contain("Karsten Hoel");
    expect(events.choose(null).status().corpusVersion).to.equal(before);
    expect(complaints.join("\n")).to.contain("The articles loaded before stay").and.contain("gold: require");
    await writeFile(join(folder, "gold.yaml"), GOLD.replace("Karsten Hoel", "Frida Moe"));
    const [mended] = await reloading.reload();
    expect(mended?.type).to.equal("served");
    expect(await leader(events)).to.contain("Frida Moe");
  });

  it("never keep what was taken out from being taken out", async () => {
    const { events, reloading } = await opened("require");
    await rm(join(folder, "articles/coast-start.md"));
    const [outcome] = await reloading.reload();
    if (outcome?.type !== "served") throw new Error(JSON.stringify(outcome));
    expect(outcome.withdrawn).to.deep.equal(["coast-start"]);
    expect(outcome.regressions.map(({ causes }) => causes)).to.deep.equal([[{ id: "coast-start", how: "withdrawn" }]]);
    expect(await leader(events)).to.not.contain("Karsten Hoel");
  });

  it("are not asked where nothing changed, and nobody is told that nothing did", async () => {
    const { reloading } = await opened("report");
    await reloading.look();
    expect([said, complaints]).to.deep.equal([[], []]);
    await reloading.reload();
    expect(said.join("\n")).to.contain("0 added, 0 changed, 0 withdrawn");
  });
});
