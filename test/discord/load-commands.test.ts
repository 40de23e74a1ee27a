import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import type { Languages } from "../../src/domain/words.ts";
import { CommandFileError, loadCommands } from "../../src/discord/load-commands.ts";
import { createLanguages } from "../../src/words/create-languages.ts";
import { catalogue } from "../fixtures/languages.ts";

const SOUND = {
  name: '"ask"',
  options: "{}",
  run: "async () => ({})",
};

function source(changes: Readonly<Record<string, string>> = {}): string {
  const parts = Object.entries({ ...SOUND, ...changes }).map(([key, value]) => `${key}: ${value}`);
  return `export default { ${parts.join(", ")} };`;
}

const text = (more: string) => `{ type: "text", maxLength: 10, ${more} }`;

const MESSAGE_COMMANDS = ["check-it", ..."abcdef".split("").map((letter) => `check-${letter}`)];

/** Languages that name `ask` with its options `a` and `b`, `second` and some message commands. */
function naming(
  german: Readonly<Record<string, string>> = {},
  english: Readonly<Record<string, string>> = {},
): Languages {
  const named = {
    ...Object.fromEntries(MESSAGE_COMMANDS.map((name) => [`command.${name}.name`, "Check it"])),
    "command.ask.name": "ask",
    "command.ask.description": "Ask the articles",
    "command.ask.option.a.name": "a",
    "command.ask.option.a.description": "d",
    "command.ask.option.b.name": "b",
    "command.ask.option.b.description": "d",
    "command.second.name": "second",
    "command.second.description": "Another",
    ...english,
  };
  return createLanguages(catalogue("en", named), [catalogue("de", { ...named, ...german })]);
}

describe("loading commands", () => {
  let folder = "";

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "commands-"));
    await writeFile(path.join(folder, "package.json"), '{ "type": "module" }');
  });

  afterEach(async () => rm(folder, { recursive: true }));

  const write = (file: string, content: string) => writeFile(path.join(folder, file), content);

  async function problem(content: string, languages = naming()): Promise<string> {
    await write("bad.js", content);
    try {
      await loadCommands(folder, languages);
    } catch (error) {
      expect(error).to.be.instanceOf(CommandFileError);
      const { message } = error instanceof Error ? error : new Error("not an error");
      expect(message).to.match(/bad\.js does not hold a command/u);
      return message;
    }
    throw new Error("it was accepted");
  }

  it("finds every file, and only commands", async () => {
    await write("b.js", source({ name: '"second"' }));
    await write("a.js", source());
    for (const other of ["a.d.ts", "a.js.map", "a.test.js", "notes.md"]) await write(other, "not a module {");
    expect((await loadCommands(folder, naming())).map(({ name }) => name)).to.deep.equal(["ask", "second"]);
  });

  it("names the file and what is wrong with it", async () => {
    expect(await problem("export const ask = 1;")).to.include("expected object");
  });

  it("names a file that is no module", async () => {
    expect(await problem("export default {")).to.include("cannot be imported");
  });

  for (const [what, changes, expected] of [
    ["a name with capitals", { name: '"Ask"' }, "name: must be lower case"],
    ["a name with spaces", { name: '"ask me"' }, "name: must be 1 to 32 letters"],
    ["a name too long", { name: `"${"x".repeat(33)}"` }, "name:"],
    ["no run", { run: "null" }, "run: must be a function"],
    ["an unknown field", { nsfw: "true" }, "nsfw"],
    ["an option of no type", { options: '{ a: { type: "date", required: true } }' }, "options.a.type"],
    [
      "a required option after an optional one",
      {
        options: `{ a: ${text("required: false, autocomplete: false")}, b: ${text("required: true, autocomplete: false")} }`,
      },
      "options: must list the required ones first",
    ],
    [
      "autocomplete without complete",
      { options: `{ a: ${text("required: true, autocomplete: true")} }` },
      "complete: is missing",
    ],
    [
      "a count whose least exceeds its most",
      { options: '{ a: { type: "count", required: true, min: 2, max: 1 } }' },
      "options.a: min must not exceed max",
    ],
    [
      "too many options",
      {
        options: `Object.fromEntries(Array.from({ length: 26 }, (_, i) => ["o" + i, ${text("required: true, autocomplete: false")}]))`,
      },
      "options: must be at most 25",
    ],
    [
      "an option to choose from nothing",
      { options: '{ a: { type: "choice", required: true, values: [] } }' },
      "options.a.values",
    ],
    [
      "a choice that is called nothing",
      { options: '{ a: { type: "choice", required: true, values: ["few"] } }' },
      "en: a: few: must be called something",
    ],
    ["a standing that nobody has", { needs: '"king"' }, "needs:"],
    ["a standing that everybody has", { needs: '"member"' }, "needs:"],
    [
      "a standing for an action that it does not have",
      { actions: "{ post: async () => ({}) }", actionNeeds: '{ psot: "moderator" }' },
      "actionNeeds: must name actions of the command",
    ],
    ["a standing for an action where it has none", { actionNeeds: '{ post: "moderator" }' }, "actionNeeds: must name"],
    [
      "an action's standing that nobody has",
      { actions: "{ post: async () => ({}) }", actionNeeds: '{ post: "member" }' },
      "actionNeeds.post:",
    ],
    ["replies that are always public", { visibility: '"public"' }, "visibility"],
  ] as const) {
    it(`refuses ${what}`, async () => {
      expect(await problem(source(changes))).to.include(expected);
    });
  }

  it("takes a command that needs a standing, and more for an action", async () => {
    const needs = { needs: '"moderator"', actions: "{ post: async () => ({}) }", actionNeeds: '{ post: "manager" }' };
    await write("a.js", source(needs));
    await write("b.js", message(', needs: "manager", actions: { a: async () => ({}) }, actionNeeds: { a: "manager" }'));
    expect(await loadCommands(folder, naming())).to.have.length(2);
  });

  const message = (more = "") => `export default { type: "message", name: "check-it", run: async () => ({})${more} };`;

  it("finds message commands among the others", async () => {
    await write("a.js", message(", actions: { more: async () => ({}) }"));
    await write("b.js", source());
    expect((await loadCommands(folder, naming())).map(({ name }) => name)).to.deep.equal(["check-it", "ask"]);
  });

  for (const [what, content, expected] of [
    ["of another type", message().replace('"message"', '"user"'), "type:"],
    ["with a name to show", message().replace("check-it", "Check it"), "name: must be 1 to 32 small letters"],
    ["with options", message(", options: {}"), "options"],
    ["with a description", message(", description: 'd'"), "description"],
    ["with an action that is none", message(", actions: { more: 5 }"), "actions.more: must be a function"],
    [
      "that asks for an action it does not have",
      message(', actionNeeds: { more: "manager" }'),
      "actionNeeds: must name actions",
    ],
    ["without run", message().replace("async () => ({})", "null"), "run: must be a function"],
  ] as const) {
    it(`refuses a message command ${what}`, async () => {
      expect(await problem(content)).to.include(expected);
    });
  }

  it("refuses a message command of a slash command's name", async () => {
    await write("a.js", source());
    expect(await problem(message().replace("check-it", "ask"))).to.include('"ask"');
  });

  it("refuses more message commands than Discord takes", async () => {
    for (const letter of "abcdef") await write(`${letter}.js`, message().replace("check-it", `check-${letter}`));
    let said = "";
    await loadCommands(folder, naming()).catch((error: unknown) => (said = String(error)));
    expect(said).to.include("more than 5 message commands");
  });

  const named = source({ options: `{ a: ${text("required: true, autocomplete: false")} }` });
  const two = source({
    options: `{ a: ${text("required: true, autocomplete: false")}, b: ${text("required: true, autocomplete: false")} }`,
  });
  for (const [what, content, languages, expected] of [
    ["a name that no catalogue has", source({ name: '"third"' }), naming(), "en: third: its name or its description"],
    ["a name with capitals in one language", named, naming({ "command.ask.name": "Fragen" }), "de: ask: name: must be"],
    ["an option's name with a space", named, naming({ "command.ask.option.a.name": "a b" }), "de: a: name: must be"],
    [
      "a blank description",
      named,
      naming({ "command.ask.description": " " }),
      "de: ask: description: must not be empty",
    ],
    ["a description too long", named, naming({ "command.ask.option.a.description": "x".repeat(101) }), "de: a: desc"],
    ["two options with one name", two, naming({ "command.ask.option.b.name": "a" }), "de: two options have the same"],
    [
      "an English name that is not the program's",
      named,
      naming({}, { "command.ask.name": "enquire" }),
      "en: ask: names must",
    ],
    [
      "a message command that no catalogue has",
      message().replace("check-it", "check-me"),
      naming(),
      "check-me: its name",
    ],
    [
      "a message command's name too long",
      message(),
      naming({ "command.check-it.name": "x".repeat(33) }),
      "de: check-it",
    ],
  ] as const) {
    it(`refuses ${what}`, async () => {
      expect(await problem(content, languages)).to.include(expected);
    });
  }

  it("refuses two commands of one name", async () => {
    await write("a.js", source());
    expect(await problem(source()))
      .to.include("a.js")
      .and.include('"ask"');
  });
});
