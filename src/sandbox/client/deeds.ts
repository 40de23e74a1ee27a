import { MessageType, PermissionFlagsBits, type APIEmbed, type APIMessage } from "discord-api-types/v10";
import { guildChannel, isOpenTo, type Channel, type Thread } from "../channels.ts";
import type { Upload } from "../files.ts";
import type { Person } from "../people.ts";
import { guildOf } from "../reach.ts";
import type { State } from "../state.ts";

/** What came of a deed: its result, or the sentence with which Discord's client refuses. */
export type Done<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

/** What a person posts: words, files, or a preview of a link, which Discord shows as an embed. */
export interface Saying {
  readonly content: string;
  readonly embeds?: readonly APIEmbed[];
  readonly files?: readonly Upload[];
}

const { CreatePublicThreads, ManageChannels, ManageMessages, ManageThreads } = PermissionFlagsBits;
const { SendMessages, SendMessagesInThreads } = PermissionFlagsBits;

/** What people may write with Nitro; 2,000 without. */
export const mostContent = 4000;
const mostName = 100;
const mostThreads = 50;

/** Posts what a person says. */
export function say(state: State, person: Person, channelId: string, saying: Saying): Done<APIMessage> {
  const channel = openChannel(state, person, channelId);
  if (channel === undefined) return refused("There is no such channel.");
  const needed = channel.kind === "thread" ? SendMessagesInThreads : SendMessages;
  if (!may(state, person, channel, needed)) {
    return refused("You do not have permission to send messages in this channel.");
  }
  const content = saying.content.trim();
  if (content.length > mostContent) return refused(`A message has ${mostContent} characters at most.`);
  const embeds = saying.embeds ?? [];
  const files = saying.files ?? [];
  if (content === "" && embeds.length + files.length === 0) return refused("There is nothing to send.");
  const stored = state.messages.post({
    channelId,
    author: person.user,
    ownerId: null,
    type: MessageType.Default,
    body: { content, embeds: [...embeds] },
    uploads: new Map(files.map((file, number) => [String(number), file])),
    thinking: false,
    applicationId: null,
    command: null,
    metadata: null,
    replyTo: null,
  });
  return { ok: true, value: stored.message };
}

/** Starts a public thread in a text channel of the guild. */
export function startThread(state: State, person: Person, channelId: string, name: string): Done<Thread> {
  const parent = state.world.channels.get(channelId);
  if (parent?.kind !== "text") return refused("A thread starts in a channel of the server.");
  if (!may(state, person, parent, CreatePublicThreads)) return refused("You do not have permission to start threads.");
  const trimmed = name.trim().slice(0, mostName);
  if (trimmed === "") return refused("A thread needs a name.");
  if (state.world.threads.length >= mostThreads) return refused(`The sandbox holds ${mostThreads} threads at most.`);
  const thread = state.world.addThread(parent, trimmed, person.user.id, state.now());
  state.happenings.tell({ type: "channel", change: "made", channel: thread });
  return { ok: true, value: thread };
}

/** Deletes a channel or a thread of the guild, with everything in it. */
export function deleteChannel(state: State, person: Person, channelId: string): Done<null> {
  const channel = state.world.channels.get(channelId);
  const inGuild = channel === undefined ? null : guildChannel(channel);
  if (channel === undefined || inGuild === null) return refused("Only channels of the server can be deleted.");
  const needed = channel.kind === "thread" ? ManageThreads : ManageChannels;
  if (!may(state, person, channel, needed)) return refused("You do not have permission to delete this channel.");
  dropChannel(state, channelId);
  return { ok: true, value: null };
}

/** Takes a channel away, whoever asks. @returns whether there was one that can go. */
export function dropChannel(state: State, channelId: string): boolean {
  const channel = state.world.channels.get(channelId);
  if (channel?.kind !== "text" && channel?.kind !== "thread") return false;
  for (const gone of state.world.removeChannel(channel)) {
    state.messages.forget(gone.id);
    state.happenings.tell({ type: "channel", change: "gone", channel: gone });
  }
  return true;
}

/** Deletes a message: one's own, or anybody's for those who manage messages. */
export function deleteMessage(state: State, person: Person, messageId: string): Done<null> {
  const stored = state.messages.find(messageId);
  const channel = stored === undefined ? undefined : openChannel(state, person, stored.channelId);
  if (stored === undefined || channel === undefined) return refused("That message is not there any more.");
  const own = stored.message.author.id === person.user.id || stored.ownerId === person.user.id;
  const managed = stored.ownerId === null && guildOf(channel, state.world.guildId) !== null;
  if (!own && !(managed && may(state, person, channel, ManageMessages))) {
    return refused("You do not have permission to delete this message.");
  }
  state.messages.remove(stored);
  return { ok: true, value: null };
}

/** Whether a person takes direct messages from now on. */
export function setClosed(state: State, person: Person, closed: boolean): void {
  person.closed = closed;
  state.happenings.tell({ type: "person", person });
}

function openChannel(state: State, person: Person, channelId: string): Channel | undefined {
  const channel = state.world.channels.get(channelId);
  return channel !== undefined && isOpenTo(channel, person) ? channel : undefined;
}

function may(state: State, person: Person, channel: Channel, needed: bigint): boolean {
  if (guildOf(channel, state.world.guildId) === null) return true;
  return (state.world.personPermissions(channel, person) & needed) === needed;
}

function refused(reason: string): { readonly ok: false; readonly reason: string } {
  return { ok: false, reason };
}
