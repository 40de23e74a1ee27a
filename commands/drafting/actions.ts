import type { ActionContext, ActionResult, Command } from "../../src/domain/command.ts";
import type { Reply } from "../../src/domain/reply.ts";
import { markdownCopyReply } from "../../src/present/posts/markdown-copy-reply.ts";
import {
  approveDraft,
  askDiscard,
  askForApproval,
  askWhySendBack,
  discard,
  postDraft,
  sendBack,
  takeBack,
} from "./decide.ts";
import { askForWords, dropLine, findSentences, insertLine, moveLine, otherWording } from "./edit-lines.ts";
import { askForText, setChannel, setText } from "./edit-text.ts";
import { draftComparison, draftSummary, draftTimeline } from "./make-draft.ts";
import { askRemove, askStrike, history, managePost, remove, strike } from "./manage-post.ts";
import { openPublication } from "./opening.ts";
import { type Shown, showDraft } from "./show-draft.ts";
import { askedFrom } from "./summary-request.ts";

type Action = (context: ActionContext, state: readonly string[]) => Promise<ActionResult>;

/**
 * What moderators do with drafts and posts. Each carries the publication's id and, where it changes something, the
 * revision it was shown with; nothing in an id is believed.
 */
export const draftingActions = {
  /** State: what a summary is wanted of. */
  draft: (context, state) => draftSummary(context, askedFrom(context.words, state)),
  "from-timeline": draftTimeline,
  "from-comparison": draftComparison,
  /** Opens the draft chosen. */
  open: async (context) => ({ place: "new", reply: await opened(context, context.values[0], {}) }),
  /** Takes up a line, chosen or in the state: the draft, its revision, the line. */
  line: async (context, [id, revision, line]) => ({
    place: "update",
    reply: await opened(context, id, { selected: context.values[0] ?? line ?? null }, revision),
  }),
  up: (context, state) => moveLine(context, state, -1),
  down: (context, state) => moveLine(context, state, 1),
  other: otherWording,
  drop: dropLine,
  add: askForWords,
  find: findSentences,
  insert: insertLine,
  text: askForText,
  "set-text": setText,
  channel: setChannel,
  "copy-draft": copyDraft,
  post: postDraft,
  ask: askForApproval,
  approve: approveDraft,
  "send-back": askWhySendBack,
  "sent-back": sendBack,
  "take-back": takeBack,
  discard: askDiscard,
  "discard-sure": discard,
  manage: managePost,
  strike: askStrike,
  "strike-sure": strike,
  remove: askRemove,
  "remove-sure": remove,
  history,
} as const satisfies Readonly<Record<string, Action>>;

/** All of it is for moderators. */
export const draftingNeeds: NonNullable<Command["actionNeeds"]> = Object.fromEntries(
  Object.keys(draftingActions).map((action) => [action, "moderator"]),
);

/** @param revision that it was seen with: where it is another now, that is said */
async function opened(context: ActionContext, id: string | undefined, shown: Shown, revision?: string): Promise<Reply> {
  const found = await openPublication(context, id);
  if (!found.ok) return found.error;
  const isAnother = revision !== undefined && revision !== String(found.value.revision);
  const notice = isAnother ? context.words.say("draft.changed-meanwhile") : "";
  return showDraft(context, found.value, { ...shown, notice });
}

async function copyDraft(context: ActionContext, [id]: readonly string[]): Promise<ActionResult> {
  const found = await openPublication(context, id);
  const reply = found.ok ? markdownCopyReply(context.words, found.value) : found.error;
  return { place: "new", reply };
}
