import { expect } from "chai";
import type { APIApplicationCommand } from "discord-api-types/v10";
import { localised } from "../../src/sandbox/page/localised.ts";
import { isOffered, mayDelete, mayWrite } from "../../src/sandbox/page/offered.ts";
import type { PageChannel, Persona } from "../../src/sandbox/page-protocol.ts";
import * as canned from "./canned.ts";

const kinds = ["text", "thread", "direct", "group", "foreign"] as const;

function persona(username: string): Persona {
  const found = canned.personas.find(({ user }) => user.username === username);
  if (found === undefined) throw new Error(username);
  return found;
}

function place(kind: PageChannel["kind"]): PageChannel {
  return canned.channel("1", "place", { kind });
}

/** Where a command is offered to somebody. */
function offeredIn(own: Partial<APIApplicationCommand>, who = "reader"): readonly string[] {
  const [ask] = canned.commands;
  if (ask === undefined) throw new Error("no command");
  return kinds.filter((kind) => isOffered({ ...ask, ...own }, persona(who), place(kind)));
}

describe("commands that are offered", () => {
  const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ["one that only servers install: where the bot is", offeredIn({}), ["text", "thread", "direct"]],
    ["one for servers alone", offeredIn({ contexts: [0] }), ["text", "thread"]],
    ["one for direct messages alone", offeredIn({ contexts: [1] }), ["direct"]],
    ["one that people install, everywhere", offeredIn({ integration_types: [0, 1] }), kinds],
    ["one that people install, among people alone", offeredIn({ integration_types: [1], contexts: [2] }), ["group"]],
    ["one of a server", offeredIn({ guild_id: "1" }), ["text", "thread"]],
    ["one that needs a permission", offeredIn({ default_member_permissions: "8192" }), ["direct"]],
    [
      "the same for who has it",
      offeredIn({ default_member_permissions: "8192" }, "moderator"),
      ["text", "thread", "direct"],
    ],
    ["one that nobody may use", offeredIn({ default_member_permissions: "0" }, "moderator"), ["direct"]],
    ["any, to who may use none", offeredIn({}, "restricted"), ["direct"]],
  ];
  for (const [name, found, wanted] of cases) {
    it(name, () => expect(found).to.deep.equal(wanted));
  }
});

describe("what a persona may do", () => {
  it("writes where the permission is, and in direct messages", () => {
    expect(kinds.map((kind) => mayWrite(persona("reader"), place(kind)))).to.not.include(false);
    expect(kinds.filter((kind) => mayWrite(persona("restricted"), place(kind)))).to.deep.equal(["direct", "group"]);
  });

  it("deletes channels and threads as a moderator, and nothing else", () => {
    expect(kinds.filter((kind) => mayDelete(persona("moderator"), place(kind)))).to.deep.equal(["text", "thread"]);
    expect(kinds.filter((kind) => mayDelete(persona("reader"), place(kind)))).to.deep.equal([]);
  });
});

describe("names in the reader's language", () => {
  it("falls back as Discord does", () => {
    const names = { de: "frage", "en-GB": "enquire", "es-ES": "pregunta" };
    const shown = ["de", "en-GB", "en-US", "es-ES", "es-419", "fr"].map((locale) => localised("ask", names, locale));
    expect(shown).to.deep.equal(["frage", "enquire", "enquire", "pregunta", "pregunta", "ask"]);
    expect(localised("ask", null, "de")).to.equal("ask");
    expect(localised("ask", { de: null }, "de")).to.equal("ask");
  });
});
