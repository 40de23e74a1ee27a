import { expect } from "chai";
import type { MessageCommand } from "../../src/domain/command.ts";
import { isRegistered, toRegistration } from "../../src/discord/registration.ts";
import { createLanguages } from "../../src/words/create-languages.ts";
import { catalogue } from "../fixtures/languages.ts";
import { askCommand, reply } from "./fakes.ts";

const ENGLISH = {
  "command.ask.name": "ask",
  "command.ask.description": "Ask the articles",
  "command.ask.option.question.name": "question",
  "command.ask.option.question.description": "What to ask",
  "command.ask.option.count.name": "count",
  "command.ask.option.count.description": "How many",
  "command.ask.option.private.name": "private",
  "command.ask.option.private.description": "Only you see it",
  "command.help.name": "help",
  "command.help.description": "Ask the articles",
};
const SPANISH = {
  ...ENGLISH,
  "command.help.name": "ayuda",
  "command.help.description": "Qué puedes preguntar",
  "command.ask.option.question.name": "pregunta",
  "command.ask.option.question.description": "Qué quieres saber",
};
const NAMED = { ...ENGLISH, "command.check-message.name": "Check it" };
const languages = createLanguages(catalogue("en", NAMED), [
  catalogue("es", { ...SPANISH, "command.check-message.name": "Comprobar" }),
  catalogue("sq", ENGLISH),
]);

const ask = askCommand(async () => reply(""), {
  options: {
    question: { type: "text", required: true, maxLength: 300, autocomplete: true },
    count: { type: "count", required: false, min: 0, max: 10 },
    private: { type: "flag", required: false },
  },
});
const help = askCommand(async () => reply(""), { name: "help", options: {} });
const wanted = [ask, help].map((command) => toRegistration(command, languages));

const both = (text: string) => ({ "es-419": text, "es-ES": text });

/** As Discord lists them: with ids and defaults, without what is false, in an order of its own. */
const listed = [
  {
    id: "2",
    application_id: "42",
    version: "1",
    type: 1,
    name: "help",
    name_localizations: both("ayuda"),
    description: "Ask the articles",
    description_localizations: both("Qué puedes preguntar"),
    nsfw: false,
    contexts: [2, 1, 0],
    integration_types: [0, 1],
    default_member_permissions: null,
  },
  {
    id: "1",
    type: 1,
    name: "ask",
    name_localizations: both("ask"),
    description: "Ask the articles",
    description_localizations: both("Ask the articles"),
    contexts: [0, 1, 2],
    integration_types: [0, 1],
    options: [
      {
        type: 3,
        name: "question",
        name_localizations: both("pregunta"),
        description: "What to ask",
        description_localizations: both("Qué quieres saber"),
        required: true,
        autocomplete: true,
        max_length: 300,
      },
      {
        type: 4,
        name: "count",
        name_localizations: both("count"),
        description: "How many",
        description_localizations: both("How many"),
        min_value: 0,
        max_value: 10,
      },
      {
        type: 5,
        name: "private",
        name_localizations: both("private"),
        description: "Only you see it",
        description_localizations: both("Only you see it"),
      },
    ],
  },
];

describe("registering commands", () => {
  it("says a command in Discord's words", () => {
    expect(toRegistration(ask, languages)).to.containSubset({
      type: 1,
      name: "ask",
      description: "Ask the articles",
      contexts: [0, 1, 2],
      integration_types: [0, 1],
      options: [
        { type: 3, name: "question", required: true, autocomplete: true, max_length: 300 },
        { type: 4, name: "count", required: false, min_value: 0, max_value: 10 },
        { type: 5, name: "private", required: false },
      ],
    });
  });

  it("says it in both kinds of Spanish, and leaves out what Discord does not speak", () => {
    expect(toRegistration(help, languages).name_localizations).to.deep.equal(both("ayuda"));
    expect(toRegistration(ask, languages).options?.[0]?.description_localizations).to.deep.equal(
      both("Qué quieres saber"),
    );
  });

  it("offers choices by what they are called in each language, and sees when they are others", () => {
    const named = { ...ENGLISH, "command.ask.option.count.choice.few": "a few" };
    const own = createLanguages(catalogue("en", named), [
      catalogue("es", { ...named, "command.ask.option.count.choice.few": "pocos" }),
    ]);
    const choosing = (values: readonly string[]) =>
      toRegistration(
        askCommand(async () => reply(""), { options: { count: { type: "choice", required: true, values } } }),
        own,
      );
    const registration = choosing(["few"]);
    expect(registration.options).to.containSubset([
      { type: 3, required: true, choices: [{ name: "a few", name_localizations: both("pocos"), value: "few" }] },
    ]);
    expect(isRegistered([registration], [{ id: "1", ...registration }])).to.equal(true);
    expect(isRegistered([choosing(["few", "many"])], [registration])).to.equal(false);
  });

  it("says a message command in Discord's words: a name to show, and nothing else", () => {
    const check: MessageCommand = { type: "message", name: "check-message", run: async () => reply("") };
    const registration = toRegistration(check, languages);
    expect(registration).to.deep.equal({
      type: 3,
      name: "Check it",
      name_localizations: both("Comprobar"),
      contexts: [0, 1, 2],
      integration_types: [0, 1],
    });
    const known = { id: "3", description: "", ...registration };
    expect(isRegistered([...wanted, registration], [known, ...listed])).to.equal(true);
    expect(isRegistered([...wanted, registration], [...listed, { ...known, type: 2 }])).to.equal(false);
  });

  it("shows what moderators and managers do in servers alone, and managers' things to managers first", () => {
    const inServers = { contexts: [0], integration_types: [0] };
    const open = toRegistration(help, languages);
    const forModerators = toRegistration({ ...help, needs: "moderator" }, languages);
    const forManagers = toRegistration({ ...help, needs: "manager" }, languages);
    expect(open).not.to.have.property("default_member_permissions");
    expect(forModerators).to.deep.equal({ ...open, ...inServers });
    expect(forManagers).to.deep.equal({ ...open, ...inServers, default_member_permissions: "32" });
    for (const [own, other] of [
      [forManagers, forModerators],
      [forModerators, forManagers],
      [open, forModerators],
    ] as const) {
      const known = { default_member_permissions: null, ...own, id: "9" };
      expect(isRegistered([own], [known])).to.equal(true);
      expect(isRegistered([other], [known])).to.equal(false);
    }
    const onMessages: MessageCommand = {
      type: "message",
      name: "check-message",
      needs: "moderator",
      run: async () => reply(""),
    };
    expect(toRegistration(onMessages, languages)).to.deep.include(inServers);
  });

  it("sees that commands are registered, whatever else Discord tells of them", () => {
    expect(isRegistered(wanted, listed)).to.equal(true);
  });

  it("sees every difference that matters", () => {
    const changed = (change: (commands: typeof listed) => unknown) =>
      isRegistered(wanted, change(structuredClone(listed)));
    const replaced = (found: string, instead: string) =>
      isRegistered(wanted, JSON.parse(JSON.stringify(listed).replace(found, instead)));
    expect(changed((commands) => commands.slice(1))).to.equal(false);
    expect(changed((commands) => [...commands, { ...listed[0], name: "old" }])).to.equal(false);
    expect(changed((commands) => commands.map((command) => Object.assign(command, { description: "other" })))).to.equal(
      false,
    );
    expect(changed((commands) => commands.map((command) => Object.assign(command, { contexts: [0] })))).to.equal(false);
    expect(
      changed((commands) => commands.map((command) => ({ ...command, options: command.options?.toReversed() }))),
    ).to.equal(false);
    expect(replaced("300", "301")).to.equal(false);
    expect(replaced('"min_value":0,', "")).to.equal(false);
    expect(replaced("ayuda", "auxilio")).to.equal(false);
    expect(replaced("Qué quieres saber", "Qué")).to.equal(false);
    expect(replaced('"es-419":"pregunta",', "")).to.equal(false);
    expect(isRegistered(wanted, { code: 0 })).to.equal(false);
  });
});
