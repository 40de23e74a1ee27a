import type { Article } from "../src/domain/article.ts";
import type { ActionContext, ActionResult, Command, CommandContext, OptionSpecs } from "../src/domain/command.ts";
import type { Gap } from "../src/domain/gap.ts";
import type { ActionRef, Reply } from "../src/domain/reply.ts";
import { curatorFailureReply } from "../src/present/corpus/corpus-failure.ts";
import {
  GOLD_FIELDS,
  expectUnreadableReply,
  expectedIn,
  gapGoneReply,
  gapReply,
  goldForm,
} from "../src/present/corpus/gap-reply.ts";
import { GAPS_PER_PAGE, gapsReply } from "../src/present/corpus/gaps-reply.ts";
import { LIMITS } from "../src/present/text/limits.ts";
import { pageOf } from "../src/present/text/pager.ts";
import { needsServerReply } from "../src/present/people/refusals.ts";
import { shownReply } from "./ask/answering.ts";
import { addGold } from "./curating/add-gold.ts";
import { watchingWith } from "./curating/watching.ts";

const options = {} as const satisfies OptionSpecs;

/** What people of the server ask in vain. Who asked is told to nobody. */
export default {
  name: "gaps",
  options,
  visibility: "private",
  needs: "maintainer",
  deadlineMs: LIMITS.command.deadlineMs,

  run(context) {
    return page(context, 0);
  },

  actions: {
    /** Turns the page. State: page number. */
    async page(context, [number = "0"]) {
      return { place: "update", reply: await page(context, Number(number)) };
    },

    /** Shows a question in all its wordings. Value: its id. */
    open(context) {
      return withGap(context, context.values[0], ({ words }, gap) => ({
        place: "update",
        reply: gapReply(words, gap, {
          gold: ref("gold", gap.id),
          ask: ref("ask", gap.id),
          back: ref("page", "0"),
        }),
      }));
    },

    /** Answers a question from the articles of today, for whoever looks into it alone. State: its id. */
    ask(context, [id]) {
      return withGap(context, id, async ({ library }, gap) => {
        const answer = await library.ask({ text: gap.question, context: [] });
        return { place: "new", reply: shownReply(context, answer, "private") };
      });
    },

    /** Opens a form for what the answer should be; nothing is looked up, since a form opens at once. State: the question's id. */
    gold({ words }, [id = ""]) {
      return Promise.resolve({ place: "form", form: goldForm(words, ref("make-gold", id)) });
    },

    /** Makes a gold question of one. State: its id. */
    "make-gold"(context, [id]) {
      return withGap(context, id, async ({ words, fields }, gap) => {
        const expect = expectedIn(words, fields[GOLD_FIELDS.expect] ?? "");
        if (expect === null) return { place: "new", reply: expectUnreadableReply(words) };
        const { [GOLD_FIELDS.article]: article = "", [GOLD_FIELDS.contains]: contains = "" } = fields;
        return { place: "new", reply: await addGold(context, { question: gap.question, expect, article, contains }) };
      });
    },
  },
} as const satisfies Command<typeof options>;

function ref(action: string, ...state: readonly string[]): ActionRef {
  return { command: "gaps", action, state };
}

async function page(context: CommandContext, wanted: number): Promise<Reply> {
  const gaps = await gapsHere(context);
  if ("reply" in gaps) return gaps.reply;
  const { words, library } = context;
  const pageNumber = pageOf(wanted, gaps.found.length, GAPS_PER_PAGE);
  const from = pageNumber.page * GAPS_PER_PAGE;
  const shown = gaps.found.slice(from, from + GAPS_PER_PAGE);
  const answering = new Map<string, Article>();
  for (const gap of shown) {
    const answer = await library.ask({ text: gap.question, context: [] });
    const first = answer.status === "answered" ? answer.points[0]?.evidence.sentence.article : undefined;
    if (first !== undefined) answering.set(gap.id, first);
  }
  return gapsReply(words, shown, gaps.found.length, {
    pageNumber,
    pageRef: (number) => ref("page", String(number)),
    openRef: ref("open"),
    answeredBy: ({ id }) => answering.get(id) ?? null,
  });
}

/** Does something with a question that is still asked in vain here, as the store has it now. */
async function withGap(
  context: ActionContext,
  id: string | undefined,
  act: (context: ActionContext, gap: Gap) => ActionResult | Promise<ActionResult>,
): Promise<ActionResult> {
  const gaps = await gapsHere(context);
  if ("reply" in gaps) return { place: "update", reply: gaps.reply };
  const gap = gaps.found.find(({ ids }) => id !== undefined && ids.includes(id));
  return gap === undefined ? { place: "update", reply: gapGoneReply(context.words) } : act(context, gap);
}

async function gapsHere(
  context: CommandContext,
): Promise<{ readonly found: readonly Gap[] } | { readonly reply: Reply }> {
  const { words, curator, library, who } = context;
  if (who.server === null) return { reply: needsServerReply(words) };
  const gaps = await curator.gaps(library.status().event.id, who.server, watchingWith(context));
  return gaps.ok ? { found: gaps.value } : { reply: curatorFailureReply(words, gaps.error) };
}
