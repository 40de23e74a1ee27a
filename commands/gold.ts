import type { CommandContext, CommandGroup, OptionSpecs } from "../src/domain/command.ts";
import type { Reply } from "../src/domain/reply.ts";
import { articleChoice } from "../src/present/text/choices.ts";
import { cleanText } from "../src/present/text/clean.ts";
import { curatorFailureReply } from "../src/present/corpus/corpus-failure.ts";
import { cut } from "../src/present/text/cut.ts";
import { GOLD_PER_PAGE, goldRemovedReply, goldReply } from "../src/present/corpus/gold-reply.ts";
import { LIMITS } from "../src/present/text/limits.ts";
import { pageOf } from "../src/present/text/pager.ts";
import { addGold, withLogNote } from "./curating/add-gold.ts";
import { noteDeeds } from "./curating/note-deeds.ts";
import { titlesIn } from "./curating/titles.ts";
import { watchingWith } from "./curating/watching.ts";

const options = {
  list: {},
  add: {
    question: { type: "text", required: true, maxLength: 300, autocomplete: false },
    expect: { type: "choice", required: true, values: ["answered", "not-in-articles"] },
    article: { type: "text", required: false, maxLength: LIMITS.autocomplete.valueLength, autocomplete: true },
    contains: { type: "text", required: false, maxLength: 1_000, autocomplete: false },
  },
  remove: {
    question: { type: "text", required: true, maxLength: LIMITS.autocomplete.valueLength, autocomplete: true },
  },
} as const satisfies Readonly<Record<string, OptionSpecs>>;

/** Questions whose answers are known. What changes them is written into the server's log. */
export default {
  name: "gold",
  needs: "maintainer",
  deadlineMs: LIMITS.command.deadlineMs,
  subcommands: {
    list: {
      options: options.list,
      visibility: "private",
      deadlineMs: LIMITS.command.deadlineMs,
      run(context) {
        return list(context, 0);
      },
    },

    add: {
      options: options.add,
      visibility: "private",
      run(context, { question, expect, article = "", contains = "" }) {
        return addGold(context, { question, expect, article, contains });
      },
      async complete({ library, words }, _option, typed) {
        return library.completeArticle(typed, LIMITS.autocomplete.choices).map((one) => articleChoice(words, one));
      },
    },

    remove: {
      options: options.remove,
      visibility: "private",
      run(context, { question }) {
        return remove(context, question);
      },
      async complete({ curator, library }, _option, typed) {
        const found = await curator.goldQuestions(library.status().event.id);
        if (!found.ok) return [];
        const wanted = cleanText(typed).trim().toLocaleLowerCase();
        return found.value
          .filter(({ question }) => question.toLocaleLowerCase().includes(wanted))
          .slice(0, LIMITS.autocomplete.choices)
          .map(({ id, question }) => ({
            label: cut(cleanText(question).trim(), LIMITS.autocomplete.labelLength),
            value: id,
          }));
      },
    },
  },

  actions: {
    /** Turns the page, all questions asked anew. State: page number. */
    async page(context, [number = "0"]) {
      return { place: "update", reply: await list(context, Number(number)) };
    },
  },
} as const satisfies CommandGroup<typeof options>;

async function list(context: CommandContext, wanted: number): Promise<Reply> {
  const { words, curator, library } = context;
  const asked = await curator.gold(library.status().event.id, watchingWith(context));
  if (!asked.ok) return curatorFailureReply(words, asked.error);
  const results = asked.value;
  return goldReply(
    words,
    { results, since: null },
    {
      pageNumber: pageOf(wanted, results.length, GOLD_PER_PAGE),
      pageRef: (page) => ({ command: "gold", action: "page", state: [String(page)] }),
      titleOf: titlesIn(context),
    },
  );
}

async function remove(context: CommandContext, wanted: string): Promise<Reply> {
  const { words, curator, library } = context;
  const removed = await curator.removeGold(library.status().event.id, wanted);
  if (!removed.ok) return curatorFailureReply(words, removed.error);
  const { id, question } = removed.value;
  const isLogged = await noteDeeds(context, [{ deed: "gold-removed", subject: id, detail: question }]);
  return withLogNote(context, goldRemovedReply(words, removed.value), isLogged);
}
