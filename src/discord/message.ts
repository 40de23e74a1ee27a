import { MessageFlags } from "discord-api-types/v10";
import type { APIActionRowComponent, APIComponentInMessageActionRow, APIEmbed } from "discord-api-types/v10";
import type { Outcome, Reply } from "../domain/reply.ts";
import { cut } from "../present/text/cut.ts";
import { LIMITS } from "../present/text/limits.ts";
import { escapeMarkdown } from "../present/text/markdown.ts";
import { toRows } from "./components.ts";
import type { OnCut } from "./labels.ts";
import { clean } from "./clean.ts";
import { type SentFile, type ReplyFile, attachedFiles, pictureFile } from "./files.ts";

/**
 * A message as every one of ours leaves: one embed, no mention ever. `content` is blank, so that an edit clears it. Its
 * files travel beside it.
 */
export interface Message {
  readonly content: "";
  readonly embeds: [APIEmbed];
  readonly components: APIActionRowComponent<APIComponentInMessageActionRow>[];
  readonly allowed_mentions: { parse: [] };
}

export interface MessageWithFiles extends Message {
  /** The files it is to have from now on: those that travel beside it, by their number. */
  readonly attachments: SentFile[];
}

/** Middle tones with at least 3:1 contrast on Discord's dark and light backgrounds. */
const COLOURS: Readonly<Record<Outcome, number>> = Object.freeze({
  answered: 0x1f8b8b,
  disagreement: 0x9b6bc7,
  "not-in-articles": 0xb7791f,
  information: 0x7a828e,
  failure: 0xd0454c,
});

const NOTHING_TO_SHOW = "(There is nothing to show.)";

/**
 * Makes the message for a reply. This is the last gate before Discord: whatever the rooms before it did, nothing leaves
 * that Discord would refuse. `onCut` hears of everything shortened or left out, which is a mistake of a room before.
 */
export function toMessage(reply: Reply, onCut: OnCut): Message {
  return {
    content: "",
    embeds: [toEmbed(reply, onCut)],
    components: toRows(reply.controls, onCut),
    allowed_mentions: { parse: [] },
  };
}

/** The message with the files that travel beside it; where it takes the place of another, the files of that one go. */
export function withFiles(message: Message, files: readonly ReplyFile[]): MessageWithFiles {
  return { ...message, attachments: attachedFiles(files) };
}

/** The flags a reply is sent with; they can be set when a message is made, not when it is edited. */
export function flagsOf(visibility: Reply["visibility"]): { readonly flags?: MessageFlags.Ephemeral } {
  return visibility === "private" ? { flags: MessageFlags.Ephemeral } : {};
}

function toEmbed(reply: Reply, onCut: OnCut): APIEmbed {
  const { titleLength, descriptionLength, footerLength, totalLength } = LIMITS.embed;
  // Titles are plain text to us and Markdown to Discord; footers are plain to both.
  const title = fit(escapeMarkdown(reply.title ?? ""), titleLength, "title", onCut);
  const footer = fit(reply.footer ?? "", footerLength, "footer", onCut);
  const room = Math.min(descriptionLength, totalLength - title.length - footer.length);
  const description = fit(reply.body, room, "body", onCut);
  const picture = pictureFile(reply);
  return {
    color: COLOURS[reply.outcome],
    ...(title === "" ? {} : { title }),
    ...(description === "" && title !== "" ? {} : { description: description || NOTHING_TO_SHOW }),
    ...(footer === "" ? {} : { footer: { text: footer } }),
    ...(picture === null ? {} : { image: { url: `attachment://${picture.name}` } }),
  };
}

function fit(text: string, limit: number, what: string, onCut: OnCut): string {
  const sound = clean(text).trim();
  if (sound.length > limit) onCut(what);
  return cut(sound, limit);
}
