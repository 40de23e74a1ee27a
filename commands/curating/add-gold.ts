import type { CommandContext } from "../../src/domain/command.ts";
import type { GoldQuestion } from "../../src/domain/gold.ts";
import type { Reply } from "../../src/domain/reply.ts";
import { noSuchArticleReply } from "../../src/present/answers/article-reply.ts";
import { cleanText } from "../../src/present/text/clean.ts";
import { curatorFailureReply } from "../../src/present/corpus/corpus-failure.ts";
import { goldAddedReply } from "../../src/present/corpus/gold-reply.ts";
import { escapeMarkdown } from "../../src/present/text/markdown.ts";
import { privateNote } from "../../src/present/text/note.ts";
import { noteDeeds } from "./note-deeds.ts";
import { titlesIn } from "./titles.ts";

/** Most texts that an answer can be expected to hold, and the characters of each. */
const MOST_TEXTS = 20;
const TEXT_LENGTH = 300;

/** A gold question as a maintainer wants it. */
export interface WantedGold {
  readonly question: string;
  readonly expect: GoldQuestion["expect"];
  /** Id, or words of the title, of an article to be cited; empty for any. */
  readonly article: string;
  /** Texts that the answer has to hold, parted by semicolons or line breaks; empty for none. */
  readonly contains: string;
}

/** Makes a question one of those by which the corpus is checked. */
export async function addGold(context: CommandContext, wanted: WantedGold): Promise<Reply> {
  const { words, curator, library } = context;
  const named = wanted.article.trim();
  const article = named === "" ? null : (library.article(named) ?? library.completeArticle(named, 1).at(0));
  if (article === undefined) return noSuchArticleReply(words, named);
  const contains = wanted.contains
    .split(/[;\r\n]+/u)
    .map((text) => cleanText(text).trim())
    .filter((text) => text !== "");
  if (wanted.expect === "not-in-articles" && (article !== null || contains.length > 0)) {
    return privateNote(escapeMarkdown(words.say("gold.contradicts")), "failure");
  }
  if (contains.length > MOST_TEXTS || contains.some(({ length }) => length > TEXT_LENGTH)) {
    const limits = { limit: MOST_TEXTS, length: TEXT_LENGTH };
    return privateNote(escapeMarkdown(words.say("gold.too-long", limits)), "failure");
  }
  const added = await curator.addGold(library.status().event.id, {
    question: cleanText(wanted.question).trim(),
    expect: wanted.expect,
    articles: article === null ? [] : [article.id],
    contains,
    note: null,
  });
  if (!added.ok) return curatorFailureReply(words, added.error);
  const { id, question } = added.value;
  const isLogged = await noteDeeds(context, [{ deed: "gold-added", subject: id, detail: question }]);
  return withLogNote(context, goldAddedReply(words, added.value, titlesIn(context)), isLogged);
}

/** A reply that also tells where a deed could not be written down. */
export function withLogNote({ words }: CommandContext, reply: Reply, isLogged: boolean): Reply {
  return isLogged ? reply : { ...reply, body: `${reply.body}\n\n${escapeMarkdown(words.say("kept.not-logged"))}` };
}
