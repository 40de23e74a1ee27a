import { MessageType, PermissionFlagsBits } from "discord-api-types/v10";
import { hasBot, type Channel } from "../channels.ts";
import { setThreadState } from "../changes.ts";
import type { StoredMessage } from "../messages.ts";
import { Report } from "../rules/report.ts";
import type { State } from "../state.ts";
import { invalidForm, refuse, refuseEdit, type ApiAnswer } from "./answer.ts";
import { checkedMessage, editMessage } from "./message-body.ts";
import type { ApiRequest } from "./request.ts";
import type { Method, Quota, Route } from "./route.ts";

const { AttachFiles, EmbedLinks, ManageMessages, ManageThreads, ReadMessageHistory } = PermissionFlagsBits;
const { SendMessages, SendMessagesInThreads, ViewChannel } = PermissionFlagsBits;
const messages = "/channels/:channel/messages";

type Handler = (state: State, channel: Channel, request: ApiRequest) => ApiAnswer | Promise<ApiAnswer>;

/** Channels and the messages a bot sends there outside interactions, as far as its permissions go. */
export function channelRoutes(state: State): readonly Route[] {
  const route = (method: Method, path: string, needed: bigint, handler: Handler): Route => ({
    method,
    path,
    auth: "bot",
    limit: quotaOf(method, path),
    run: (request) => {
      const channel = state.world.channels.get(request.params["channel"] ?? "");
      if (channel === undefined) return refuse(10003);
      return problemIn(state, channel, needed) ?? handler(state, channel, request);
    },
  });
  return [
    route("GET", "/channels/:channel", 0n, (state, channel) => ({
      status: 200,
      body: state.world.channelPayload(channel),
    })),
    route("GET", messages, ReadMessageHistory, list),
    route("POST", messages, SendMessages, post),
    route("GET", `${messages}/:message`, ReadMessageHistory, (state, channel, request) =>
      withMessage(state, channel, request, (stored) => ({ status: 200, body: stored.message })),
    ),
    route("PATCH", `${messages}/:message`, 0n, edit),
    route("DELETE", `${messages}/:message`, 0n, remove),
  ];
}

/** Direct messages know no permissions. In a thread writing needs a permission of its own. */
function problemIn(state: State, channel: Channel, needed: bigint): ApiAnswer | null {
  if (!hasBot(channel)) return refuse(50001);
  if (channel.kind === "direct") return null;
  const allowed = state.world.botPermissions(channel);
  if ((allowed & ViewChannel) === 0n) return refuse(50001);
  const here = channel.kind === "thread" && needed === SendMessages ? SendMessagesInThreads : needed;
  return (allowed & here) === here ? null : refuse(50013);
}

function quotaOf(method: Method, path: string): Quota {
  return { bucket: `${method} ${path}`, major: "channel", requests: 5, seconds: method === "POST" ? 2 : 1 };
}

/** Ephemeral messages are not in the channel: only the interaction's token reaches them. */
function withMessage<T>(
  state: State,
  channel: Channel,
  request: ApiRequest,
  act: (stored: StoredMessage) => T,
): T | ApiAnswer {
  const stored = state.messages.get(channel.id, request.params["message"] ?? "");
  return stored === undefined || stored.ownerId !== null ? refuse(10008) : act(stored);
}

function list(state: State, channel: Channel, request: ApiRequest): ApiAnswer {
  const asked = request.query["limit"] ?? "50";
  const limit = Number(asked);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
    const report = new Report();
    report.add(["limit"], "NUMBER_TYPE_MAX", "int value should be between 1 and 100.");
    return invalidForm(report.tree);
  }
  const { before, after } = request.query;
  const shown = state.messages
    .in(channel.id)
    .filter((stored) => stored.ownerId === null)
    .map((stored) => stored.message)
    .filter(({ id }) => (before === undefined || isOlder(id, before)) && (after === undefined || isOlder(after, id)));
  const part = after === undefined ? shown.slice(-limit) : shown.slice(0, limit);
  return { status: 200, body: part.toReversed() };
}

/** Snowflakes are compared as numbers; what is none is older than everything. */
function isOlder(a: string, b: string): boolean {
  return /^\d{1,20}$/.test(b) && (!/^\d{1,20}$/.test(a) || BigInt(a) < BigInt(b));
}

async function post(state: State, channel: Channel, request: ApiRequest): Promise<ApiAnswer> {
  if (channel.kind === "direct" && channel.person.closed) return refuse(50007);
  const allowed = state.world.botPermissions(channel);
  const locked = channel.kind === "thread" && channel.state === "locked";
  if (locked && (allowed & ManageThreads) === 0n) return refuse(50083);
  const checked = await checkedMessage(state, {
    schema: "MessageCreateRequestSchema",
    body: request.body,
    path: [],
    uploads: request.uploads,
    before: null,
    mayBeEmpty: false,
  });
  if (!checked.ok) return checked.answer;
  const body = checked.value;
  const needed = (request.uploads.size > 0 ? AttachFiles : 0n) | ((body.embeds ?? []).length > 0 ? EmbedLinks : 0n);
  if ((allowed & needed) !== needed) return refuse(50013);
  const nonce = body.nonce === undefined || body.nonce === null ? null : String(body.nonce);
  const enforced = nonce !== null && body.enforce_nonce === true;
  const known = enforced ? state.nonces.find(state.world.bot.id, nonce) : undefined;
  const earlier = known === undefined ? undefined : state.messages.find(known);
  if (earlier !== undefined) return { status: 200, body: { ...earlier.message, nonce: body.nonce } };
  const reference = body.message_reference ?? null;
  const replyTo = reference === null ? null : (state.messages.get(channel.id, reference.message_id) ?? null);
  if (reference !== null && channel.kind !== "direct" && (allowed & ReadMessageHistory) === 0n) return refuse(160002);
  if (reference !== null && replyTo === null && reference.fail_if_not_exists !== false) {
    const report = new Report();
    report.add(["message_reference"], "REPLIES_UNKNOWN_MESSAGE", "Unknown message");
    return invalidForm(report.tree);
  }
  if (channel.kind === "thread" && channel.state !== "open") setThreadState(state, channel, "open");
  const stored = state.messages.post({
    channelId: channel.id,
    author: state.world.bot,
    ownerId: null,
    type: replyTo === null ? MessageType.Default : MessageType.Reply,
    body,
    uploads: request.uploads,
    thinking: false,
    applicationId: null,
    command: null,
    metadata: null,
    replyTo,
  });
  if (nonce === null) return { status: 200, body: stored.message };
  state.nonces.remember(state.world.bot.id, nonce, stored.message.id);
  return { status: 200, body: { ...stored.message, nonce: body.nonce } };
}

function edit(state: State, channel: Channel, request: ApiRequest): ApiAnswer | Promise<ApiAnswer> {
  return withMessage(state, channel, request, async (stored) => {
    if (stored.message.author.id !== state.world.bot.id) return refuse(50005);
    if (channel.kind === "thread" && channel.state !== "open") return refuse(50083);
    const { refusedFor } = state.edits;
    if (refusedFor !== null) return refuseEdit(refusedFor);
    return editMessage(state, stored, "MessageEditRequestPartialSchema", request);
  });
}

function remove(state: State, channel: Channel, request: ApiRequest): ApiAnswer | Promise<ApiAnswer> {
  return withMessage(state, channel, request, (stored) => {
    const own = stored.message.author.id === state.world.bot.id;
    const manages = channel.kind !== "direct" && (state.world.botPermissions(channel) & ManageMessages) !== 0n;
    if (!own && !manages) return refuse(50013);
    state.messages.remove(stored);
    return { status: 204 };
  });
}
