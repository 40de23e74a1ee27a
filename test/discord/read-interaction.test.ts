import { expect } from "chai";
import * as fc from "fast-check";
import type { Interaction } from "../../src/discord/interaction.ts";
import { readInteraction } from "../../src/discord/read-interaction.ts";
import {
  autocompletePayload,
  buttonPayload,
  BY_ANOTHER,
  commandPayload,
  formPayload,
  messageCommandPayload,
  question,
} from "./fakes.ts";

const KINDS = {
  command: commandPayload([question("x")]),
  message: messageCommandPayload({ content: "x" }),
  autocomplete: autocompletePayload("x"),
  action: buttonPayload("1|ask|more|"),
  form: formPayload("1|ask|more|", { reason: "x" }),
};

function read<K extends Interaction["kind"]>(kind: K, payload: unknown): Extract<Interaction, { readonly kind: K }> {
  const interaction = readInteraction(payload, null);
  const is = (one: Interaction | null): one is Extract<Interaction, { readonly kind: K }> => one?.kind === kind;
  if (!is(interaction)) throw new Error(`not a ${kind} but ${String(interaction?.kind)}`);
  return interaction;
}

describe("reading interactions", () => {
  for (const kind of ["command", "message", "autocomplete", "action", "form"] as const) {
    it(`tells who did a ${kind}, and where`, () => {
      const payload = KINDS[kind];
      const here = { channel: "71", server: "70", inThread: false };
      expect(read(kind, payload).who).to.deep.equal({ person: "7", ...here });
      for (const [type, inThread] of [
        [10, true],
        [11, true],
        [12, true],
        [5, false],
      ] as const) {
        expect(read(kind, { ...payload, channel: { id: "71", type } }).who.inThread).to.equal(inThread);
      }
      const direct = { ...payload, member: undefined, user: { id: "9" }, guild_id: undefined, channel: { type: 1 } };
      expect(read(kind, direct).who).to.deep.equal({ person: "9", channel: "71", server: null, inThread: false });
      const nowhere = { ...payload, channel: "x", channel_id: undefined };
      expect(read(kind, nowhere).who).to.deep.equal({ ...here, person: "7", channel: null });
    });
  }

  it("knows nobody where Discord names nobody, or nonsense", () => {
    for (const member of [undefined, null, {}, { user: { id: "../7" } }, { user: { id: 7 } }]) {
      for (const payload of Object.values(KINDS)) {
        expect(readInteraction({ ...payload, member }, null)?.kind).to.equal("unknown");
      }
    }
  });

  it("tells whether the bot itself is there, and what it may do", () => {
    const withOwners = (owners: unknown) =>
      read("command", { ...KINDS.command, authorizing_integration_owners: owners });
    expect(withOwners({ 1: "7" }).asGuest).to.equal(true);
    expect(withOwners({ 0: "70", 1: "7" }).asGuest).to.equal(false);
    expect(withOwners({ 0: "70" }).asGuest).to.equal(false);
    expect(withOwners("x").asGuest).to.equal(false);
    const inDirect = { ...KINDS.command, guild_id: undefined, authorizing_integration_owners: { 1: "7" } };
    expect(read("command", inDirect).asGuest).to.equal(false);
    const withPermissions = (app_permissions: unknown) => read("command", { ...KINDS.command, app_permissions });
    expect(withPermissions("3072").permissions).to.equal(3_072n);
    for (const odd of [undefined, "-1", "x", 5, "9".repeat(60)])
      expect(withPermissions(odd).permissions).to.equal(null);
  });

  it("tells what Discord says of the person with this very interaction, and takes nonsense for nothing", () => {
    for (const kind of ["command", "message", "autocomplete", "action", "form"] as const) {
      const member = (more: object, place: object = {}) =>
        read(kind, { ...KINDS[kind], member: { user: { id: "7" }, ...more }, ...place }).member;
      expect(member({ permissions: "32", roles: ["5", "6"] })).to.deep.equal({ permissions: 32n, roles: ["5", "6"] });
      expect(member({ permissions: "32", roles: ["5"] }, { guild_id: undefined })).to.equal(null);
      for (const permissions of [undefined, null, 32, "-1", "0x20", "9".repeat(60)]) {
        expect(member({ permissions })).to.deep.equal({ permissions: 0n, roles: [] });
      }
      const tooMany = Array.from({ length: 5_000 }, (_, id) => String(id));
      for (const roles of [null, "5", [5], ["../5"], [["5"]], { 0: "5" }, tooMany]) {
        expect(member({ roles })).to.deep.equal({ permissions: 0n, roles: [] });
      }
      const direct = { member: undefined, user: { id: "7", permissions: "32", roles: ["5"] }, guild_id: undefined };
      expect(member({}, direct)).to.equal(null);
    }
  });

  it("tells which channel a thread belongs to", () => {
    const parent = (channel: unknown) => read("command", { ...KINDS.command, channel }).parentChannel;
    expect(parent({ id: "71", type: 11, parent_id: "60" })).to.equal("60");
    // A channel's parent is the category it is listed under.
    expect(parent({ id: "71", type: 0, parent_id: "60" })).to.equal(null);
    for (const parent_id of [undefined, null, 60, "../60"]) expect(parent({ type: 11, parent_id })).to.equal(null);
  });

  it("reads the roles and channels that were picked, and where the person may write", () => {
    const picked = (data: object) => read("action", { ...KINDS.action, data: { custom_id: "1|ask|pick|", ...data } });
    expect(picked({ component_type: 6, values: ["5", "6"] })).to.deep.include({ values: ["5", "6"], channels: [] });
    const both = String((1n << 10n) | (1n << 11n));
    const inThreads = String((1n << 10n) | (1n << 38n));
    const channels = {
      "1": { id: "1", type: 0, permissions: both },
      "2": { id: "2", type: 0, permissions: String(1n << 10n) },
      "3": { id: "3", type: 11, permissions: inThreads },
      "4": { id: "4", type: 0, permissions: inThreads },
      "5": { id: "5", type: 5, permissions: String(1n << 3n) },
      "6": { id: "6", type: 0, permissions: 3_072 },
      "7": { id: "7", type: 0, permissions: String(1n << 11n) },
    };
    const values = ["1", "2", "3", "4", "5", "6", "7", "8"];
    const writable = (resolved: unknown) =>
      picked({ component_type: 8, values, resolved })
        .channels.filter(({ personMayWrite }) => personMayWrite)
        .map(({ id }) => id);
    expect(writable({ channels })).to.deep.equal(["1", "3", "5"]);
    for (const odd of [undefined, null, "x", {}, { channels: [] }, { channels: { "1": null, "2": "x" } }]) {
      expect(writable(odd)).to.deep.equal([]);
    }
    for (const values of [["x"], [5], ["1".repeat(21)], "1", Array.from({ length: 26 }, (_, id) => String(id))]) {
      for (const component_type of [6, 8]) {
        expect(
          readInteraction({ ...KINDS.action, data: { custom_id: "x", component_type, values } }, null)?.kind,
        ).to.equal("unknown");
      }
    }
  });

  it("reads a form's fields, from either layout of Discord's", () => {
    expect(read("form", formPayload("1|ask|why|", { reason: "wrong\nday", more: "" })).fields).to.deep.equal({
      reason: "wrong\nday",
      more: "",
    });
    const row = { type: 1, components: [{ type: 4, custom_id: "reason", value: "old" }] };
    const old = { ...formPayload("1|ask|why|", {}), data: { custom_id: "1|ask|why|", components: [row] } };
    expect(read("form", old).fields).to.deep.equal({ reason: "old" });
  });

  it("knows for whom and on what a form was opened", () => {
    const title = "who sank it";
    const message = { flags: 0, interaction_metadata: { user: { id: "7" } }, embeds: [{ title }] };
    const form = (more: object) => read("form", formPayload("1|ask|why|", {}, more));
    expect(form({ message })).to.include({ byAsker: true, onMessage: true, title });
    expect(form({ message, ...BY_ANOTHER })).to.include({ byAsker: false, title });
    expect(form({ message: { ...message, flags: 64 }, ...BY_ANOTHER })).to.include({ byAsker: true });
    expect(form({ message: undefined })).to.include({ byAsker: false, onMessage: false, title: null });
  });

  it("takes whoever presses in the bot's direct messages for the one who asked", () => {
    const told = { id: "9", flags: 0, embeds: [] };
    expect(read("action", buttonPayload("x", { message: told, context: 1 })).byAsker).to.equal(true);
    expect(read("action", buttonPayload("x", { message: told, context: 2 })).byAsker).to.equal(false);
    expect(read("action", buttonPayload("x", { message: told })).byAsker).to.equal(false);
  });

  it("takes forged and oversized forms for unknown", () => {
    const form = (data: unknown) => readInteraction({ ...formPayload("x", {}), data }, null)?.kind;
    const input = (more: object) => ({ type: 18, component: { type: 4, custom_id: "a", value: "", ...more } });
    expect(form({ custom_id: "x", components: [input({})] })).to.equal("form");
    for (const data of [
      null,
      {},
      { custom_id: "x" },
      { custom_id: 5, components: [] },
      { custom_id: "x".repeat(201), components: [] },
      { custom_id: "x", components: "x" },
      { custom_id: "x", components: [{ type: 99 }] },
      { custom_id: "x", components: [input({ value: 5 })] },
      { custom_id: "x", components: [input({ value: "x".repeat(4_001) })] },
      { custom_id: "x", components: [input({ type: 3 })] },
      { custom_id: "x", components: Array.from({ length: 6 }, () => input({})) },
      { custom_id: "x", components: [{ type: 1, components: [] }] },
    ]) {
      expect(form(data), JSON.stringify(data).slice(0, 80)).to.equal("unknown");
    }
  });

  it("never throws, whatever stands wherever", () => {
    const anywhere = fc
      .constantFrom(...Object.values(KINDS))
      .chain((payload) =>
        fc
          .tuple(fc.constantFrom(...Object.keys(payload), "user"), fc.jsonValue({ maxDepth: 4 }))
          .map(([key, value]) => Object.assign({}, payload, { [key]: value })),
      );
    fc.assert(
      fc.property(fc.oneof(anywhere, fc.jsonValue()), (payload) => {
        expect(() => readInteraction(payload, null)).not.to.throw();
      }),
      { numRuns: 500 },
    );
  });
});

describe("reading the message a command was chosen for", () => {
  const target = (message: unknown) => read("message", messageCommandPayload(message)).target;

  it("gives what it says, then its embeds, as plain text", () => {
    const embeds = [
      { title: "Port **closed**", description: "It *closed*.", fields: [{ name: "When", value: "on Friday" }] },
      { description: "Second" },
    ];
    expect(target({ content: "They say:", embeds, author: { id: "1", bot: true } })).to.deep.equal({
      text: "They say:\n\nPort closed\n\nIt closed.\n\nWhen\n\non Friday\n\nSecond",
      byBot: true,
    });
  });

  it("gives embeds where there is nothing else, and nothing where there is nothing to read", () => {
    expect(target({ content: "", embeds: [{ description: "Only here" }] }).text).to.equal("Only here");
    for (const message of [
      { content: "", embeds: [], sticker_items: [{ id: "1", name: "wave" }] },
      { content: "", attachments: [{ id: "1", filename: "a.png" }] },
      { content: " \n\u0000 ", embeds: [{}] },
      {},
      { content: 5, embeds: "x", author: null, message_snapshots: [null] },
      { content: "<@7> <:wave:12345> <t:1700000000:R>" },
    ]) {
      expect(target(message)).to.deep.equal({ text: "", byBot: false });
    }
  });

  it("reads a forwarded message", () => {
    const forwarded = { message: { content: "Forwarded words", embeds: [{ title: "Card" }] } };
    expect(target({ content: "", message_snapshots: [forwarded] }).text).to.equal("Forwarded words\n\nCard");
  });

  it("reads no more than 6,000 characters", () => {
    const embeds = Array.from({ length: 10 }, () => ({ description: "y".repeat(4_096) }));
    const { text } = target({ content: "x".repeat(6_000), embeds });
    expect(text).to.equal("x".repeat(6_000));
    expect(target({ content: "z".repeat(4_000), embeds }).text).to.have.length(6_000);
    expect(target({ content: `${"x".repeat(5_999)}👩` }).text).not.to.match(/\p{Surrogate}/u);
  });

  it("takes a target that is not there, or no object, for unknown", () => {
    const payload = messageCommandPayload({ content: "x" });
    const data = { type: 3, name: "Read message", target_id: "901", resolved: { messages: { "900": {} } } };
    expect(readInteraction({ ...payload, data }, null)?.kind).to.equal("unknown");
    expect(readInteraction({ ...payload, data: { ...data, resolved: undefined } }, null)?.kind).to.equal("unknown");
    expect(readInteraction({ ...payload, data: { ...data, target_id: "__proto__" } }, null)?.kind).to.equal("unknown");
    expect(readInteraction(messageCommandPayload("x"), null)?.kind).to.equal("unknown");
    expect(readInteraction(messageCommandPayload(null), null)?.kind).to.equal("unknown");
  });

  for (const [markdown, plain] of [
    ["**bold** *it* __under__ ~~gone~~ ||secret|| `code`", "bold it under gone secret code"],
    ["# Heading\n> quoted\n-# small\n- point", "Heading\nquoted\nsmall\npoint"],
    ["see [the **report**](https://news.example/a_b) now", "see the report now"],
    ["[“Union \\- calls”](https://news.example/x)", "“Union - calls”"],
    ["ask <@7>, in <#8> or </ask:9>", "ask , in  or "],
    ["https://news.example/a_b_c*d and snake_case_name", "https://news.example/a_b_c*d and snake_case_name"],
    ["<https://news.example/x>", "https://news.example/x"],
    ["2 * 3 = 6, a < b", "2 * 3 = 6, a < b"],
    [String.raw`1\.5 \*stars\* \[brackets\]`, "1.5 *stars* [brackets]"],
    ["_really_ so", "really so"],
  ] as const) {
    it(`reads ${JSON.stringify(markdown)}`, () => {
      expect(target({ content: markdown }).text).to.equal(plain.trim());
    });
  }

  it("is quick whatever is written", () => {
    const started = performance.now();
    for (const unit of ["[", "[a](", "<@", "**", "_ ", "\\", "> ", "[\\", "a_", "||`"])
      target({ content: unit.repeat(6_000) });
    expect(performance.now() - started).to.be.below(3_000);
  });
});
