import { readdirSync, readFileSync } from "node:fs";
import { expect } from "chai";
import fc from "fast-check";
import { readConversation } from "../../src/sandbox/replay/read.ts";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { askCommand, callback, openSandbox, RawBot, register } from "./support.ts";

const examples = new URL("../../../examples/conversations/", import.meta.url);

function problem(text: string): string {
  const read = readConversation(text);
  return read.ok ? "none" : read.problem;
}

describe("sandbox: a conversation's file", () => {
  it("is read from YAML and from JSON alike", () => {
    const yaml =
      "title: T\nsteps:\n  - as: member\n    in: '#general'\n    command: ask\n    options: { question: who }\n";
    const json = '{"title":"T","steps":[{"as":"member","in":"general","command":"ask","options":{"question":"who"}}]}';
    const read = readConversation(yaml);
    expect(read).to.deep.equal(readConversation(json));
    expect(read)
      .to.have.nested.property("value.steps[0]")
      .that.deep.equals({
        as: "you",
        locale: null,
        place: { channel: "general" },
        deed: { type: "command", name: "ask", options: { question: "who" } },
      });
  });

  const wrong: readonly (readonly [string, string, string])[] = [
    ["no list of steps", "title: T\n", "Line 1, steps: this has to be a list."],
    ["no steps", "steps: []\n", "Line 1, steps: this is at least 1 long."],
    ["nothing at all", "", "Line 1: a conversation has a list of steps."],
    ["a field nobody knows", "steps:\n  - say: a\n  - shout: b\n", "Line 3, steps[1].shout: there is no such field."],
    [
      "two deeds in a step",
      "steps:\n  - say: a\n  - say: b\n    wait: 5\n",
      "Line 3, steps[1]: a step does exactly one",
    ],
    ["no deed in a step", "steps:\n  - as: second\n", "Line 2, steps[0]: a step does exactly one"],
    ["a persona nobody is", "steps:\n  - say: a\n    as: king\n", "Line 3, steps[0].as: this has to be one of member"],
    ["a locale Discord has not", "steps:\n  - locale: sq\n    say: a\n", "Line 2, steps[0].locale: this has to be one"],
    ["a wait too long", "steps:\n  - wait: 10001\n", "Line 2, steps[0].wait: this is at most 10000."],
    ["text for a wait", "steps:\n  - wait: long\n", "Line 2, steps[0].wait: this has to be a number."],
    ["options without a command", "steps:\n  - say: a\n    options: { b: c }\n", "Line 2, steps[0]: only a command"],
    ["broken YAML", "steps:\n  - say: 'a\n", "at line"],
    ["broken JSON", '{"steps": [', "at line"],
    ["an alias", "steps:\n  - &a { say: a }\n  - *a\n", "Aliases are not taken."],
    ["brackets without end", "[".repeat(10_000), "nests its lists too deeply"],
    ["dashes without end", "- ".repeat(30_000), "nests its lists too deeply"],
    ["questions without end", "? ".repeat(30_000), "nests its lists too deeply"],
    ["indentation without end", Array.from({ length: 350 }, (_, n) => `${" ".repeat(n)}a:`).join("\n"), "too deeply"],
    ["too many steps", `steps:\n${"  - say: a\n".repeat(101)}`, "this is at most 100 long."],
    ["too many characters", `title: ${"x".repeat(65_536)}`, "more than 65536 characters"],
  ];
  for (const [name, text, says] of wrong) {
    it(`is refused with ${name}, with a line where there is one`, () => {
      expect(problem(text)).to.include(says);
    });
  }

  it("never makes the reader throw", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => problem(text).length > 0));
    const pieces = fc.constantFrom(
      "steps",
      ":",
      "\n",
      "- ",
      "  ",
      "say",
      "&a",
      "*a",
      "{",
      "}",
      "[",
      "]",
      "'",
      "!!js",
      "?",
    );
    fc.assert(fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => problem(parts.join("")).length > 0));
  });

  for (const file of readdirSync(examples)) {
    it(`${file}, an example, is one`, () => {
      expect(problem(readFileSync(new URL(file, examples), "utf8"))).to.equal("none");
    });
  }
});

describe("sandbox: a conversation that is played", () => {
  let sandbox: Sandbox;
  let bot: RawBot;
  beforeEach(async () => {
    sandbox = await openSandbox({ limits: { acknowledgeMs: 300, outcomeMs: 1_000 } });
    await register(sandbox, askCommand, { name: "check", type: 3, name_localizations: { de: "Prüfen" } });
    bot = await RawBot.login(sandbox);
  });
  afterEach(() => sandbox.close());

  const button = { type: 2, style: 1, label: "Wrong?", custom_id: "wrong" };
  const select = { type: 3, custom_id: "pick", options: [{ label: "First", value: "1" }] };
  const row = (component: unknown) => ({ type: 1, components: [component] });
  const input = { type: 4, custom_id: "why", style: 2, label: "Reason" };

  /** Answers what comes, in order. */
  async function answering(...answers: readonly unknown[]) {
    const came = [];
    for (const body of answers) {
      const interaction = await bot.interaction();
      came.push(interaction);
      await callback(sandbox, interaction, body);
    }
    return came;
  }

  function conversation(text: string) {
    const read = readConversation(text);
    if (!read.ok) throw new Error(read.problem);
    return read.value;
  }

  it("does each step as its person, in its language and place, and says what came back", async () => {
    const played = sandbox.play(
      conversation(`
title: All there is
steps:
  - as: moderator
    locale: de
    thread: Below
  - command: ask
    options: { question: who, limit: 2 }
  - press: Wrong?
  - fill: { Reason: The date }
  - choose: First
  - say: a claim
  - message-command: Prüfen
    on: claim
  - as: restricted
    in: general
    command: ask
    options: { question: may I }
  - press: Nothing
  - wait: 1
`),
    );
    const came = await answering(
      { type: 4, data: { content: "Answer", components: [row(button), row(select)] } },
      { type: 9, data: { custom_id: "f", title: "What is wrong?", components: [row(input)] } },
      { type: 4, data: { content: "Thank you", flags: 64 } },
      { type: 7, data: { content: "Chosen" } },
      { type: 4, data: { content: "Checked" } },
    );
    const steps = await played;
    expect(steps.map(({ deed, came, ok }) => `${ok ? "+" : "-"} ${deed}: ${came}`)).to.deep.equal([
      "+ Start the thread “Below”: Done.",
      "+ /ask question:who limit:2: Answer",
      "+ Press “Wrong?”: A form: What is wrong?",
      "+ Fill in Reason: Privately: Thank you",
      "+ Choose “First”: Chosen",
      "+ Say “a claim”: Done.",
      "+ Prüfen, on “claim”: Checked",
      "- /ask question:may I: You do not have permission to use this command.",
      "- Press “Nothing”: No message here has a button “Nothing”.",
      "+ Wait 1 ms: Done.",
    ]);
    expect(came.map((one) => one["locale"])).to.deep.equal(["de", "de", "de", "de", "de"]);
    expect(came[0]).to.have.nested.property("channel.type", 11);
    expect(came[2]).to.have.nested.property("data.components[0].components[0].value", "The date");
    expect(came[2]).to.have.nested.property("message.content", "Answer");
    expect(steps.map(({ number, count }) => `${number}/${count}`).at(-1)).to.equal("10/10");
  });

  it("chooses several roles or channels by their names, as somebody with a role", async () => {
    const played = sandbox.play(
      conversation(`
steps:
  - as: second
    command: ask
    options: { question: who }
  - choose: [news, Desk talk]
  - choose: Moderators
  - choose: Kings
`),
    );
    const channels = { type: 8, custom_id: "where", min_values: 1, max_values: 2 };
    const came = await answering(
      { type: 4, data: { content: "Set up", components: [row(channels), row({ type: 6, custom_id: "who" })] } },
      { type: 6 },
      { type: 6 },
    );
    const { Moderators: moderators = "" } = sandbox.roles;
    const chosen = [sandbox.channels["news"], sandbox.threads["Desk talk"]];
    expect(came[0]).to.have.nested.property("member.roles").that.deep.equals([moderators]);
    expect(came[1]).to.have.nested.property("data.values").that.deep.equals(chosen);
    expect(came[2]).to.have.nested.property("data.values").that.deep.equals([moderators]);
    expect((await played).at(-1)).to.include({ ok: false, came: "No message here lets one choose Kings." });
  });

  it("goes on after a bot that keeps silent, and names places that are not there", async () => {
    const steps = await sandbox.play(
      conversation("steps:\n  - command: ask\n    options: { question: a }\n  - in: nowhere\n    say: b\n  - say: c\n"),
    );
    expect(steps.map(({ came }) => came)).to.deep.equal([
      "The application did not respond",
      "There is no such place.",
      "Done.",
    ]);
  });
});
