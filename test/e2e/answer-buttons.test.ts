import { join } from "node:path";
import { expect } from "chai";
import { type APIMessage, Locale } from "discord-api-types/v10";
import type { Outcome, SandboxUser } from "../../src/sandbox/client/user.ts";
import { type Sandbox, startSandbox } from "../../src/sandbox/sandbox.ts";
import { type BotProcess, DATA, HARBOUR, lineOf, startBot } from "./bot-process.ts";
import { fillIn, isPrivate, labels, messageOf, text } from "./talk.ts";

const token = "end.to.end-buttons";
const GERMAN = { locale: Locale.German } as const;
const LEADER = "who leads the union";
const LEANING = "what did he say";
const AFTER = String.raw`Asked after\: “who leads the union”.`;
const AFTER_IN_GERMAN = String.raw`Gefragt nach\: „who leads the union“.`;
const HOSTILE = "@everyone **it** is [wrong](https://evil.example) <@1> `\u202Etoo`";
const CHANNELS = Array.from({ length: 20 }, (_, number) => `channel-${String(number)}`);

/** What the file holds that came with a reply. */
async function fileOf(outcome: Outcome): Promise<unknown> {
  const [attachment] = messageOf(outcome).attachments;
  return (await fetch(attachment?.url ?? "")).json();
}

describe("the buttons below an answer, in Discord", function () {
  this.timeout(60_000);
  let sandbox: Sandbox;
  let bot: BotProcess;
  let asker: SandboxUser;
  let other: SandboxUser;
  let here: { readonly channelId: string };
  const channelsLeft = [...CHANNELS];

  const start = async (): Promise<BotProcess> => {
    const started = startBot({
      DISCORD_TOKEN: token,
      DISCORD_API_URL: sandbox.apiUrl,
      CORPUS: HARBOUR,
      DATA: join(DATA, "answer-buttons"),
      LOG_LEVEL: "debug",
    });
    await lineOf(started, /connected to Discord/u);
    return started;
  };

  const answerTo = async (question: string, hidden = false): Promise<APIMessage> =>
    messageOf(await asker.slash("ask", { question, private: hidden }, here));

  before(async () => {
    sandbox = await startSandbox({ port: 0, token, pageFolder: null, channels: CHANNELS });
    bot = await start();
  });

  /** Somebody new where nobody has asked anything yet: neither cooldowns nor conversations are to be another test's. */
  beforeEach(() => {
    const channel = channelsLeft.pop() ?? "";
    [asker, other] = [sandbox.user({ username: `asker ${channel}` }), sandbox.user({ username: `other ${channel}` })];
    here = { channelId: sandbox.channels[channel] ?? "" };
  });

  after(async () => {
    await bot.stop();
    await sandbox.close();
  });

  it("keep what somebody thinks of an answer, give it back as a file, and delete it", async () => {
    const message = await answerTo(LEADER);
    for (const pressed of [await asker.press(message, "Helpful"), await asker.press(message, "Helpful")]) {
      expect(isPrivate(pressed)).to.equal(true);
      expect(text(pressed)).to.contain("Thank you. Your verdict is kept with your Discord id");
    }
    const { title, sent } = await fillIn(asker, message, "Not right", { reason: HOSTILE });
    expect(title).to.equal("What is not right?");
    expect(isPrivate(sent)).to.equal(true);
    expect(text(sent)).to.contain("Your verdict and your reason are kept").and.not.contain("everyone");

    const file = await fileOf(await asker.slash("export-me", {}, here));
    // One verdict of a person on a question: the last.
    expect(file).to.have.property("feedback").with.length(1);
    expect(file).to.containSubset({
      language: null,
      follows: [],
      feedback: [
        {
          question: LEADER,
          verdict: "not-right",
          reason: "@everyone **it** is [wrong](https://evil.example) <@1> `too`",
          server: sandbox.guildId,
        },
      ],
    });
    expect(JSON.stringify(file)).not.to.contain(asker.user.username);

    const asked = await asker.slash("forget-me", {}, here);
    expect(text(asked)).to.contain("what you said of 1 answer");
    expect(text(await asker.press(messageOf(asked), "Delete all of it"))).to.contain("what you said of 1 answer");
    const exported = await asker.slash("export-me", {}, here);
    expect(text(exported)).to.contain("Nothing is kept with your Discord id.");
    expect(messageOf(exported).attachments).to.deep.equal([]);
    // The conversation is forgotten as well.
    expect(text(await asker.slash("ask", { question: LEANING }, here))).not.to.contain("Asked after");
    expect(bot.stdout() + bot.stderr()).not.to.contain("evil.example");
  });

  it("keep a verdict without a reason, in German, by whoever presses, and delete only theirs", async () => {
    const message = await answerTo(LEADER);
    const german = { ...here, ...GERMAN };
    expect(text(await asker.press(message, "Helpful", german))).to.contain(
      "Danke. Dein Urteil wird mit deiner Discord-ID",
    );
    const { title, sent } = await fillIn(other, message, "Not right", { reason: " " }, german);
    expect(title).to.equal("Was stimmt nicht?");
    expect(text(sent)).to.contain("Danke. Dein Urteil wird").and.not.contain("Grund");
    const asked = await other.slash("forget-me", {}, german);
    expect(text(await other.press(messageOf(asked), "Alles löschen", german))).to.contain("zu 1 Antwort gesagt hast");
    expect(text(await other.slash("export-me", {}, german))).to.contain(
      "Mit deiner Discord-ID wird nichts aufbewahrt.",
    );
    expect(await fileOf(await asker.slash("export-me", {}, german))).to.containSubset({
      feedback: [{ question: LEADER, verdict: "helpful", reason: null }],
    });
  });

  it("let people follow a question once, as they were answered, and stop where they began", async () => {
    for (const { place, follow, followed, stop, stopped, none } of [
      {
        place: here,
        follow: "Follow this",
        followed: "You follow this question.",
        stop: "Stop following",
        stopped: "You no longer follow this question.",
        none: "You follow no question.",
      },
      {
        place: { ...here, ...GERMAN },
        follow: "Dem folgen",
        followed: "Du folgst dieser Frage.",
        stop: "Nicht mehr folgen",
        stopped: "Du folgst dieser Frage nicht mehr.",
        none: "Du folgst keiner Frage.",
      },
    ]) {
      const person = sandbox.user({ username: `follower ${follow}` });
      const message = messageOf(await person.slash("ask", { question: LEADER }, place));
      await person.press(message, follow, place);
      const pressed = await person.press(message, follow, place);
      expect(isPrivate(pressed)).to.equal(true);
      expect(text(pressed)).to.contain(followed);
      expect(labels(messageOf(pressed))).to.deep.equal([[stop]]);
      expect(text(await person.slash("following", {}, place)).split(LEADER)).to.have.length(2);
      expect(text(await person.press(messageOf(pressed), stop, place))).to.contain(stopped);
      expect(text(await person.slash("following", {}, place))).to.contain(none);
    }
  });

  it("let others follow what somebody asked, also where the articles do not say", async () => {
    const message = await answerTo("is the union bankrupt");
    expect(text(await other.press(message, "Follow this"))).to.contain("You follow this question.");
    expect(text(await other.slash("following", {}, here))).to.contain("is the union bankrupt");
    expect(text(await asker.slash("following", {}, here))).to.contain("You follow no question.");
  });

  it("work after a restart", async () => {
    const shown = await answerTo(LEADER);
    const hidden = await answerTo(LEADER, true);
    const german = messageOf(await other.slash("ask", { question: LEADER, private: true }, { ...here, ...GERMAN }));
    const { sent } = await fillIn(asker, shown, "Follow up", { question: LEANING });
    await bot.stop();
    bot = await start();
    expect(text(await asker.press(shown, "Why?"))).to.contain("Why this answer?");
    expect(text(await other.press(shown, "More", GERMAN))).to.contain("Weitere Stellen");
    const shared = await asker.press(hidden, "Share");
    expect(isPrivate(shared)).to.equal(false);
    expect(text(shared)).to.contain("Shared by the person who asked.").and.contain("Karsten Hoel");
    expect(text(await other.press(german, "Teilen", GERMAN))).to.contain("Geteilt von der Person, die gefragt hat.");
    const { sent: later } = await fillIn(other, german, "Nachfragen", { question: LEANING }, GERMAN);
    expect(isPrivate(later)).to.equal(true);
    expect(text(later)).to.contain(AFTER_IN_GERMAN);
    const { sent: next } = await fillIn(other, shown, "Follow up", { question: LEANING });
    expect(text(next)).to.contain(AFTER).and.contain("nobody would sail");
    // A question that leans on another is found back with it.
    expect(text(await other.press(messageOf(sent), "Why?"))).to.contain("Why this answer?");
    expect(text(await asker.press(messageOf(sent), "Follow this"))).to.contain("You follow this question.");
    expect(text(await asker.slash("following", {}, here))).to.contain(`after “${LEADER}”`);
  });

  it("and the bot itself get over a channel and a thread that are deleted meanwhile", async () => {
    const message = await answerTo(LEADER);
    const thread = asker.startThread("The strike", here);
    const inThread = messageOf(await asker.slash("ask", { question: LEADER }, { channelId: thread }));
    // The bot has these before it, and not yet answered, when the places go.
    const inFlight = [
      asker.press(inThread, "Why?"),
      other.slash("ask", { question: LEADER }, { channelId: thread }),
      asker.press(message, "More"),
      other.slash("ask", { question: LEADER, private: true }, here),
    ];
    expect(sandbox.deleteChannel(thread)).to.equal(true);
    expect(sandbox.deleteChannel(here.channelId)).to.equal(true);
    for (const outcome of await Promise.all(inFlight)) expect(outcome).to.have.property("type", "failed");
    expect(await asker.press(message, "Why?")).to.have.property("type", "refused");
    expect(bot.child.exitCode).to.equal(null);
    const elsewhere = { channelId: sandbox.channels[channelsLeft.pop() ?? ""] ?? "" };
    expect(text(await asker.slash("ask", { question: LEADER }, elsewhere))).to.contain("Karsten Hoel");
  });

  it("work although the message they stood below is deleted meanwhile", async () => {
    const message = await answerTo(LEADER);
    const form = await asker.press(message, "Not right");
    if (form.type !== "modal") throw new Error(JSON.stringify(form));
    const pressing = other.press(message, "Why?", GERMAN);
    expect(sandbox.deleteMessage(message.id)).to.equal(true);
    expect(text(await pressing)).to.contain("Warum diese Antwort?");
    expect(text(await asker.submitModal(form.modalId, { reason: "too late" }, here))).to.contain("Thank you.");
    expect(await fileOf(await asker.slash("export-me", {}, here))).to.containSubset({
      feedback: [{ question: LEADER, verdict: "not-right", reason: "too late" }],
    });
  });

  it("work where the bot is only a guest, brought by the person who asks", async () => {
    for (const channelId of [sandbox.withoutBot.group, sandbox.withoutBot.foreign]) {
      const place = { channelId };
      const outcome = await asker.slash("ask", { question: LEADER }, place);
      expect(text(outcome)).to.contain("Karsten Hoel");
      expect(text(await asker.press(messageOf(outcome), "Why?", GERMAN))).to.contain("Warum diese Antwort?");
      const hidden = messageOf(await asker.slash("ask", { question: LEADER, private: true }, place));
      expect(isPrivate(await asker.press(hidden, "Share"))).to.equal(false);
    }
    const german = await other.slash("ask", { question: LEADER }, { channelId: sandbox.withoutBot.group, ...GERMAN });
    const { sent } = await fillIn(other, messageOf(german), "Nachfragen", { question: LEANING }, GERMAN);
    expect(text(sent)).to.contain(AFTER_IN_GERMAN);
  });
});
