import type { ActionContext, ActionResult } from "../../src/domain/command.ts";
import { storeUnavailableReply } from "../../src/present/operator/failures.ts";
import { nothingToTellReply } from "../../src/present/posts/nothing-to-tell.ts";
import { privateNote } from "../../src/present/text/note.ts";
import type { Retold } from "../../src/present/posts/publication-reply.ts";
import { publicationTitle } from "../../src/present/posts/publication-title.ts";
import { readDay } from "../../src/present/text/typed-day.ts";
import { tellReading } from "../opening/tell-reading.ts";
import { retoldComparison, retoldSummary, retoldTimeline } from "./retold.ts";
import { showDraft } from "./show-draft.ts";
import { type SummaryAsked, summaryRequest } from "./summary-request.ts";

/** Most dates of a timeline that is posted: what one message has room for without cutting its sentences short. */
const MOST_DATES = 12;

/** Begins a draft of a summary, made anew, so that nothing in an id need be believed. */
export async function draftSummary(context: ActionContext, asked: SummaryAsked): Promise<ActionResult> {
  const { library, words, signal } = context;
  const found = await library.summarise(summaryRequest(asked), signal, tellReading(context));
  const wanted = wantedOf(context, asked.topic);
  if (found.status !== "summarised") return nothing(context, "summary", found, asked.topic);
  return beginDraft(context, retoldSummary(found, wanted), words.language);
}

/** Begins a draft of a timeline. State: topic, first and last day, each empty for none. */
export async function draftTimeline(context: ActionContext, state: readonly string[]): Promise<ActionResult> {
  const { library, words, signal } = context;
  const [topic, from, to] = state.map((part) => (part.trim() === "" ? null : part));
  const day = (typed: string | null | undefined) => readDay(words.language, typed ?? "", "1970-01-01");
  const request = { topic: topic ?? null, from: day(from), to: day(to), dates: MOST_DATES };
  const found = await library.timeline(request, signal, tellReading(context));
  if (found.status !== "told") return nothing(context, "timeline", found, request.topic);
  return beginDraft(context, retoldTimeline(found, wantedOf(context, request.topic)), words.language);
}

/** Begins a draft of a comparison. State: topic. */
export async function draftComparison(context: ActionContext, [topic = ""]: readonly string[]): Promise<ActionResult> {
  const { library, words, signal } = context;
  const found = await library.compare(topic, signal);
  if (found.status !== "compared" && found.status !== "one-publisher") {
    return nothing(context, "comparison", found, topic);
  }
  return beginDraft(context, retoldComparison(found, wantedOf(context, topic)), words.language);
}

function wantedOf({ library }: ActionContext, topic: string | null) {
  return { topic, corpusVersion: library.status().corpusVersion };
}

function nothing(
  { words, library }: ActionContext,
  kind: Retold["kind"],
  found: Parameters<typeof nothingToTellReply>[1],
  topic: string | null,
): ActionResult {
  const title = publicationTitle(words, { kind, topic, title: null });
  return { place: "new", reply: nothingToTellReply(words, found, { title, newest: library.status().newest }) };
}

/** Keeps a draft for this channel, in the server's language, and shows it. */
async function beginDraft(context: ActionContext, retold: Retold, language: string): Promise<ActionResult> {
  const { store, words, who, mayWrite } = context;
  const { server, channel, person } = who;
  if (server === null || channel === null) return refused(words.say("summary.server-only"));
  if (!mayWrite) return refused(words.say("summary.you-cannot-write"));
  const settings = await store.serverSettings(server);
  if (!settings.ok) return { place: "new", reply: storeUnavailableReply(words) };
  const at = new Date().toISOString();
  const added = await store.publications.add(
    {
      ...retold,
      server,
      event: context.library.status().event.id,
      channel,
      language: settings.value.language ?? language,
      author: person,
      approver: null,
      state: "draft",
      message: null,
      slot: null,
      createdAt: at,
    },
    { server, at, person, deed: "drafted", detail: retold.topic },
  );
  if (!added.ok || added.value === "taken") return { place: "new", reply: storeUnavailableReply(words) };
  return { place: "new", reply: await showDraft(context, added.value) };
}

function refused(why: string): ActionResult {
  return { place: "new", reply: privateNote(why) };
}
