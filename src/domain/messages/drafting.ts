import type { NoValues } from "./values.ts";

/** Said to moderators who draft, post and answer for what was posted. What is given comes as Markdown. */
export interface DraftingMessages {
  readonly "summary.cannot-post": { readonly permissions: string };
  readonly "summary.channel-unknown": NoValues;
  readonly "summary.you-cannot-write": NoValues;
  readonly "summary.server-only": NoValues;
  /** States of drafts, in lists. */
  readonly "draft.draft-short": NoValues;
  readonly "draft.awaiting-short": NoValues;
  /** `channel` is a mention. */
  readonly "draft.for": { readonly channel: string };
  readonly "draft.language": { readonly language: string };
  readonly "draft.changed-meanwhile": NoValues;
  readonly "draft.lost": NoValues;
  readonly "draft.line-changed": NoValues;
  readonly "draft.line-withdrawn": NoValues;
  readonly "draft.no-lines": NoValues;
  readonly "draft.too-long": NoValues;
  readonly "draft.full": NoValues;
  readonly "draft.awaits-you": NoValues;
  readonly "draft.awaits-another": { readonly command: string };
  readonly "draft.not-yours-to-approve": NoValues;
  readonly "draft.needs-approval": NoValues;
  readonly "draft.sent-back": { readonly reason: string };
  readonly "draft.sent-back-done": NoValues;
  readonly "draft.no-other-wording": NoValues;
  readonly "draft.found": NoValues;
  readonly "draft.found-nothing": NoValues;
  readonly "draft.line-there": NoValues;
  readonly "draft.you-cannot-write": NoValues;
  readonly "draft.discard-sure": NoValues;
  readonly "draft.gone": NoValues;
  /** How a publication stands that is no draft any more. */
  readonly "draft.posting": NoValues;
  readonly "draft.posted": { readonly link: string };
  readonly "draft.posted-plain": NoValues;
  readonly "draft.removed": NoValues;
  readonly "draft.discarded": NoValues;
  readonly "draft.failed": NoValues;
  /** Why something was not done. */
  readonly "desk.not-allowed": { readonly permissions: string };
  readonly "desk.channel-unknown": NoValues;
  readonly "desk.message-gone": NoValues;
  readonly "desk.refused": { readonly code: string };
  readonly "desk.unreachable": NoValues;
  readonly "desk.later": NoValues;
  readonly "manage.what": NoValues;
  readonly "manage.nothing-stands": NoValues;
  readonly "manage.strike-sure": NoValues;
  readonly "manage.remove-sure": NoValues;
  readonly "manage.struck": NoValues;
  readonly "copy.what": NoValues;
}

/** Said by `/verify`. */
export interface VerifyMessages {
  readonly "verify.title": { readonly title: string };
  readonly "verify.stands": NoValues;
  readonly "verify.moved": NoValues;
  readonly "verify.changed": NoValues;
  readonly "verify.withdrawn": NoValues;
  /** Characters are counted from 0; `end` is the first that is not part of it. */
  readonly "verify.place": {
    readonly file: string;
    readonly line: string;
    readonly start: string;
    readonly end: string;
  };
  readonly "verify.stood": { readonly article: string; readonly start: string; readonly end: string };
  readonly "verify.same-corpus": { readonly now: string };
  readonly "verify.corpora": { readonly before: string; readonly now: string };
  readonly "verify.none": NoValues;
}

/** Labels around drafts: buttons 80 characters, lists 150, forms 45. */
export interface DraftingLabels {
  readonly "button.up": NoValues;
  readonly "button.down": NoValues;
  readonly "button.other-wording": NoValues;
  readonly "button.drop": NoValues;
  readonly "button.add-line": NoValues;
  readonly "button.text": NoValues;
  readonly "button.post": NoValues;
  readonly "button.ask-approval": NoValues;
  readonly "button.approve": NoValues;
  readonly "button.send-back": NoValues;
  readonly "button.take-back": NoValues;
  readonly "button.discard": NoValues;
  readonly "button.discard-sure": NoValues;
  readonly "button.back": NoValues;
  readonly "button.history": NoValues;
  readonly "button.remove": NoValues;
  readonly "button.remove-sure": NoValues;
  readonly "button.strike-sure": NoValues;
  readonly "select.drafts": { readonly count: number };
  readonly "select.line": NoValues;
  readonly "select.sentence": NoValues;
  readonly "select.channel": NoValues;
  readonly "select.strike": NoValues;
  readonly "form.text": NoValues;
  readonly "form.own-title": NoValues;
  readonly "form.own-note": NoValues;
  readonly "form.add-line": NoValues;
  readonly "form.words": NoValues;
  readonly "form.send-back": NoValues;
  readonly "form.why-back": NoValues;
}

/** What people see of these commands before they run one. */
export interface DraftingCommandMessages {
  readonly "command.summary.name": NoValues;
  readonly "command.summary.description": NoValues;
  readonly "command.summary.option.topic.name": NoValues;
  readonly "command.summary.option.topic.description": NoValues;
  readonly "command.summary.option.since.name": NoValues;
  readonly "command.summary.option.since.description": NoValues;
  readonly "command.summary.option.length.name": NoValues;
  readonly "command.summary.option.length.description": NoValues;
  readonly "command.summary.option.length.choice.short": NoValues;
  readonly "command.summary.option.length.choice.medium": NoValues;
  readonly "command.summary.option.length.choice.long": NoValues;
  readonly "command.verify.name": NoValues;
  readonly "command.verify.description": NoValues;
  readonly "command.verify.option.message.name": NoValues;
  readonly "command.verify.option.message.description": NoValues;
}
