import type { Command, Library, OptionSpecs } from "../src/domain/command.ts";
import type { Reply } from "../src/domain/reply.ts";
import type { Words } from "../src/domain/words.ts";
import { articleReply, noSuchArticleReply } from "../src/present/answers/article-reply.ts";
import { articleChoice } from "../src/present/text/choices.ts";
import { LIMITS } from "../src/present/text/limits.ts";
import { visibilityFor } from "../src/present/text/visibility.ts";

const options = {
  article: {
    type: "text",
    required: true,
    maxLength: LIMITS.autocomplete.valueLength,
    autocomplete: true,
  },
  private: { type: "flag", required: false },
} as const satisfies OptionSpecs;

export default {
  name: "article",
  options,

  run({ library, words, publicity }, args) {
    // Whoever does not choose a proposal sends the words typed; the best match is then what they meant.
    const article = library.article(args.article) ?? library.completeArticle(args.article, 1).at(0);
    const visibility = visibilityFor(publicity, args.private);
    return Promise.resolve(show(words, library, article?.id ?? args.article, 0, visibility));
  },

  complete({ library, words }, _option, typed) {
    return Promise.resolve(
      library.completeArticle(typed, LIMITS.autocomplete.choices).map((article) => articleChoice(words, article)),
    );
  },

  actions: {
    /** Turns the page. State: page number, article id. Others than the asker get the page for themselves. */
    page({ library, words, byAsker }, [number = "0", id = ""]) {
      const reply = show(words, library, id, Number(number), byAsker ? "public" : "private");
      return Promise.resolve({ place: byAsker ? "update" : "new", reply });
    },
  },
} as const satisfies Command<typeof options>;

function show(words: Words, library: Library, id: string, page: number, visibility: Reply["visibility"]): Reply {
  const article = library.article(id);
  if (article === undefined) return noSuchArticleReply(words, id);
  return articleReply(words, article, {
    visibility,
    page,
    origin: article.reprintOf === null ? undefined : library.article(article.reprintOf),
    pageRef: (number) => ({ command: "article", action: "page", state: [String(number), article.id] }),
  });
}
