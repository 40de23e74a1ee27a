import type { Span } from "../domain/sentence.ts";

const SAID = String.raw`(?:said|says|reported|reports|wrote|announced|added|told\s+\p{L}+)`;
const DAY = String.raw`(?:\p{L}+|\d{1,2}\s+\p{Lu}\p{L}+|\p{Lu}\p{L}+\s+\d{1,2})(?:,?\s+\d{4})?`;
const WHEN = String.raw`(?:\s+(?:(?:on|late|early|late\s+on)\s+${DAY}|in\s+(?:a\s+statement|\p{Lu}\p{L}+(?:\s+\d{4})?|\d{4})|yesterday|today))*`;

/** Nobody's name holds these: after "Hoel, who leads it, said" comes what was said, not who said it. */
const NO_PARTY = String.raw`(?![^,;:]*\b(?:would|will|could|can|should|must|might|may|had|has|have|was|were|is|are)\b)`;

/** "…, NTX reported on Monday." "According to the union, …" "The union said that …" */
const FRAMES: readonly RegExp[] = [
  new RegExp(String.raw`,["”]?\s+(?<party>[^,;:]{1,60}?)\s+${SAID}${WHEN}[.”"]*\s*$`, "u"),
  new RegExp(String.raw`,["”]?\s+(?:said|reported)\s+${NO_PARTY}(?<party>[^,;:]{1,60}?)[.”"]*\s*$`, "u"),
  /,?\s+according\s+to\s+(?<party>[^,;:]{1,60}?)[.”"]*\s*$/u,
  /^According\s+to\s+(?<party>[^,;:]{1,60}),\s+/u,
  new RegExp(String.raw`^(?<party>[^,;:]{1,60}?)\s+${SAID}${WHEN}\s+(?:that\s+)?(?=\S)`, "u"),
];

/** The part of a sentence that tells where it comes from. */
export interface SourceFrame extends Span {
  /** Who is named there, as written. */
  readonly party: string;
  /** Whether they pass on what others say, as a newspaper does: "reported", "wrote". */
  readonly relays: boolean;
}

/** Finds where a sentence says that somebody said so, around what was said; null where it does not. */
export function sourceFrame(text: string): SourceFrame | null {
  for (const frame of FRAMES) {
    const match = frame.exec(text);
    if (match === null) continue;
    const start = match.index;
    return {
      start,
      end: start + match[0].length,
      party: match.groups?.["party"] ?? "",
      relays: /\b(?:reports?|reported|wrote)\b/u.test(match[0]),
    };
  }
  return null;
}
