import { expect } from "chai";
import { Locale } from "discord-api-types/v10";
import type { SandboxUser } from "../../src/sandbox/client/user.ts";
import { type Sandbox, startSandbox } from "../../src/sandbox/sandbox.ts";
import { type BotProcess, HARBOUR, lineOf, startBot } from "./bot-process.ts";
import { fillIn, isPrivate, labels, messageOf, text } from "./talk.ts";

const token = "end.to.end-conversation";
const GERMAN = { locale: Locale.German } as const;
const LEADER = "who leads the union";
/** Without the question before it, this is about nobody. */
const LEANING = "what did he say";
const AFTER = String.raw`Asked after\: “who leads the union”.`;
const AFTER_IN_GERMAN = String.raw`Gefragt nach\: „who leads the union“.`;
const ANSWER = "Karsten Hoel, who leads the union, **said** nobody would sail.";
const CHANNELS = Array.from({ length: 20 }, (_, number) => `channel-${String(number)}`);

describe("a conversation in Discord", function () {
  this.timeout(60_000);
  let sandbox: Sandbox;
  let bot: BotProcess;
  let asker: SandboxUser;
  let other: SandboxUser;
  /** Where this test talks, in English and in German. */
  let here: { readonly channelId: string };
  let german: { readonly channelId: string; readonly locale: Locale };
  const channelsLeft = [...CHANNELS];

  const start = async (): Promise<BotProcess> => {
    const started = startBot({ DISCORD_TOKEN: token, DISCORD_API_URL: sandbox.apiUrl, CORPUS: HARBOUR });
    await lineOf(started, /connected to Discord/u);
    return started;
  };

  before(async () => {
    sandbox = await startSandbox({ port: 0, token, pageFolder: null, channels: CHANNELS });
    bot = await start();
  });

  /** Somebody new where nobody has asked anything yet: neither cooldowns nor conversations are to be another test's. */
  beforeEach(() => {
    const channel = channelsLeft.pop() ?? "";
    [asker, other] = [sandbox.user({ username: `asker ${channel}` }), sandbox.user({ username: `other ${channel}` })];
    here = { channelId: sandbox.channels[channel] ?? "" };
    german = { ...here, ...GERMAN };
  });

  after(async () => {
    await bot.stop();
    await sandbox.close();
  });

  it("shows whoever presses below a public answer what they want to see, privately, each in their language", async () => {
    const outcome = await asker.slash("ask", { question: LEADER }, here);
    expect(isPrivate(outcome)).to.equal(false);
    const message = messageOf(outcome);
    expect(labels(message)).to.deep.equal([
      ["Context", "More", "Follow up", "Why?"],
      ["Helpful", "Not right", "Follow this"],
    ]);
    const more = await other.press(message, "More");
    expect(text(more)).to.contain("Further passages, which may not answer the question:");
    expect(text(more)).not.to.contain("who leads the union, said nobody would sail");
    const why = await other.press(message, "Why?", GERMAN);
    expect(text(why)).to.contain("Warum diese Antwort?");
    const inGerman = await other.press(message, "More", GERMAN);
    expect(text(inGerman)).to.contain("Weitere Stellen, die die Frage vielleicht nicht beantworten:");
    for (const shown of [more, why, inGerman]) {
      expect(isPrivate(shown)).to.equal(true);
      expect(messageOf(shown).id).not.to.equal(message.id);
      expect(asker.sees(here.channelId).map(({ id }) => id)).not.to.include(messageOf(shown).id);
    }
    expect(sandbox.message(message.id)?.embeds).to.deep.equal(message.embeds);
  });

  it("lets somebody share what they were answered in private, and nobody else", async () => {
    for (const { place, share, shared } of [
      { place: here, share: "Share", shared: "Shared by the person who asked." },
      { place: german, share: "Teilen", shared: "Geteilt von der Person, die gefragt hat." },
    ]) {
      const outcome = await asker.slash("ask", { question: LEADER, private: true }, place);
      expect(isPrivate(outcome)).to.equal(true);
      const message = messageOf(outcome);
      expect(other.sees(here.channelId).map(({ id }) => id)).not.to.include(message.id);
      expect(await other.press(message, share, place)).to.have.property("type", "refused");
      const posted = await asker.press(message, share, place);
      expect(isPrivate(posted)).to.equal(false);
      expect(text(posted)).to.contain(shared).and.contain("**Karsten Hoel**, who leads the union");
      expect(labels(messageOf(posted)).flat()).not.to.include(share);
      expect(other.sees(here.channelId).map(({ id }) => id)).to.include(messageOf(posted).id);
    }
  });

  it("answers the next question from a form, after the one above it, as publicly as that", async () => {
    for (const { place, button, title, after, hidden } of [
      { place: here, button: "Follow up", title: "Follow up", after: AFTER, hidden: false },
      { place: here, button: "Follow up", title: "Follow up", after: AFTER, hidden: true },
      { place: german, button: "Nachfragen", title: "Nachfragen", after: AFTER_IN_GERMAN, hidden: true },
    ]) {
      const message = messageOf(await asker.slash("ask", { question: LEADER, private: hidden }, place));
      const { title: shown, sent } = await fillIn(asker, message, button, { question: LEANING }, place);
      expect(shown).to.equal(title);
      expect(isPrivate(sent)).to.equal(hidden);
      expect(text(sent)).to.contain(after).and.contain(ANSWER);
      expect(other.sees(here.channelId).some(({ id }) => id === messageOf(sent).id)).to.equal(!hidden);
    }
  });

  it("lets another person follow up a public answer, for all to see", async () => {
    const message = messageOf(await asker.slash("ask", { question: LEADER }, here));
    const { sent } = await fillIn(other, message, "Follow up", { question: LEANING });
    expect(isPrivate(sent)).to.equal(false);
    expect(text(sent)).to.contain(AFTER);
  });

  it("takes /ask for a part of one person's conversation in a channel, and not of another's", async () => {
    await asker.slash("ask", { question: LEADER }, here);
    const theirs = await other.slash("ask", { question: LEANING }, here);
    expect(text(theirs)).not.to.contain("Asked after");
    const leaning = await asker.slash("ask", { question: LEANING }, here);
    expect(text(leaning)).to.contain(AFTER).and.contain(ANSWER);
    const whole = await asker.slash("ask", { question: "how many sailors stopped work" }, here);
    expect(text(whole)).to.contain("412").and.not.contain("Asked after");
  });

  it("takes a thread for one conversation of all who ask in it", async () => {
    const thread = { channelId: asker.startThread("The strike", here) };
    await asker.slash("ask", { question: LEADER }, thread);
    const theirs = await other.slash("ask", { question: LEANING }, { ...thread, ...GERMAN });
    expect(text(theirs)).to.contain(AFTER_IN_GERMAN).and.contain(ANSWER);
    expect(text(await other.slash("ask", { question: LEANING }, here))).not.to.contain("Asked after");
  });

  it("never shows in public what somebody asked in private", async () => {
    await asker.slash("ask", { question: LEADER, private: true }, here);
    expect(text(await asker.slash("ask", { question: LEANING }, here))).not.to.contain("Asked after");
  });

  it("goes on in direct messages, apart from what is asked elsewhere", async () => {
    const direct = { channelId: asker.directChannelId };
    await asker.slash("ask", { question: LEADER }, here);
    expect(text(await asker.slash("ask", { question: LEANING }, direct))).not.to.contain("Asked after");
    const message = messageOf(await asker.slash("ask", { question: LEADER }, direct));
    expect(text(await asker.slash("ask", { question: LEANING }, { ...direct, ...GERMAN }))).to.contain(AFTER_IN_GERMAN);
    const { sent } = await fillIn(asker, message, "Follow up", { question: LEANING });
    expect(text(sent)).to.contain(AFTER).and.contain(ANSWER);
  });
});
