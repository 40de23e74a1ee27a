import { copyFile, mkdtemp, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { openModels } from "../../src/app/models.ts";
import { exitCodeOf } from "../../src/ops/exit-codes.ts";
import { shippedFolder } from "../fixtures/models.ts";

const FILES = ["word-vectors.bin", "answer-model.json"] as const;

describe("the models that come with the program", () => {
  let folder = "";
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "footnote-models-"));
    await Promise.all(FILES.map((name) => copyFile(join(shippedFolder(), name), join(folder, name))));
  });
  afterEach(async () => rm(folder, { recursive: true }));

  it("are read", async () => {
    expect((await openModels()).ok).to.equal(true);
    expect((await openModels(folder)).ok).to.equal(true);
  });

  const harms: Readonly<Record<string, (file: string) => Promise<void>>> = {
    missing: async (file) => rm(file),
    cut: async (file) => truncate(file, 1_000),
    empty: async (file) => truncate(file),
    damaged: async (file) => {
      const bytes = await readFile(file);
      bytes[bytes.length >>> 1] = 0xff;
      bytes[200] = 0xff;
      await writeFile(file, bytes);
    },
  };
  for (const name of FILES) {
    for (const [how, harm] of Object.entries(harms)) {
      it(`stop the program with code 11 when ${name} is ${how}, and it is named`, async () => {
        const file = join(folder, name);
        await harm(file);
        const opened = await openModels(folder);
        if (opened.ok) throw new Error("read all the same");
        expect(opened.error).to.include({ id: "model-unreadable", file });
        expect(opened.error.reason).not.to.equal("");
        expect(exitCodeOf(opened.error)).to.equal(11);
      });
    }
  }
});
