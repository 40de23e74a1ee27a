import type { ActionContext, ActionResult } from "../../src/domain/command.ts";
import { cleanText } from "../../src/present/text/clean.ts";
import { cut } from "../../src/present/text/cut.ts";
import { DRAFT_FIELDS, textForm } from "../../src/present/posts/draft-forms.ts";
import { failureText } from "../../src/present/posts/draft-outcome.ts";
import { refsOf } from "../../src/present/posts/draft-panel.ts";
import { NOTE_LENGTH, TITLE_LENGTH } from "../../src/present/posts/publication-reply.ts";
import { editDraft, withDraft } from "./edit-draft.ts";

/** Opens a form for a title and a note of one's own. State: the draft, its revision, the line worked on. */
export function askForText(context: ActionContext, state: readonly string[]): Promise<ActionResult> {
  return withDraft(context, state, ["draft"], async (draft) => ({
    place: "form",
    form: textForm(context.words, draft, refsOf(draft)("set-text", state[2] ?? "")),
  }));
}

/** Keeps the title and the note filled in; empty ones are none. State: the draft, its revision, the line worked on. */
export function setText(context: ActionContext, state: readonly string[]): Promise<ActionResult> {
  const { fields } = context;
  const title = cut(cleanText(fields[DRAFT_FIELDS.title] ?? "").trim(), TITLE_LENGTH);
  const lines = (fields[DRAFT_FIELDS.note] ?? "").split(/[\r\n]+/u).map((line) => cleanText(line).trim());
  const note = cut(lines.filter((line) => line !== "").join("\n"), NOTE_LENGTH);
  const change = { title: title === "" ? null : title, note: note === "" ? null : note };
  return editDraft(context, state, () => ({ selected: state[2] ?? null, change }));
}

/** Chooses the channel, where the bot and the person may write. State: the draft, its revision, the line worked on. */
export function setChannel(context: ActionContext, state: readonly string[]): Promise<ActionResult> {
  const { words, desk, channels } = context;
  return editDraft(context, state, async () => {
    const selected = state[2] ?? null;
    const [chosen] = channels;
    if (chosen === undefined) return { selected };
    if (!chosen.personMayWrite) return { selected, notice: words.say("draft.you-cannot-write") };
    const lacking = await desk.lacking(chosen.id);
    if (!lacking.ok) return { selected, notice: failureText(words, lacking.error) };
    if (lacking.value.length > 0) {
      return { selected, notice: failureText(words, { id: "not-allowed", lacking: lacking.value }) };
    }
    return { selected, change: { channel: chosen.id } };
  });
}
