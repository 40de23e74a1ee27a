import type { Command, CommandContext, Library, OptionSpecs } from "../src/domain/command.ts";
import type { Publication } from "../src/domain/publication.ts";
import type { ActionRef, Reply } from "../src/domain/reply.ts";
import { questionChoices } from "../src/present/text/choices.ts";
import { dayChoices } from "../src/present/text/day-choices.ts";
import { unreadableDayReply } from "../src/present/answers/latest-reply.ts";
import { LIMITS } from "../src/present/text/limits.ts";
import { markdownCopyReply } from "../src/present/posts/markdown-copy-reply.ts";
import { nothingToTellReply } from "../src/present/posts/nothing-to-tell.ts";
import { paragraphs } from "../src/present/text/note.ts";
import { retoldReply } from "../src/present/posts/publication-reply.ts";
import { publicationTitle } from "../src/present/posts/publication-title.ts";
import { draftsRow, summaryControls } from "../src/present/posts/summary-controls.ts";
import { placeNotice } from "../src/present/posts/summary-place.ts";
import { readingLines } from "../src/present/posts/summary-reading.ts";
import { readDay } from "../src/present/text/typed-day.ts";
import { draftingActions, draftingNeeds } from "./drafting/actions.ts";
import { refOfCitation } from "./drafting/citing.ts";
import { independentOf } from "./drafting/opening.ts";
import { retoldSummary } from "./drafting/retold.ts";
import {
  askedFrom,
  askedState,
  LENGTHS,
  type SummaryAsked,
  summaryRequest,
  TOPIC_LENGTH,
  topicOf,
} from "./drafting/summary-request.ts";
import { passagesInContext } from "./opening/passages-in-context.ts";
import { tellReading } from "./opening/tell-reading.ts";

const options = {
  topic: { type: "text", required: false, maxLength: TOPIC_LENGTH, autocomplete: true },
  since: { type: "text", required: false, maxLength: 40, autocomplete: true },
  length: { type: "choice", required: false, values: LENGTHS },
} as const satisfies OptionSpecs;

export default {
  name: "summary",
  options,
  visibility: "private",
  actionNeeds: draftingNeeds,

  async run(context, args) {
    const { library, words } = context;
    const typed = args.since?.trim() ?? "";
    const since = typed === "" ? null : readDay(words.language, typed, today(library));
    if (typed !== "" && since === null) return unreadableDayReply(words, typed);
    return summary(context, { topic: topicOf(args.topic), since, length: args.length ?? "medium" });
  },

  complete({ library, words }, option, typed) {
    if (option === "since") return Promise.resolve(dayChoices(words, typed, library.status().newest, today(library)));
    const names = library.completeName(typed, LIMITS.autocomplete.choices);
    return Promise.resolve(questionChoices(typed, names, options.topic.maxLength));
  },

  actions: {
    /** Shows what stands around a sentence. The value chosen is its ref. */
    context(context) {
      return passagesInContext(context, context.values);
    },

    /** Gives the summary as Markdown, made anew. State: what it is wanted of. */
    async copy(context, state) {
      const { library, words, signal } = context;
      const asked = askedFrom(words, state);
      const found = await library.summarise(summaryRequest(asked), signal);
      const reply =
        found.status === "summarised"
          ? markdownCopyReply(words, retoldSummary(found, wantedOf(library, asked)))
          : nothing(context, asked, found);
      return { place: "new", reply };
    },

    ...draftingActions,
  },
} as const satisfies Command<typeof options>;

/** A summary for the person alone; for moderators with what they can do with it, and what hinders them here. */
async function summary(context: CommandContext, asked: SummaryAsked): Promise<Reply> {
  const { library, words, signal, mayWrite } = context;
  const [found, desk] = await Promise.all([
    library.summarise(summaryRequest(asked), signal, tellReading(context)),
    deskOf(context),
  ]);
  const lead = desk === null ? "" : desk.notice;
  const drafts = desk?.drafts ?? [];
  if (found.status !== "summarised") {
    const reply = nothing(context, asked, found);
    return { ...reply, body: paragraphs([lead, reply.body]), controls: draftsRow(words, drafts, ref("open")) };
  }
  const retold = retoldSummary(found, wantedOf(library, asked));
  const state = askedState(asked);
  const setting = {
    visibility: "private",
    newest: library.status().newest,
    independentSources: independentOf(context, retold),
    lead: paragraphs([lead, readingLines(words, found.corrections)]),
  } as const;
  const controls = summaryControls(words, {
    lines: retold.lines,
    refOf: ({ cited }) => refOfCitation(library, cited),
    contextRef: ref("context"),
    copyRef: ref("copy", state),
    draftRef: desk === null || !mayWrite ? null : ref("draft", state),
    drafts,
    openRef: ref("open"),
  });
  return retoldReply(words, retold, setting, controls);
}

/** What a moderator is told before composing: what hinders posting here, and the drafts there are; null for others. */
async function deskOf(
  context: CommandContext,
): Promise<{ readonly notice: string; readonly drafts: readonly Publication[] } | null> {
  const { standing, who, desk, store, words, mayWrite } = context;
  if (standing === "member" || who.server === null || who.channel === null) return null;
  const [lacking, drafts] = await Promise.all([
    desk.lacking(who.channel),
    store.publications.list({
      server: who.server,
      states: ["draft", "awaiting-approval"],
      offset: 0,
      limit: LIMITS.component.selectOptions,
    }),
  ]);
  // Where Discord cannot be reached, nothing is known to lack; posting will tell.
  const known = lacking.ok ? lacking.value : lacking.error.id === "not-allowed" ? lacking.error.lacking : [];
  const isUnknown = !lacking.ok && lacking.error.id === "not-allowed" && known.length === 0;
  const notice = placeNotice(words, { mayWrite, lacking: isUnknown ? "unknown" : known });
  return { notice, drafts: drafts.ok ? drafts.value : [] };
}

function nothing(
  { words, library }: CommandContext,
  { topic }: SummaryAsked,
  found: Parameters<typeof nothingToTellReply>[1],
): Reply {
  const title = publicationTitle(words, { kind: "summary", topic, title: null });
  return nothingToTellReply(words, found, { title, newest: library.status().newest });
}

function wantedOf(library: Library, { topic }: SummaryAsked) {
  return { topic, corpusVersion: library.status().corpusVersion };
}

/** The day it is where the event happens, `YYYY-MM-DD`. */
function today(library: Library): string {
  // Swedish dates are written as ISO 8601 has them.
  return new Date().toLocaleDateString("sv-SE", { timeZone: library.status().event.timeZone });
}

function ref(action: string, state: readonly string[] = []): ActionRef {
  return { command: "summary", action, state };
}
