import type { ActionContext, ActionResult } from "../../src/domain/command.ts";
import type { Confirmation, CuratorFailure, Preview } from "../../src/domain/curator.ts";
import type { GivenFields } from "../../src/domain/intake.ts";
import type { Words } from "../../src/domain/words.ts";
import { cleanText } from "../../src/present/text/clean.ts";
import { curatorFailureReply } from "../../src/present/corpus/corpus-failure.ts";
import { ARTICLE_FIELDS, correctForm } from "../../src/present/corpus/corpus-forms.ts";
import { confirmedReply } from "../../src/present/corpus/corpus-outcome.ts";
import { titled } from "../../src/present/corpus/corpus-names.ts";
import { escapeMarkdown } from "../../src/present/text/markdown.ts";
import { privateNote } from "../../src/present/text/note.ts";
import { readDay } from "../../src/present/text/typed-day.ts";
import { type CuratingDeed, noteDeeds } from "./note-deeds.ts";
import { showPreview } from "./offer-articles.ts";
import { titlesIn } from "./titles.ts";
import { watchingWith } from "./watching.ts";

/** Characters of an ISO 8601 instant that are its day. */
const DAY_LENGTH = "2026-01-31".length;

/** Writes what was previewed. State: the preview, whose it is. */
export function confirmPreview(context: ActionContext, state: readonly string[]): Promise<ActionResult> {
  return withPreview(context, state, async ({ id }) => {
    const { words, curator } = context;
    const done = await curator.confirm(id, watchingWith(context));
    if (!done.ok) return failed(words, done.error);
    const isLogged = await noteDeeds(context, deedsOf(done.value));
    const reply = confirmedReply(words, done.value, { titleOf: titleIn(context, done.value), isLogged });
    return { place: "update", reply };
  });
}

/** Opens a form for what the page says wrongly. State: the preview, whose it is. */
export function askForCorrection(context: ActionContext, state: readonly string[]): Promise<ActionResult> {
  return withPreview(context, state, async ({ planned }) => {
    const [first] = planned;
    const action = { command: "corpus", action: "corrected", state };
    if (first === undefined) return failed(context.words, { id: "preview-gone" });
    return { place: "form", form: correctForm(context.words, first.draft.article, action) };
  });
}

/** Shows the preview with what was filled in. State: the preview, whose it is. */
export function correctPreview(context: ActionContext, state: readonly string[]): Promise<ActionResult> {
  return withPreview(context, state, async (preview) => {
    const { words, curator } = context;
    const { given, lead } = corrections(words, preview, context.fields);
    const amended = await curator.amend(preview.id, given);
    if (!amended.ok) return failed(words, amended.error);
    return { place: "update", reply: showPreview(context, amended.value, 0, lead) };
  });
}

/** Turns the page. State: the preview, whose it is, page number. */
export function turnPreview(context: ActionContext, state: readonly string[]): Promise<ActionResult> {
  return withPreview(context, state, async (preview) => ({
    place: "update",
    reply: showPreview(context, preview, Number(state[2])),
  }));
}

/** Forgets what was previewed. State: the preview, whose it is. */
export function discardPreview(context: ActionContext, state: readonly string[]): Promise<ActionResult> {
  return withPreview(context, state, async ({ id }) => {
    context.curator.discard(id);
    return { place: "update", reply: privateNote(escapeMarkdown(context.words.say("preview.discarded"))) };
  });
}

/** Does something with a preview of whoever presses, about the event that is asked about where they are. */
async function withPreview(
  context: ActionContext,
  [id = "", owner = ""]: readonly string[],
  act: (preview: Preview) => Promise<ActionResult>,
): Promise<ActionResult> {
  const { words, who, byAsker, curator, library } = context;
  const told = (message: "preview.not-yours" | "preview.other-event"): ActionResult => ({
    place: "new",
    reply: privateNote(escapeMarkdown(words.say(message)), "failure"),
  });
  if (!byAsker || owner !== who.person) return told("preview.not-yours");
  const preview = curator.previewed(id);
  if (preview === null) return failed(words, { id: "preview-gone" });
  return preview.event === library.status().event.id ? act(preview) : told("preview.other-event");
}

/** What is still there to be decided is left to be seen. */
function failed(words: Words, failure: CuratorFailure): ActionResult {
  return { place: failure.id === "preview-gone" ? "update" : "new", reply: curatorFailureReply(words, failure) };
}

/** What was filled in otherwise than the form was opened with; what was emptied stays as it was. */
function corrections(
  words: Words,
  { planned }: Preview,
  fields: Readonly<Record<string, string>>,
): { readonly given: GivenFields; readonly lead: string } {
  const [first] = planned;
  if (first === undefined) return { given: {}, lead: "" };
  const { article } = first.draft;
  const typed = (name: keyof typeof ARTICLE_FIELDS): string | null => {
    const text = cleanText(fields[ARTICLE_FIELDS[name]] ?? "").trim();
    return text === "" || text === article[name] ? null : text;
  };
  const [title, publisher, url, language] = [typed("title"), typed("publisher"), typed("url"), typed("language")];
  const day = typed("published");
  const published = day === null ? null : readDay(words.language, day, new Date().toISOString().slice(0, DAY_LENGTH));
  return {
    given: {
      ...(title === null ? {} : { title }),
      ...(publisher === null ? {} : { publisher }),
      ...(published === null ? {} : { published }),
      ...(url === null ? {} : { url }),
      ...(language === null ? {} : { language }),
    },
    lead: day !== null && published === null ? words.say("preview.date-unreadable", { typed: titled(words, day) }) : "",
  };
}

function deedsOf({ kept }: Confirmation): readonly CuratingDeed[] {
  return kept.flatMap(({ article, outcome }): readonly CuratingDeed[] => {
    if (outcome === "unchanged") return [];
    const deed = outcome === "added" ? "article-added" : "article-changed";
    return [{ deed, subject: article.id, detail: article.title }];
  });
}

/** Titles of what was just written, whether or not it is served, and of all that is. */
function titleIn(context: ActionContext, { kept }: Confirmation): (id: string) => string | null {
  const served = titlesIn(context);
  return (id) => kept.find(({ article }) => article.id === id)?.article.title ?? served(id);
}
