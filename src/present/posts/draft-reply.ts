import type { Publication } from "../../domain/publication.ts";
import type { Reply } from "../../domain/reply.ts";
import type { Words } from "../../domain/words.ts";
import { cutAtWord } from "../text/cut.ts";
import { approvalControls, draftControls } from "./draft-panel.ts";
import { channelMention, escapeMarkdown, quietLines } from "../text/markdown.ts";
import { paragraphs } from "../text/note.ts";
import { publicationFits, retoldReply } from "./publication-reply.ts";
import { commandName } from "../text/words.ts";

/** What a draft is shown with besides itself. */
export interface DraftSetting {
  readonly selected: string | null;
  readonly round: readonly string[];
  /** Ids of lines that hold no more, with why. */
  readonly lost: ReadonlyMap<string, "changed" | "withdrawn">;
  /** Discord Markdown: what came of what was pressed; empty for nothing. */
  readonly notice: string;
  readonly approval: boolean;
  /** Whether this person may agree to what another asked approval for. */
  readonly mayApprove: boolean;
  /** Why another moderator sent it back, in their words; null where none did. */
  readonly sentBack: string | null;
  readonly newest: string | null;
  readonly independentSources: number | null;
}

const REASON_SHOWN = 200;

/** A draft exactly as it will look, with what can be done with it; for moderators alone. */
export function draftReply(words: Words, draft: Publication, setting: DraftSetting): Reply {
  const { lost, selected, approval, mayApprove, newest, independentSources } = setting;
  const ready = isReady(words, draft, lost);
  const wrong = new Map([...lost].map(([id, how]) => [id, words.say(`draft.line-${how}`)]));
  const controls =
    draft.state === "awaiting-approval"
      ? approvalControls(words, draft, { mayApprove, ready })
      : draftControls(words, draft, { selected, round: setting.round, approval, ready });
  const marks = { selected: draft.state === "draft" ? selected : null, wrong };
  const lead = leadOf(words, draft, setting);
  return retoldReply(words, draft, { visibility: "private", newest, independentSources, lead, marks }, controls);
}

/** Whether a draft can be posted as it stands: it has lines, all of them hold, and one message has room for them. */
export function isReady(words: Words, draft: Publication, lost: DraftSetting["lost"]): boolean {
  return draft.lines.length > 0 && lost.size === 0 && publicationFits(words, draft);
}

function leadOf(words: Words, draft: Publication, { notice, lost, mayApprove, sentBack }: DraftSetting): string {
  const isAwaiting = draft.state === "awaiting-approval";
  const command = commandName(words, "summary");
  const reason = escapeMarkdown(cutAtWord(sentBack ?? "", REASON_SHOWN));
  const warnings = [
    lost.size > 0 ? words.say("draft.lost") : "",
    draft.lines.length === 0 ? words.say("draft.no-lines") : "",
    publicationFits(words, draft) ? "" : words.say("draft.too-long"),
    isAwaiting ? (mayApprove ? words.say("draft.awaits-you") : words.say("draft.awaits-another", { command })) : "",
    isAwaiting || sentBack === null ? "" : words.say("draft.sent-back", { reason }),
  ];
  const language =
    draft.language === words.language
      ? ""
      : words.say("draft.language", { language: words.languageName(draft.language) });
  return paragraphs([
    [notice, ...warnings]
      .filter((line) => line !== "")
      .map((line) => `**${line}**`)
      .join("\n"),
    [`-# ${words.say("draft.for", { channel: channelMention(draft.channel) })}`, quietLines([language])]
      .filter((line) => line !== "")
      .join("\n"),
  ]);
}
