import {
  MessageFlags,
  MessageReferenceType,
  type MessageType,
  type APIMessage,
  type APIMessageInteractionMetadata,
  type APIUser,
} from "discord-api-types/v10";
import type { MessageBody } from "discord-api-spec/zod";
import { bitSet } from "./bits.ts";
import { shownEmbeds } from "./embeds.ts";
import type { Files, Upload } from "./files.ts";
import type { Happenings } from "./happenings.ts";
import { answerMentions, channelMentions, mentionsIn } from "./mentions.ts";
import type { PageMessage } from "./page-protocol.ts";
import type { Snowflakes } from "./snowflake.ts";

/** A message with what Discord knows about it beyond what it tells bots. */
export interface StoredMessage {
  readonly channelId: string;
  /** The one person who sees it, or null for everybody in the channel. */
  readonly ownerId: string | null;
  message: APIMessage;
}

interface NewMessage {
  readonly channelId: string;
  readonly author: APIUser;
  readonly ownerId: string | null;
  readonly type: MessageType;
  readonly body: MessageBody;
  readonly uploads: ReadonlyMap<string, Upload>;
  /** "… is thinking": nothing to show yet. */
  readonly thinking: boolean;
  readonly applicationId: string | null;
  readonly metadata: APIMessageInteractionMetadata | null;
  /** Name of the command it answers, or null. */
  readonly command: string | null;
  readonly replyTo: StoredMessage | null;
}

const setByBots = MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2;

/** The messages of all channels, the oldest of each channel dropped beyond a cap. */
export class Messages {
  readonly #byChannel = new Map<string, Map<string, StoredMessage>>();
  readonly #ids: Snowflakes;
  readonly #now: () => number;
  readonly #files: Files;
  readonly #happenings: Happenings;
  readonly #mostPerChannel: number;
  readonly #userNamed: (id: string) => APIUser | undefined;

  /** @param userNamed gives a user by id, undefined for strangers. */
  constructor(
    ids: Snowflakes,
    now: () => number,
    files: Files,
    happenings: Happenings,
    mostPerChannel: number,
    userNamed: (id: string) => APIUser | undefined,
  ) {
    this.#userNamed = userNamed;
    this.#ids = ids;
    this.#now = now;
    this.#files = files;
    this.#happenings = happenings;
    this.#mostPerChannel = mostPerChannel;
  }

  get(channelId: string, messageId: string): StoredMessage | undefined {
    return this.#byChannel.get(channelId)?.get(messageId);
  }

  find(messageId: string): StoredMessage | undefined {
    for (const channel of this.#byChannel.values()) {
      const found = channel.get(messageId);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Oldest first. */
  in(channelId: string): readonly StoredMessage[] {
    return [...(this.#byChannel.get(channelId)?.values() ?? [])];
  }

  post(fresh: NewMessage): StoredMessage {
    const id = this.#ids.next();
    const attachments = this.#attach(fresh.body, fresh.uploads);
    const stored: StoredMessage = {
      channelId: fresh.channelId,
      ownerId: fresh.ownerId,
      message: {
        id,
        channel_id: fresh.channelId,
        type: fresh.type,
        author: fresh.author,
        timestamp: new Date(this.#now()).toISOString(),
        edited_timestamp: null,
        pinned: false,
        ...this.#calls(fresh.body, fresh.applicationId !== null),
        tts: fresh.body.tts ?? false,
        content: fresh.body.content?.trim() ?? "",
        embeds: shownEmbeds(fresh.body.embeds ?? [], attachments),
        components: fresh.body.components ?? [],
        attachments,
        flags: bitSet(
          MessageFlags,
          ((fresh.body.flags ?? 0) & setByBots) |
            (fresh.ownerId === null ? 0 : MessageFlags.Ephemeral) |
            (fresh.thinking ? MessageFlags.Loading : 0),
        ),
        ...(fresh.applicationId === null
          ? {}
          : { application_id: fresh.applicationId, webhook_id: fresh.applicationId }),
        ...(fresh.metadata === null ? {} : { interaction_metadata: fresh.metadata }),
        ...(fresh.metadata === null || fresh.command === null ? {} : askedBy(fresh.metadata, fresh.command)),
        ...(fresh.replyTo === null ? {} : referenceTo(fresh.replyTo)),
      },
    };
    const channel = this.#byChannel.get(fresh.channelId) ?? new Map<string, StoredMessage>();
    this.#byChannel.set(fresh.channelId, channel);
    channel.set(id, stored);
    this.#tell(stored, true);
    for (const oldest of channel.values()) {
      if (channel.size <= this.#mostPerChannel) break;
      this.remove(oldest);
    }
    return stored;
  }

  /** Changes what the body names and keeps the rest. The first edit of a thinking message is its answer, not an edit. */
  edit(stored: StoredMessage, body: MessageBody, uploads: ReadonlyMap<string, Upload>): void {
    const before = stored.message;
    const flags = before.flags ?? 0;
    const thinking = (flags & MessageFlags.Loading) !== 0;
    const attachments = this.#reattach(stored, body, uploads);
    stored.message = {
      ...before,
      ...(body.content === undefined ? {} : { content: body.content?.trim() ?? "" }),
      ...(body.embeds === undefined ? {} : { embeds: shownEmbeds(body.embeds ?? [], attachments) }),
      ...(body.components === undefined ? {} : { components: body.components ?? [] }),
      ...(body.content === undefined ? {} : this.#calls(body, before.application_id !== undefined)),
      attachments,
      flags: bitSet(MessageFlags, editedFlags(flags & ~MessageFlags.Loading, body.flags)),
      edited_timestamp: thinking ? null : new Date(this.#now()).toISOString(),
    };
    this.#tell(stored, false);
  }

  remove(stored: StoredMessage): void {
    this.#byChannel.get(stored.channelId)?.delete(stored.message.id);
    for (const attachment of stored.message.attachments) this.#files.drop(attachment.id);
    this.#happenings.tell({
      type: "message-deleted",
      messageId: stored.message.id,
      channelId: stored.channelId,
      ownerId: stored.ownerId,
    });
  }

  /** Drops all messages of a channel that is gone; nobody is told, as nobody can see them. */
  forget(channelId: string): void {
    for (const { message } of this.in(channelId)) {
      for (const attachment of message.attachments) this.#files.drop(attachment.id);
    }
    this.#byChannel.delete(channelId);
  }

  /** Messages with an application's id answer an interaction. */
  #calls(body: MessageBody, answers: boolean): Pick<APIMessage, "mentions" | "mention_roles" | "mention_everyone"> {
    const defaults = answers ? answerMentions : channelMentions;
    const called = mentionsIn(body.content ?? "", body.allowed_mentions, defaults, this.#userNamed);
    return { mentions: called.users, mention_roles: called.roles, mention_everyone: called.everyone };
  }

  #attach(body: MessageBody, uploads: ReadonlyMap<string, Upload>): APIMessage["attachments"] {
    return [...uploads].map(([number, upload]) => {
      const described = body.attachments?.find((attachment) => attachment.id === number);
      const name = described?.filename ?? upload.name;
      return this.#files.keep(this.#ids.next(), { ...upload, name }, described?.description ?? null);
    });
  }

  /** `attachments` in an edit lists the ones that stay; without it all do. */
  #reattach(stored: StoredMessage, body: MessageBody, uploads: ReadonlyMap<string, Upload>): APIMessage["attachments"] {
    const before = stored.message.attachments;
    const listed = body.attachments === undefined ? null : new Set(body.attachments?.map((one) => one.id));
    const kept = before.filter((attachment) => listed === null || listed.has(attachment.id));
    for (const gone of before) if (!kept.includes(gone)) this.#files.drop(gone.id);
    return [...kept, ...this.#attach(body, uploads)];
  }

  #tell(stored: StoredMessage, fresh: boolean): void {
    this.#happenings.tell({ type: "message", fresh, shown: shownOnPage(stored), ownerId: stored.ownerId });
  }
}

/** Whether there is anything to see: Discord refuses a message without (50006). */
export function isEmpty(message: Pick<APIMessage, "content" | "embeds" | "components" | "attachments">): boolean {
  const parts = message.embeds.length + (message.components?.length ?? 0) + message.attachments.length;
  return message.content.trim() === "" && parts === 0;
}

/** Whether a message is private was settled when it was made: an edit that says otherwise changes nothing. */
function editedFlags(before: number, given: number | null | undefined): number {
  if (given === undefined || given === null) return before;
  const kept = before & ~MessageFlags.SuppressEmbeds;
  return kept | (given & (MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2));
}

export function shownOnPage(stored: StoredMessage): PageMessage {
  return {
    message: stored.message,
    channelId: stored.channelId,
    ownerId: stored.ownerId,
    thinking: ((stored.message.flags ?? 0) & MessageFlags.Loading) !== 0,
  };
}

/** Discord shows one message behind another, not the chain. */
function withoutReference(message: APIMessage): APIMessage {
  const { referenced_message: _further, ...rest } = message;
  return rest;
}

/** The older form of `interaction_metadata`, which alone tells the command's name. */
function askedBy(metadata: APIMessageInteractionMetadata, name: string): Pick<APIMessage, "interaction"> {
  return { interaction: { id: metadata.id, type: metadata.type, name, user: metadata.user } };
}

function referenceTo(target: StoredMessage): Pick<APIMessage, "message_reference" | "referenced_message"> {
  return {
    message_reference: {
      type: MessageReferenceType.Default,
      channel_id: target.channelId,
      message_id: target.message.id,
    },
    referenced_message: withoutReference(target.message),
  };
}
