import { expect } from "chai";
import { corpusStatus } from "../../commands/curating/corpus-state.ts";
import type { CommandContext } from "../../src/domain/command.ts";
import type { CorpusState } from "../../src/domain/curator.ts";
import { corpusStats } from "../../src/corpus/keep/corpus-stats.ts";
import { coverageOf } from "../../src/upkeep/coverage/coverage.ts";
import { createPictures } from "../../src/picture/create-pictures.ts";
import { ferryCorpus } from "../fixtures/articles.ts";
import { asking } from "../fixtures/asking.ts";
import { idleCurator } from "../fixtures/desk.ts";

describe("/corpus status", () => {
  const corpus = ferryCorpus();
  const state: CorpusState = {
    event: corpus.event.id,
    name: corpus.event.name,
    version: corpus.version,
    stats: corpusStats(corpus, 0),
    coverage: coverageOf(corpus, [{ name: "Harbour Union", articles: 2 }]),
    problems: [],
    loadedAt: "2021-06-01T00:00:00.000Z",
    last: null,
    gold: null,
    isWritable: true,
  };
  const contextWith = (given: Partial<CommandContext>): CommandContext => ({
    ...asking(corpus),
    curator: { ...idleCurator(), status: async () => ({ ok: true, value: state }) },
    ...given,
  });

  it("shows what the articles cover, and says the same in words", async () => {
    const reply = await corpusStatus(contextWith({ pictures: createPictures() }));
    expect(reply.picture?.name).to.equal("coverage.png");
    expect(reply.picture?.alt).to.contain("Articles that mention: Harbour Union 2.");
  });

  it("does without the picture where it cannot be drawn", async () => {
    const reply = await corpusStatus(contextWith({}));
    expect(reply.picture).to.equal(undefined);
    expect(reply.body).to.contain("Version 0123456789ab");
  });
});
