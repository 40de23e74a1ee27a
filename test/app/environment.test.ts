import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { withEnvFile } from "../../src/app/environment.ts";

describe("the .env file", () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "footnote-"));
  });

  afterEach(async () => rm(folder, { recursive: true }));

  it("is read from the folder given, whatever the working directory", async () => {
    await writeFile(join(folder, ".env"), '# a comment\nDISCORD_TOKEN="a.b.c"\nCORPUS=\n');
    expect(withEnvFile({}, folder)).to.deep.equal({ DISCORD_TOKEN: "a.b.c", CORPUS: "" });
  });

  it("yields to the environment, to what is set empty too", async () => {
    await writeFile(join(folder, ".env"), "DISCORD_TOKEN=a.b.c\nLOG_LEVEL=debug\n");
    expect(withEnvFile({ DISCORD_TOKEN: "", LOG_LEVEL: "info", HOME: "/x" }, folder)).to.deep.equal({
      DISCORD_TOKEN: "",
      LOG_LEVEL: "info",
      HOME: "/x",
    });
  });

  it("may be missing, and leaves the process's own environment alone", async () => {
    expect(withEnvFile({ A: "1" }, folder)).to.deep.equal({ A: "1" });
    await writeFile(join(folder, ".env"), "FOOTNOTE_TEST_KEY=1\n");
    withEnvFile({}, folder);
    expect(process.env).not.to.have.property("FOOTNOTE_TEST_KEY");
  });
});
