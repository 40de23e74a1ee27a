import { expect } from "chai";
import { isRegistered, toRegistration } from "../../src/discord/registration.ts";
import type { MessageCommand } from "../../src/domain/command.ts";
import { askCommand, reply } from "./fakes.ts";

const ask = askCommand(async () => reply(""), {
  options: {
    question: { type: "text", description: "What to ask", required: true, maxLength: 300, autocomplete: true },
    count: { type: "count", description: "How many", required: false, min: 0, max: 10 },
    private: { type: "flag", description: "Only you see it", required: false },
  },
});
const help = askCommand(async () => reply(""), { name: "help", options: {} });
const wanted = [ask, help].map(toRegistration);

/** As Discord lists them: with ids and defaults, without what is false. */
const listed = [
  {
    id: "2",
    application_id: "42",
    version: "1",
    type: 1,
    name: "help",
    description: "Ask the articles",
    nsfw: false,
    contexts: [2, 1, 0],
    integration_types: [1, 0],
    default_member_permissions: null,
    name_localizations: null,
  },
  {
    id: "1",
    type: 1,
    name: "ask",
    description: "Ask the articles",
    contexts: [0, 1, 2],
    integration_types: [0, 1],
    options: [
      { type: 3, name: "question", description: "What to ask", required: true, autocomplete: true, max_length: 300 },
      { type: 4, name: "count", description: "How many", min_value: 0, max_value: 10 },
      { type: 5, name: "private", description: "Only you see it" },
    ],
  },
];

describe("registering commands", () => {
  it("says a message command in Discord's words: a name to show, and nothing else", () => {
    const check: MessageCommand = { type: "message", name: "check-message", run: async () => reply("") };
    const registration = toRegistration(check);
    expect(registration).to.deep.equal({
      type: 3,
      name: "Check message",
      contexts: [0, 1, 2],
      integration_types: [0, 1],
    });
    const known = { id: "3", description: "", ...registration };
    expect(isRegistered([...wanted, registration], [known, ...listed])).to.equal(true);
    expect(isRegistered([...wanted, registration], [...listed, { ...known, type: 2 }])).to.equal(false);
  });

  it("says a command in Discord's words", () => {
    expect(toRegistration(ask)).to.containSubset({
      type: 1,
      name: "ask",
      contexts: [0, 1, 2],
      integration_types: [0, 1],
      options: [
        { type: 3, name: "question", required: true, autocomplete: true, max_length: 300 },
        { type: 4, name: "count", required: false, min_value: 0, max_value: 10 },
        { type: 5, name: "private", required: false },
      ],
    });
  });

  it("sees that commands are registered, whatever else Discord tells of them", () => {
    expect(isRegistered(wanted, listed)).to.equal(true);
  });

  it("sees every difference that matters", () => {
    const changed = (change: (commands: typeof listed) => unknown) =>
      isRegistered(wanted, change(structuredClone(listed)));
    expect(changed((commands) => commands.slice(1))).to.equal(false);
    expect(changed((commands) => [...commands, { ...listed[0], name: "old" }])).to.equal(false);
    expect(changed((commands) => commands.map((command) => Object.assign(command, { description: "other" })))).to.equal(
      false,
    );
    expect(changed((commands) => commands.map((command) => Object.assign(command, { contexts: [0] })))).to.equal(false);
    expect(
      changed((commands) => commands.map((command) => ({ ...command, options: command.options?.toReversed() }))),
    ).to.equal(false);
    expect(isRegistered(wanted, JSON.parse(JSON.stringify(listed).replace("300", "301")))).to.equal(false);
    expect(isRegistered(wanted, JSON.parse(JSON.stringify(listed).replace('"min_value":0,', "")))).to.equal(false);
    expect(isRegistered(wanted, { code: 0 })).to.equal(false);
  });
});
