import type { ActionRef, ControlRow } from "../../domain/reply.ts";
import type { Words } from "../../domain/words.ts";

/** One page of a list: which one, of how many. */
export interface PageNumber {
  /** From 0. */
  readonly page: number;
  /** At least 1. */
  readonly pages: number;
}

/** How many pages a list fills, and the page nearest to the one wanted. A forged or stale number never leads outside. */
export function pageOf(wanted: number, total: number, size: number): PageNumber {
  const pages = Math.max(1, Math.ceil(total / size));
  const page = Number.isSafeInteger(wanted) ? Math.min(Math.max(wanted, 0), pages - 1) : 0;
  return { page, pages };
}

/** "page 2 of 7"; empty for a single page. */
export function pageLabel(words: Words, { page, pages }: PageNumber): string {
  return pages > 1 ? words.say("pager.page", { page: page + 1, pages }) : "";
}

/** Previous and Next, greyed where there is nowhere to go; nothing at all for a single page. */
export function pagerRow(
  words: Words,
  { page, pages }: PageNumber,
  refTo: (page: number) => ActionRef,
): readonly ControlRow[] {
  if (pages < 2) return [];
  return [
    {
      type: "buttons",
      buttons: [
        // Two buttons of one message may not share an id, so the greyed one names the page it cannot reach.
        { type: "action", label: words.say("button.previous"), action: refTo(page - 1), disabled: page === 0 },
        { type: "action", label: words.say("button.next"), action: refTo(page + 1), disabled: page === pages - 1 },
      ],
    },
  ];
}
