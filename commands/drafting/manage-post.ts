import type { ActionContext, ActionResult } from "../../src/domain/command.ts";
import type { DeskOutcome } from "../../src/domain/desk.ts";
import type { Publication } from "../../src/domain/publication.ts";
import type { Reply } from "../../src/domain/reply.ts";
import { stateText, undoneText } from "../../src/present/posts/draft-outcome.ts";
import { storeUnavailableReply } from "../../src/present/operator/failures.ts";
import { paragraphs, privateNote } from "../../src/present/text/note.ts";
import {
  historyReply,
  manageReply,
  removeSureReply,
  strikeSureReply,
} from "../../src/present/posts/publication-history.ts";
import { openPublication } from "./opening.ts";

const ENTRIES_SHOWN = 20;

/** What moderators can do with a post. State: its id, and its revision where the panel is shown again. */
export async function managePost(context: ActionContext, [id, revision]: readonly string[]): Promise<ActionResult> {
  const opened = await openPublication(context, id);
  const reply = opened.ok ? panel(context, opened.value, "") : opened.error;
  return { place: revision === undefined ? "new" : "update", reply };
}

/** Asks whether a line is to be taken back. State: the post, its revision. The value chosen is the line. */
export function askStrike(context: ActionContext, state: readonly string[]): Promise<ActionResult> {
  return withPost(context, state, async (post) => {
    const line = post.lines.find(({ id }) => id === context.values[0]);
    return line === undefined ? panel(context, post, "") : strikeSureReply(context.words, post, line);
  });
}

/** Takes a line back. State: the post, its revision, the line. */
export function strike(context: ActionContext, state: readonly string[]): Promise<ActionResult> {
  const { desk, who, words } = context;
  return withPost(context, state, async (post) => {
    const outcome = await desk.strike(post.id, post.revision, [state[2] ?? ""], who.person);
    return told(context, post, outcome, words.say("manage.struck"));
  });
}

/** Asks whether a post is to be removed. State: the post, its revision. */
export function askRemove(context: ActionContext, state: readonly string[]): Promise<ActionResult> {
  return withPost(context, state, async (post) => removeSureReply(context.words, post));
}

/** Removes a post. State: the post, its revision. */
export function remove(context: ActionContext, state: readonly string[]): Promise<ActionResult> {
  const { desk, who } = context;
  return withPost(context, state, async (post) =>
    told(context, post, await desk.remove(post.id, post.revision, who.person), ""),
  );
}

/** Who did what with a post. State: the post, its revision. */
export async function history(context: ActionContext, [id]: readonly string[]): Promise<ActionResult> {
  const { store, words } = context;
  const opened = await openPublication(context, id);
  if (!opened.ok) return { place: "update", reply: opened.error };
  const { server, id: subject } = opened.value;
  const found = await store.log({ server, subject, offset: 0, limit: ENTRIES_SHOWN });
  const reply = found.ok ? historyReply(words, opened.value, found.value) : storeUnavailableReply(words);
  return { place: "update", reply };
}

/** Opens a post as it was seen; of one that changed since, the newest is shown instead. */
async function withPost(
  context: ActionContext,
  [id, revision]: readonly string[],
  act: (post: Publication) => Promise<Reply>,
): Promise<ActionResult> {
  const opened = await openPublication(context, id);
  if (!opened.ok) return { place: "update", reply: opened.error };
  const post = opened.value;
  const isAsSeen = String(post.revision) === revision && post.state === "posted";
  const notice = context.words.say("draft.changed-meanwhile");
  return { place: "update", reply: isAsSeen ? await act(post) : panel(context, post, notice) };
}

async function told(context: ActionContext, post: Publication, outcome: DeskOutcome, done: string): Promise<Reply> {
  const notice = undoneText(context.words, outcome) ?? done;
  if (outcome.status === "later") return privateNote(notice);
  if (outcome.status === "done" || outcome.status === "changed-meanwhile") {
    return panel(context, outcome.publication, notice);
  }
  const opened = await openPublication(context, post.id);
  return opened.ok ? panel(context, opened.value, notice) : opened.error;
}

function panel({ words }: ActionContext, post: Publication, notice: string): Reply {
  if (post.state !== "posted") return privateNote(paragraphs([notice, stateText(words, post)]));
  return manageReply(words, post, notice);
}
