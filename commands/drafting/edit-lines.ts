import type { Evidence, Point } from "../../src/domain/answer.ts";
import type { ActionContext, ActionResult, Library } from "../../src/domain/command.ts";
import type { Publication, PublicationLine } from "../../src/domain/publication.ts";
import { addForm, DRAFT_FIELDS, foundReply } from "../../src/present/posts/draft-forms.ts";
import { refsOf } from "../../src/present/posts/draft-panel.ts";
import { shownPoints } from "../../src/present/answers/shown-points.ts";
import { evidenceBehind } from "../../src/present/answers/sources.ts";
import { lineId, lineOf, refOfCitation, sameCitation } from "./citing.ts";
import { editDraft, withDraft } from "./edit-draft.ts";
import { MOST_LINES } from "./retold.ts";

/** Other wordings that are gone through before the first comes again. */
const MOST_WORDINGS = 8;
/** Sentences to choose a new line from. */
const MOST_FOUND = 15;

/** Moves a line one place. State: the draft, its revision, the line. */
export function moveLine(context: ActionContext, state: readonly string[], by: -1 | 1): Promise<ActionResult> {
  return editDraft(context, state, ({ lines }) => {
    const selected = state[2] ?? "";
    const place = lines.findIndex(({ id }) => id === selected);
    const [line, other] = [lines[place], lines[place + by]];
    if (line === undefined || other === undefined) return { selected };
    return { selected, change: { lines: lines.with(place, other).with(place + by, line) } };
  });
}

/** Leaves a line out. State: the draft, its revision, the line. */
export function dropLine(context: ActionContext, state: readonly string[]): Promise<ActionResult> {
  return editDraft(context, state, ({ lines }) => {
    const place = lines.findIndex(({ id }) => id === state[2]);
    if (place < 0) return {};
    const left = lines.filter((_, index) => index !== place);
    return { selected: (left[place] ?? left.at(-1))?.id ?? null, change: { lines: left } };
  });
}

/**
 * Puts another sentence in a line's place, which brings its own source along. State: the draft, its revision, the line;
 * where the round of wordings began, and how many of it were seen.
 */
export function otherWording(context: ActionContext, state: readonly string[]): Promise<ActionResult> {
  return editDraft(context, state, (draft, { library, words }) => {
    const [, , selected = "", began, seen = "0"] = state;
    const line = draft.lines.find(({ id }) => id === selected);
    if (line === undefined) return {};
    const start = began ?? refOfCitation(library, line.cited);
    const others = draft.lines.filter((one) => one !== line);
    const choices = start === null ? [] : wordings(library, start, others);
    const number = Number(seen);
    const place = Number.isSafeInteger(number) && number >= 0 ? number % Math.max(1, choices.length) : 0;
    const next = choices[place];
    if (start === null || next === undefined) {
      return { selected, notice: words.say("draft.no-other-wording") };
    }
    const made = lineOf(next, lineId(draft.revision, 0), line.heading);
    return {
      selected: made.id,
      round: [start, String(place + 1)],
      change: { lines: draft.lines.map((one) => (one === line ? made : one)) },
    };
  });
}

/** Other ways to put it, and at the end the sentence with which the round began. */
function wordings(library: Library, start: string, others: readonly PublicationLine[]) {
  const taken = others.flatMap(({ cited }) => refOfCitation(library, cited) ?? []);
  const found = library.otherWordings(start, taken, MOST_WORDINGS);
  const first = library.evidence(start);
  return found.length === 0 || first === undefined || taken.includes(start) ? found : [...found, plainPoint(first)];
}

/** A sentence by itself, with nothing known of who else says so. */
function plainPoint(evidence: Evidence): Point {
  return { evidence, also: [], stance: null };
}

/** Opens a form for words to find a sentence by. State: the draft, its revision, the line after which it goes. */
export function askForWords(context: ActionContext, state: readonly string[]): Promise<ActionResult> {
  return withDraft(context, state, ["draft"], async (draft) => ({
    place: "form",
    form: addForm(context.words, refsOf(draft)("find", state[2] ?? "")),
  }));
}

/** Offers sentences that the words filled in lead to. State: the draft, its revision, the line after which one goes. */
export function findSentences(context: ActionContext, state: readonly string[]): Promise<ActionResult> {
  return withDraft(context, state, ["draft"], async (draft, { library, words, fields }) => {
    const found = await sentencesFor(library, fields[DRAFT_FIELDS.words] ?? "", draft);
    const refOf = ({ sentence }: Evidence): string => library.refOf(sentence);
    return { place: "update", reply: foundReply(words, draft, found, refOf, state[2] ?? "") };
  });
}

/** Adds the sentence chosen, which is one of the corpus or none. State: the draft, its revision, the line before it. */
export function insertLine(context: ActionContext, state: readonly string[]): Promise<ActionResult> {
  return editDraft(context, state, ({ lines, revision }, { library, words, values }) => {
    const after = state[2] ?? "";
    const evidence = library.evidence(values[0] ?? "");
    if (evidence === undefined) return { selected: after, notice: words.say("draft.found-nothing") };
    if (lines.length >= MOST_LINES) return { selected: after, notice: words.say("draft.full") };
    const made = lineOf(plainPoint(evidence), lineId(revision, 0));
    const same = lines.find(({ cited }) => sameCitation(cited, made.cited));
    if (same !== undefined) return { selected: same.id, notice: words.say("draft.line-there") };
    const place = lines.findIndex(({ id }) => id === after);
    const at = place < 0 ? lines.length : place + 1;
    return { selected: made.id, change: { lines: lines.toSpliced(at, 0, made) } };
  });
}

/** Sentences that answer, then those that hold the words, without those the draft has. */
async function sentencesFor(library: Library, typed: string, { lines }: Publication): Promise<readonly Evidence[]> {
  const answer = await library.ask({ text: typed, context: [] });
  const { hits } = await library.search(typed, { offset: 0, limit: MOST_FOUND });
  const all = new Map(
    [...evidenceBehind(shownPoints(answer)), ...hits].map((one) => [library.refOf(one.sentence), one] as const),
  );
  const has = ({ sentence }: Evidence): boolean =>
    lines.some(({ cited }) => cited.article === sentence.article.id && cited.text === sentence.text);
  return [...all.values()].filter((one) => !has(one)).slice(0, MOST_FOUND);
}
