import type { ActionContext, ActionResult, CommandContext, Choice } from "../../src/domain/command.ts";
import type { Article } from "../../src/domain/article.ts";
import type { Reply } from "../../src/domain/reply.ts";
import { noSuchArticleReply } from "../../src/present/answers/article-reply.ts";
import { cleanText } from "../../src/present/text/clean.ts";
import { curatorFailureReply } from "../../src/present/corpus/corpus-failure.ts";
import { movedReply } from "../../src/present/corpus/corpus-outcome.ts";
import {
  REASON_LENGTH,
  articleGoneReply,
  articleKey,
  articleStaysReply,
  noneWithdrawnReply,
  withdrawSureReply,
  withdrawnChoice,
} from "../../src/present/corpus/corpus-withdrawal.ts";
import { cut } from "../../src/present/text/cut.ts";
import { LIMITS } from "../../src/present/text/limits.ts";
import { noteDeeds } from "./note-deeds.ts";
import { titlesIn } from "./titles.ts";
import { watchingWith } from "./watching.ts";

/** Asks whether an article is to be withdrawn. */
export function askWithdraw({ library, words }: CommandContext, wanted: string, reason: string): Reply {
  // Whoever does not choose a proposal sends the words typed; the question names the article that they resemble.
  const article = library.article(wanted) ?? library.completeArticle(wanted, 1).at(0);
  if (article === undefined) return noSuchArticleReply(words, wanted);
  const state = [library.status().event.id.slice(0, EVENT_LENGTH), articleKey(article)];
  return withdrawSureReply(words, article, cut(cleanText(reason).trim(), REASON_LENGTH), {
    sure: { command: "corpus", action: "withdraw", state },
    keep: { command: "corpus", action: "keep", state },
  });
}

/** As much of an event's id as a button has room for. */
const EVENT_LENGTH = 40;

/** Withdraws an article for the reason that stands above the button. State: event, article. */
export async function withdrawArticle(context: ActionContext, state: readonly string[]): Promise<ActionResult> {
  const { words, curator, library, shown } = context;
  const article = articleOf(context, state);
  if (article === undefined) return { place: "update", reply: articleGoneReply(words) };
  const reason = shown.title ?? "";
  const watching = watchingWith(context);
  const done = await curator.withdraw(library.status().event.id, article.id, reason, watching);
  if (!done.ok) return { place: "update", reply: curatorFailureReply(words, done.error) };
  const detail = `${article.title}: ${reason}`;
  const isLogged = await noteDeeds(context, [{ deed: "article-withdrawn", subject: article.id, detail }]);
  const setting = { titleOf: titlesIn(context), isLogged };
  return { place: "update", reply: movedReply(words, "withdrawn", article, done.value, setting) };
}

/** Leaves the article where it is. State: event, article. */
export async function keepArticle(context: ActionContext, state: readonly string[]): Promise<ActionResult> {
  const article = articleOf(context, state);
  const { words } = context;
  return {
    place: "update",
    reply: article === undefined ? articleGoneReply(words) : articleStaysReply(words, article),
  };
}

/** Puts a withdrawn article back. @param wanted its id, or words of its title */
export async function restoreArticle(context: CommandContext, wanted: string): Promise<Reply> {
  const { words, curator, library } = context;
  const event = library.status().event.id;
  const listed = await curator.withdrawn(event);
  if (!listed.ok) return curatorFailureReply(words, listed.error);
  const found = listed.value.find(({ id }) => id === wanted);
  if (found === undefined) return noneWithdrawnReply(words, wanted);
  const done = await curator.restore(event, found.id, watchingWith(context));
  if (!done.ok) return curatorFailureReply(words, done.error);
  const article = found.article ?? { title: found.id, publisher: "", agency: null };
  const isLogged = await noteDeeds(context, [{ deed: "article-restored", subject: found.id, detail: article.title }]);
  return movedReply(words, "restored", article, done.value, { titleOf: titlesIn(context), isLogged });
}

/** Withdrawn articles whose title, publisher or id holds what was typed. */
export async function completeWithdrawn(
  { words, curator, library }: CommandContext,
  typed: string,
): Promise<readonly Choice[]> {
  const listed = await curator.withdrawn(library.status().event.id);
  if (!listed.ok) return [];
  const wanted = cleanText(typed).trim().toLocaleLowerCase();
  return listed.value
    .map((one) => withdrawnChoice(words, one))
    .filter(({ label, value }) => `${label} ${value}`.toLocaleLowerCase().includes(wanted))
    .filter(({ value }) => value.length <= LIMITS.autocomplete.valueLength)
    .slice(0, LIMITS.autocomplete.choices);
}

function articleOf({ library }: ActionContext, [event, key]: readonly string[]): Article | undefined {
  if (library.status().event.id.slice(0, EVENT_LENGTH) !== event) return undefined;
  return library.articles().find((one) => articleKey(one) === key);
}
