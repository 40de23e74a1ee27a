import type { Command, Library, OptionSpecs, PageRequest } from "../src/domain/command.ts";
import type { Reply } from "../src/domain/reply.ts";
import type { Words } from "../src/domain/words.ts";
import { questionChoices } from "../src/present/text/choices.ts";
import { LIMITS } from "../src/present/text/limits.ts";
import { pageOf } from "../src/present/text/pager.ts";
import { type QuotesAsked, nothingAskedReply, quoteReply } from "../src/present/answers/quote-reply.ts";
import { stateText } from "../src/present/text/state-text.ts";
import { visibilityFor } from "../src/present/text/visibility.ts";
import { passagesInContext } from "./opening/passages-in-context.ts";

const PAGE_SIZE = 5;

// Both travel in the id of the page buttons, which holds 100 characters.
const options = {
  by: { type: "text", required: false, maxLength: 45, autocomplete: true },
  about: { type: "text", required: false, maxLength: 30, autocomplete: false },
  private: { type: "flag", required: false },
} as const satisfies OptionSpecs;

export default {
  name: "quote",
  options,

  run({ library, words, publicity }, args) {
    return page(words, library, askedFor(args.by, args.about), 0, visibilityFor(publicity, args.private));
  },

  complete({ library }, _option, typed) {
    const names = library.completeName(typed, LIMITS.autocomplete.choices);
    return Promise.resolve(questionChoices(typed, names, options.by.maxLength));
  },

  actions: {
    /** Turns the page. State: page number, whose words, what about. Others than the asker get the page for themselves. */
    async page({ library, words, byAsker }, [number = "0", by, about]) {
      const visibility = byAsker ? "public" : "private";
      const reply = await page(words, library, askedFor(by, about), Number(number), visibility);
      return { place: byAsker ? "update" : "new", reply };
    },

    /** Shows a passage in its article. The value chosen is the passage's ref. */
    open(context) {
      return passagesInContext(context, context.values);
    },
  },
} as const satisfies Command<typeof options>;

function askedFor(by = "", about = ""): QuotesAsked {
  return { by: by.trim() === "" ? null : by, about: about.trim() === "" ? null : about };
}

async function page(
  words: Words,
  library: Library,
  asked: QuotesAsked,
  wanted: number,
  visibility: Reply["visibility"],
): Promise<Reply> {
  if (asked.by === null && asked.about === null) return nothingAskedReply(words);
  const first = await library.quotes(asked, pageAt(wanted));
  const pageNumber = pageOf(wanted, first.total, PAGE_SIZE);
  const found = pageNumber.page === wanted ? first : await library.quotes(asked, pageAt(pageNumber.page));
  const state = [stateText(asked.by ?? ""), stateText(asked.about ?? "")];
  return quoteReply(words, asked, found, {
    visibility,
    newest: library.status().newest,
    pageNumber,
    pageRef: (number) => ({ command: "quote", action: "page", state: [String(number), ...state] }),
    openRef: { command: "quote", action: "open", state: [] },
    refOf: (sentence) => library.refOf(sentence),
  });
}

function pageAt(number: number): PageRequest {
  return { offset: number * PAGE_SIZE, limit: PAGE_SIZE };
}
