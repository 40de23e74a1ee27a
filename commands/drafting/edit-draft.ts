import type { ActionContext, ActionResult } from "../../src/domain/command.ts";
import type { Deed } from "../../src/domain/log.ts";
import type { Publication, PublicationChange, PublicationState } from "../../src/domain/publication.ts";
import { storeUnavailableReply } from "../../src/present/operator/failures.ts";
import { privateNote } from "../../src/present/text/note.ts";
import { aboutEvent } from "./about-event.ts";
import { broughtUpToDate } from "./holding.ts";
import { openPublication } from "./opening.ts";
import { type Shown, showDraft } from "./show-draft.ts";

/** What is to become of a draft, and how it is shown then; without a change it is only shown. */
export interface Edit extends Shown {
  readonly change?: PublicationChange;
  readonly deed?: Deed;
  /** For the log; the topic where absent. */
  readonly detail?: string;
}

/**
 * Opens a draft as it was seen, with the library of its event: of one that changed since, or is in another state, the newest is shown
 * instead.
 */
export async function withDraft(
  context: ActionContext,
  [id, revision]: readonly string[],
  states: readonly PublicationState[],
  act: (draft: Publication, context: ActionContext) => Promise<ActionResult>,
): Promise<ActionResult> {
  const opened = await openPublication(context, id);
  if (!opened.ok) return { place: "update", reply: opened.error };
  const draft = opened.value;
  if (String(draft.revision) === revision && states.includes(draft.state))
    return act(draft, aboutEvent(context, draft));
  const notice = context.words.say("draft.changed-meanwhile");
  return { place: "update", reply: await showDraft(context, draft, { notice }) };
}

/** Changes a draft as it was seen, and shows what it is then. */
export function editDraft(
  context: ActionContext,
  state: readonly string[],
  edit: (draft: Publication, context: ActionContext) => Edit | Promise<Edit>,
  states: readonly PublicationState[] = ["draft"],
): Promise<ActionResult> {
  return withDraft(context, state, states, async (draft, about) => applyEdit(context, draft, await edit(draft, about)));
}

export async function applyEdit(context: ActionContext, draft: Publication, edit: Edit): Promise<ActionResult> {
  const { library, words } = aboutEvent(context, draft);
  const { change, deed = "changed", detail, ...shown } = edit;
  if (change === undefined) return { place: "update", reply: await showDraft(context, draft, shown) };
  const current = broughtUpToDate(library, { ...draft, ...change });
  const changed = await written(context, draft, { ...change, ...current }, deed, detail);
  switch (changed) {
    case "unavailable":
      return { place: "update", reply: storeUnavailableReply(words) };
    case "gone":
      return { place: "update", reply: privateNote(words.say("draft.gone")) };
    case "changed-meanwhile": {
      const opened = await openPublication(context, draft.id);
      const notice = words.say("draft.changed-meanwhile");
      return { place: "update", reply: opened.ok ? await showDraft(context, opened.value, { notice }) : opened.error };
    }
    default:
      return { place: "update", reply: await showDraft(context, changed, shown) };
  }
}

/** Writes a change with its entry in the log; none for what only follows the articles. */
export async function written(
  { store, who }: Pick<ActionContext, "store" | "who">,
  { id, revision, server, topic }: Publication,
  change: PublicationChange,
  deed: Deed | null,
  detail: string | null = topic,
): Promise<Publication | "changed-meanwhile" | "gone" | "unavailable"> {
  const at = new Date().toISOString();
  const entry = deed === null ? null : { server, at, person: who.person, deed, subject: id, detail };
  const changed = await store.publications.change(id, revision, change, at, entry);
  return changed.ok ? changed.value : "unavailable";
}
