import type { ActionResult, CommandContext } from "../../src/domain/command.ts";
import type { DigestPlan } from "../../src/domain/digest-plan.ts";
import type { Libraries } from "../../src/domain/libraries.ts";
import type { Deed, NewLogEntry } from "../../src/domain/log.ts";
import type { Reply } from "../../src/domain/reply.ts";
import type { Result } from "../../src/domain/result.ts";
import type { StoreFailure } from "../../src/domain/store.ts";
import { type ShownPlan, digestList, digestPanel } from "../../src/present/posts/digest-panel.ts";
import { storeUnavailableReply } from "../../src/present/operator/failures.ts";
import { privateNote } from "../../src/present/text/note.ts";

/** The languages that a digest can be in. */
export const LANGUAGES = ["en", "de", "fr", "es", "it", "sq"] as const;

type PlanChange = Partial<Omit<DigestPlan, "id" | "server" | "revision" | "author">>;

/** All digests of the server. @param lead said above */
export async function listReply(context: CommandContext, lead = ""): Promise<Reply> {
  const { words, store, who } = context;
  if (who.server === null) return privateNote(words.say("digest.server-only"), "failure");
  const plans = await store.digests.list(who.server);
  if (!plans.ok) return storeUnavailableReply(words);
  return digestList(
    words,
    plans.value.map((plan) => shownPlan(context, plan)),
    lead,
  );
}

/** One digest with all that can be changed of it. @param lead said above */
export function panelReply(context: CommandContext, plan: DigestPlan, lead = ""): Reply {
  return digestPanel(context.words, shownPlan(context, plan), LANGUAGES, lead);
}

export function shownPlan({ desk, libraries }: CommandContext, plan: DigestPlan): ShownPlan {
  return { plan, next: desk.nextDue(plan), event: eventOf(libraries, plan) };
}

/** Where one event is served only, nobody asks which. */
function eventOf(libraries: Libraries, { event }: DigestPlan): ShownPlan["event"] {
  const library = libraries.find(event);
  if (library === undefined) return { name: event ?? "", isServed: false };
  return libraries.all().length < 2 ? null : { name: library.status().event.name, isServed: true };
}

/**
 * The digest that a control names, where it is one of this very server: the name may be forged.
 *
 * @returns null where there is none
 */
export async function planOf(
  { store, who }: CommandContext,
  id: string,
): Promise<Result<DigestPlan | null, StoreFailure>> {
  const found = await store.digests.get(id);
  if (!found.ok) return found;
  return { ok: true, value: found.value !== null && found.value.server === who.server ? found.value : null };
}

/** What is to be changed of a digest, and what the log is to say of it; or why nothing is, to be said above the panel. */
export type Wanted =
  { readonly change: PlanChange; readonly deed: Deed; readonly detail: string | null } | { readonly refused: string };

/**
 * Changes a digest that stands as it was shown, and shows it as it stands then.
 *
 * @param state id and revision, as the control carries them
 */
export async function changePlan(
  context: CommandContext,
  [id = "", revision = ""]: readonly string[],
  wantedOf: (plan: DigestPlan) => Wanted | Promise<Wanted>,
): Promise<ActionResult> {
  const { words, store } = context;
  const found = await planOf(context, id);
  if (!found.ok) return { place: "new", reply: storeUnavailableReply(words) };
  if (found.value === null) return goneResult(context);
  if (String(found.value.revision) !== revision) return overtakenResult(context, found.value);
  const wanted = await wantedOf(found.value);
  if ("refused" in wanted) return { place: "update", reply: panelReply(context, found.value, wanted.refused) };
  const entry = entryOf(context, found.value, wanted.deed, wanted.detail);
  const changed = await store.digests.change(id, found.value.revision, wanted.change, entry);
  if (!changed.ok) return { place: "new", reply: storeUnavailableReply(words) };
  if (changed.value === "gone") return goneResult(context);
  if (changed.value !== "changed-meanwhile") {
    return { place: "update", reply: panelReply(context, changed.value, words.say("digest.saved")) };
  }
  const now = await planOf(context, id);
  if (!now.ok) return { place: "new", reply: storeUnavailableReply(words) };
  return now.value === null ? goneResult(context) : overtakenResult(context, now.value);
}

/** The list, with a line that the digest is no longer there. */
export async function goneResult(context: CommandContext): Promise<ActionResult> {
  return { place: "update", reply: await listReply(context, context.words.say("digest.gone")) };
}

/** What the log says of something done with a digest. */
export function entryOf(
  { who }: CommandContext,
  { id, server }: Pick<DigestPlan, "id" | "server">,
  deed: Deed,
  detail: string | null,
): NewLogEntry {
  return { server, at: new Date().toISOString(), person: who.person, deed, subject: id, detail };
}

function overtakenResult(context: CommandContext, plan: DigestPlan): ActionResult {
  return { place: "update", reply: panelReply(context, plan, context.words.say("digest.changed-meanwhile")) };
}
