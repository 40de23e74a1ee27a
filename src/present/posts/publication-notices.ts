import type { DigestPlan } from "../../domain/digest-plan.ts";
import type { Publication, PublicationLine } from "../../domain/publication.ts";
import type { ControlRow, Reply } from "../../domain/reply.ts";
import type { Words } from "../../domain/words.ts";
import { citedMarkdown } from "../text/citation.ts";
import { cleanText } from "../text/clean.ts";
import { cutAtWord } from "../text/cut.ts";
import { LIMITS } from "../text/limits.ts";
import { channelMention, escapeMarkdown } from "../text/markdown.ts";
import { paragraphs, privateNote } from "../text/note.ts";
import { correctionText } from "./publication-lines.ts";
import { publicationTitle } from "./publication-title.ts";
import { quoted } from "../text/words.ts";

/** Characters of a sentence, where it is the only one and where there are many; 25 of the last always fit. */
const ROOMS = [400, 200, 60] as const;
/** Characters of a title within a sentence of ours. */
const TITLE_LENGTH = 100;
/** Characters of a reason, as many as the form takes. */
const REASON_LENGTH = 300;

/** Tells whoever drafted something that another moderator agreed to it, and that it is posted. */
export function approvedNotice(words: Words, publication: Publication): Reply {
  return {
    ...privateNote(words.say("notice.approved", placeOf(words, publication))),
    controls: postButton(words, publication),
  };
}

/** Tells whoever drafted something that it was sent back. @param reason in another moderator's words */
export function sentBackNotice(words: Words, publication: Publication, reason: string): Reply {
  const { title } = placeOf(words, publication);
  const shown = escapeMarkdown(cutAtWord(cleanText(reason).trim(), REASON_LENGTH)) || "–";
  return privateNote(words.say("notice.sent-back", { title, reason: shown }));
}

/** Tells that something could not be posted. */
export function notPostedNotice(words: Words, publication: Publication): Reply {
  return privateNote(words.say("notice.not-posted", placeOf(words, publication)), "failure");
}

/** Tells that a digest could not be posted, and is paused. */
export function digestPausedNotice(words: Words, { channel }: Pick<DigestPlan, "channel">): Reply {
  return privateNote(words.say("notice.digest-paused", { channel: channelMention(channel) }), "failure");
}

/** Tells which sentences the articles no longer bear out. @param isSeen whether the post says so already */
export function correctedNotice(words: Words, publication: Publication, isSeen: boolean): Reply {
  const lead = words.say(isSeen ? "notice.corrected" : "notice.not-corrected", placeOf(words, publication));
  return {
    ...privateNote(fitting(words, lead, correctedLines(publication)), isSeen ? "information" : "failure"),
    controls: postButton(words, publication),
  };
}

/**
 * What is said below a post that Discord does not let be edited.
 *
 * @param key by which the message is found again; it stands in the state of its button
 */
export function correctionReply(words: Words, publication: Publication, key: string): Reply {
  const lines = correctedLines(publication);
  const body = lines.length === 0 ? words.say("notice.stands-again") : fitting(words, "", lines);
  const action = { command: "verify", action: "post", state: [publication.id, key] } as const;
  return {
    ...privateNote(body),
    visibility: "public",
    title: words.say("notice.correction.title"),
    controls: [
      { type: "buttons", buttons: [{ type: "action", label: words.say("button.verify"), action, disabled: false }] },
    ],
  };
}

/** Leads to a post, where there is one. */
function postButton(words: Words, { server, channel, message }: Publication): readonly ControlRow[] {
  if (message === null) return [];
  const url = `https://discord.com/channels/${server}/${channel}/${message}`;
  return [{ type: "buttons", buttons: [{ type: "link", label: words.say("button.go-to-post"), url }] }];
}

function placeOf(words: Words, publication: Publication): { readonly title: string; readonly channel: string } {
  const title = cutAtWord(publicationTitle(words, publication), TITLE_LENGTH);
  return { title: escapeMarkdown(quoted(words, title)), channel: channelMention(publication.channel) };
}

function correctedLines({ lines }: Publication): readonly PublicationLine[] {
  return lines.filter(({ correction }) => correction !== null);
}

function fitting(words: Words, lead: string, lines: readonly PublicationLine[]): string {
  const bodies = ROOMS.map((room) => paragraphs([lead, ...lines.map((line) => lineMarkdown(words, line, room))]));
  return bodies.find(({ length }) => length <= LIMITS.embed.descriptionLength) ?? bodies.at(-1) ?? "";
}

function lineMarkdown(words: Words, { cited, correction }: PublicationLine, room: number): string {
  const sentence = citedMarkdown(words, cited, room);
  return `~~${sentence}~~${correction === null ? "" : ` **(${correctionText(words, correction)})**`}`;
}
