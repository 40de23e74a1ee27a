import { createServer, type IncomingMessage, type Server } from "node:http";
import type { Duplex } from "node:stream";
import { getRequestListener } from "@hono/node-server";
import type { APIApplicationCommand, APIMessage, APIOverwrite } from "discord-api-types/v10";
import { apiApp } from "./api/app.ts";
import { basicRoutes } from "./api/basic-routes.ts";
import { channelRoutes } from "./api/channel-routes.ts";
import { commandRoutes } from "./api/command-routes.ts";
import { interactionRoutes } from "./api/interaction-routes.ts";
import { webhookRoutes } from "./api/webhook-routes.ts";
import { makeChannel, makeRole, setOverwrites, setRole, setThreadState } from "./changes.ts";
import { Client } from "./client/client.ts";
import { dropChannel } from "./client/deeds.ts";
import { SandboxUser } from "./client/user.ts";
import { RequestFaults } from "./faults.ts";
import { Gateway } from "./gateway/gateway.ts";
import { discordLimits, usualChannels, type SandboxOptions } from "./options.ts";
import { isForUs, isFromUs } from "./page-server/guard.ts";
import { PageSocket } from "./page-server/page-socket.ts";
import { pageRoutes, type PageFolders } from "./page-server/static.ts";
import { uploadRoutes } from "./page-server/uploads.ts";
import type { PlayedStep } from "./page-protocol.ts";
import type { Conversation } from "./replay/conversation.ts";
import { playConversation } from "./replay/play.ts";
import type { Role } from "./roles.ts";
import { SandboxFaults } from "./sandbox-faults.ts";
import type { BotRequest } from "./interactions.ts";
import { makeState, type State } from "./state.ts";

/**
 * A persona for `Sandbox.user`; the same name is the same person. The page's own are `you`, `moderator`, `restricted`
 * (who may not write or use commands) and `second`.
 */
interface PersonaOptions {
  readonly username: string;
  /** What they may do; by default what everybody may. */
  readonly permissions?: bigint;
}

/** A Discord on this machine. */
export interface Sandbox {
  /** `http://127.0.0.1:port`: the page. */
  readonly address: string;
  /** What a bot takes for Discord's API: `rest.api` of discord.js. */
  readonly apiUrl: string;
  readonly applicationId: string;
  readonly guildId: string;
  /** Ids of the guild's text channels by name. */
  readonly channels: Readonly<Record<string, string>>;
  readonly faults: SandboxFaults;
  /** Whether a bot is connected and ready. */
  readonly botPresent: boolean;
  /** The bot's latest requests to the API, oldest first, refused ones too. */
  readonly requests: readonly BotRequest[];
  /** Resolves with true once a bot is connected and has registered a command, or with false after `ms`. */
  whenReady(ms: number): Promise<boolean>;
  readonly commands: readonly APIApplicationCommand[];
  /** Somebody to act as: the page's own person unless a persona is given. */
  user(persona?: PersonaOptions): SandboxUser;
  /** All messages of a channel, oldest first, ephemeral ones too. */
  messages(channelId: string): readonly APIMessage[];
  /** A message as it is now; undefined once deleted. */
  message(id: string): APIMessage | undefined;
  /** Takes permissions from the bot in a channel; 0n gives them back. */
  denyBot(channelId: string, permissions: bigint): void;
  /** Gives a channel of the guild permission overwrites in place of those it has. */
  setOverwrites(channelId: string, overwrites: readonly APIOverwrite[]): void;
  /** Adds a text channel to the guild. @returns its id. */
  addChannel(name: string, overwrites?: readonly APIOverwrite[]): string;
  /** Ids of the guild's threads by name. */
  readonly threads: Readonly<Record<string, string>>;
  /** Archives a thread, which whoever writes there opens again unless it is locked; `open` does so at once. */
  setThread(threadId: string, state: "open" | "archived" | "locked"): void;
  /** Ids of the guild's roles by name: `@everyone`, `Moderators`, the bot's own, and those added. */
  readonly roles: Readonly<Record<string, string>>;
  /** Adds a role, which nobody has yet. @param permissions what it allows in every channel. @returns its id. */
  addRole(name: string, permissions?: bigint): string;
  /** Gives a person a role, by its name or id. @throws RangeError where there is no such role. */
  giveRole(username: string, role: string): void;
  takeRole(username: string, role: string): void;
  /** Deletes a channel or thread of the guild with its messages. @returns whether it was there. */
  deleteChannel(channelId: string): boolean;
  /** Deletes a message. @returns whether it was there. */
  deleteMessage(messageId: string): boolean;
  /** Plays a conversation to its end, without pauses. @returns each step and what came back. */
  play(conversation: Conversation): Promise<readonly PlayedStep[]>;
  /** Ids of the places the bot is no member of: a conversation of people, and a channel of another guild. */
  readonly withoutBot: { readonly group: string; readonly foreign: string };
  close(): Promise<void>;
}

/**
 * Starts the sandbox and resolves once it listens.
 * @throws what `server.listen` reports, such as EADDRINUSE.
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  let address = "";
  const now = options.now ?? Date.now;
  const limits = { ...discordLimits, ...options.limits };
  const state = makeState(limits, now, options.channels?.map((name) => ({ name })) ?? usualChannels, () => address);
  const gatewayUrl = () => `${address.replace("http:", "ws:")}/gateway`;
  const gateway = new Gateway(state, options.token, gatewayUrl);
  const requestFaults = new RequestFaults();
  const faults = new SandboxFaults(gateway, requestFaults, state);
  const client = new Client(state, (interaction) => gateway.deliver(interaction));
  const closing = new AbortController();
  const app = apiApp({
    state,
    token: options.token,
    faults: requestFaults,
    closing: closing.signal,
    routes: [
      ...basicRoutes(state, gatewayUrl),
      ...commandRoutes(state),
      ...interactionRoutes(state),
      ...webhookRoutes(state),
      ...channelRoutes(state),
    ],
  });
  uploadRoutes(app, state);
  pageRoutes(app, pageFolders(options), state.files);
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const server = createServer((request, response) => {
    if (isForUs(request)) void listener(request, response);
    else response.writeHead(403).end();
  });
  const pages = new PageSocket(state, client, () => gateway.present);
  server.on("upgrade", (request, socket, head) => upgrade(request, socket, head, gateway, pages));
  address = await listen(server, options.port);
  // The published description is large: it is read while the bot logs in, not while somebody waits for an answer.
  setImmediate(() => void state.spec());
  return {
    address,
    apiUrl: `${address}/api`,
    applicationId: state.world.applicationId,
    guildId: state.world.guildId,
    get channels() {
      return idsByName(state.world.textChannels);
    },
    withoutBot: { group: idOf(state, "group"), foreign: idOf(state, "foreign") },
    faults,
    get botPresent() {
      return gateway.present;
    },
    get commands() {
      return state.commands.all;
    },
    requests: state.requests,
    whenReady: (ms) => whenReady(state, gateway, ms),
    user: (persona) => new SandboxUser(state, client, personFor(state, persona)),
    messages: (channelId) => state.messages.in(channelId).map((stored) => stored.message),
    message: (id) => state.messages.find(id)?.message,
    denyBot: (channelId, permissions) => {
      const channel = state.world.channels.get(channelId);
      if (channel?.kind === "text") setOverwrites(state, channel, state.world.denyingBot(channel, permissions));
    },
    setOverwrites: (channelId, overwrites) => {
      const channel = state.world.channels.get(channelId);
      if (channel?.kind === "text") setOverwrites(state, channel, overwrites);
    },
    addChannel: (name, overwrites = []) => makeChannel(state, name, overwrites),
    get threads() {
      return idsByName(state.world.threads);
    },
    setThread: (threadId, to) => {
      const thread = state.world.channels.get(threadId);
      if (thread?.kind === "thread") setThreadState(state, thread, to);
    },
    get roles() {
      return idsByName(state.world.roles);
    },
    addRole: (name, permissions = 0n) => makeRole(state, name, permissions),
    giveRole: (username, role) => setRole(state, personFor(state, { username }), roleNamed(state, role), true),
    takeRole: (username, role) => setRole(state, personFor(state, { username }), roleNamed(state, role), false),
    deleteChannel: (channelId) => dropChannel(state, channelId),
    deleteMessage: (messageId) => {
      const stored = state.messages.find(messageId);
      if (stored !== undefined) state.messages.remove(stored);
      return stored !== undefined;
    },
    play: (conversation) =>
      playConversation(state, client, conversation, { signal: closing.signal, pauseMs: 0, tell: () => {} }),
    close: async () => {
      closing.abort();
      faults.clear();
      state.interactions.stop();
      gateway.close();
      pages.close();
      await closeServer(server);
    },
  };
}

function whenReady(state: State, gateway: Gateway, ms: number): Promise<boolean> {
  const isReady = () => gateway.present && state.commands.all.length > 0;
  if (isReady()) return Promise.resolve(true);
  return new Promise((resolve) => {
    const finish = (ready: boolean) => {
      clearTimeout(timer);
      unsubscribe();
      resolve(ready);
    };
    const timer = setTimeout(finish, ms, false);
    const unsubscribe = state.happenings.subscribe(() => {
      if (isReady()) finish(true);
    });
  });
}

function pageFolders({ pageFolder, pageModules }: SandboxOptions): PageFolders | null {
  return pageFolder === null ? null : { files: pageFolder, modules: pageModules ?? pageFolder };
}

function personFor(state: State, persona: PersonaOptions | undefined) {
  const { people } = state.world;
  if (persona === undefined) return people.me;
  return people.named(persona.username) ?? people.add(persona.username, persona.username, persona.permissions);
}

function roleNamed(state: State, named: string): Role {
  const role = state.world.role(named);
  if (role === undefined) throw new RangeError(`There is no role “${named}”.`);
  return role;
}

function idsByName(named: readonly { readonly id: string; readonly name: string }[]): Readonly<Record<string, string>> {
  return Object.fromEntries(named.map(({ name, id }) => [name, id]));
}

function idOf(state: State, kind: "group" | "foreign"): string {
  return [...state.world.channels.values()].find((channel) => channel.kind === kind)?.id ?? "";
}

/** WebSockets: `/gateway` for bots, `/page` for pages of ours. */
function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, gateway: Gateway, pages: PageSocket): void {
  socket.on("error", () => socket.destroy());
  const path = new URL(request.url ?? "/", "ws://sandbox").pathname.replace(/\/$/, "");
  // Bots send no Origin: a browser that knocks at the gateway does so for somebody else's page.
  if (isForUs(request) && path === "/gateway" && request.headers.origin === undefined)
    gateway.upgrade(request, socket, head);
  else if (isForUs(request) && path === "/page" && isFromUs(request)) pages.upgrade(request, socket, head);
  else socket.end("HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n");
}

function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      const bound = server.address();
      resolve(`http://127.0.0.1:${typeof bound === "object" && bound !== null ? bound.port : port}`);
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
