import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type APIMessage, PermissionFlagsBits } from "discord-api-types/v10";
import type { DigestPlan } from "../../../src/domain/digest-plan.ts";
import type { Publication } from "../../../src/domain/publication.ts";
import type { Store, StoreFailure } from "../../../src/domain/store.ts";
import type { Result } from "../../../src/domain/result.ts";
import type { Outcome, SandboxUser } from "../../../src/sandbox/client/user.ts";
import { type Sandbox, startSandbox } from "../../../src/sandbox/sandbox.ts";
import { openStore } from "../../../src/store/open-store.ts";
import { type BotProcess, HARBOUR, lineOf, startBot } from "../bot-process.ts";
import { labels, messageOf } from "../talk.ts";

const TOKEN = "posting.it.survives";
const PATIENCE_MS = 60_000;
const HOUR_MS = 3_600_000;
/** How long ago the digests were due that are found to be so at a start. */
const DIGEST_DUE_MS = 3 * HOUR_MS;

/** What a store gave. @throws Error where it failed */
export function given<T>(result: Result<T, StoreFailure>): T {
  if (!result.ok) throw new Error(result.error.reason);
  return result.value;
}

/** Waits for something that nobody announces. @throws Error naming what was waited for */
export async function until<T>(what: string, look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await sleep(25)) {
    const found = await look();
    if (found !== undefined) return found;
  }
  throw new Error(`not in time: ${what}`);
}

/** A sandbox that lives on, and the bots beside it that may be killed. They share a folder, or a database. */
export class Newsroom {
  readonly sandbox: Sandbox;
  readonly folder: string;
  readonly #databaseUrl: string | null;

  private constructor(sandbox: Sandbox, folder: string, databaseUrl: string | null) {
    this.sandbox = sandbox;
    this.folder = folder;
    this.#databaseUrl = databaseUrl;
  }

  /** @param databaseUrl a PostgreSQL to keep everything in; null for SQLite in the folder */
  static async open(databaseUrl: string | null = null): Promise<Newsroom> {
    const folder = await mkdtemp(join(tmpdir(), "footnote-posting-"));
    await cp(HARBOUR, folder, { recursive: true });
    const limits = { outcomeMs: 20_000, messagesPerChannel: 10_000, interactions: 10_000, requestLog: 5_000 };
    const sandbox = await startSandbox({ port: 0, token: TOKEN, pageFolder: null, limits });
    for (const name of ["harbour", "ferries"]) sandbox.addChannel(name);
    return new Newsroom(sandbox, folder, databaseUrl);
  }

  /** Channels in which the bot posts. */
  get channels(): readonly string[] {
    return ["general", "news", "harbour", "ferries"].flatMap((name) => this.sandbox.channels[name] ?? []);
  }

  /** Starts a bot and waits until it is there. */
  async start(): Promise<BotProcess> {
    const bot = startBot({
      DISCORD_TOKEN: TOKEN,
      DISCORD_API_URL: this.sandbox.apiUrl,
      CORPUS: this.folder,
      DATA: join(this.folder, "data"),
      LOG_LEVEL: "warn",
      ...(this.#databaseUrl === null ? {} : { DATABASE_URL: this.#databaseUrl }),
    });
    await lineOf(bot, /connected to Discord/u, PATIENCE_MS);
    return bot;
  }

  /** What is kept, for as long as it is worked with: a bot that is killed should be the only one to have it open. */
  async withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
    const opened = await openStore({ url: this.#databaseUrl, file: join(this.folder, "data/footnote.db") });
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
    try {
      return await work(opened.value);
    } finally {
      await opened.value.close();
    }
  }

  moderator(place: number): SandboxUser {
    return this.sandbox.user({
      username: `moderator-${place}`,
      permissions:
        PermissionFlagsBits.ManageGuild |
        PermissionFlagsBits.ViewChannel |
        PermissionFlagsBits.SendMessages |
        PermissionFlagsBits.ReadMessageHistory |
        PermissionFlagsBits.UseApplicationCommands,
    });
  }

  /** Has a summary made and a draft of it. */
  async compose(user: SandboxUser, topic: string): Promise<APIMessage> {
    const summary = messageOf(await user.slash("summary", { topic }));
    return messageOf(await user.press(summary, "Make a draft"));
  }

  /** Opens the panel of a draft, as somebody does who comes back to it. */
  async open(user: SandboxUser, id: string): Promise<APIMessage> {
    const summary = messageOf(await user.slash("summary", { topic: "strike" }));
    return messageOf(await user.choose(summary, id));
  }

  /** The bot's messages with a publication's id in a button, wherever they stand. */
  standing(id: string): readonly APIMessage[] {
    return this.channels
      .flatMap((channel) => this.sandbox.messages(channel))
      .filter((message) => (message.flags ?? 0) === 0 && hasKey(message, id));
  }

  /** Resolves once nothing is on its way any more, and no digest is due. */
  async settled(): Promise<void> {
    await this.withStore(async (store) =>
      until("that nothing is being posted", async () => {
        const plans = given(await store.digests.after(null, 100));
        const isServed = plans.every(({ toldUntil }) => Date.now() - Date.parse(toldUntil) < DIGEST_DUE_MS + HOUR_MS);
        const left = given(await store.publications.after(null, ["posting"], 1));
        return isServed && left.length === 0 ? true : undefined;
      }),
    );
  }

  /** Leases that a killed process held end, and Discord forgets its nonces, as if minutes had passed. */
  async minutesPass(hasForgotten: boolean): Promise<void> {
    if (hasForgotten) this.sandbox.faults.forgetNonces();
    await this.withStore(async (store) => {
      const now = new Date();
      const later = new Date(now.getTime() + 61_000).toISOString();
      for (const { id } of given(await store.publications.after(null, ["posting"], 100))) {
        given(await store.lease(`posting:${id}`, "minutes-passed", now.toISOString(), later));
      }
    });
  }

  async close(): Promise<void> {
    await this.sandbox.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** Whether somebody was told, in answer to a press, that the draft is one no more. */
export function wasAccepted(outcome: Outcome): boolean {
  return outcome.type === "answered" && !labels(outcome.message).flat().includes("Post");
}

function hasKey({ components = [] }: APIMessage, key: string): boolean {
  return JSON.stringify(components).includes(`|${key}|`);
}

/** Kills a bot as the machine would: nothing is said and nothing is finished. */
export async function kill(bot: BotProcess): Promise<void> {
  bot.child.kill("SIGKILL");
  await bot.ended;
}

/** Another draft that says the same. */
export async function copyOf(store: Store, draft: Publication, channel: string): Promise<Publication> {
  const { id: _id, revision: _revision, changedAt: _changedAt, ...rest } = draft;
  const at = new Date().toISOString();
  const { server, author, topic } = draft;
  const entry = { server, at, person: author, deed: "drafted", detail: topic } as const;
  const added = given(await store.publications.add({ ...rest, channel, createdAt: at }, entry));
  if (added === "taken") throw new Error("a draft has no slot");
  return added;
}

/** The only digest there is, which has been due for hours and tells something in any case. */
export async function digestDue(
  store: Store,
  { server, channel, author }: Pick<Publication, "server" | "channel" | "author">,
): Promise<DigestPlan> {
  for (const { id } of given(await store.digests.after(null, 100))) given(await store.digests.remove(id, null));
  const due = new Date(Date.now() - DIGEST_DUE_MS);
  const plan = {
    server,
    channel,
    days: [1, 2, 3, 4, 5, 6, 7],
    hour: due.getUTCHours(),
    timeZone: "UTC",
    topic: null,
    language: "en",
    event: null,
    paused: false,
    evenIfNothing: true,
    toldUntil: new Date(due.getTime() - DIGEST_DUE_MS).toISOString(),
    author,
  } as const;
  const added = given(await store.digests.add(plan, null));
  if (added === "full") throw new Error("there is room for a digest");
  return added;
}
