import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import { type APIMessage, ApplicationCommandType, ComponentType, Locale, MessageFlags } from "discord-api-types/v10";
import type { Outcome, SandboxUser } from "../../src/sandbox/client/user.ts";
import { type Sandbox, startSandbox } from "../../src/sandbox/sandbox.ts";
import { type BotProcess, HARBOUR, lineOf, startBot } from "./bot-process.ts";

const token = "end.to.end-test";

/** The message an outcome left behind; fails for an outcome without one. */
function messageOf(outcome: Outcome): APIMessage {
  if (outcome.type !== "answered") throw new Error(`expected a message, got ${JSON.stringify(outcome)}`);
  return outcome.message;
}

function isPrivate(outcome: Outcome): boolean {
  const { flags } = messageOf(outcome);
  return flags !== undefined && (flags & MessageFlags.Ephemeral) !== 0;
}

function text(outcome: Outcome): string {
  const [embed] = messageOf(outcome).embeds;
  return [embed?.title, embed?.description, embed?.footer?.text].join("\n");
}

/** A person sees an answer before the sandbox has noted down the request that brought it. */
async function settled(): Promise<void> {
  await sleep(100);
}

function selectOf(message: APIMessage): { readonly customId: string; readonly values: readonly string[] } {
  for (const row of message.components ?? []) {
    if (!("components" in row)) continue;
    for (const component of row.components) {
      if (component.type === ComponentType.StringSelect) {
        return { customId: component.custom_id, values: component.options.map(({ value }) => value) };
      }
    }
  }
  throw new Error("no select");
}

/** Somebody in one channel. */
function seated(
  user: SandboxUser,
  channelId: string,
): Pick<SandboxUser, "slash" | "autocomplete" | "press" | "select"> {
  return {
    slash: async (name, values) => user.slash(name, values, { channelId }),
    autocomplete: async (name, values, focused) => user.autocomplete(name, values, focused, { channelId }),
    press: async (message, button) => user.press(message, button),
    select: async (message, customId, values) => user.select(message, customId, values),
  };
}

const CHANNELS = Array.from({ length: 40 }, (_, number) => `channel-${String(number)}`);

describe("the bot in Discord", function () {
  this.timeout(60_000);
  let sandbox: Sandbox;
  let bot: BotProcess;
  let asker: ReturnType<typeof seated>;
  let other: ReturnType<typeof seated>;
  const channelsLeft = [...CHANNELS];

  /** Somebody new where nobody has asked anything yet: cooldowns of one test are not to be another's. */
  const newcomers = (): ReturnType<typeof seated>[] => {
    const channel = channelsLeft.pop() ?? "";
    return ["asker", "other"].map((who) =>
      seated(sandbox.user({ username: `${who} in ${channel}` }), sandbox.channels[channel] ?? ""),
    );
  };

  before(async () => {
    sandbox = await startSandbox({ port: 0, token, pageFolder: null, channels: CHANNELS });
    bot = startBot({
      DISCORD_TOKEN: token,
      DISCORD_API_URL: sandbox.apiUrl,
      CORPUS: HARBOUR,
      MAINTAINING_SERVERS: sandbox.guildId,
      LOG_LEVEL: "info",
    });
    await lineOf(bot, /connected to Discord/u);
  });

  beforeEach(() => {
    [asker = asker, other = other] = newcomers();
  });

  after(async () => {
    await bot.stop();
    await sandbox.close();
  });

  it("registers every command with its options", () => {
    expect(sandbox.commands.map(({ name }) => name).toSorted()).to.deep.equal([
      "Check against the articles",
      "about",
      "about-name",
      "article",
      "ask",
      "compare",
      "corpus",
      "digest",
      "export-me",
      "following",
      "forget-me",
      "gaps",
      "gold",
      "help",
      "language",
      "latest",
      "log",
      "privacy",
      "quote",
      "search",
      "settings",
      "sources",
      "summary",
      "timeline",
      "verify",
    ]);
  });

  it("registers their names and options in the languages that Discord speaks too", () => {
    const ask = sandbox.commands.find(({ name }) => name === "ask");
    expect(ask?.name_localizations).to.deep.equal({
      de: "frage",
      "es-419": "preguntar",
      "es-ES": "preguntar",
      fr: "demander",
      it: "chiedi",
    });
    expect(ask?.options?.[0]?.description_localizations).to.have.property("it", "Che cosa vuoi sapere, con parole tue");
  });

  it("answers in the language of the person's client", async () => {
    const german = sandbox.user({ username: "german" });
    const inGerman = { locale: Locale.German };
    const outcome = await german.slash("ask", { question: "what is the price of bitcoin" }, inGerman);
    expect(text(outcome)).to.contain(
      "**Das steht nicht in den Artikeln.** Kein Artikel erwähnt „price“ oder „bitcoin“.",
    );
    const why = await german.press(messageOf(outcome), "Warum?", inGerman);
    expect(text(why)).to.contain("Warum keine Antwort?").and.contain("Wie sicher ich bin");
  });

  it("/ask answers with a sentence and its footnote", async () => {
    const outcome = await asker.slash("ask", { question: "who leads the union" });
    expect(isPrivate(outcome)).to.equal(false);
    const [title, sentence, , footnote, , stale = "", footer = ""] = text(outcome).split("\n");
    expect([title, sentence, footnote]).to.deep.equal([
      "who leads the union",
      "**Karsten Hoel**, who leads the union, said nobody would sail.¹",
      "-# ¹ Coast Radio \\(NTX\\), [“Union calls strike at Lundvik”](https://coast.example/strike), 5 May 2021 · 9 days before the newest article",
    ]);
    expect(stale).to.match(/^-# The newest article is \d+ years? old\\: what came later is not in it\.$/u);
    expect(footer).to.match(/^1 article · articles up to 14 May 2021 · corpus [0-9a-f]{7}$/u);
  });

  it("/ask understands typing slips and says how it read them", async () => {
    const outcome = await asker.slash("ask", { question: "waht did the mayor call the agreemnt" });
    expect(text(outcome)).to.contain("called the agreement fair.");
    expect(text(outcome)).to.contain("I read “agreemnt” as “agreement”.");
  });

  it("/ask says that the articles do not say", async () => {
    const outcome = await asker.slash("ask", { question: "what is the price of bitcoin" });
    expect(text(outcome)).to.contain("**The articles do not say.** No article mentions “price” or “bitcoin”.");
  });

  it("/ask answers privately when asked to", async () => {
    expect(isPrivate(await asker.slash("ask", { question: "who leads the union", private: true }))).to.equal(true);
    expect(isPrivate(await asker.slash("ask", { question: "🤷🤷" }))).to.equal(true);
  });

  it("Context shows what stands around the sentence to whoever presses", async () => {
    const message = messageOf(await asker.slash("ask", { question: "who leads the union" }));
    const context = await other.press(message, "Context");
    expect(isPrivate(context)).to.equal(true);
    expect(text(context)).to.contain("**Karsten Hoel, who leads the union, said nobody would sail.**");
    expect(text(context)).to.contain("The company denied that it had refused.");
  });

  it("Why? says how the question was read, privately, for questions that do not fit into a button too", async () => {
    const long = `who leads the union ${"of the sailors who stopped work (all of them) ".repeat(6)}`.trim();
    for (const question of ["who leads the union", long]) {
      const message = messageOf(await asker.slash("ask", { question }));
      const why = await other.press(message, "Why?");
      expect(isPrivate(why)).to.equal(true);
      expect(text(why))
        .to.contain("**How I read the question**")
        .and.contain(String.raw`“union”\: in the sentence`);
      expect(text(why)).to.match(/\d+% is needed/u);
    }
  });

  it("/search turns pages for the asker and gives others their own", async () => {
    const message = messageOf(await asker.slash("search", { words: "timetable notice" }));
    const next = await asker.press(message, "Next");
    expect(messageOf(next).id).to.equal(message.id);
    expect(text(next)).to.match(/page 2 of \d/u);
    const theirs = await other.press(message, "Next");
    expect(messageOf(theirs).id).not.to.equal(message.id);
    expect(isPrivate(theirs)).to.equal(true);
    const back = await asker.press(messageOf(next), "Previous");
    expect(text(back)).to.contain("page 1 of");
  });

  it("/search opens a passage from its list", async () => {
    const message = messageOf(await asker.slash("search", { words: "mediator" }));
    const { customId, values } = selectOf(message);
    const opened = await asker.select(message, customId, values.slice(0, 1));
    expect(text(opened)).to.contain("**The ministry offered a mediator on 8 May 2021.**");
  });

  it("/sources lists the articles page by page and opens one", async () => {
    const message = messageOf(await asker.slash("sources"));
    expect(message.embeds[0]?.description).to.match(/^\*\*14 May 2021\*\* · The Harbour Gazette\n/u);
    const next = messageOf(await asker.press(message, "Next"));
    expect(next.embeds[0]?.footer?.text).to.contain("page 2 of 2");
    const { customId, values } = selectOf(next);
    const opened = await asker.select(next, customId, values.slice(-1));
    expect(isPrivate(opened)).to.equal(true);
    expect(text(opened)).to.contain("published timetable notice number");
  });

  it("/article proposes titles while one types, and shows the article chosen", async () => {
    const typing = await asker.autocomplete("article", { article: "ferres sail" }, "article");
    if (typing.type !== "choices") throw new Error(JSON.stringify(typing));
    const [choice] = typing.choices;
    expect(choice?.name).to.equal("14 May 2021 · The Harbour Gazette · Ferries sail again after nine days");
    const shown = await asker.slash("article", { article: String(choice?.value) });
    expect(text(shown)).to.contain("Ferries sail again after nine days");
    expect(text(shown)).to.contain("[Read the original](https://gazette.example/2021/ferries%5F%28end%29)");
  });

  it("/ask and /search propose known questions while one types, after what was typed", async () => {
    for (const [command, option] of [
      ["ask", "question"],
      ["search", "words"],
    ] as const) {
      const typing = await asker.autocomplete(command, { [option]: "who leads" }, option);
      if (typing.type !== "choices") throw new Error(JSON.stringify(typing));
      expect(typing.choices.map(({ value }) => value)).to.deep.equal(["who leads", "who leads the union"]);
    }
  });

  it("shows a hostile title as plain text", async () => {
    const shown = await asker.slash("article", { article: "herald-talks" });
    const [embed] = messageOf(shown).embeds;
    expect(embed?.title?.replaceAll("\\", "")).to.equal(
      "Talks break down: @everyone [reads](https://evil.example) **this**",
    );
    expect(embed?.title).not.to.match(/(?<!\\)(?:\*\*|\[reads)/u);
  });

  it("/help lists every command, for who may use them all, and the event's own examples", async () => {
    const outcome = await sandbox.user({ username: "moderator" }).slash("help");
    expect(isPrivate(outcome)).to.equal(true);
    expect(text(outcome)).to.contain("/ask who leads the union");
    const shown = text(outcome).replaceAll("\\", "");
    for (const { name, type } of sandbox.commands) {
      const isMessage = type === ApplicationCommandType.Message;
      // Of a group each subcommand is listed.
      expect(shown.replaceAll(/(\*\*\/[\w-]+) [\w-]+\*\*/gu, "$1**")).to.contain(
        isMessage ? `**${name}**` : `**/${name}**`,
      );
    }
  });

  it("/about tells the corpus's version, its newest article and what is kept", async () => {
    const outcome = await asker.slash("about");
    expect(text(outcome)).to.match(/Corpus version: [0-9a-f]{12}/u);
    expect(text(outcome)).to.contain("Newest article: 14 May 2021");
    expect(text(outcome)).to.contain("Privacy");
  });

  it("never lets anything mention anybody", async () => {
    const outcome = await asker.slash("ask", { question: "@everyone <@1> who leads the union" });
    const message = messageOf(outcome);
    expect(message.mentions).to.deep.equal([]);
    expect(message.mention_everyone).to.equal(false);
    await settled();
    const requests = outcome.type === "answered" ? outcome.requests : [];
    expect(requests).to.have.length(1);
    expect(JSON.stringify(requests[0]?.body)).to.contain('"allowed_mentions":{"parse":[]}');
  });

  it("answers hostile questions plainly, and goes on", async () => {
    const questions = [
      "```",
      "\u202Eevil",
      "a".repeat(300),
      "constructor __proto__",
      "z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L",
      "[x](https://evil.example)",
    ];
    for (const question of questions) {
      const outcome = await asker.slash("ask", { question });
      expect(outcome.type, question).to.equal("answered");
      const said = text(outcome);
      expect(said, question).not.to.contain("https://evil.example");
      expect(said, question).not.to.contain("\u202E");
    }
  });

  it("answers each of fifty at once, once, and in time", async () => {
    const people = Array.from({ length: 5 }, newcomers).flat();
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_, number) =>
        (people[number % people.length] ?? asker).slash("ask", {
          question: `who leads the union ${String(number)}`,
          private: number % 2 === 0,
        }),
      ),
    );
    await settled();
    for (const outcome of outcomes) {
      if (outcome.type !== "answered") throw new Error(JSON.stringify(outcome));
      // On a busy machine an attempt may be made again; Discord takes one.
      const taken = outcome.requests.filter(({ path, status }) => path.endsWith("/callback") && status < 300);
      expect(taken).to.have.length(1);
      expect(outcome.acknowledgedAfterMs).to.be.lessThan(3_000);
      expect(text(outcome)).not.to.contain("a lot at once");
    }
  });

  it("tells somebody who asks too much when to come back, privately, and answers others on", async () => {
    for (let number = 0; number < 10; number += 1) await asker.slash("help");
    const refused = await asker.slash("help");
    expect(isPrivate(refused)).to.equal(true);
    const [, seconds] = /<t:(\d+):R>/u.exec(text(refused)) ?? [];
    expect(Number(seconds) * 1_000).to.be.within(Date.now() - 2_000, Date.now() + 10_000);
    expect(isPrivate(await other.slash("ask", { question: "who leads the union" }))).to.equal(false);
  });

  it("tells a plain reply for buttons that are forged or out of date", async () => {
    const message = messageOf(await asker.slash("search", { words: "timetable notice" }));
    const { customId } = selectOf(message);
    const refused = await asker.select(message, customId, ["forged.value"]);
    expect(refused.type).to.equal("refused");
    expect(text(await asker.slash("article", { article: "no-such-article-at-all-xyzzy" }))).to.contain(
      "There is no article",
    );
  });

  it("keeps questions and the token out of its log", async () => {
    await asker.slash("ask", { question: "canarysentence who leads the union" });
    expect(bot.stdout() + bot.stderr()).not.to.contain("canarysentence");
    expect(bot.stdout() + bot.stderr()).not.to.contain(token);
  });

  it("serves buttons made before a restart", async () => {
    const message = messageOf(await asker.slash("ask", { question: "who leads the union" }));
    expect(await bot.stop()).to.equal(0);
    bot = startBot({ DISCORD_TOKEN: token, DISCORD_API_URL: sandbox.apiUrl, CORPUS: HARBOUR });
    await lineOf(bot, /connected to Discord/u);
    expect(text(await asker.press(message, "Why?"))).to.contain(String.raw`“union”\: in the sentence`);
    expect(text(await asker.press(message, "Context"))).to.contain("**Karsten Hoel, who leads the union");
  });
});
