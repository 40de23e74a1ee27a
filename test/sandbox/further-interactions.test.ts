import { expect } from "chai";
import * as z from "zod";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import type { Outcome } from "../../src/sandbox/client/user.ts";
import { callback, openSandbox, RawBot, register } from "./support.ts";

const attachment = z.object({
  id: z.string(),
  filename: z.string(),
  size: z.number(),
  content_type: z.string(),
  url: z.string(),
  ephemeral: z.boolean(),
});
const fileValue = z.object({ name: z.literal("file"), type: z.literal(11), value: z.string() });
const sentFile = z.object({
  data: z.object({
    options: z.tuple([z.object({ type: z.literal(1), options: z.tuple([fileValue]) })]),
    resolved: z.object({ attachments: z.record(z.string(), attachment) }),
  }),
});

const number = { type: 10, name: "weight", description: "Weight", autocomplete: true, required: true };
const weekly = {
  type: 1,
  name: "weekly",
  description: "Every week",
  options: [
    { type: 3, name: "day", description: "Day", required: true, choices: [{ name: "Monday", value: "mon" }] },
    { ...number, required: false },
  ],
};
const digest = {
  name: "digest",
  description: "Digests",
  options: [
    { type: 2, name: "set", description: "Set", options: [weekly] },
    { type: 1, name: "stop", description: "Stop" },
  ],
};

function answered(outcome: Outcome) {
  if (outcome.type !== "answered") throw new Error(`Not answered: ${JSON.stringify(outcome)}`);
  return outcome.message;
}

describe("sandbox: interactions of rarer kinds", () => {
  let sandbox: Sandbox;
  let bot: RawBot;
  beforeEach(async () => {
    sandbox = await openSandbox();
    await register(sandbox, digest, { name: "weigh", description: "Weigh", options: [number] });
    bot = await RawBot.login(sandbox);
  });
  afterEach(() => sandbox.close());

  it("nests the options of subcommands, and names the whole command", async () => {
    const outcome = sandbox.user().slash("digest set weekly", { day: "mon" });
    const interaction = await bot.interaction();
    expect(interaction["data"])
      .to.have.property("options")
      .that.deep.equals([
        {
          name: "set",
          type: 2,
          options: [{ name: "weekly", type: 1, options: [{ name: "day", type: 3, value: "mon" }] }],
        },
      ]);
    await callback(sandbox, interaction, { type: 4, data: { content: "Set" } });
    expect(answered(await outcome).interaction?.name).to.equal("digest set weekly");
  });

  it("sends a subcommand without options", async () => {
    const outcome = sandbox.user().slash("digest stop");
    const interaction = await bot.interaction();
    expect(interaction["data"])
      .to.have.property("options")
      .that.deep.equals([{ name: "stop", type: 1, options: [] }]);
    await callback(sandbox, interaction, { type: 4, data: { content: "Stopped" } });
    await outcome;
  });

  const impossible = ["digest", "digest set", "digest weekly", "digest set monthly"];
  for (const name of impossible) {
    it(`does not send “/${name}”, which is no whole command`, async () => {
      expect(await sandbox.user().slash(name)).to.include({ type: "refused" });
    });
  }

  it("does not send a value that is not among an option's choices", async () => {
    expect(await sandbox.user().slash("digest set weekly", { day: "tue" })).to.include({ type: "refused" });
  });

  const numbers: readonly (readonly [unknown, boolean])[] = [
    [{ name: "n", value: 1.5 }, true],
    [{ name: "n", value: "1.5" }, false],
    [{ name: "n", value: 2 ** 60 }, false],
  ];
  for (const [choice, isRight] of numbers) {
    it(`${isRight ? "takes" : "refuses"} ${JSON.stringify(choice)} for a number`, async () => {
      const outcome = sandbox.user().autocomplete("weigh", { weight: "1" }, "weight");
      const interaction = await bot.interaction();
      expect(interaction).to.have.nested.property("data.options[0].value", "1");
      const reply = await callback(sandbox, interaction, { type: 8, data: { choices: [choice] } });
      expect(reply.status).to.equal(isRight ? 204 : 400);
      if (isRight) expect(await outcome).to.include({ type: "choices" });
    });
  }

  it("completes an option inside a subcommand", async () => {
    const outcome = sandbox.user().autocomplete("digest set weekly", { weight: "2" }, "weight");
    const interaction = await bot.interaction();
    expect(interaction).to.have.nested.property("data.options[0].options[0].options[0].focused", true);
    await callback(sandbox, interaction, { type: 8, data: { choices: [] } });
    expect(await outcome).to.deep.include({ type: "choices", choices: [] });
  });

  const corpus = {
    name: "corpus",
    description: "Articles",
    options: [
      {
        type: 1,
        name: "add",
        description: "Add",
        options: [{ type: 11, name: "file", description: "File", required: true }],
      },
    ],
  };
  const page = (text: string) => ({
    name: "a page.html",
    contentType: "text/html",
    bytes: new Uint8Array(Buffer.from(text)),
  });

  it("tells of a file sent with a subcommand as Discord does, and hands it out as a download", async () => {
    await register(sandbox, corpus);
    const outcome = sandbox.user().slash("corpus add", { file: page("<script>alert(1)</script>") });
    const interaction = await bot.interaction();
    const { data } = sentFile.parse(interaction);
    const id = data.options[0].options[0].value;
    const told = data.resolved.attachments[id];
    expect(told).to.deep.include({ id, filename: "a page.html", size: 25, content_type: "text/html", ephemeral: true });
    const fetched = await fetch(told?.url ?? "");
    expect(told?.url).to.match(new RegExp(`^${sandbox.address}/`, "u"));
    expect(await fetched.text()).to.equal("<script>alert(1)</script>");
    expect(fetched.headers.get("content-type")).to.equal("text/html");
    expect(fetched.headers.get("content-disposition")).to.match(/^attachment;/u);
    expect(fetched.headers.get("x-content-type-options")).to.equal("nosniff");
    expect(fetched.headers.get("content-security-policy")).to.equal("default-src 'none'; sandbox");
    await callback(sandbox, interaction, { type: 4, data: { content: "Added" } });
    await outcome;
  });

  it("does not send a file that was never uploaded, nor a command without the file it takes", async () => {
    await register(sandbox, corpus);
    expect(await sandbox.user().slash("corpus add", { file: "123" })).to.include({
      type: "refused",
      reason: "The file is not there any more. Choose it again.",
    });
    expect(await sandbox.user().slash("corpus add", { file: true })).to.include({ type: "refused" });
    expect(await sandbox.user().slash("corpus add")).to.include({ type: "refused" });
  });

  const input = { type: 4, custom_id: "why", style: 2, max_length: 5, min_length: 2, required: false };
  const label = (component: unknown) => ({ type: 18, label: "Why?", component });
  const modal = (...components: unknown[]) => ({ type: 9, data: { custom_id: "f", title: "Form", components } });

  it("opens a form with labels around its inputs", async () => {
    const outcome = sandbox.user().slash("digest stop");
    await callback(sandbox, await bot.interaction(), modal(label(input), { type: 10, content: "A note" }));
    const opened = await outcome;
    if (opened.type !== "modal") throw new Error(opened.type);
    expect(await sandbox.user().submitModal(opened.modalId, { why: "too long" })).to.include({ type: "refused" });
    const submitted = sandbox.user().submitModal(opened.modalId, {});
    const submission = await bot.interaction();
    expect(submission).to.have.nested.property("data.components[0].component.value", "");
    await callback(sandbox, submission, { type: 4, data: { content: "Thanks" } });
    expect(answered(await submitted).content).to.equal("Thanks");
  });

  const wrongForms: readonly (readonly [string, unknown, string])[] = [
    [
      "two labels on one input",
      label({ ...input, label: "a" }),
      "data.components.0.component.label TEXT_INPUT_LABEL_NOT_ALLOWED",
    ],
    [
      "a least length above the most",
      label({ ...input, min_length: 6 }),
      "data.components.0.component.min_length NUMBER_TYPE_MAX",
    ],
    [
      "a value that is too long",
      label({ ...input, value: "abcdef" }),
      "data.components.0.component.value BASE_TYPE_BAD_LENGTH",
    ],
    [
      "two inputs in a row",
      {
        type: 1,
        components: [
          { ...input, label: "a" },
          { ...input, custom_id: "b", label: "b" },
        ],
      },
      "data.components.0.components BASE_TYPE_BAD_LENGTH",
    ],
  ];
  for (const [name, component, error] of wrongForms) {
    it(`refuses a form with ${name}`, async () => {
      void sandbox.user().slash("digest stop");
      const reply = await callback(sandbox, await bot.interaction(), modal(component));
      expect([reply.code, ...reply.errors]).to.deep.equal([50035, error]);
    });
  }

  it("shows messages in the newer layout, whose buttons work too", async () => {
    const outcome = sandbox.user().slash("digest stop");
    const button = (id: string) => ({ type: 2, style: 1, label: id, custom_id: id });
    const components = [
      { type: 10, content: "# Digest" },
      { type: 17, components: [{ type: 9, components: [{ type: 10, content: "One" }], accessory: button("beside") }] },
      { type: 1, components: [button("below")] },
    ];
    const reply = await callback(sandbox, await bot.interaction(), { type: 4, data: { flags: 32768, components } });
    expect(reply.status, JSON.stringify(reply.errors)).to.equal(204);
    const message = answered(await outcome);
    for (const id of ["beside", "below"]) {
      const pressed = sandbox.user().press(message, id);
      const interaction = await bot.interaction();
      expect(interaction["data"]).to.include({ custom_id: id });
      await callback(sandbox, interaction, { type: 6 });
      void pressed;
    }
  });
});
