import { expect } from "chai";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { ask, jumpingClock, openSandbox } from "./support.ts";

const text = (length: number) => "x".repeat(length);
const row = (...components: unknown[]) => ({ type: 1, components });
const button = (changes: object = {}) => ({ type: 2, style: 1, label: "Go", custom_id: "go", ...changes });
const option = (value: string) => ({ label: value, value });
const select = (changes: object = {}) => ({
  type: 3,
  custom_id: "pick",
  options: [option("a"), option("b")],
  ...changes,
});
const embed = (changes: object) => ({ embeds: [{ description: "text", ...changes }] });
const field = { name: "n", value: "v" };
const many = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_none, index) => make(index));

/** Bodies that Discord refuses with 50035, and every error it names. */
const refused: readonly (readonly [string, unknown, readonly string[]])[] = [
  ["content of 2,001 characters", { content: text(2001) }, ["content BASE_TYPE_MAX_LENGTH"]],
  ["content that is a number", { content: 5 }, ["content STRING_TYPE_CONVERT"]],
  ["flags that are text", { content: "a", flags: "64" }, ["flags NUMBER_TYPE_COERCE"]],
  ["tts that is text", { content: "a", tts: "yes" }, ["tts BOOLEAN_TYPE_CONVERT"]],
  ["embeds that are no list", { embeds: { title: "a" } }, ["embeds LIST_TYPE_CONVERT"]],
  ["11 embeds", { embeds: many(11, () => ({ title: "a" })) }, ["embeds BASE_TYPE_MAX_LENGTH"]],
  ["an empty embed", { embeds: [{}] }, ["embeds.0.description BASE_TYPE_REQUIRED"]],
  ["a blank embed", { embeds: [{ description: "  " }] }, ["embeds.0.description BASE_TYPE_REQUIRED"]],
  ["an embed title of 257", embed({ title: text(257) }), ["embeds.0.title BASE_TYPE_MAX_LENGTH"]],
  ["an embed description of 4,097", embed({ description: text(4097) }), ["embeds.0.description BASE_TYPE_MAX_LENGTH"]],
  ["26 fields", embed({ fields: many(26, () => field) }), ["embeds.0.fields BASE_TYPE_MAX_LENGTH"]],
  [
    "a field name of 257",
    embed({ fields: [{ ...field, name: text(257) }] }),
    ["embeds.0.fields.0.name BASE_TYPE_MAX_LENGTH"],
  ],
  [
    "a field value of 1,025",
    embed({ fields: [{ ...field, value: text(1025) }] }),
    ["embeds.0.fields.0.value BASE_TYPE_MAX_LENGTH"],
  ],
  ["a field without a value", embed({ fields: [{ name: "n" }] }), ["embeds.0.fields.0.value BASE_TYPE_REQUIRED"]],
  [
    "a field with a blank name",
    embed({ fields: [{ name: " ", value: "v" }] }),
    ["embeds.0.fields.0.name BASE_TYPE_REQUIRED"],
  ],
  ["a footer of 2,049", embed({ footer: { text: text(2049) } }), ["embeds.0.footer.text BASE_TYPE_MAX_LENGTH"]],
  ["a footer without text", embed({ footer: {} }), ["embeds.0.footer.text BASE_TYPE_REQUIRED"]],
  ["an author of 257", embed({ author: { name: text(257) } }), ["embeds.0.author.name BASE_TYPE_MAX_LENGTH"]],
  ["an embed's colour beyond white", embed({ color: 0x1000000 }), ["embeds.0.color NUMBER_TYPE_MAX"]],
  ["an embed's malformed link", embed({ url: "not a link" }), ["embeds.0.url URL_TYPE_INVALID_URL"]],
  ["an embed's ftp link", embed({ url: "ftp://example.org" }), ["embeds.0.url URL_TYPE_INVALID_SCHEME"]],
  [
    "an image over a script",
    embed({ image: { url: "javascript:alert(1)" } }),
    ["embeds.0.image.url URL_TYPE_INVALID_SCHEME"],
  ],
  [
    "an image that was not sent along",
    embed({ image: { url: "attachment://map.png" } }),
    ["embeds.0.image.url UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND"],
  ],
  [
    "embeds of 6,001 characters in all",
    { embeds: [{ description: text(4000) }, { description: text(2000), footer: { text: "f" } }] },
    ["embeds.1 MAX_EMBED_SIZE_EXCEEDED"],
  ],
  [
    "six rows",
    { components: many(6, (at) => row(button({ custom_id: `b${at}` }))) },
    ["components BASE_TYPE_BAD_LENGTH"],
  ],
  ["an empty row", { components: [row()] }, ["components.0.components BASE_TYPE_BAD_LENGTH"]],
  ["a button outside a row", { components: [button()] }, ["components.0.type UNION_TYPE_CHOICES"]],
  [
    "a component without a type",
    { components: [row({ label: "a" })] },
    ["components.0.components.0.type BASE_TYPE_REQUIRED"],
  ],
  [
    "a component of an unknown type",
    { components: [row({ type: 99 })] },
    ["components.0.components.0.type UNION_TYPE_CHOICES"],
  ],
  [
    "six buttons in a row",
    { components: [row(...many(6, (at) => button({ custom_id: `b${at}` })))] },
    ["components.0.components BASE_TYPE_BAD_LENGTH"],
  ],
  [
    "a select beside a button",
    { components: [row(select(), button())] },
    ["components.0.components.1 COMPONENT_LAYOUT_WIDTH_EXCEEDED"],
  ],
  [
    "a custom_id used twice",
    { components: [row(button()), row(button())] },
    ["components.1.components.0.custom_id COMPONENT_CUSTOM_ID_DUPLICATED"],
  ],
  [
    "a custom_id of 101",
    { components: [row(button({ custom_id: text(101) }))] },
    ["components.0.components.0.custom_id BASE_TYPE_BAD_LENGTH"],
  ],
  [
    "a button without a custom_id",
    { components: [row(button({ custom_id: undefined }))] },
    ["components.0.components.0 BUTTON_COMPONENT_CUSTOM_ID_REQUIRED"],
  ],
  [
    "a button label of 81",
    { components: [row(button({ label: text(81) }))] },
    ["components.0.components.0.label BASE_TYPE_MAX_LENGTH"],
  ],
  [
    "a button that says nothing",
    { components: [row(button({ label: undefined }))] },
    ["components.0.components.0 BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED"],
  ],
  [
    "a button of an unknown style",
    { components: [row(button({ style: 9 }))] },
    ["components.0.components.0.style BASE_TYPE_CHOICES"],
  ],
  [
    "a link button with a custom_id",
    { components: [row(button({ style: 5, url: "https://example.org" }))] },
    ["components.0.components.0 BUTTON_COMPONENT_CUSTOM_ID_AND_URL"],
  ],
  [
    "a link button without a link",
    { components: [row(button({ style: 5, custom_id: undefined }))] },
    ["components.0.components.0 BUTTON_COMPONENT_URL_REQUIRED"],
  ],
  [
    "a link button to a script",
    { components: [row(button({ style: 5, custom_id: undefined, url: "javascript:alert(1)" }))] },
    ["components.0.components.0.url URL_TYPE_INVALID_SCHEME"],
  ],
  [
    "a link of 513 characters",
    { components: [row(button({ style: 5, custom_id: undefined, url: `https://example.org/${text(493)}` }))] },
    ["components.0.components.0.url BASE_TYPE_MAX_LENGTH"],
  ],
  [
    "a select without options",
    { components: [row(select({ options: [] }))] },
    ["components.0.components.0.options BASE_TYPE_BAD_LENGTH"],
  ],
  [
    "a select of 26 options",
    { components: [row(select({ options: many(26, (at) => option(`o${at}`)) }))] },
    ["components.0.components.0.options BASE_TYPE_BAD_LENGTH"],
  ],
  [
    "a select whose options repeat",
    { components: [row(select({ options: [option("a"), option("a")] }))] },
    ["components.0.components.0.options.1.value SELECT_COMPONENT_OPTION_VALUE_DUPLICATED"],
  ],
  [
    "a select option label of 101",
    { components: [row(select({ options: [{ label: text(101), value: "a" }] }))] },
    ["components.0.components.0.options.0.label BASE_TYPE_MAX_LENGTH"],
  ],
  [
    "a select option description of 101",
    { components: [row(select({ options: [{ ...option("a"), description: text(101) }] }))] },
    ["components.0.components.0.options.0.description BASE_TYPE_MAX_LENGTH"],
  ],
  [
    "a select placeholder of 151",
    { components: [row(select({ placeholder: text(151) }))] },
    ["components.0.components.0.placeholder BASE_TYPE_MAX_LENGTH"],
  ],
  [
    "a select that asks for more than it has",
    { components: [row(select({ max_values: 3 }))] },
    ["components.0.components.0.options BASE_TYPE_BAD_LENGTH"],
  ],
  [
    "a select whose least is above its most",
    { components: [row(select({ min_values: 2, max_values: 1 }))] },
    ["components.0.components.0.min_values NUMBER_TYPE_MAX"],
  ],
  [
    "mentions named and parsed",
    { content: "a", allowed_mentions: { parse: ["users"], users: ["1"] } },
    ["allowed_mentions MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE"],
  ],
  [
    "a kind of mention that is none",
    { content: "a", allowed_mentions: { parse: ["all"] } },
    ["allowed_mentions.parse.0 BASE_TYPE_CHOICES"],
  ],
  [
    "an attachment that was not sent along",
    { content: "a", attachments: [{ id: 0 }] },
    ["attachments.0 ATTACHMENT_NOT_FOUND"],
  ],
  [
    "content in the newer layout",
    { content: "a", flags: 32768, components: [{ type: 10, content: "b" }] },
    ["content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"],
  ],
  [
    "three things at once",
    { content: text(2001), embeds: [{ title: text(257) }], components: [row(button({ label: text(81) }))] },
    [
      "components.0.components.0.label BASE_TYPE_MAX_LENGTH",
      "content BASE_TYPE_MAX_LENGTH",
      "embeds.0.title BASE_TYPE_MAX_LENGTH",
    ],
  ],
];

const empty: readonly (readonly [string, unknown])[] = [
  ["nothing", {}],
  ["no body at all", undefined],
  ["blank content", { content: " \n " }],
  ["empty lists", { content: "", embeds: [], components: [] }],
];

const accepted: readonly (readonly [string, unknown])[] = [
  ["content of 2,000 characters", { content: text(2000), allowed_mentions: { parse: [] } }],
  ["embeds of 6,000 characters in all", { embeds: [{ description: text(4000) }, { description: text(2000) }] }],
  [
    "an embed with all its parts",
    embed({
      title: "t",
      url: "https://example.org",
      color: 0xffffff,
      timestamp: new Date(0).toISOString(),
      author: { name: "a" },
      footer: { text: "f" },
      fields: [field],
    }),
  ],
  [
    "five rows of five buttons",
    { components: many(5, (at) => row(...many(5, (place) => button({ custom_id: `${at}-${place}` })))) },
  ],
  [
    "a select of 25 options",
    { components: [row(select({ options: many(25, (at) => option(`o${at}`)), max_values: 25 }))] },
  ],
  [
    "a link button into Discord",
    { components: [row(button({ style: 5, custom_id: undefined, url: "discord://-/channels" }))] },
  ],
  ["unknown keys, which Discord drops", { content: "a", surprise: true }],
  ["nulls for what is not given", { content: "a", embeds: null, components: null, flags: null }],
];

describe("sandbox: what a message may be", () => {
  let sandbox: Sandbox;
  let channel: string;
  before(async () => {
    sandbox = await openSandbox({ now: jumpingClock() });
    channel = `/channels/${sandbox.channels["general"]}/messages`;
  });
  after(() => sandbox.close());

  for (const [name, body, errors] of refused) {
    it(`refuses ${name}`, async () => {
      const reply = await ask(sandbox, "POST", channel, body);
      expect(reply).to.include({ status: 400, code: 50035 });
      expect(reply.errors).to.deep.equal(errors);
    });
  }

  for (const [name, body] of empty) {
    it(`refuses ${name} as an empty message`, async () => {
      expect(await ask(sandbox, "POST", channel, body)).to.include({ status: 400, code: 50006 });
    });
  }

  for (const [name, body] of accepted) {
    it(`takes ${name}`, async () => {
      const reply = await ask(sandbox, "POST", channel, body);
      expect(reply.body, JSON.stringify(reply.errors)).to.include({ channel_id: sandbox.channels["general"] });
      expect(reply.status).to.equal(200);
    });
  }

  it("says nothing changed when a message is refused", async () => {
    const before = sandbox.messages(sandbox.channels["general"] ?? "").length;
    await ask(sandbox, "POST", channel, { content: text(2001) });
    expect(sandbox.messages(sandbox.channels["general"] ?? "")).to.have.length(before);
  });

  const calls: readonly (readonly [string, object, readonly [number, number, boolean]])[] = [
    ["everybody it can in a channel", {}, [1, 1, true]],
    ["nobody when nothing may be parsed", { allowed_mentions: { parse: [] } }, [0, 0, false]],
    ["only the kinds that may be parsed", { allowed_mentions: { parse: ["everyone"] } }, [0, 0, true]],
    ["only the roles named", { allowed_mentions: { parse: [], roles: ["5"] } }, [0, 1, false]],
  ];

  for (const [name, changes, [users, roles, everyone]] of calls) {
    it(`calls ${name}`, async () => {
      const content = `@everyone <@${sandbox.user().user.id}> <@1> <@&5>`;
      const { body } = await ask(sandbox, "POST", channel, { content, ...changes });
      expect(body).to.have.property("mentions").with.length(users);
      expect(body).to.have.property("mention_roles").with.length(roles);
      expect(body).to.have.property("mention_everyone", everyone);
    });
  }
});
