import type { ActionContext, ActionResult } from "../../src/domain/command.ts";
import type { DeskOutcome } from "../../src/domain/desk.ts";
import type { Publication } from "../../src/domain/publication.ts";
import { cleanText } from "../../src/present/text/clean.ts";
import { cut } from "../../src/present/text/cut.ts";
import { DRAFT_FIELDS, REASON_LENGTH, sendBackForm } from "../../src/present/posts/draft-forms.ts";
import { failureText, undoneText } from "../../src/present/posts/draft-outcome.ts";
import { refsOf, sureControls } from "../../src/present/posts/draft-panel.ts";
import { isReady } from "../../src/present/posts/draft-reply.ts";
import { storeUnavailableReply } from "../../src/present/operator/failures.ts";
import { privateNote } from "../../src/present/text/note.ts";
import { aboutEvent } from "./about-event.ts";
import { applyEdit, editDraft, withDraft, written } from "./edit-draft.ts";
import { broughtUpToDate, linesLost } from "./holding.ts";
import { openPublication } from "./opening.ts";
import { decisionsOn, mayApprove, showDraft } from "./show-draft.ts";

/** Posts a draft, where nobody else has to agree. State: the draft, its revision. */
export function postDraft(context: ActionContext, state: readonly string[]): Promise<ActionResult> {
  return withDraft(context, state, ["draft"], async (draft) => {
    const { words, store } = context;
    const settings = await store.serverSettings(draft.server);
    if (!settings.ok) return { place: "update", reply: storeUnavailableReply(words) };
    if (settings.value.approval) return noticed(context, draft, words.say("draft.needs-approval"));
    return send(context, draft);
  });
}

/** Asks for another moderator's approval. State: the draft, its revision. */
export function askForApproval(context: ActionContext, state: readonly string[]): Promise<ActionResult> {
  return editDraft(context, state, async (draft, { library, words }) => {
    // What cannot be posted is not worth anybody's reading.
    if (!isReady(words, draft, linesLost(library, draft))) return {};
    const hindrance = await hindered(context, draft);
    if (hindrance !== null) return { notice: hindrance };
    return { change: { state: "awaiting-approval" }, deed: "asked-for-approval" };
  });
}

/** Posts what another moderator asked approval for. State: the draft, its revision. */
export function approveDraft(context: ActionContext, state: readonly string[]): Promise<ActionResult> {
  return withDraft(context, state, ["awaiting-approval"], async (draft) => {
    const decisions = await decisionsOn(context, draft);
    if (decisions === null) return { place: "update", reply: storeUnavailableReply(context.words) };
    if (!mayApprove(context, draft, decisions)) {
      return noticed(context, draft, context.words.say("draft.not-yours-to-approve"));
    }
    return send(context, draft);
  });
}

/** Opens a form for why. State: the draft, its revision. */
export function askWhySendBack(context: ActionContext, state: readonly string[]): Promise<ActionResult> {
  return withDraft(context, state, ["awaiting-approval"], async (draft) => ({
    place: "form",
    form: sendBackForm(context.words, refsOf(draft)("sent-back")),
  }));
}

/** Makes a draft again of what awaits approval, with a reason for whoever asked. State: the draft, its revision. */
export async function sendBack(context: ActionContext, state: readonly string[]): Promise<ActionResult> {
  const reason = cut(cleanText(context.fields[DRAFT_FIELDS.reason] ?? "").trim(), REASON_LENGTH);
  const notice = context.words.say("draft.sent-back-done");
  const edit = { notice, change: { state: "draft" }, deed: "sent-back", detail: reason } as const;
  const result = await editDraft(context, state, () => edit, ["awaiting-approval"]);
  const [id, revision] = state;
  const draft = await openPublication(context, id);
  const isBack = draft.ok && draft.value.state === "draft" && String(draft.value.revision - 1) === revision;
  if (isBack) await context.desk.tellSentBack(draft.value, reason);
  return result;
}

/** Makes a draft again of what one asked approval for. State: the draft, its revision. */
export function takeBack(context: ActionContext, state: readonly string[]): Promise<ActionResult> {
  return editDraft(context, state, () => ({ change: { state: "draft" } }), ["awaiting-approval"]);
}

/** Asks whether a draft is to be discarded. State: the draft, its revision. */
export function askDiscard(context: ActionContext, state: readonly string[]): Promise<ActionResult> {
  const { words } = context;
  return withDraft(context, state, ["draft"], async (draft) => {
    const ref = refsOf(draft);
    const controls = sureControls(words, "button.discard-sure", ref("discard-sure"), ref("line", state[2] ?? ""));
    return { place: "update", reply: { ...privateNote(words.say("draft.discard-sure")), controls } };
  });
}

/** State: the draft, its revision. */
export function discard(context: ActionContext, state: readonly string[]): Promise<ActionResult> {
  return editDraft(context, state, () => ({ change: { state: "discarded" }, deed: "discarded" }));
}

/** Has it posted as it stands, once every line was held against the articles of now. */
async function send(context: ActionContext, draft: Publication): Promise<ActionResult> {
  const { library, words, desk, who } = aboutEvent(context, draft);
  if (!isReady(words, draft, linesLost(library, draft))) return noticed(context, draft, "");
  const hindrance = await hindered(context, draft);
  if (hindrance !== null) return noticed(context, draft, hindrance);
  const current = broughtUpToDate(library, draft);
  const isCurrent =
    current.corpusVersion === draft.corpusVersion && JSON.stringify(current.lines) === JSON.stringify(draft.lines);
  const changed = isCurrent ? draft : await written(context, draft, current, null);
  if (typeof changed === "string") return applyEdit(context, draft, { change: current });
  return told(context, changed, await desk.post(changed.id, changed.revision, who.person));
}

/** What stands in the way of posting in the channel chosen, Markdown; null for nothing that is known. */
async function hindered(
  { words, desk, who, mayWrite }: ActionContext,
  { channel }: Publication,
): Promise<string | null> {
  if (channel === who.channel && !mayWrite) return words.say("draft.you-cannot-write");
  const lacking = await desk.lacking(channel);
  if (!lacking.ok) return failureText(words, lacking.error);
  return lacking.value.length === 0 ? null : failureText(words, { id: "not-allowed", lacking: lacking.value });
}

/** What came of it: where it stands now, or the newest draft with what went wrong. */
async function told(context: ActionContext, draft: Publication, outcome: DeskOutcome): Promise<ActionResult> {
  const notice = undoneText(context.words, outcome) ?? "";
  if (outcome.status === "later") return { place: "update", reply: privateNote(notice) };
  if (outcome.status === "done" || outcome.status === "changed-meanwhile") {
    return { place: "update", reply: await showDraft(context, outcome.publication, { notice }) };
  }
  const opened = await openPublication(context, draft.id);
  return { place: "update", reply: opened.ok ? await showDraft(context, opened.value, { notice }) : opened.error };
}

async function noticed(context: ActionContext, draft: Publication, notice: string): Promise<ActionResult> {
  return { place: "update", reply: await showDraft(context, draft, { notice }) };
}
