import { MessageFlags } from "discord-api-types/v10";
import type { Interaction } from "../interactions.ts";
import type { StoredMessage } from "../messages.ts";
import type { State } from "../state.ts";
import { refuse, type ApiAnswer } from "./answer.ts";
import { postFor } from "./interaction-routes.ts";
import { checkedMessage, editMessage } from "./message-body.ts";
import type { ApiRequest } from "./request.ts";
import type { Quota, Route } from "./route.ts";

const limit: Quota = { bucket: "webhook", major: "token", requests: 5, seconds: 1 };
const message = "/webhooks/:application/:token/messages/:message";

type Found<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly answer: ApiAnswer };

/** What a bot does with an interaction after its first answer, by the interaction's token. */
export function webhookRoutes(state: State): readonly Route[] {
  return [
    {
      method: "POST",
      path: "/webhooks/:application/:token",
      auth: "path",
      limit,
      run: (request) => followUp(state, request),
    },
    { method: "GET", path: message, auth: "path", limit, run: (request) => read(state, request) },
    { method: "PATCH", path: message, auth: "path", limit, run: (request) => edit(state, request) },
    { method: "DELETE", path: message, auth: "path", limit, run: (request) => remove(state, request) },
  ];
}

/** The interaction of the token, if it was answered and its token still lives. */
function interactionOf(state: State, request: ApiRequest): Found<Interaction> {
  const interaction = state.interactions.byToken(request.params["token"] ?? "");
  if (interaction === undefined || request.params["application"] !== state.world.applicationId) {
    return { ok: false, answer: refuse(10015) };
  }
  if (interaction.ageMs > state.limits.tokenMs) return { ok: false, answer: refuse(50027) };
  if (interaction.state !== "acknowledged") return { ok: false, answer: refuse(10015) };
  if (!state.world.channels.has(interaction.start.channelId)) return { ok: false, answer: refuse(10003) };
  return { ok: true, value: interaction };
}

function messageOf(state: State, request: ApiRequest): Found<{ interaction: Interaction; stored: StoredMessage }> {
  const found = interactionOf(state, request);
  if (!found.ok) return found;
  const interaction = found.value;
  const id = request.params["message"] ?? "";
  const wanted = id === "@original" ? interaction.original : state.messages.find(id);
  const own = wanted !== null && wanted !== undefined && (id === "@original" || interaction.messageIds.has(id));
  const there = own && state.messages.find(wanted.message.id) === wanted;
  return there ? { ok: true, value: { interaction, stored: wanted } } : { ok: false, answer: refuse(10008) };
}

async function followUp(state: State, request: ApiRequest): Promise<ApiAnswer> {
  const found = interactionOf(state, request);
  if (!found.ok) return found.answer;
  const interaction = found.value;
  const waiting = interaction.original;
  const thinking = waiting !== null && isThinking(waiting);
  const checked = await checkedMessage(state, {
    schema: "IncomingWebhookRequestPartialSchema",
    body: request.body,
    path: [],
    uploads: request.uploads,
    before: null,
    mayBeEmpty: false,
  });
  if (!checked.ok) return checked.answer;
  // Discord lets the first follow-up take the place of "… is thinking".
  if (thinking && isThinking(waiting)) {
    state.messages.edit(waiting, checked.value, request.uploads);
    interaction.show(waiting);
    return { status: 200, body: waiting.message };
  }
  const ephemeral = ((checked.value.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  const stored = postFor(state, interaction, checked.value, ephemeral, false, request);
  interaction.show(stored);
  return { status: 200, body: stored.message };
}

function read(state: State, request: ApiRequest): ApiAnswer {
  const found = messageOf(state, request);
  return found.ok ? { status: 200, body: found.value.stored.message } : found.answer;
}

async function edit(state: State, request: ApiRequest): Promise<ApiAnswer> {
  const found = messageOf(state, request);
  if (!found.ok) return found.answer;
  const { interaction, stored } = found.value;
  const answer = await editMessage(state, stored, "IncomingWebhookUpdateRequestPartialSchema", request);
  if (answer.status === 200) interaction.show(stored);
  return answer;
}

function remove(state: State, request: ApiRequest): ApiAnswer {
  const found = messageOf(state, request);
  if (!found.ok) return found.answer;
  state.messages.remove(found.value.stored);
  return { status: 204 };
}

function isThinking(stored: StoredMessage): boolean {
  return ((stored.message.flags ?? 0) & MessageFlags.Loading) !== 0;
}
