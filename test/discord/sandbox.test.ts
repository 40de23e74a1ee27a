import { setTimeout as sleep } from "node:timers/promises";
import { PermissionFlagsBits } from "discord-api-types/v10";
import { expect } from "chai";
import type { Command, MessageCommand } from "../../src/domain/command.ts";
import type { ControlRow } from "../../src/domain/reply.ts";
import type { Bot } from "../../src/discord/bot.ts";
import { connectBot } from "../../src/discord/connect.ts";
import { RecentConversations } from "../../src/app/conversations.ts";
import { describeFailure } from "../../src/present/operator/failures.ts";
import type { Outcome } from "../../src/sandbox/client/user.ts";
import { startSandbox, type Sandbox } from "../../src/sandbox/sandbox.ts";
import { shippedLanguages } from "../fixtures/languages.ts";
import { idleCurator, idleDesk, noPictures } from "../fixtures/desk.ts";
import { memoryStore } from "../fixtures/store.ts";
import { askCommand, LIBRARY, recordingLogger, reply, SHORT, textOf } from "./fakes.ts";
import { POLICY } from "../fixtures/context.ts";
import { onlyLibrary } from "../fixtures/libraries.ts";

const TOKEN = "CANARY.sandbox.token";
const CALLBACK = { method: "POST", path: /\/callback/u } as const;
const EDIT = { method: "PATCH", path: /@original/u } as const;

const CONTROLS: readonly ControlRow[] = [
  {
    type: "buttons",
    buttons: [
      { type: "action", label: "More", action: { command: "ask", action: "more", state: ["a | b~"] }, disabled: false },
      { type: "action", label: "Why", action: { command: "ask", action: "why", state: [] }, disabled: false },
      { type: "action", label: "Wrong", action: { command: "ask", action: "wrong", state: [] }, disabled: false },
      { type: "action", label: "Gone", action: { command: "ask", action: "gone", state: [] }, disabled: false },
      { type: "link", label: "Open", url: "https://example.org/a b" },
    ],
  },
  {
    type: "select",
    select: {
      placeholder: "Article",
      action: { command: "ask", action: "choose", state: [] },
      options: [{ label: "First", description: null, value: "first" }],
    },
  },
];

/** Does what the question says, so that each test asks for what it needs. */
const run: Command["run"] = async (_, { question, private: hidden }) => {
  const words = textOf(question);
  const slow = /slow (\d+)/u.exec(words);
  if (slow !== null) await sleep(Number(slow[1]));
  if (words.includes("throw")) throw new Error(`canary ${words}`);
  const visibility = hidden === true || words.includes("secret") ? "private" : "public";
  const body = words.includes("endless") ? "@everyone **x** ".repeat(2_000) : `You asked: ${words}`;
  const attachments = words.includes("file") ? [{ name: "yours.json", text: "{}" }] : [];
  const picture = words.includes("picture")
    ? { name: "a.png", data: Buffer.from("PNG"), alt: "Two dates." }
    : undefined;
  const shown = { visibility, title: "Answer", footer: "1 article", controls: CONTROLS, attachments } as const;
  return reply(body, picture === undefined ? shown : { ...shown, picture });
};

const ask = askCommand(run, {
  complete: async (_, __, typed) =>
    Array.from({ length: 40 }, (_, n) => ({ label: `${typed} ${n}`, value: String(n) })),
  actions: {
    more: async ({ byAsker }, state) => ({
      place: "update",
      reply: reply(`${state.join()} ${byAsker ? "asker" : "other"}`),
    }),
    why: async () => ({ place: "new", reply: reply("Because", { visibility: "private" }) }),
    wrong: async () => ({
      place: "form",
      form: {
        title: "Not right",
        action: { command: "ask", action: "told", state: ["s"] },
        fields: [
          {
            name: "reason",
            label: "What is not right?",
            lines: "several",
            required: true,
            maxLength: 300,
            value: null,
          },
        ],
      },
    }),
    told: async ({ fields, byAsker, who }, state) => {
      if (fields["reason"] === "slow") await sleep(120);
      return {
        place: "new",
        reply: reply(`${state.join()} ${String(fields["reason"])} ${byAsker ? "asker" : "other"} ${who.person}`, {
          visibility: "private",
        }),
      };
    },
    choose: async ({ values }) => {
      await sleep(120);
      return { place: "new", reply: reply(`Chosen: ${values.join()}`, { visibility: "private" }) };
    },
  },
});

const check: MessageCommand = {
  type: "message",
  name: "read-message",
  run: async (_, { text, byBot }) => {
    if (text.includes("slow")) await sleep(120);
    return reply(`${byBot ? "bot" : "person"} said: ${text === "" ? "nothing" : text.slice(0, 3_000)}`);
  },
};

describe("the bot in the sandbox", () => {
  let sandbox: Sandbox;
  let bot: Bot;
  const { logger, lines } = recordingLogger();

  before(async () => {
    sandbox = await startSandbox({ port: 0, token: TOKEN, pageFolder: null });
    const deadlines = { ...SHORT, runMs: 2_000 };
    const connected = await connectBot({
      token: TOKEN,
      apiUrl: sandbox.apiUrl,
      commands: [ask, check],
      libraries: onlyLibrary(LIBRARY),
      languages: shippedLanguages(),
      store: memoryStore(),
      conversations: new RecentConversations(),
      policy: POLICY,
      deskFor: idleDesk,
      curator: idleCurator(),
      pictures: noPictures(),
      logger,
      deadlines,
      cooldown: { personMost: 1_000, channelMost: 1_000 },
    });
    if (!connected.ok) throw new Error(describeFailure(connected.error));
    bot = connected.value;
  });

  after(async () => {
    await bot.close();
    await sandbox.close();
    expect(lines.join("")).not.to.include("CANARY").and.not.include("canary");
  });

  beforeEach(() => {
    sandbox.faults.clear();
    lines.length = 0;
  });

  const me = () => sandbox.user();
  const asks = (question: string, more: Readonly<Record<string, boolean>> = {}) =>
    me().slash("ask", { question, ...more });

  /** The message a person sees, which Discord's rules let through. */
  function seen(outcome: Outcome) {
    if (outcome.type !== "answered") throw new Error(JSON.stringify(outcome));
    const description = outcome.message.embeds[0]?.description ?? "";
    return { description, ephemeral: outcome.ephemeral, message: outcome.message };
  }

  const statuses = (outcome: Outcome) =>
    outcome.type === "refused" ? [] : outcome.requests.map(({ status }) => status);

  it("has its commands registered", () => {
    expect(sandbox.commands.map(({ name }) => name)).to.have.members(["ask", "Read message"]);
  });

  it("answers quickly, in one request", async () => {
    const outcome = await asks("who attacked albania?");
    expect(seen(outcome)).to.include({ description: "You asked: who attacked albania?", ephemeral: false });
    await sleep(100);
    expect(statuses(outcome)).to.have.length(1);
  });

  it("answers privately when asked to, quickly and slowly", async () => {
    expect(seen(await asks("x", { private: true })).ephemeral).to.equal(true);
    expect(seen(await asks("slow 120", { private: true })).ephemeral).to.equal(true);
  });

  it("fills in a deferred answer", async () => {
    expect(seen(await asks("slow 120"))).to.include({ description: "You asked: slow 120", ephemeral: false });
  });

  it("never shows a private reply to all, though it was deferred publicly", async () => {
    const outcome = await asks("slow 120 secret");
    await eventually(() => statuses(outcome).length === 4);
    const all = sandbox.messages(sandbox.channels["general"] ?? "");
    const secret = all.filter((message) => JSON.stringify(message.embeds).includes("slow 120 secret"));
    expect(all.map(({ embeds }) => embeds[0]?.description)).not.to.include("The answer went to the person who asked.");
    expect(secret.map(({ flags = 0 }) => flags & 64)).to.deep.equal([64]);
    if (outcome.type !== "refused") expect(outcome.requests.filter(({ code }) => code !== null)).to.deep.equal([]);
  });

  it("sends an endless reply shortened, mentioning nobody", async () => {
    const { message } = seen(await asks("endless"));
    expect(message.embeds[0]?.description).to.have.length(4_096).and.match(/…$/u);
    expect(message.mention_everyone).to.equal(false);
    expect(lines.join("")).to.include("shortened");
  });

  it("apologises with a reference when the command fails", async () => {
    const { description, ephemeral } = seen(await asks("throw canary"));
    expect(ephemeral).to.equal(true);
    const reference = /`([a-z2-9]{8})`/u.exec(description)?.[1];
    expect(reference).to.be.a("string");
    expect(lines.join("")).to.include(String(reference));
  });

  it("proposes at most 25 choices", async () => {
    const outcome = await me().autocomplete("ask", { question: "alb" }, "question");
    expect(outcome.type === "choices" ? outcome.choices : []).to.have.length(25);
  });

  it("has buttons and selects that work", async () => {
    const { message } = seen(await asks("buttons"));
    expect(seen(await me().press(message, "Why"))).to.include({ description: "Because", ephemeral: true });
    expect(seen(await me().press(message, "Gone")).description).to.include("no longer in use");
    const chosen = seen(await me().select(message, "1|ask|choose|", ["first"]));
    expect(chosen).to.include({ description: "Chosen: first", ephemeral: true });
    const stranger = sandbox.user({ username: "stranger" });
    expect(seen(await stranger.press(message, "More")).description).to.equal("a | b~ other");
  });

  it("knows the asker in its own replies", async () => {
    const { message } = seen(await asks("buttons"));
    const { description, message: updated } = seen(await me().press(message, "More"));
    expect(description).to.equal("a | b~ asker");
    expect(updated.components).to.deep.equal([]);
    expect(updated.embeds[0]).not.to.have.property("title");
  });

  it("opens a form, and hears what was filled in, of whom and for whom", async () => {
    const { message } = seen(await asks("buttons"));
    const opened = await me().press(message, "Wrong");
    if (opened.type !== "modal") throw new Error(JSON.stringify(opened));
    const told = seen(await me().submitModal(opened.interactionId, { reason: "It was Friday." }));
    expect(told).to.include({ description: `s It was Friday. asker ${me().user.id}`, ephemeral: true });
    const again = await me().press(message, "Wrong");
    if (again.type !== "modal") throw new Error(JSON.stringify(again));
    const late = seen(await me().submitModal(again.interactionId, { reason: "slow" }));
    expect(late).to.include({ description: `s slow asker ${me().user.id}`, ephemeral: true });
    const stranger = sandbox.user({ username: "stranger" });
    const theirs = await stranger.press(message, "Wrong");
    if (theirs.type !== "modal") throw new Error(JSON.stringify(theirs));
    const heard = seen(await stranger.submitModal(theirs.interactionId, { reason: "No." }));
    expect(heard.description).to.equal(`s No. other ${stranger.user.id}`);
  });

  it("reads the message a command is chosen for, and answers privately, quickly and slowly", async () => {
    const said = me().say("It **sank**, <https://news.example/x>.");
    expect(seen(await me().messageCommand("Read message", said))).to.include({
      description: "person said: It sank, https://news.example/x.",
      ephemeral: true,
    });
    const slow = me().say("slow words");
    expect(seen(await me().messageCommand("Read message", slow))).to.include({
      description: "person said: slow words",
      ephemeral: true,
    });
    const { message } = seen(await asks("embeds only"));
    expect(seen(await me().messageCommand("Read message", message)).description).to.equal(
      "bot said: Answer\n\nYou asked: embeds only",
    );
  });

  it("sends files, quickly and slowly, which go when another message takes the place", async () => {
    for (const words of ["file", "file slow 120"]) {
      const { message } = seen(await asks(words));
      expect(message.attachments.map(({ filename }) => filename)).to.deep.equal(["yours.json"]);
      const { message: next } = seen(await me().press(message, "More"));
      expect(next.attachments).to.deep.equal([]);
    }
  });

  it("shows a picture, quickly and slowly, which goes when another message takes the place", async () => {
    for (const words of ["picture", "picture file slow 120", "picture secret"]) {
      const { message } = seen(await asks(words));
      expect(message.embeds[0]?.image).to.include({ description: "Two dates.", content_type: "image/png" });
      expect(message.embeds[0]?.image?.url).to.match(/^http.*a\.png/u);
      const { message: next } = seen(await me().press(message, "More"));
      expect(next.attachments).to.deep.equal([]);
      expect(next.embeds[0]).not.to.have.property("image");
    }
  });

  it("answers whoever presses a button twice, each time", async () => {
    const { message } = seen(await asks("buttons"));
    const pressed = await Promise.all([me().press(message, "Why"), me().press(message, "Why")]);
    for (const outcome of pressed) expect(seen(outcome).description).to.equal("Because");
  });

  it("arrives once, though Discord fails after having taken the answer", async () => {
    sandbox.faults.acceptThenFail(CALLBACK, { status: 502 });
    const outcome = await asks("once");
    await eventually(() => statuses(outcome).includes(400));
    await eventually(() => statuses(outcome).at(-1) === 200);
    const said = sandbox
      .messages(sandbox.channels["general"] ?? "")
      .filter(({ embeds }) => embeds[0]?.description === "You asked: once");
    expect(said).to.have.length(1);
  });

  it("arrives in time, though Discord fails, breaks off, limits the rate or keeps silent at first", async () => {
    sandbox.faults.failNext(CALLBACK, { status: 500 }, 2);
    expect(seen(await asks("a")).description).to.equal("You asked: a");
    sandbox.faults.failNext(CALLBACK, "reset");
    expect(seen(await asks("b")).description).to.equal("You asked: b");
    sandbox.faults.rateLimitNext(CALLBACK, 0.2);
    expect(seen(await asks("c")).description).to.equal("You asked: c");
    sandbox.faults.failNext(CALLBACK, "timeout");
    expect(seen(await asks("d")).description).to.equal("You asked: d");
    sandbox.faults.failNext(EDIT, { status: 503 }, 2);
    expect(seen(await asks("slow 120")).description).to.equal("You asked: slow 120");
  });

  it("keeps an expired interaction to the log and goes on", async () => {
    sandbox.faults.failNext(CALLBACK, { status: 404, body: { code: 10_062, message: "Unknown interaction" } });
    void asks("lost");
    await eventually(() => lines.join("").includes("10062"));
    expect(seen(await asks("next")).description).to.equal("You asked: next");
  });

  it("tells the person when Discord finds a reply invalid", async () => {
    const errors = { data: { embeds: { "0": { title: { _errors: [{ code: "X", message: "canary" }] } } } } };
    sandbox.faults.failNext(CALLBACK, { status: 400, body: { code: 50_035, message: "canary", errors } });
    expect(seen(await asks("invalid")).description).to.include("Something went wrong");
    expect(lines.join("")).to.include("data.embeds.0.title");
  });

  it("answers also where it may not speak: interactions need no permission", async () => {
    const channelId = sandbox.channels["general"] ?? "";
    sandbox.denyBot(channelId, PermissionFlagsBits.SendMessages | PermissionFlagsBits.ViewChannel);
    const outcome = await asks("mute");
    sandbox.denyBot(channelId, 0n);
    expect(outcome.type).to.equal("answered");
  });

  it("comes back after a drop and answers on", async () => {
    sandbox.faults.dropGateway({ resumable: true });
    await eventually(() => bot.health().connected && lines.join("").includes("resumed"));
    expect(seen(await asks("after")).description).to.equal("You asked: after");
  });

  it("is seen not to be well when its session's resumption is never answered", async () => {
    sandbox.faults.neverAnswerResume();
    sandbox.faults.dropGateway({ resumable: true });
    await eventually(() => lines.join("").includes("reconnecting"));
    await sleep(1_000);
    expect(bot.health().connected).to.equal(false);
    sandbox.faults.clear();
    sandbox.faults.dropGateway({ resumable: false });
    await eventually(() => bot.health().connected);
  });
});

async function eventually(condition: () => boolean): Promise<void> {
  const until = Date.now() + 12_000;
  while (!condition()) {
    if (Date.now() > until) throw new Error("it did not happen within 12 s");
    await sleep(10);
  }
}
