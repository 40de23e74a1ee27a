import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { complainOfCorpora, openCorpora } from "../../src/app/open-corpora.ts";
import { Reloading } from "../../src/app/reload-corpus.ts";
import { ServedEvents } from "../../src/app/served-events.ts";
import { HARBOUR } from "../e2e/bot-process.ts";
import { shippedModels } from "../fixtures/models.ts";
import { recordingLogger } from "../discord/fakes.ts";

const ARTICLE =
  "---\ntitle: The old bridge is closed\npublisher: Valley News\nurl: https://valley.example/bridge\npublished: 2021-05-20\nlanguage: en\nkind: brief\n---\n\nEngineer Tora Lind closed the bridge of Ostby on Monday.\n";

describe("several events served at once", () => {
  let folder = "";
  const said: string[] = [];
  const complaints: string[] = [];
  const host = {
    say: (line: string) => void said.push(line),
    complain: (line: string) => void complaints.push(line),
    signal: new AbortController().signal,
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "footnote-served-"));
    await cp(HARBOUR, join(folder, "corpus/harbour"), { recursive: true });
    await bridge();
    said.length = 0;
    complaints.length = 0;
  });
  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  async function bridge(text = ARTICLE): Promise<void> {
    await mkdir(join(folder, "corpus/bridge/articles"), { recursive: true });
    await writeFile(join(folder, "corpus/bridge/articles/closed.md"), text);
    await writeFile(
      join(folder, "corpus/bridge/event.yaml"),
      "name: The bridge\ndescription: A bridge is closed.\nlanguages: [en]\ntimeZone: Europe/Oslo\n",
    );
  }

  async function opened() {
    const paths = [join(folder, "corpus")];
    const events = new ServedEvents({
      softwareVersion: "test",
      answers: { model: shippedModels().answers },
      index: { folder: join(folder, "index"), vectors: null, onEvent: () => {} },
      encodingFor: () => null,
    });
    const corpora = await openCorpora(paths);
    const failure = complainOfCorpora(corpora, host);
    for (const one of corpora) {
      if (one.opened.ok) await events.open(one.opened.value, one.paths);
    }
    const { logger } = recordingLogger();
    const reloading = new Reloading({ events, paths, host, logger, served: () => {} });
    return {
      events,
      failure,
      reload: async () => reloading.reload(),
    };
  }

  async function first(events: ServedEvents, event: string | null, question: string): Promise<string> {
    const answer = await events.choose(event).ask({ text: question, context: [] });
    return answer.status === "answered" ? (answer.points[0]?.evidence.sentence.text ?? "") : answer.status;
  }

  it("answers each question from its own event alone", async () => {
    const { events, failure } = await opened();
    expect(failure).to.equal(null);
    expect(events.all().map((library) => library.status().event.name)).to.deep.equal([
      "The bridge",
      "The ferry strike",
    ]);
    expect(await first(events, "harbour", "who leads the union")).to.contain("Hoel");
    expect(await first(events, "bridge", "who closed the bridge")).to.contain("Tora Lind");
    expect(await first(events, "bridge", "who leads the union")).to.equal("not-in-articles");
  });

  it("takes the first where none is chosen or the chosen one is not served, but never a wrong one for what was made", async () => {
    const { events } = await opened();
    expect(await first(events, null, "who closed the bridge")).to.contain("Tora Lind");
    expect(await first(events, "flood", "who closed the bridge")).to.contain("Tora Lind");
    expect(events.find("flood")).to.equal(undefined);
    expect(events.find("harbour")?.status().event.id).to.equal("harbour");
    expect(events.find(null)?.status().event.id).to.equal("bridge");
  });

  it("serves the others where one cannot be, and says which file is to blame", async () => {
    await bridge("no front matter at all");
    const { events, failure } = await opened();
    expect(failure).to.equal(null);
    expect(events.all().map((library) => library.status().event.id)).to.deep.equal(["harbour"]);
    expect(complaints.join("\n")).to.contain("bridge/articles/closed.md");
    // Where only one is left, what was made from it is found, whatever its folder was called then.
    expect(events.find("strike")?.status().event.id).to.equal("harbour");
  });

  it("takes up a changed, a new and a lost event without a restart", async () => {
    const { events, reload } = await opened();
    await bridge(ARTICLE.replace("Tora Lind", "Nils Aas"));
    await reload();
    expect(await first(events, "bridge", "who closed the bridge")).to.contain("Nils Aas");
    expect(said.join("\n")).to.match(
      /The corpus of “The bridge” was loaded again in .*: 0 added, 1 changed, 0 withdrawn/u,
    );
    await cp(HARBOUR, join(folder, "corpus/dock"), { recursive: true });
    await reload();
    expect(await first(events, "dock", "who leads the union")).to.contain("Hoel");
    expect(said.join("\n")).to.contain("“The ferry strike” is served from now on: 13 articles.");
    await rm(join(folder, "corpus/dock"), { recursive: true });
    await rm(join(folder, "corpus/bridge"), { recursive: true });
    await reload();
    expect(events.all().map((library) => library.status().event.id)).to.deep.equal(["harbour"]);
    expect(said.join("\n")).to.contain("“The bridge” is served no more: its folder has gone.");
  });

  it("goes on with what it has where all folders are gone", async () => {
    const { events, reload } = await opened();
    await rm(join(folder, "corpus"), { recursive: true });
    await reload();
    expect(events.all().map((library) => library.status().event.id)).to.deep.equal(["bridge", "harbour"]);
    expect(complaints.join("\n")).to.contain("The articles loaded before stay.");
  });

  it("serves the one that is there under a new name", async () => {
    await rm(join(folder, "corpus/bridge"), { recursive: true });
    const { events, reload } = await opened();
    await cp(join(folder, "corpus/harbour"), join(folder, "corpus/strike"), { recursive: true });
    await rm(join(folder, "corpus/harbour"), { recursive: true });
    await reload();
    expect(events.all().map((library) => library.status().event.id)).to.deep.equal(["strike"]);
    expect(said.join("\n")).to.contain("0 added, 0 changed, 0 withdrawn; 13 articles now, version ");
  });
});
