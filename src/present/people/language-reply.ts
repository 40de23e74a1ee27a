import type { Reply } from "../../domain/reply.ts";
import type { Words } from "../../domain/words.ts";
import { escapeMarkdown } from "../text/markdown.ts";
import { privateNote } from "../text/note.ts";

/**
 * Says in which language somebody is spoken with from now on.
 *
 * @param words in that language
 * @param chosen whether they chose it, rather than leave it to Discord
 */
export function languageReply(words: Words, chosen: boolean): Reply {
  const language = nameOf(words, words.language);
  const set = words.say(chosen ? "language.set" : "language.as-in-discord", { language });
  return privateNote(`${set} ${words.say("language.articles")}`);
}

/** Says which language a server has now. @param tag BCP 47 */
export function serverLanguageReply(words: Words, tag: string): Reply {
  return privateNote(words.say("language.server-set", { language: nameOf(words, tag) }));
}

/** Why somebody cannot set a language for everybody. */
export function noServerLanguageReply(words: Words, why: "server-only" | "needs-permission"): Reply {
  return privateNote(words.say(`language.${why}`), "failure");
}

function nameOf(words: Words, tag: string): string {
  return escapeMarkdown(words.languageName(tag));
}
