import type { Publication, PublicationLine } from "../../domain/publication.ts";
import type { ActionButton, ActionRef, ControlRow, SelectOption } from "../../domain/reply.ts";
import type { MessageId, Words } from "../../domain/words.ts";
import { publicationTitle } from "./publication-title.ts";
import { selectOption } from "../text/select-option.ts";
import { publisherOf } from "../answers/sources.ts";

/** What can be done with a summary. */
export interface SummaryControls {
  readonly lines: readonly PublicationLine[];
  /** Ref of a line's sentence; null where it cannot be opened. */
  readonly refOf: (line: PublicationLine) => string | null;
  /** What the list of sentences calls with a ref. */
  readonly contextRef: ActionRef;
  /** Null where there is nothing to copy. */
  readonly copyRef: ActionRef | null;
  /** Null for those who cannot draft. */
  readonly draftRef: ActionRef | null;
  /** The server's drafts and what the list of them calls; empty for those who cannot see them. */
  readonly drafts: readonly Publication[];
  readonly openRef: ActionRef;
}

export function summaryControls(words: Words, setting: SummaryControls): readonly ControlRow[] {
  const { lines, refOf, contextRef, copyRef, draftRef, drafts, openRef } = setting;
  const passages = new Map(
    lines.flatMap((line): readonly (readonly [string, SelectOption])[] => {
      const ref = refOf(line);
      return ref === null ? [] : [[ref, selectOption(line.cited.text, publisherOf(line.cited.source), ref)]];
    }),
  );
  const buttons = [
    ...(copyRef === null ? [] : [labelled(words, "button.copy", copyRef)]),
    ...(draftRef === null ? [] : [{ ...labelled(words, "button.make-draft", draftRef), weight: "strong" } as const]),
  ];
  return [
    ...selectRow(words.say("select.passage"), contextRef, [...passages.values()]),
    ...(buttons.length === 0 ? [] : [{ type: "buttons", buttons } as const]),
    ...draftsRow(words, drafts, openRef),
  ];
}

/** A list of drafts to open, those that await approval first. */
export function draftsRow(words: Words, drafts: readonly Publication[], action: ActionRef): readonly ControlRow[] {
  const waiting = drafts.filter(({ state }) => state === "awaiting-approval");
  const others = drafts.filter(({ state }) => state !== "awaiting-approval");
  const options = [...waiting, ...others].slice(0, 25).map((draft) => {
    const state = words.say(draft.state === "awaiting-approval" ? "draft.awaiting-short" : "draft.draft-short");
    const changed = words.date(draft.changedAt.slice(0, "2022-09-10".length), "short");
    return selectOption(publicationTitle(words, draft), `${state} · ${changed}`, draft.id);
  });
  return selectRow(words.say("select.drafts", { count: waiting.length }), action, options);
}

export function selectRow(
  placeholder: string,
  action: ActionRef,
  options: readonly SelectOption[],
): readonly ControlRow[] {
  return options.length === 0 ? [] : [{ type: "select", select: { placeholder, action, options } }];
}

export function labelled(words: Words, label: ButtonLabel, action: ActionRef, disabled = false): ActionButton {
  return { type: "action", label: words.say(label), action, disabled };
}

/** Messages that are labels of buttons. */
export type ButtonLabel = Extract<MessageId, `button.${string}`>;
