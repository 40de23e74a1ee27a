import {
  MessageFlags,
  MessageReferenceType,
  type MessageType,
  type APIAttachment,
  type APIEmbed,
  type APIMessage,
  type APIMessageInteractionMetadata,
  type APIUser,
} from "discord-api-types/v10";
import type { MessageBody } from "discord-api-spec/zod";
import { bitSet } from "./bits.ts";
import { shownEmbeds, unshown } from "./embeds.ts";
import type { Files, Upload } from "./files.ts";
import type { Happenings } from "./happenings.ts";
import { answerMentions, channelMentions, mentionsIn } from "./mentions.ts";
import type { Limits } from "./options.ts";
import type { PageMessage } from "./page-protocol.ts";
import type { Snowflakes } from "./snowflake.ts";

/** A message with what Discord knows about it beyond what it tells bots. */
export interface StoredMessage {
  readonly channelId: string;
  /** The one person who sees it, or null for everybody in the channel. */
  readonly ownerId: string | null;
  message: APIMessage;
  /** All its files, also those that an embed shows and that are not listed as attachments. */
  files: readonly APIAttachment[];
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
  readonly #limits: Limits;
  readonly #nonces = new Map<string, { readonly messageId: string; readonly at: number }>();
  readonly #userNamed: (id: string) => APIUser | undefined;

  /** @param userNamed gives a user by id, undefined for strangers. */
  constructor(
    ids: Snowflakes,
    now: () => number,
    files: Files,
    happenings: Happenings,
    limits: Limits,
    userNamed: (id: string) => APIUser | undefined,
  ) {
    this.#userNamed = userNamed;
    this.#ids = ids;
    this.#now = now;
    this.#files = files;
    this.#happenings = happenings;
    this.#limits = limits;
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
    const files = this.#attach(fresh.body, fresh.uploads);
    const embeds = shownEmbeds(fresh.body.embeds ?? [], files);
    const stored: StoredMessage = {
      channelId: fresh.channelId,
      ownerId: fresh.ownerId,
      files,
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
        embeds,
        components: fresh.body.components ?? [],
        attachments: unshown(files, embeds),
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
      if (channel.size <= this.#limits.messagesPerChannel) break;
      this.remove(oldest);
    }
    return stored;
  }

  /** Changes what the body names and keeps the rest. The first edit of a thinking message is its answer, not an edit. */
  edit(stored: StoredMessage, body: MessageBody, uploads: ReadonlyMap<string, Upload>): void {
    const before = stored.message;
    const flags = before.flags ?? 0;
    const thinking = (flags & MessageFlags.Loading) !== 0;
    const fresh = this.#attach(body, uploads);
    // Of files with one name an embed means the new one.
    const embeds =
      body.embeds === undefined ? before.embeds : shownEmbeds(body.embeds ?? [], [...fresh, ...stored.files]);
    stored.files = [...this.#kept(stored, body, embeds), ...fresh];
    stored.message = {
      ...before,
      ...(body.content === undefined ? {} : { content: body.content?.trim() ?? "" }),
      embeds,
      ...(body.components === undefined ? {} : { components: body.components ?? [] }),
      ...(body.content === undefined ? {} : this.#calls(body, before.application_id !== undefined)),
      attachments: unshown(stored.files, embeds),
      flags: bitSet(MessageFlags, editedFlags(flags & ~MessageFlags.Loading, body.flags)),
      edited_timestamp: thinking ? null : new Date(this.#now()).toISOString(),
    };
    this.#tell(stored, false);
  }

  remove(stored: StoredMessage): void {
    this.#byChannel.get(stored.channelId)?.delete(stored.message.id);
    for (const { id } of stored.files) this.#files.drop(id);
    this.#happenings.tell({
      type: "message-deleted",
      messageId: stored.message.id,
      channelId: stored.channelId,
      ownerId: stored.ownerId,
    });
  }

  /** The message an author posted with a nonce in the past few minutes, if it is still there. */
  withNonce(authorId: string, nonce: string): StoredMessage | undefined {
    const oldest = this.#now() - this.#limits.nonceMs;
    for (const [key, { at }] of this.#nonces) if (at < oldest) this.#nonces.delete(key);
    const known = this.#nonces.get(`${authorId} ${nonce}`);
    return known === undefined ? undefined : this.find(known.messageId);
  }

  rememberNonce(nonce: string, { message }: StoredMessage): void {
    this.#nonces.set(`${message.author.id} ${nonce}`, { messageId: message.id, at: this.#now() });
  }

  /** As Discord does after minutes: what is posted with one of them again is posted again. */
  forgetNonces(): void {
    this.#nonces.clear();
  }

  /** Drops all messages of a channel that is gone; nobody is told, as nobody can see them. */
  forget(channelId: string): void {
    for (const { files } of this.in(channelId)) {
      for (const { id } of files) this.#files.drop(id);
    }
    this.#byChannel.delete(channelId);
  }

  /** Messages with an application's id answer an interaction. */
  #calls(body: MessageBody, answers: boolean): Pick<APIMessage, "mentions" | "mention_roles" | "mention_everyone"> {
    const defaults = answers ? answerMentions : channelMentions;
    const called = mentionsIn(body.content ?? "", body.allowed_mentions, defaults, this.#userNamed);
    return { mentions: called.users, mention_roles: called.roles, mention_everyone: called.everyone };
  }

  #attach(body: MessageBody, uploads: ReadonlyMap<string, Upload>): readonly APIAttachment[] {
    return [...uploads].map(([number, upload]) => {
      const described = body.attachments?.find((attachment) => attachment.id === number);
      const name = described?.filename ?? upload.name;
      return this.#files.keep(this.#ids.next(), { ...upload, name }, described?.description ?? null);
    });
  }

  /** `attachments` in an edit lists the files that stay; without it all do, and so do those that an embed shows. */
  #kept({ files }: StoredMessage, body: MessageBody, embeds: readonly APIEmbed[]): readonly APIAttachment[] {
    const listed = body.attachments === undefined ? null : new Set(body.attachments?.map((one) => one.id));
    const hidden = unshown(files, embeds);
    const kept = files.filter((file) => listed === null || listed.has(file.id) || !hidden.includes(file));
    for (const gone of files) if (!kept.includes(gone)) this.#files.drop(gone.id);
    return kept;
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
