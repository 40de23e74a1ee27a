import type { Publication } from "../../domain/publication.ts";
import type { Words } from "../../domain/words.ts";
import { cutAtWord } from "../text/cut.ts";
import { dated } from "../text/dates.ts";
import { questionTitle } from "../answers/question-title.ts";

/** Characters of a topic that a title of ours repeats. */
const TOPIC_LENGTH = 120;

/** What stands above a publication, plain text: the moderator's title, or ours. */
export function publicationTitle(
  words: Words,
  { title, kind, topic }: Pick<Publication, "title" | "kind" | "topic">,
): string {
  if (title !== null && title.trim() !== "") return questionTitle(title);
  const name = words.say(`publication.${kind}`);
  const what = cutAtWord(topic?.trim() ?? "", TOPIC_LENGTH);
  return questionTitle(what === "" ? name : words.say("publication.titled", { kind: name, topic: what }));
}

/** The period a publication was asked for, plain text; empty for all time. */
export function periodOf(words: Words, { since, until }: Pick<Publication, "since" | "until">): string {
  if (since === null) return until === null ? "" : words.say("publication.until", dated(words, until, "short"));
  if (until === null) return words.say("condition.after", dated(words, since, "short"));
  return words.say("text.date-range", { from: words.date(since, "short"), to: words.date(until, "short") });
}
