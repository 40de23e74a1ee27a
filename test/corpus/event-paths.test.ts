import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { eventPathsOf } from "../../src/corpus/event-paths.ts";

describe("what an operator gives as the corpus", () => {
  let folder = "";
  const at = (...names: readonly string[]): string => join(folder, ...names);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "footnote-events-"));
    for (const event of ["many/bridge", "many/harbour", "many/.hidden", "one/ferry", "lone"]) {
      await mkdir(at(event, "articles"), { recursive: true });
    }
    await mkdir(at("many/notes"));
    for (const file of ["a.jsonl", "b.jsonl"]) await writeFile(at(file), "");
  });
  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  it("is one event where no folder holds several, and stays as it is given", async () => {
    for (const paths of [
      ["one"],
      ["lone"],
      ["lone", "a.jsonl"],
      ["a.jsonl", "lone", "one"],
      ["nowhere"],
      ["many/notes"],
    ]) {
      const given = paths.map((path) => at(path));
      expect(
        (await eventPathsOf(given)).map((event) => event.paths),
        paths.join(),
      ).to.deep.equal([given]);
    }
  });

  it("is an event for each folder of a folder, in order", async () => {
    expect(await eventPathsOf([at("many")])).to.deep.equal([
      { id: "bridge", paths: [at("many/bridge")] },
      { id: "harbour", paths: [at("many/harbour")] },
    ]);
  });

  it("has files belong to the event named before them, or to the first", async () => {
    const events = await eventPathsOf([at("a.jsonl"), at("many"), at("b.jsonl"), at("lone")]);
    expect(events).to.deep.equal([
      { id: "bridge", paths: [at("many/bridge"), at("a.jsonl")] },
      { id: "harbour", paths: [at("many/harbour"), at("b.jsonl")] },
      { id: "lone", paths: [at("lone")] },
    ]);
  });

  it("puts together folders of the same name, wherever they are", async () => {
    await mkdir(at("more/bridge/articles"), { recursive: true });
    const [bridge] = await eventPathsOf([at("many"), at("more")]);
    expect(bridge).to.deep.equal({ id: "bridge", paths: [at("many/bridge"), at("more/bridge")] });
  });
});
