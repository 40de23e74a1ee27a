import type { NothingToTell } from "../domain/digest.ts";
import type { Permission } from "../domain/permission.ts";
import type { ControlRow, Reply } from "../domain/reply.ts";
import type { Words } from "../domain/words.ts";
import { cut } from "./cut.ts";
import { dated } from "./dates.ts";
import { escapeMarkdown, quietLines } from "./markdown.ts";
import { paragraphs, privateNote } from "./note.ts";
import { type Retold, retoldReply } from "./publication-reply.ts";
import { unknownWords, unusableQuestion } from "./words.ts";

export interface NothingSetting {
  readonly newest: string | null;
  readonly independentSources: number | null;
  /** The closest passages, as lines. */
  readonly closest: Retold;
  readonly controls: readonly ControlRow[];
}

const MAX_UNKNOWN_WORDS = 3;
const MAX_WORD = 40;

/** Says that the articles tell nothing, and offers the closest passages where there are some. */
export function nothingToTellReply(words: Words, nothing: NothingToTell, setting: NothingSetting): Reply {
  switch (nothing.status) {
    case "unusable-topic":
      return privateNote(escapeMarkdown(unusableQuestion(words, nothing.reason)));
    case "nothing-then":
      return privateNote(nothingThen(words, nothing.newest), "not-in-articles");
    case "not-in-articles": {
      const { closest, controls, ...rest } = setting;
      const unknown = nothing.unknownWords.slice(0, MAX_UNKNOWN_WORDS).map((word) => cut(word, MAX_WORD));
      const why = unknown.length === 0 ? "" : ` ${escapeMarkdown(unknownWords(words, unknown))}`;
      const silent = `**${words.say("answer.silence")}**${why}`;
      if (closest.lines.length === 0) return privateNote(silent, "not-in-articles");
      const lead = paragraphs([silent, words.say("answer.closest")]);
      const reply = retoldReply(words, closest, { ...rest, visibility: "private", lead }, controls);
      return { ...reply, outcome: "not-in-articles" };
    }
  }
}

function nothingThen(words: Words, newest: string | null): string {
  const known = newest === null ? "" : ` ${words.say("summary.newest-about", dated(words, newest, "long"))}`;
  return `**${words.say("summary.nothing-then")}**${known}`;
}

/** What a moderator should know before composing: where nothing can be posted, and why. Markdown; empty where all is well. */
export function placeNotice(
  words: Words,
  { mayWrite, lacking }: { readonly mayWrite: boolean; readonly lacking: readonly Permission[] | "unknown" },
): string {
  if (!mayWrite) return quietLines([words.say("summary.you-cannot-write")]);
  if (lacking === "unknown") return quietLines([words.say("summary.channel-unknown")]);
  return lacking.length === 0 ? "" : quietLines([words.say("summary.cannot-post", { permissions: permissions(words, lacking) })]);
}

/** "send messages and embed links". */
export function permissions(words: Words, lacking: readonly Permission[]): string {
  return words.list(
    lacking.map((one) => words.say(`permission.${one}`)),
    "and",
  );
}
