import {
  InteractionResponseType,
  InteractionType,
  MessageFlags,
  MessageType,
  type APIMessage,
} from "discord-api-types/v10";
import type { MessageBody } from "discord-api-spec/zod";
import type { Interaction } from "../interactions.ts";
import type { StoredMessage } from "../messages.ts";
import { isRecord } from "../rules/json.ts";
import { Report } from "../rules/report.ts";
import type { State } from "../state.ts";
import { invalidForm, refuse, type ApiAnswer } from "./answer.ts";
import { checkedChoices, checkedModal } from "./callback-bodies.ts";
import { checkedMessage } from "./message-body.ts";
import type { ApiRequest } from "./request.ts";
import type { Route } from "./route.ts";

const { ApplicationCommand, ApplicationCommandAutocomplete, MessageComponent, ModalSubmit } = InteractionType;
const reply = InteractionResponseType;

/** The bot's first answer to an interaction. */
export function interactionRoutes(state: State): readonly Route[] {
  return [
    {
      method: "POST",
      path: "/interactions/:id/:token/callback",
      auth: "path",
      limit: { bucket: "interaction-callback", major: "token", requests: 30, seconds: 1 },
      run: (request) => answer(state, request),
    },
  ];
}

async function answer(state: State, request: ApiRequest): Promise<ApiAnswer> {
  const interaction = state.interactions.byId(request.params["id"] ?? "");
  if (interaction === undefined || interaction.token !== request.params["token"]) return refuse(10062);
  if (interaction.state === "missed") return refuse(10062);
  if (interaction.state === "acknowledged") return refuse(40060);
  if (!state.world.channels.has(interaction.start.channelId)) return refuse(10003);
  const body = isRecord(request.body) ? request.body : {};
  const allowed = allowedTypes(interaction);
  const type = allowed.find((one) => one === body["type"]);
  if (type === undefined) {
    const report = new Report();
    if (body["type"] === undefined) report.required(["type"]);
    else report.add(["type"], "BASE_TYPE_CHOICES", `Value must be one of {${allowed.join(", ")}}.`);
    return invalidForm(report.tree);
  }
  const refusal = await perform(state, interaction, type, body["data"], request);
  if (refusal !== null) return refusal;
  return request.query["with_response"] === "true" ? described(interaction, type) : { status: 204 };
}

/** Which answers Discord takes for which kind of interaction. */
function allowedTypes(interaction: Interaction): readonly InteractionResponseType[] {
  const message = [reply.ChannelMessageWithSource, reply.DeferredChannelMessageWithSource];
  const update = [reply.DeferredMessageUpdate, reply.UpdateMessage];
  switch (interaction.start.type) {
    case ApplicationCommand:
      return [...message, reply.Modal];
    case MessageComponent:
      return [...message, ...update, reply.Modal];
    case ModalSubmit:
      return interaction.start.source === null ? message : [...message, ...update];
    case ApplicationCommandAutocomplete:
      return [reply.ApplicationCommandAutocompleteResult];
    case InteractionType.Ping:
  }
  return [reply.Pong];
}

/** Does what the answer says. @returns the refusal, or null when it was done. */
async function perform(
  state: State,
  interaction: Interaction,
  type: InteractionResponseType,
  data: unknown,
  request: ApiRequest,
): Promise<ApiAnswer | null> {
  if (type === reply.ApplicationCommandAutocompleteResult) {
    const choices = await checkedChoices(state, interaction, data);
    if (!choices.ok) return choices.answer;
    return once(interaction, () => interaction.acknowledge({ type: "choices", choices: choices.value }));
  }
  if (type === reply.Modal) {
    const modal = await checkedModal(state, data);
    if (!modal.ok) return modal.answer;
    return once(interaction, () =>
      interaction.acknowledge({ type: "modal", modalId: interaction.start.id, modal: modal.value }),
    );
  }
  if (type === reply.UpdateMessage || type === reply.DeferredMessageUpdate) {
    return update(state, interaction, type === reply.DeferredMessageUpdate, data, request);
  }
  return respond(state, interaction, type === reply.DeferredChannelMessageWithSource, data, request);
}

/** Checking takes time; of two answers that arrive together the second is one too many, or too late. */
function once(interaction: Interaction, act: () => void): ApiAnswer | null {
  if (interaction.state === "missed") return refuse(10062);
  if (interaction.state === "acknowledged") return refuse(40060);
  act();
  return null;
}

async function respond(
  state: State,
  interaction: Interaction,
  thinking: boolean,
  data: unknown,
  request: ApiRequest,
): Promise<ApiAnswer | null> {
  const checked = await checkedMessage(state, {
    schema: "IncomingWebhookInteractionRequestSchema",
    body: data,
    path: ["data"],
    uploads: request.uploads,
    before: null,
    mayBeEmpty: thinking,
  });
  if (!checked.ok) return checked.answer;
  return once(interaction, () => {
    interaction.acknowledge({ type: thinking ? "thinking" : "message" });
    const ephemeral = ((checked.value.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
    const stored = postFor(state, interaction, thinking ? {} : checked.value, ephemeral, thinking, request);
    interaction.original = stored;
    if (!thinking) interaction.show(stored);
  });
}

async function update(
  state: State,
  interaction: Interaction,
  later: boolean,
  data: unknown,
  request: ApiRequest,
): Promise<ApiAnswer | null> {
  const source = interaction.start.source;
  if (source === null || state.messages.find(source.message.id) !== source) return refuse(10008);
  const checked = await checkedMessage(state, {
    schema: "IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema",
    body: later ? {} : data,
    path: ["data"],
    uploads: request.uploads,
    before: source,
    mayBeEmpty: later,
  });
  if (!checked.ok) return checked.answer;
  return once(interaction, () => {
    interaction.acknowledge({ type: later ? "update-later" : "update" });
    interaction.original = source;
    if (later) return;
    state.messages.edit(source, checked.value, request.uploads);
    interaction.show(source);
  });
}

/** Posts a message in answer to an interaction: the response itself, or a follow-up. */
export function postFor(
  state: State,
  interaction: Interaction,
  body: MessageBody,
  ephemeral: boolean,
  thinking: boolean,
  request: ApiRequest,
): StoredMessage {
  const { start } = interaction;
  const first = interaction.original;
  const follows = first !== null && start.metadata !== null;
  const stored = state.messages.post({
    channelId: start.channelId,
    author: state.world.bot,
    ownerId: ephemeral ? start.person.user.id : null,
    type: messageType(interaction),
    body,
    uploads: thinking ? new Map() : request.uploads,
    thinking,
    applicationId: state.world.applicationId,
    command: start.commandName,
    metadata: follows ? { ...start.metadata, original_response_message_id: first.message.id } : start.metadata,
    replyTo: start.type === MessageComponent ? start.source : first,
  });
  interaction.messageIds.add(stored.message.id);
  return stored;
}

function messageType(interaction: Interaction): MessageType {
  const first = interaction.original === null && interaction.start.type === ApplicationCommand;
  return first ? interaction.start.messageType : MessageType.Reply;
}

function described(interaction: Interaction, type: InteractionResponseType): ApiAnswer {
  const message: APIMessage | undefined = interaction.original?.message;
  const resource = message === undefined || type === reply.DeferredMessageUpdate ? { type } : { type, message };
  const about =
    message === undefined
      ? {}
      : {
          response_message_id: message.id,
          response_message_loading: ((message.flags ?? 0) & MessageFlags.Loading) !== 0,
          response_message_ephemeral: interaction.original?.ownerId !== null,
        };
  return {
    status: 200,
    body: { interaction: { id: interaction.start.id, type: interaction.start.type, ...about }, resource },
  };
}
