import type { Condition, UnusableReason } from "../../domain/answer.ts";
import type { Words } from "../../domain/words.ts";
import { cut } from "./cut.ts";
import { escapeMarkdown } from "./markdown.ts";

/** Sentences the bot says in more than one place. Plain text that may repeat what was typed. */

/** Longest value that is repeated whole, in characters. */
const MAX_TYPED = 60;

/** Why a question could not be looked up, and what to do. */
export function unusableQuestion(words: Words, reason: UnusableReason): string {
  switch (reason.id) {
    case "date-unreadable":
      return words.say("question.date-unreadable", {
        operator: reason.operator,
        typed: quoted(words, cut(reason.typed, MAX_TYPED)),
      });
    case "publisher-unknown":
      return words.say("question.publisher-unknown", { typed: quoted(words, cut(reason.typed, MAX_TYPED)) });
    case "empty":
    case "too-long":
    case "no-words":
    case "only-conditions":
      return words.say(`question.${reason.id}`);
  }
}

/** Said of a search that found nothing. */
export function nothingHolds(words: Words, conditions: readonly Condition[]): string {
  return words.say(conditions.length === 0 ? "search.nothing" : "search.nothing-on-conditions");
}

/** Which words no article uses. */
export function unknownWords(words: Words, unknown: readonly string[]): string {
  const named = unknown.map((word) => quoted(words, word));
  return words.say("answer.unknown-words", { words: words.list(named, "or") });
}

/** How a spelling was read. */
export function readAs(words: Words, asked: string, read: string): string {
  return words.say("answer.read-as", { asked: quoted(words, asked), read: quoted(words, read) });
}

/** A text in the quotation marks of the language. */
export function quoted(words: Words, text: string): string {
  return words.say("text.quoted", { text });
}

/** The name people know a command by, as Markdown: `/quellen` for `sources`, with its subcommand where one is meant. */
export function commandName(words: Words, name: string, subcommand: string | null = null): string {
  const own = words.find(`command.${name}.name`) ?? name;
  const below = subcommand === null ? "" : ` ${words.find(`command.${name}.sub.${subcommand}.name`) ?? subcommand}`;
  return escapeMarkdown(`/${own}${below}`);
}
