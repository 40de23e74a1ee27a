import { mkdtemp, readFile, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { addToGlossary, addToGlossaryFile } from "../../src/corpus/edit-event.ts";
import { parseEvent } from "../../src/corpus/parse-event.ts";

const HEAD = `# What it is about
name: Strike
description: >-
  A strike that went on and on.
languages: [en] # the main one first
timeZone: UTC
`;
const GLOSSARY = `
glossary:
  # The union
  - term: Seafarers' Union
    aliases: [SU] # as the papers have it

names:
  - name: Karsten Hoel
    variants:
      - Carsten Hoel # the Herald
`;

describe("adding to the glossary of an event", () => {
  it("leaves every other line as it was", () => {
    const changed = addToGlossary(HEAD + GLOSSARY, [
      { term: "Seafarers' Union", aliases: ["sailors' union", "SU"] },
      { term: "Karsten Hoel", aliases: ["Hoel"] },
      { term: "Ministry of Sea: and Transport", aliases: ["MOST"] },
    ]);
    expect(changed).to.deep.equal({
      ok: true,
      value: `${HEAD}
glossary:
  # The union
  - term: Seafarers' Union
    aliases: [SU, sailors' union] # as the papers have it
  - term: "Ministry of Sea: and Transport"
    aliases:
      - MOST

names:
  - name: Karsten Hoel
    variants:
      - Carsten Hoel # the Herald
      - Hoel
`,
    });
  });

  it("changes nothing where nothing is new, in the event that comes along as in others", async () => {
    const shipped = await readFile("corpus/albania-cyberattacks/event.yaml", "utf8");
    expect(addToGlossary(shipped, [])).to.deep.equal({ ok: true, value: shipped });
    expect(addToGlossary(shipped, [{ term: "MEK", aliases: ["PMOI"] }])).to.deep.equal({ ok: true, value: shipped });
  });

  it("makes a glossary where there is none", () => {
    const changed = addToGlossary(HEAD, [{ term: "Union", aliases: ["- no"] }]);
    const text = changed.ok ? changed.value : "";
    expect(text.startsWith(HEAD)).to.equal(true);
    expect(parseEvent(text, "event.yaml", "e").value?.glossary).to.deep.equal([{ term: "Union", aliases: ["- no"] }]);
  });

  it("refuses an alias that stands for something else, and a file that is broken", () => {
    const clash = addToGlossary(HEAD + GLOSSARY, [{ term: "Bridge Office", aliases: ["su"] }]);
    expect(clash).to.have.property("ok", false);
    expect(clash).to.have.nested.property("error.id", "alias-ambiguous");
    expect(addToGlossary("name: [", [])).to.have.nested.property("error.id", "yaml-invalid");
  });

  it("replaces the file as a whole, or tells why not and leaves it", async () => {
    const folder = await mkdtemp(join(tmpdir(), "footnote-event-"));
    try {
      const file = join(folder, "event.yaml");
      await writeFile(file, HEAD);
      expect(await addToGlossaryFile(file, [{ term: "Union", aliases: ["SU"] }])).to.equal(null);
      expect(await readFile(file, "utf8")).to.contain("- term: Union");
      expect(await readdir(folder)).to.deep.equal(["event.yaml"]);
      const link = join(folder, "link.yaml");
      await symlink(file, link);
      const refused = await addToGlossaryFile(link, [{ term: "Mayor", aliases: ["Brandt"] }]);
      expect(refused?.detail).to.deep.equal({ id: "file-not-regular" });
      expect((await addToGlossaryFile(join(folder, "none.yaml"), []))?.detail.id).to.equal("file-unreadable");
      expect(await readFile(file, "utf8")).not.to.contain("Mayor");
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
