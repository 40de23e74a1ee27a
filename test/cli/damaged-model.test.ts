import { spawnSync } from "node:child_process";
import { cp, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { projectRoot } from "../../src/app/project-root.ts";

const MODELS = ["answer-model.json", "word-vectors.bin"] as const;

/** A copy of the program whose models can be damaged. */
async function copyOfProgram(): Promise<string> {
  const root = projectRoot();
  const copy = await mkdtemp(join(tmpdir(), "footnote-copy-"));
  for (const path of ["package.json", "dist/src", "models", "corpus"]) {
    await cp(join(root, path), join(copy, path), { recursive: true });
  }
  await symlink(join(root, "node_modules"), join(copy, "node_modules"), "junction");
  return copy;
}

describe("a damaged model", () => {
  let copy: string;
  before(async () => {
    copy = await copyOfProgram();
  });
  after(async () => {
    await rm(copy, { recursive: true, force: true });
  });

  for (const model of MODELS) {
    it(`ends the program with a sentence that names ${model}, and what to do`, async () => {
      const path = join(copy, "models", model);
      await writeFile(path, "{");
      const { status, stderr, stdout } = spawnSync(
        process.execPath,
        [join(copy, "dist", "src", "cli.js"), "ask", "who attacked albania"],
        { encoding: "utf8", timeout: 60_000 },
      );
      await cp(join(projectRoot(), "models", model), path);
      expect(status).to.equal(11);
      expect(stdout).to.equal("");
      expect(stderr)
        .to.contain(model)
        .and.to.contain("git restore models")
        .and.not.to.match(/\n\s+at /u);
    });
  }
});
