import type { Evidence } from "../../domain/answer.ts";
import type { ActionRef, ControlRow, Reply } from "../../domain/reply.ts";
import type { Sentence } from "../../domain/sentence.ts";
import type { Words } from "../../domain/words.ts";
import { type PageNumber, pageLabel, pagerRow } from "../text/pager.ts";
import { selectOption } from "../text/select-option.ts";
import { asOf, publisherOf } from "./sources.ts";

/** What a page of a list of passages needs besides the passages. */
export interface PassageListSetting {
  readonly visibility: Reply["visibility"];
  /** Date of the newest article. */
  readonly newest: string | null;
  readonly pageNumber: PageNumber;
  readonly pageRef: (page: number) => ActionRef;
  /** What the list under the passages calls when one is chosen. */
  readonly openRef: ActionRef;
  readonly refOf: (sentence: Sentence) => string;
}

/** A list to choose a passage from, to be read in its article, and buttons to turn the page. */
export function passageControls(
  words: Words,
  shown: readonly Evidence[],
  { openRef, refOf, pageNumber, pageRef }: PassageListSetting,
): readonly ControlRow[] {
  return [
    {
      type: "select",
      select: {
        placeholder: words.say("select.passage"),
        action: openRef,
        options: shown.map(({ sentence }) =>
          selectOption(sentence.text, publisherOf(sentence.article), refOf(sentence)),
        ),
      },
    },
    ...pagerRow(words, pageNumber, pageRef),
  ];
}

/** "12 passages · page 2 of 3 · articles up to 13 Mar 2026". */
export function listFooter(words: Words, counted: string, pageNumber: PageNumber, newest: string | null): string {
  return [counted, pageLabel(words, pageNumber), asOf(words, newest)].filter((part) => part !== "").join(" · ");
}
