import type { Command, Library, OptionSpecs } from "../src/domain/command.ts";
import type { ActionRef, Reply } from "../src/domain/reply.ts";
import type { Words } from "../src/domain/words.ts";
import { aboutNameReply, unknownNameReply } from "../src/present/answers/about-name-reply.ts";
import { questionChoices } from "../src/present/text/choices.ts";
import { LIMITS } from "../src/present/text/limits.ts";
import { pageOf } from "../src/present/text/pager.ts";
import { stateText } from "../src/present/text/state-text.ts";
import { visibilityFor } from "../src/present/text/visibility.ts";
import { passagesInContext } from "./opening/passages-in-context.ts";

const PAGE_SIZE = 5;
/** Names looked for that resemble an unknown one. */
const NEAR = 5;
/** A word of fewer letters resembles too much. */
const MIN_WORD = 3;

const options = {
  name: {
    type: "text",
    required: true,
    // The name travels in the id of the page buttons, which holds 100 characters.
    maxLength: 60,
    autocomplete: true,
  },
  private: { type: "flag", required: false },
} as const satisfies OptionSpecs;

export default {
  name: "about-name",
  options,

  run({ library, words, publicity }, args) {
    return page(words, library, args.name, 0, visibilityFor(publicity, args.private));
  },

  complete({ library }, _option, typed) {
    const names = library.completeName(typed, LIMITS.autocomplete.choices);
    return Promise.resolve(questionChoices(typed, names, options.name.maxLength));
  },

  actions: {
    /** Turns the page. State: page number, name. Others than the asker get the page for themselves. */
    async page({ library, words, byAsker }, [number = "0", name = ""]) {
      const reply = await page(words, library, name, Number(number), byAsker ? "public" : "private");
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
  name: string,
  wanted: number,
  visibility: Reply["visibility"],
): Promise<Reply> {
  const first = await library.aboutName(name, { offset: wanted * PAGE_SIZE, limit: PAGE_SIZE });
  if (first === null) return unknownNameReply(words, name, nearest(library, name));
  const pageNumber = pageOf(wanted, first.total, PAGE_SIZE);
  const found =
    pageNumber.page === wanted
      ? first
      : await library.aboutName(name, { offset: pageNumber.page * PAGE_SIZE, limit: PAGE_SIZE });
  return aboutNameReply(words, found ?? first, {
    visibility,
    newest: library.status().newest,
    pageNumber,
    pageRef: (number) => pageRef(number, name),
    openRef: { command: "about-name", action: "open", state: [] },
    refOf: (sentence) => library.refOf(sentence),
  });
}

function pageRef(number: number, name: string): ActionRef {
  return { command: "about-name", action: "page", state: [String(number), stateText(name)] };
}

/** Names that resemble what was typed, or else a word of it; each with what looks it up. */
function nearest(library: Library, typed: string): Parameters<typeof unknownNameReply>[2] {
  const words = typed.split(/\s+/u).filter((word) => word.length >= MIN_WORD);
  const names = [typed, ...words].flatMap((text) => library.completeName(text, NEAR));
  return [...new Set(names)]
    .filter((name) => name.length <= options.name.maxLength)
    .slice(0, NEAR)
    .map((name) => ({ name, ref: pageRef(0, name) }));
}
