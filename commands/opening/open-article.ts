import type { ActionResult, CommandContext } from "../../src/domain/command.ts";
import { articleReply, noSuchArticleReply } from "../../src/present/answers/article-reply.ts";

/** Opens the article chosen from a list at its first page, for the person who chose; its pages are turned as `/article` does. */
export function openArticle(
  { library, words }: Pick<CommandContext, "library" | "words">,
  id: string,
): Promise<Exclude<ActionResult, { readonly place: "form" }>> {
  const article = library.article(id);
  const reply =
    article === undefined
      ? noSuchArticleReply(words, id)
      : articleReply(words, article, {
          visibility: "private",
          page: 0,
          origin: article.reprintOf === null ? undefined : library.article(article.reprintOf),
          pageRef: (number) => ({ command: "article", action: "page", state: [String(number), article.id] }),
        });
  return Promise.resolve({ place: "new", reply });
}
