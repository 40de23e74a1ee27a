import type { PartialDate } from "../src/domain/article.ts";
import type { Command, Library, OptionSpecs } from "../src/domain/command.ts";
import type { Reply } from "../src/domain/reply.ts";
import type { Words } from "../src/domain/words.ts";
import { dayChoices } from "../src/present/text/day-choices.ts";
import { latestReply, unreadableDayReply } from "../src/present/answers/latest-reply.ts";
import { pageOf } from "../src/present/text/pager.ts";
import { readDay } from "../src/present/text/typed-day.ts";
import { visibilityFor } from "../src/present/text/visibility.ts";
import { openArticle } from "./opening/open-article.ts";

const PAGE_SIZE = 5;

const options = {
  since: { type: "text", required: false, maxLength: 40, autocomplete: true },
  private: { type: "flag", required: false },
} as const satisfies OptionSpecs;

export default {
  name: "latest",
  options,

  run({ library, words, publicity }, args) {
    const typed = args.since?.trim() ?? "";
    const since = typed === "" ? null : readDay(words.language, typed, today(library));
    if (typed !== "" && since === null) return Promise.resolve(unreadableDayReply(words, typed));
    return Promise.resolve(page(words, library, since, 0, visibilityFor(publicity, args.private)));
  },

  complete({ library, words }, _option, typed) {
    return Promise.resolve(dayChoices(words, typed, library.status().newest, today(library)));
  },

  actions: {
    /** Turns the page. State: page number, first day or nothing. Others than the asker get the page for themselves. */
    page({ library, words, byAsker }, [number = "0", typed = ""]) {
      const since = readDay(words.language, typed, today(library));
      const reply = page(words, library, since, Number(number), byAsker ? "public" : "private");
      return Promise.resolve({ place: byAsker ? "update" : "new", reply });
    },

    /** Opens an article. The value chosen is its id. */
    open(context) {
      const [id = ""] = context.values;
      return openArticle(context, id);
    },
  },
} as const satisfies Command<typeof options>;

function page(
  words: Words,
  library: Library,
  since: PartialDate | null,
  wanted: number,
  visibility: Reply["visibility"],
): Reply {
  const { total } = library.latest(since, { offset: 0, limit: 0 });
  const pageNumber = pageOf(wanted, total, PAGE_SIZE);
  const found = library.latest(since, { offset: pageNumber.page * PAGE_SIZE, limit: PAGE_SIZE });
  return latestReply(words, found, {
    visibility,
    newest: library.status().newest,
    pageNumber,
    pageRef: (number) => ({ command: "latest", action: "page", state: [String(number), since ?? ""] }),
    openRef: { command: "latest", action: "open", state: [] },
  });
}

/** The day it is where the event happens, `YYYY-MM-DD`. */
function today(library: Library): string {
  // Swedish dates are written as ISO 8601 has them.
  return new Date().toLocaleDateString("sv-SE", { timeZone: library.status().event.timeZone });
}
