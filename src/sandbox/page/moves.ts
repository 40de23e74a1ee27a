import type { PageChannel, PageMessage, Persona } from "../page-protocol.ts";
import type { Choosable } from "./choices.ts";
import { permission } from "./discord-types.ts";
import type { PageState } from "./state.ts";

/** Whom the page acts as. */
export function personaOf({ personas, personaId }: PageState): Persona | null {
  return personas.find(({ user }) => user.id === personaId) ?? null;
}

/** The places the persona can be in. */
export function placesOf({ channels, personaId }: PageState): readonly PageChannel[] {
  return channels.filter(
    ({ ownerId, permissions }) =>
      (ownerId === null || ownerId === personaId) && canSee(permissions[personaId] ?? String(permission.view)),
  );
}

/** The server's roles, and the channels and threads of it that the persona sees; nothing outside the server. */
export function choosableIn(state: PageState): Choosable {
  const inServer = ({ kind }: PageChannel): boolean => kind === "text" || kind === "thread";
  const here = channelOf(state);
  return here !== null && inServer(here)
    ? { roles: state.roles, channels: placesOf(state).filter(inServer) }
    : { roles: [], channels: [] };
}

function canSee(permissions: string): boolean {
  return (BigInt(permissions) & permission.view) !== 0n;
}

export function channelOf(state: PageState): PageChannel | null {
  return placesOf(state).find(({ id }) => id === state.channelId) ?? null;
}

/** What the persona sees of the open channel. */
export function messagesSeen({ messages, channelId, personaId }: PageState): readonly PageMessage[] {
  return messages.filter(
    (shown) => shown.channelId === channelId && (shown.ownerId === null || shown.ownerId === personaId),
  );
}

/** Opens a channel, whose messages are then read. */
export function movedTo(state: PageState, channelId: string): PageState {
  return { ...state, channelId, unread: state.unread.filter((id) => id !== channelId) };
}

/** Stays in the open channel where the persona can be there; else opens the first there is. */
export function openingPlace(state: PageState): PageState {
  const places = placesOf(state);
  const stays = places.some(({ id }) => id === state.channelId);
  return movedTo(state, stays ? state.channelId : (places[0]?.id ?? ""));
}

/** After places came or went: out of one that is gone, into a thread just started from this page. */
export function withChannels(state: PageState, channels: readonly PageChannel[]): PageState {
  const next = {
    ...state,
    channels,
    messages: state.messages.filter(({ channelId }) => channels.some(({ id }) => id === channelId)),
    unread: state.unread.filter((channelId) => channels.some(({ id }) => id === channelId)),
  };
  const awaited = state.pending.some(({ origin }) => origin.type === "deed" && origin.deed === "thread");
  const fresh = channels.find(({ id, kind }) => kind === "thread" && !state.channels.some((known) => known.id === id));
  return awaited && fresh !== undefined ? movedTo(next, fresh.id) : openingPlace(next);
}
