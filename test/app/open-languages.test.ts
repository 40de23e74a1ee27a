import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { openEnglish, openLanguages } from "../../src/app/open-languages.ts";
import { projectRoot } from "../../src/app/project-root.ts";

describe("opening the languages", () => {
  let folder = "";

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "languages-"));
    await cp(join(projectRoot(), "languages"), folder, { recursive: true });
  });

  afterEach(async () => rm(folder, { recursive: true }));

  it("finds every catalogue of the folder, one added too", async () => {
    await writeFile(join(folder, "da.json"), '{ "answer.silence": "Det står ikke i artiklerne." }');
    const opened = await openLanguages(folder);
    if (!opened.ok) throw new Error(opened.error.reason);
    expect(opened.value.wordsFor("da").say("answer.silence")).to.equal("Det står ikke i artiklerne.");
    expect(opened.value.wordsFor("da").say("answer.closest")).to.contain("Closest passages");
  });

  it("names the catalogue that is damaged", async () => {
    const file = join(folder, "de.json");
    await writeFile(file, '{ "answer.silence": "{" }');
    const error = { id: "language-unreadable", file, reason: "answer.silence is no ICU message" };
    expect(await openLanguages(folder)).to.deep.equal({ ok: false, error });
  });

  it("does not go without English", async () => {
    await rm(join(folder, "en.json"));
    const error = { id: "language-unreadable", file: join(folder, "en.json"), reason: "ENOENT" };
    expect(await openLanguages(folder)).to.deep.equal({ ok: false, error });
    expect(await openEnglish(folder)).to.deep.equal({ ok: false, error });
  });
});
