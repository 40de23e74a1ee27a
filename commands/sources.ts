import type { Command, Library, OptionSpecs } from "../src/domain/command.ts";
import type { Reply } from "../src/domain/reply.ts";
import type { Words } from "../src/domain/words.ts";
import { pageOf } from "../src/present/text/pager.ts";
import { sourcesReply } from "../src/present/answers/sources-reply.ts";
import { visibilityFor } from "../src/present/text/visibility.ts";
import { openArticle } from "./opening/open-article.ts";

const PAGE_SIZE = 8;

const options = {
  private: { type: "flag", required: false },
} as const satisfies OptionSpecs;

export default {
  name: "sources",
  options,

  run({ library, words, publicity }, args) {
    return Promise.resolve(page(words, library, 0, visibilityFor(publicity, args.private)));
  },

  actions: {
    /** Turns the page. State: page number. Others than the asker get the page for themselves. */
    page({ library, words, byAsker }, [number = "0"]) {
      const reply = page(words, library, Number(number), byAsker ? "public" : "private");
      return Promise.resolve({ place: byAsker ? "update" : "new", reply });
    },

    /** Opens an article. The value chosen is its id. */
    open(context) {
      const [id = ""] = context.values;
      return openArticle(context, id);
    },
  },
} as const satisfies Command<typeof options>;

function page(words: Words, library: Library, wanted: number, visibility: Reply["visibility"]): Reply {
  const articles = library.articles();
  const pageNumber = pageOf(wanted, articles.length, PAGE_SIZE);
  const start = pageNumber.page * PAGE_SIZE;
  return sourcesReply(words, articles.slice(start, start + PAGE_SIZE), {
    visibility,
    total: articles.length,
    newest: library.status().newest,
    pageNumber,
    pageRef: (number) => ({ command: "sources", action: "page", state: [String(number)] }),
    openRef: { command: "sources", action: "open", state: [] },
  });
}
