import type { CommandContext } from "../../src/domain/command.ts";
import type { LogEntry } from "../../src/domain/log.ts";
import type { Publication } from "../../src/domain/publication.ts";
import type { Reply } from "../../src/domain/reply.ts";
import { stateText } from "../../src/present/posts/draft-outcome.ts";
import { draftReply } from "../../src/present/posts/draft-reply.ts";
import { storeUnavailableReply } from "../../src/present/operator/failures.ts";
import { paragraphs, privateNote } from "../../src/present/text/note.ts";
import { publicationPicture } from "../../src/present/posts/publication-picture.ts";
import { aboutEvent } from "./about-event.ts";
import { linesLost } from "./holding.ts";
import { independentOf } from "./opening.ts";

/** How a draft is to be shown. */
export interface Shown {
  /** Id of the line that is worked on. */
  readonly selected?: string | null;
  /** Where the round of other wordings stands. */
  readonly round?: readonly string[];
  /** What came of what was pressed, Markdown. */
  readonly notice?: string;
}

/** A draft with what this person can do with it; of what is none any more, what became of it. */
export async function showDraft(context: CommandContext, draft: Publication, shown: Shown = {}): Promise<Reply> {
  const about = aboutEvent(context, draft);
  const { library, words, store } = about;
  const { selected = null, round = [], notice = "" } = shown;
  if (draft.state !== "draft" && draft.state !== "awaiting-approval") {
    return privateNote(paragraphs([notice, stateText(words, draft)]));
  }
  const settings = await store.serverSettings(draft.server);
  const decisions = await decisionsOn(context, draft);
  if (!settings.ok || decisions === null) return storeUnavailableReply(words);
  const last = decisions.at(0);
  const reply = draftReply(words, draft, {
    selected: draft.lines.some(({ id }) => id === selected) ? selected : null,
    round,
    lost: linesLost(library, draft),
    notice,
    approval: settings.value.approval,
    mayApprove: mayApprove(context, draft, decisions),
    sentBack: last?.deed === "sent-back" ? last.detail : null,
    newest: library.status().newest,
    independentSources: independentOf(about, draft),
  });
  const picture = await publicationPicture(words, draft, about, context.signal);
  return picture === null ? reply : { ...reply, picture };
}

/** Entries that are looked through: from asking for approval on, nothing else can be done before it is decided. */
const ENTRIES = 50;

/** Who asked for approval of a draft and who sent it back, newest first; null where that cannot be looked up. */
export async function decisionsOn(
  { store }: Pick<CommandContext, "store">,
  { id, server }: Publication,
): Promise<readonly LogEntry[] | null> {
  const found = await store.log({ server, subject: id, offset: 0, limit: ENTRIES });
  if (!found.ok) return null;
  return found.value.filter(({ deed }) => deed === "asked-for-approval" || deed === "sent-back");
}

/** Whether somebody is another than who drafted it and than who stands for it as it is: two have to agree. */
export function mayApprove(
  { who }: Pick<CommandContext, "who">,
  { author, state }: Publication,
  decisions: readonly LogEntry[],
): boolean {
  const asked = decisions.find(({ deed }) => deed === "asked-for-approval");
  // Whoever asked and was forgotten since could be anybody.
  const asker = asked?.person ?? null;
  return state === "awaiting-approval" && asker !== null && asker !== who.person && author !== who.person;
}
