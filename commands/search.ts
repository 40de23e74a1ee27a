import type { Command, Library, OptionSpecs } from "../src/domain/command.ts";
import type { ActionRef, Reply } from "../src/domain/reply.ts";
import type { Words } from "../src/domain/words.ts";
import { questionChoices } from "../src/present/text/choices.ts";
import { LIMITS } from "../src/present/text/limits.ts";
import { pageOf } from "../src/present/text/pager.ts";
import { searchReply } from "../src/present/answers/search-reply.ts";
import { visibilityFor } from "../src/present/text/visibility.ts";
import { passagesInContext } from "./opening/passages-in-context.ts";

const PAGE_SIZE = 5;

const options = {
  words: {
    type: "text",
    required: true,
    // The words travel in the id of the page buttons, which holds 100 characters.
    maxLength: 70,
    autocomplete: true,
  },
  private: { type: "flag", required: false },
} as const satisfies OptionSpecs;

export default {
  name: "search",
  options,

  run({ library, words, publicity }, args) {
    return page(words, library, args.words, 0, visibilityFor(publicity, args.private));
  },

  complete({ library }, _option, typed) {
    const proposals = library.completeQuestion(typed, LIMITS.autocomplete.choices);
    return Promise.resolve(questionChoices(typed, proposals, options.words.maxLength));
  },

  actions: {
    /** Turns the page. State: page number, words. Others than the asker get the page for themselves. */
    async page({ library, words, byAsker }, [number = "0", query = ""]) {
      const reply = await page(words, library, query, Number(number), byAsker ? "public" : "private");
      return { place: byAsker ? "update" : "new", reply };
    },

    /** Shows a passage in its article. The value chosen is the passage's ref. */
    open(context) {
      return passagesInContext(context, context.values);
    },
  },
} as const satisfies Command<typeof options>;

async function page(
  words: Words,
  library: Library,
  query: string,
  wanted: number,
  visibility: Reply["visibility"],
): Promise<Reply> {
  const { total } = await library.search(query, { offset: 0, limit: 1 });
  const pageNumber = pageOf(wanted, total, PAGE_SIZE);
  const found = await library.search(query, { offset: pageNumber.page * PAGE_SIZE, limit: PAGE_SIZE });
  return searchReply(words, found, {
    visibility,
    newest: library.status().newest,
    pageNumber,
    pageRef: (number): ActionRef => ({ command: "search", action: "page", state: [String(number), query] }),
    openRef: { command: "search", action: "open", state: [] },
    refOf: (sentence) => library.refOf(sentence),
  });
}
