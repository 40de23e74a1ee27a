import { expect } from "chai";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { ask, askCommand, jumpingClock, openSandbox, register } from "./support.ts";

const text = (length: number) => "x".repeat(length);
const command = (changes: object = {}) => ({ name: "ask", description: "Ask", ...changes });
const option = (changes: object = {}) => ({ type: 3, name: "question", description: "What", ...changes });
const withOption = (changes: object) => command({ options: [option(changes)] });
const many = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_none, index) => make(index));

const refused: readonly (readonly [string, unknown, readonly string[]])[] = [
  ["no name", { description: "Ask" }, ["name BASE_TYPE_REQUIRED"]],
  ["a name in capitals", command({ name: "Ask" }), ["name APPLICATION_COMMAND_INVALID_NAME"]],
  ["a name with a space", command({ name: "ask me" }), ["name APPLICATION_COMMAND_INVALID_NAME"]],
  ["a name of 33", command({ name: text(33) }), ["name APPLICATION_COMMAND_INVALID_NAME"]],
  ["no description", { name: "ask" }, ["description BASE_TYPE_REQUIRED"]],
  ["an empty description", command({ description: "" }), ["description BASE_TYPE_BAD_LENGTH"]],
  ["a description of 101", command({ description: text(101) }), ["description BASE_TYPE_MAX_LENGTH"]],
  [
    "a message command with a description",
    command({ type: 3 }),
    ["description APPLICATION_COMMAND_DESCRIPTION_NOT_ALLOWED"],
  ],
  [
    "a message command with options",
    { name: "Cite", type: 3, options: [option()] },
    ["options APPLICATION_COMMAND_OPTIONS_NOT_ALLOWED"],
  ],
  ["an unknown type", command({ type: 9 }), ["type BASE_TYPE_CHOICES"]],
  ["26 options", command({ options: many(26, (at) => option({ name: `o${at}` })) }), ["options BASE_TYPE_MAX_LENGTH"]],
  [
    "a required option after an optional one",
    command({ options: [option(), option({ name: "second", required: true })] }),
    ["options.1 APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID"],
  ],
  [
    "options of one name",
    command({ options: [option(), option()] }),
    ["options.1.name APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS"],
  ],
  ["an option name in capitals", withOption({ name: "Question" }), ["options.0.name APPLICATION_COMMAND_INVALID_NAME"]],
  [
    "an option without a description",
    withOption({ description: undefined }),
    ["options.0.description BASE_TYPE_REQUIRED"],
  ],
  ["an option of an unknown type", withOption({ type: 42 }), ["options.0.type UNION_TYPE_CHOICES"]],
  [
    "26 choices",
    withOption({ choices: many(26, (at) => ({ name: `c${at}`, value: `c${at}` })) }),
    ["options.0.choices BASE_TYPE_MAX_LENGTH"],
  ],
  [
    "a choice name of 101",
    withOption({ choices: [{ name: text(101), value: "a" }] }),
    ["options.0.choices.0.name BASE_TYPE_BAD_LENGTH"],
  ],
  [
    "a choice value of 101",
    withOption({ choices: [{ name: "a", value: text(101) }] }),
    ["options.0.choices.0.value BASE_TYPE_MAX_LENGTH"],
  ],
  [
    "a number among text choices",
    withOption({ choices: [{ name: "a", value: 1 }] }),
    ["options.0.choices.0.value STRING_TYPE_CONVERT"],
  ],
  [
    "choices beside autocomplete",
    withOption({ autocomplete: true, choices: [{ name: "a", value: "a" }] }),
    ["options.0 APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES_EXCLUSIVE"],
  ],
  [
    "autocomplete of a flag",
    withOption({ type: 5, autocomplete: true }),
    ["options.0.autocomplete APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID"],
  ],
  [
    "a least length above the most",
    withOption({ min_length: 9, max_length: 3 }),
    ["options.0.min_length NUMBER_TYPE_MAX"],
  ],
  ["a length above 6,000", withOption({ max_length: 6001 }), ["options.0.max_length NUMBER_TYPE_MAX"]],
  [
    "a least value above the most",
    withOption({ type: 4, min_value: 9, max_value: 3 }),
    ["options.0.min_value NUMBER_TYPE_MAX"],
  ],
  [
    "a locale that Discord has not",
    command({ name_localizations: { xx: "frag" } }),
    ["name_localizations.xx ENUM_TYPE_COERCE"],
  ],
  [
    "a localised name in capitals",
    command({ name_localizations: { de: "Frag" } }),
    ["name_localizations.de APPLICATION_COMMAND_INVALID_NAME"],
  ],
  [
    "permissions that are words",
    command({ default_member_permissions: "all" }),
    ["default_member_permissions NUMBER_TYPE_COERCE"],
  ],
  [
    "subcommands beside options",
    command({ options: [{ type: 1, name: "sub", description: "Sub" }, option()] }),
    ["options APPLICATION_COMMAND_OPTIONS_TYPE_INVALID"],
  ],
  [
    "8,001 characters in all",
    command({
      options: many(25, (at) =>
        option({
          name: `o${at}`,
          description: text(100),
          choices: many(3, (one) => ({ name: `${one}${text(90)}`, value: `${one}${text(90)}` })),
        }),
      ),
    }),
    ["APPLICATION_COMMAND_TOO_LARGE"],
  ],
  [
    "two faults at once",
    command({ name: "Ask", description: text(101) }),
    ["description BASE_TYPE_MAX_LENGTH", "name APPLICATION_COMMAND_INVALID_NAME"],
  ],
];

const accepted: readonly (readonly [string, unknown])[] = [
  ["a command with all kinds of options", askCommand],
  ["a name in another script", command({ name: "प्रश्न" })],
  ["a message command without a description", { name: "Cite this", type: 3 }],
  ["permissions as digits", command({ default_member_permissions: "32" })],
  [
    "a subcommand in a group",
    command({
      options: [
        {
          type: 2,
          name: "g",
          description: "G",
          options: [{ type: 1, name: "s", description: "S", options: [option()] }],
        },
      ],
    }),
  ],
];

describe("sandbox: what a command may be", () => {
  let sandbox: Sandbox;
  let commands: string;
  before(async () => {
    sandbox = await openSandbox({ now: jumpingClock() });
    commands = `/applications/${sandbox.applicationId}/commands`;
  });
  after(() => sandbox.close());

  for (const [name, body, errors] of refused) {
    it(`refuses ${name}`, async () => {
      const reply = await ask(sandbox, "POST", commands, body);
      expect(reply).to.include({ status: 400, code: 50035 });
      expect(reply.errors).to.deep.equal(errors);
    });
  }

  for (const [name, body] of accepted) {
    it(`takes ${name}`, async () => {
      const reply = await ask(sandbox, "POST", commands, body);
      expect(reply.status, JSON.stringify(reply.errors)).to.be.oneOf([200, 201]);
    });
  }

  it("replaces all commands at once, and keeps the id of one that stays", async () => {
    await register(sandbox, command(), command({ name: "help" }));
    const before = sandbox.commands.find((one) => one.name === "ask")?.id;
    const reply = await register(sandbox, command({ description: "Ask anew" }));
    expect(reply.status).to.equal(200);
    expect(sandbox.commands.map(({ name, id }) => [name, id])).to.deep.equal([["ask", before]]);
  });

  it("names the command of a list in the path of its errors, and then registers none", async () => {
    await register(sandbox);
    const reply = await register(sandbox, command(), command({ name: "Help" }), command());
    expect(reply.errors).to.deep.equal([
      "1.name APPLICATION_COMMAND_INVALID_NAME",
      "2.name APPLICATION_COMMANDS_DUPLICATE_NAME",
    ]);
    expect(sandbox.commands).to.deep.equal([]);
  });

  it("keeps at most 100 slash commands", async () => {
    const reply = await register(sandbox, ...many(101, (at) => command({ name: `c${at}` })));
    expect(reply).to.include({ status: 400, code: 30032 });
  });

  it("tells a new command from a replaced one, changes and removes it", async () => {
    await register(sandbox);
    expect((await ask(sandbox, "POST", commands, command())).status).to.equal(201);
    expect((await ask(sandbox, "POST", commands, command())).status).to.equal(200);
    const one = `${commands}/${sandbox.commands[0]?.id}`;
    const changed = await ask(sandbox, "PATCH", one, { description: "Changed" });
    expect(changed.body).to.include({ name: "ask", description: "Changed" });
    expect((await ask(sandbox, "GET", one)).body).to.include({ description: "Changed" });
    expect((await ask(sandbox, "DELETE", one)).status).to.equal(204);
    expect(await ask(sandbox, "GET", one)).to.include({ status: 404, code: 10063 });
  });

  it("keeps a guild's commands apart, and refuses other guilds and applications", async () => {
    await register(sandbox);
    const guild = `/applications/${sandbox.applicationId}/guilds/${sandbox.guildId}/commands`;
    expect((await ask(sandbox, "PUT", guild, [command()])).status).to.equal(200);
    expect((await ask(sandbox, "GET", commands)).body).to.deep.equal([]);
    expect(await ask(sandbox, "PUT", guild.replace(sandbox.guildId, "1"), [])).to.include({ code: 50001 });
    expect(await ask(sandbox, "PUT", "/applications/1/commands", [])).to.include({ code: 20012 });
  });
});
