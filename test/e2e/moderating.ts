import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type APIMessage, ComponentType, MessageFlags } from "discord-api-types/v10";
import type { ServerSettings, Store } from "../../src/domain/store.ts";
import type { SandboxUser } from "../../src/sandbox/client/user.ts";
import { type Sandbox, startSandbox } from "../../src/sandbox/sandbox.ts";
import { openStore } from "../../src/store/open-store.ts";
import { type BotProcess, HARBOUR, lineOf, startBot } from "./bot-process.ts";
import { messageOf } from "./talk.ts";

const token = "end.to.end-test";
const ROLE = "Moderators";

/** A server with moderators, and the bot in it with a corpus of its own that can be changed. */
export interface Newsroom {
  readonly sandbox: Sandbox;
  readonly bot: BotProcess;
  readonly store: Store;
  /** The first channel. */
  readonly channel: string;
  /** Somebody whose role makes them a moderator. */
  readonly moderator: (name: string) => SandboxUser;
  /** The text of an article's file. */
  article(id: string): Promise<string>;
  /** Writes an article's file, or takes it away, and waits until the bot has read the corpus again. */
  change(id: string, text: string | null): Promise<void>;
  /** Has the bot read the corpus again, and waits until it has. */
  reload(): Promise<void>;
  close(): Promise<void>;
}

/** @param settings what the server has set, beside its moderators @param prepare what is to be kept before the bot starts */
export async function openNewsroom(
  settings: Partial<ServerSettings> = {},
  prepare: (store: Store, sandbox: Sandbox) => Promise<void> = async () => {},
): Promise<Newsroom> {
  const folder = await mkdtemp(join(tmpdir(), "footnote-newsroom-"));
  await cp(HARBOUR, folder, { recursive: true });
  const sandbox = await startSandbox({ port: 0, token, pageFolder: null });
  const opened = await openStore({ url: null, file: join(folder, "data/footnote.db") });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const store = opened.value;
  const moderatorRoles = [sandbox.roles[ROLE] ?? ""];
  await store.setServerSettings(sandbox.guildId, { moderatorRoles, ...settings }, null);
  await prepare(store, sandbox);
  const bot = startBot({
    DISCORD_TOKEN: token,
    DISCORD_API_URL: sandbox.apiUrl,
    CORPUS: folder,
    DATA: join(folder, "data"),
    LOG_LEVEL: "info",
  });
  await lineOf(bot, /connected to Discord/u);
  const fileOf = (id: string): string => join(folder, "articles", `${id}.md`);
  let reloads = 0;
  const reload = async (): Promise<void> => {
    bot.child.kill("SIGHUP");
    reloads += 1;
    await lineOf(bot, new RegExp(`(?:^The corpus was loaded again[^]*){${reloads}}`, "mu"));
  };
  return {
    sandbox,
    bot,
    store,
    channel: sandbox.channels["general"] ?? "",
    moderator: (name) => {
      const user = sandbox.user({ username: name });
      sandbox.giveRole(name, ROLE);
      return user;
    },
    article: (id) => readFile(fileOf(id), "utf8"),
    async change(id, text) {
      await (text === null ? rm(fileOf(id)) : writeFile(fileOf(id), text));
      await reload();
    },
    reload,
    async close() {
      await bot.stop();
      await store.close();
      await sandbox.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Waits for something that nobody announces, and gives it. */
export async function eventually<T>(
  look: () => T | null | undefined | Promise<T | null | undefined>,
  withinMs = 20_000,
): Promise<T> {
  for (const end = Date.now() + withinMs; Date.now() < end; await sleep(30)) {
    const found = await look();
    if (found !== null && found !== undefined) return found;
  }
  throw new Error("it did not happen in time");
}

/** Begins a draft of a long summary in the first channel. */
export async function beginDraft(user: SandboxUser, topic: string): Promise<APIMessage> {
  const summary = messageOf(await user.slash("summary", { topic, length: "long" }));
  return messageOf(await user.press(summary, "Make a draft"));
}

/** What all see in a channel, the first unless another is given; oldest first. */
export function postsIn({ sandbox, channel: first }: Newsroom, channel = first): readonly APIMessage[] {
  return sandbox.messages(channel).filter(({ flags = 0 }) => (flags & MessageFlags.Ephemeral) === 0);
}

/** What a message shows, without its buttons. */
export function shown({ content, embeds }: APIMessage): string {
  return [
    content,
    ...embeds.map(({ title, description, footer }) => [title, description, footer?.text].join("\n")),
  ].join("\n");
}

/** What a message shows without what its relative dates mean, which stands in brackets after them. */
export function worded(message: APIMessage): string {
  return shown(message).replaceAll(/ \\\[[^\]]*\\\]/gu, "");
}

/** What can be chosen from the list whose placeholder this is. */
export function offered(message: APIMessage, placeholder: string): readonly string[] {
  for (const row of message.components ?? []) {
    if (!("components" in row)) continue;
    for (const one of row.components) {
      if (one.type === ComponentType.StringSelect && one.placeholder === placeholder) {
        return one.options.map(({ label }) => label);
      }
    }
  }
  return [];
}

/** A message of the bot's with buttons it never made, as somebody could press who sends requests by hand. */
export async function forged(
  { sandbox }: Newsroom,
  channel: string,
  customIds: readonly string[],
): Promise<APIMessage> {
  const buttons = customIds.map((id) => ({ type: ComponentType.Button, style: 2, label: "forged", custom_id: id }));
  const rows = Array.from({ length: Math.ceil(buttons.length / 5) }, (_, row) => buttons.slice(row * 5, row * 5 + 5));
  const components = rows.map((row) => ({ type: ComponentType.ActionRow, components: row }));
  const response = await fetch(`${sandbox.apiUrl}/v10/channels/${channel}/messages`, {
    method: "POST",
    headers: { authorization: `Bot ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ content: "forged", components }),
  });
  const message = sandbox.messages(channel).at(-1);
  if (!response.ok || message?.content !== "forged") throw new Error(await response.text());
  return message;
}
