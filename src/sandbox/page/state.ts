import type {
  APIApplicationCommand,
  APIApplicationCommandOptionChoice,
  APIModalInteractionResponseCallbackData,
  APIUser,
} from "discord-api-types/v10";
import type { PageChannel, PageMessage, PageRole, Persona, ToPage } from "../page-protocol.ts";
import { movedTo, openingPlace, withChannels } from "./moves.ts";
import { without } from "./deleted.ts";
import { closed, reducePlay, type Play } from "./play-state.ts";

/** What the person did that has not yet been answered. */
export type Origin =
  | { readonly type: "command"; readonly channelId: string; readonly name: string }
  | { readonly type: "component"; readonly messageId: string; readonly customId: string }
  | { readonly type: "modal-submit" }
  /** Anything done without the bot: writing, deleting, starting a thread. */
  | { readonly type: "deed"; readonly channelId: string; readonly deed: "thread" | "other" };

export interface Pending {
  readonly nonce: string;
  /** Who did it, and alone sees what came of it. */
  readonly personaId: string;
  readonly origin: Origin;
}

/** An interaction that came to nothing, shown where it began until the next try. */
export interface FailedInteraction extends Pending {
  /** Id of the message that was the last one when it failed, or null where there was none: its place in the channel. */
  readonly after: string | null;
  readonly reason: string;
}

export interface OpenModal {
  readonly modalId: string;
  readonly modal: APIModalInteractionResponseCallbackData;
}

/** Proposals for the option being typed; answers to older nonces are dropped. */
export interface Proposals {
  readonly nonce: string;
  readonly status: "loading" | "ready" | "failed";
  readonly choices: readonly APIApplicationCommandOptionChoice[];
}

export interface PageState {
  readonly connection: "connecting" | "open" | "lost";
  readonly guildName: string;
  /** Everybody's; {@link placesOf} gives those of the persona. */
  readonly channels: readonly PageChannel[];
  /** Empty until the server has said which channels there are. */
  readonly channelId: string;
  readonly personas: readonly Persona[];
  /** Whom the page acts as; empty until the server has said who there is. */
  readonly personaId: string;
  /** The server's, everybody's first. */
  readonly roles: readonly PageRole[];
  /** Channels, anybody's, with a message nobody has looked at. */
  readonly unread: readonly string[];
  readonly bot: APIUser | null;
  readonly commands: readonly APIApplicationCommand[];
  readonly messages: readonly PageMessage[];
  readonly pending: readonly Pending[];
  readonly failures: readonly FailedInteraction[];
  readonly modal: OpenModal | null;
  readonly proposals: Proposals | null;
  /** The conversation being played, or that was played last. */
  readonly play: Play | null;
}

export type Action =
  | ToPage
  | { readonly type: "connection"; readonly connection: "open" | "lost" }
  | { readonly type: "channel-chosen"; readonly channelId: string }
  | { readonly type: "persona-chosen"; readonly personaId: string }
  | { readonly type: "sent"; readonly pending: Pending }
  | { readonly type: "proposals-wanted"; readonly nonce: string }
  | { readonly type: "proposals-closed" }
  | { readonly type: "failure-dismissed"; readonly nonce: string }
  | { readonly type: "modal-closed" }
  | { readonly type: "play-started"; readonly nonce: string; readonly name: string }
  | { readonly type: "play-closed" };

export const initialState: PageState = Object.freeze({
  connection: "connecting",
  guildName: "",
  channels: [],
  channelId: "",
  personas: [],
  personaId: "",
  roles: [],
  unread: [],
  bot: null,
  commands: [],
  messages: [],
  pending: [],
  failures: [],
  modal: null,
  proposals: null,
  play: null,
});

/** What the page shows after `action`. Pure; a message of a type it does not know changes nothing. */
export function reduce(state: PageState, action: Action): PageState {
  switch (action.type) {
    case "hello":
      return greeted(state, action);
    case "bot":
      return { ...state, bot: action.bot };
    case "commands":
      return { ...state, commands: action.commands };
    case "channels":
      return withChannels(state, action.channels);
    case "roles":
      return { ...state, roles: action.roles };
    case "persona":
      return { ...state, personas: state.personas.map((one) => changed(one, action.persona)) };
    case "message":
      return arrived(state, action.message);
    case "message-deleted":
      return { ...state, messages: without(state.messages, action.messageId) };
    case "choices":
      return state.proposals?.nonce === action.nonce
        ? { ...state, proposals: { nonce: action.nonce, status: "ready", choices: action.choices } }
        : state;
    case "modal":
      return { ...settled(state, action.nonce), modal: { modalId: action.modalId, modal: action.modal } };
    case "acknowledged":
      return acknowledged(state, action.nonce);
    case "failed":
      return failed(state, action.nonce, action.reason);
    case "connection":
      return action.connection === "open" ? { ...state, connection: "open" } : disconnected(state);
    case "channel-chosen":
      return movedTo(state, action.channelId);
    case "persona-chosen":
      return openingPlace({ ...state, personaId: action.personaId, modal: null, proposals: null });
    case "sent":
      return sent(state, action.pending);
    case "proposals-wanted":
      return {
        ...state,
        proposals: { nonce: action.nonce, status: "loading", choices: state.proposals?.choices ?? [] },
      };
    case "proposals-closed":
      return state.proposals === null ? state : { ...state, proposals: null };
    case "failure-dismissed":
      return { ...state, failures: state.failures.filter(({ nonce }) => nonce !== action.nonce) };
    case "modal-closed":
      return { ...state, modal: null, failures: withoutModal(state.failures) };
    case "play-started":
    case "play-closed":
    case "played":
      return reducePlay(state, action);
    default:
      return state;
  }
}

function greeted(state: PageState, hello: Extract<ToPage, { type: "hello" }>): PageState {
  const known = hello.personas.some(({ user }) => user.id === state.personaId);
  return openingPlace({
    ...initialState,
    connection: "open",
    guildName: hello.guildName,
    channels: hello.channels,
    channelId: state.channelId,
    personas: hello.personas,
    roles: hello.roles,
    personaId: known ? state.personaId : (hello.personas[0]?.user.id ?? ""),
    bot: hello.bot,
    commands: hello.commands,
    messages: hello.messages,
  });
}

function changed(known: Persona, persona: Persona): Persona {
  return known.user.id === persona.user.id ? persona : known;
}

/** A new message, or a new state of one there is. New ones elsewhere are marked as unread. */
function arrived(state: PageState, message: PageMessage): PageState {
  const { id } = message.message;
  if (state.messages.some((known) => known.message.id === id)) {
    return { ...state, messages: state.messages.map((known) => (known.message.id === id ? message : known)) };
  }
  const { channelId } = message;
  const seen = channelId === state.channelId || state.unread.includes(channelId);
  return {
    ...state,
    messages: [...state.messages, message],
    unread: seen ? state.unread : [...state.unread, channelId],
  };
}

function settled(state: PageState, nonce: string): PageState {
  return { ...state, pending: state.pending.filter((pending) => pending.nonce !== nonce) };
}

function acknowledged(state: PageState, nonce: string): PageState {
  if (state.play?.nonce === nonce) return { ...state, play: closed(state.play, null) };
  const closesModal = state.pending.some(
    (pending) => pending.nonce === nonce && pending.origin.type === "modal-submit",
  );
  return { ...settled(state, nonce), modal: closesModal ? null : state.modal };
}

function failed(state: PageState, nonce: string, reason: string): PageState {
  if (state.play?.nonce === nonce) return { ...state, play: closed(state.play, reason) };
  if (state.proposals?.nonce === nonce) {
    return { ...state, proposals: { nonce, status: "failed", choices: [] } };
  }
  const pending = state.pending.find((candidate) => candidate.nonce === nonce);
  return pending === undefined
    ? state
    : { ...settled(state, nonce), failures: [...state.failures, failure(state, pending, reason)] };
}

function disconnected(state: PageState): PageState {
  const reason = "The connection to the sandbox was lost.";
  return {
    ...state,
    connection: "lost",
    proposals: null,
    pending: [],
    failures: [...state.failures, ...state.pending.map((pending) => failure(state, pending, reason))],
    play: state.play === null ? null : closed(state.play, state.play.status === "playing" ? reason : null),
  };
}

function failure(state: PageState, pending: Pending, reason: string): FailedInteraction {
  const { channelId } = state;
  return {
    ...pending,
    reason,
    after: state.messages.findLast((shown) => shown.channelId === channelId)?.message.id ?? null,
  };
}

function sent(state: PageState, pending: Pending): PageState {
  const { origin } = pending;
  const failures = state.failures.filter((failure) => {
    const before = failure.origin;
    return origin.type === "component"
      ? before.type !== "component" || before.messageId !== origin.messageId
      : before.type !== origin.type || origin.type !== "modal-submit";
  });
  return { ...state, failures, pending: [...state.pending, pending], proposals: null };
}

function withoutModal(failures: readonly FailedInteraction[]): readonly FailedInteraction[] {
  return failures.filter(({ origin }) => origin.type !== "modal-submit");
}
