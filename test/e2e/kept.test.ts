import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import { type APIMessage, Locale, MessageFlags } from "discord-api-types/v10";
import type { Store } from "../../src/domain/store.ts";
import type { Outcome, SandboxUser } from "../../src/sandbox/client/user.ts";
import { type Sandbox, startSandbox } from "../../src/sandbox/sandbox.ts";
import { openStore } from "../../src/store/open-store.ts";
import { type BotProcess, HARBOUR, lineOf, startBot } from "./bot-process.ts";

const token = "end.to.end-test";
const LEADER = "who leads the union";

function messageOf(outcome: Outcome): APIMessage {
  if (outcome.type !== "answered") throw new Error(`expected a message, got ${JSON.stringify(outcome)}`);
  return outcome.message;
}

function textOf({ embeds: [embed] }: APIMessage): string {
  return [embed?.title, embed?.description].join("\n");
}

/** Waits for something to happen that nobody announces. */
async function until<T>(look: () => T | undefined, withinMs = 20_000): Promise<T> {
  for (const end = Date.now() + withinMs; Date.now() < end; await sleep(30)) {
    const found = look();
    if (found !== undefined) return found;
  }
  throw new Error("it did not happen in time");
}

// There are no signals to ask with on Windows.
const suite = process.platform === "win32" ? describe.skip : describe;

suite("what is kept, for whom, and telling followers", function () {
  this.timeout(60_000);
  let sandbox: Sandbox;
  let bot: BotProcess;
  let folder: string;
  let store: Store;
  let reader: SandboxUser;
  let second: SandboxUser;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "footnote-kept-"));
    await cp(HARBOUR, folder, { recursive: true });
    sandbox = await startSandbox({ port: 0, token, pageFolder: null });
    const opened = await openStore({ url: null, file: join(folder, "data/footnote.db") });
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
    store = opened.value;
    reader = sandbox.user();
    second = sandbox.user({ username: "second" });
    for (const [user, language] of [
      [reader, "en"],
      [second, "de"],
    ] as const) {
      await store.follow({
        person: user.user.id,
        event: null,
        question: LEADER,
        context: [],
        seen: "1n;;",
        language,
        since: new Date().toISOString(),
      });
    }
    bot = startBot({
      DISCORD_TOKEN: token,
      DISCORD_API_URL: sandbox.apiUrl,
      CORPUS: folder,
      DATA: join(folder, "data"),
      KEEP_QUESTIONS_DAYS: "7",
      LOG_LEVEL: "debug",
    });
    await lineOf(bot, /connected to Discord/u);
  });

  after(async () => {
    await bot.stop();
    await store.close();
    await sandbox.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** The latest direct message that holds a text. */
  async function direct(user: SandboxUser, text: string): Promise<APIMessage> {
    return until(() => sandbox.messages(user.directChannelId).findLast((message) => textOf(message).includes(text)));
  }

  it("tells those who follow, each in their language, what changed while the bot was away", async () => {
    const told = await direct(reader, "An article now answers what you asked.");
    expect(textOf(told)).to.contain(LEADER).and.contain("Karsten Hoel");
    await direct(second, "Ein Artikel beantwortet jetzt, was du gefragt hast.");
    const shown = messageOf(await reader.press(told, "Context"));
    expect(textOf(shown)).to.contain("nobody would sail");
  });

  it("tells after the corpus is loaded again that the answer changed, until somebody stops following", async () => {
    const german = await direct(second, "Ein Artikel beantwortet jetzt");
    const stopped = messageOf(await second.press(german, "Nicht mehr folgen", { locale: Locale.German }));
    expect(textOf(stopped)).to.contain("Du folgst dieser Frage nicht mehr.");
    // Its own message stays, and pressing again says so.
    const again = messageOf(await second.press(german, "Nicht mehr folgen", { locale: Locale.German }));
    expect(textOf(again)).to.contain("schon vorher nicht mehr gefolgt");
    const before = sandbox.messages(second.directChannelId).length;

    const file = join(folder, "articles/coast-start.md");
    const article = await readFile(file, "utf8");
    await writeFile(file, article.replace("Karsten Hoel, who leads the union,", "Marit Solberg, who leads the union,"));
    bot.child.kill("SIGHUP");
    const told = await direct(reader, "The answer to what you asked has changed.");
    expect(textOf(told)).to.contain("Marit Solberg");
    expect(sandbox.messages(second.directChannelId)).to.have.length(before);
    expect(await store.follows(reader.user.id)).to.containSubset({ ok: true, value: [{ question: LEADER }] });
  });

  it("ends what somebody follows who takes no messages", async () => {
    const closed = sandbox.user({ username: "closed" });
    closed.takeDirectMessages(false);
    await store.follow({
      person: closed.user.id,
      event: null,
      question: LEADER,
      context: [],
      seen: "1n;;",
      language: "en",
      since: new Date().toISOString(),
    });
    await rm(join(folder, "articles/timetable-01.md"));
    bot.child.kill("SIGHUP");
    await until(() => (bot.stderr().includes('"closed":1') ? true : undefined));
    expect(await store.follows(closed.user.id)).to.deep.equal({ ok: true, value: [] });
  });

  it("says privately what is kept, as it is set up", async () => {
    const english = messageOf(await reader.slash("privacy"));
    expect(textOf(english)).to.contain("Questions are kept for 7 days").and.contain("on the machine I run on");
    expect((english.flags ?? 0) & MessageFlags.Ephemeral).to.equal(MessageFlags.Ephemeral);
    const german = messageOf(await reader.slash("privacy", {}, { locale: Locale.German }));
    expect(textOf(german)).to.contain("Fragen werden 7 Tage aufbewahrt");
    const direct = messageOf(await reader.slash("privacy", {}, { channelId: reader.directChannelId }));
    expect(textOf(direct)).to.contain("/forget-me");
  });

  it("answers in the language that somebody sets, at once, and no more when they take it back", async () => {
    const user = sandbox.user({ username: "speaker" });
    const set = messageOf(await user.slash("language", { language: "sq" }));
    expect(textOf(set)).to.contain("shqip");
    expect(textOf(messageOf(await user.slash("help")))).to.contain("Bëj një pyetje");
    expect(textOf(messageOf(await user.slash("language", { language: "discord" })))).to.contain("now in English.");
    expect(textOf(messageOf(await user.slash("help")))).not.to.contain("Bëj");
    expect(await user.slash("language", { language: "tlh" })).to.have.property("type", "refused");
  });

  it("lets those who manage the server set its language, and tells others what they lack", async () => {
    const danish = { locale: Locale.Danish } as const;
    const member = sandbox.user({ username: "member" });
    const refused = messageOf(await member.slash("language", { language: "it", for: "everybody" }));
    expect(textOf(refused)).to.contain("you need the permission Manage Server");
    expect(textOf(messageOf(await member.slash("help", {}, danish)))).to.contain("I answer questions");
    const moderator = sandbox.user({ username: "moderator" });
    messageOf(await moderator.slash("language", { language: "it", for: "everybody" }));
    expect(textOf(messageOf(await member.slash("help", {}, danish)))).to.contain("Rispondo");
    expect(textOf(messageOf(await member.slash("help")))).to.contain("I answer questions");
    messageOf(await moderator.slash("language", { language: "discord", for: "everybody" }));
  });

  it("shows what somebody follows, gives it to them as a file, and deletes it when they say so twice", async () => {
    const user = reader;
    expect(textOf(messageOf(await user.slash("following")))).to.contain(LEADER);
    const exported = messageOf(await user.slash("export-me"));
    const [attachment] = exported.attachments;
    const file: unknown = await (await fetch(attachment?.url ?? "")).json();
    expect(file).to.containSubset({ language: null, follows: [{ question: LEADER }], feedback: [] });

    const asked = messageOf(await user.slash("forget-me"));
    expect(textOf(asked)).to.contain("1 question you follow");
    expect(await store.follows(user.user.id))
      .to.have.property("value")
      .with.length(1);
    const gone = messageOf(await user.press(asked, "Delete all of it"));
    expect(textOf(gone)).to.contain("Deleted: 1 question you follow");
    expect(gone.components ?? []).to.deep.equal([]);
    expect(await store.follows(user.user.id)).to.deep.equal({ ok: true, value: [] });
    expect(textOf(messageOf(await user.slash("export-me")))).to.contain("Nothing is kept with your Discord id.");
  });

  it("does the same in German, from the list of what is followed", async () => {
    const german = { locale: Locale.German } as const;
    await store.follow({
      person: second.user.id,
      event: null,
      question: "was kostet **das** @everyone",
      context: [],
      seen: "1n;;",
      language: "de",
      since: new Date().toISOString(),
    });
    const listed = messageOf(await second.slash("following", {}, german));
    expect(textOf(listed)).to.contain(String.raw`was kostet \*\*das\*\* \@everyone`);
    const [row] = listed.components ?? [];
    const select = row !== undefined && "components" in row ? row.components[0] : undefined;
    if (select === undefined || !("options" in select)) throw new Error("no select");
    const values = select.options.map(({ value }) => value);
    const left = messageOf(await second.select(listed, select.custom_id, values, german));
    expect(textOf(left)).to.contain("Du folgst dieser Frage nicht mehr.").and.contain("Du folgst keiner Frage.");
    const asked = messageOf(await second.slash("forget-me", {}, german));
    expect(textOf(messageOf(await second.press(asked, "Alles löschen", german)))).to.contain("Gelöscht:");
  });

  it("never logs what people follow", () => {
    expect(bot.stderr()).not.to.contain(LEADER).and.not.contain("was kostet");
  });
});
