/**
 * Takes out of a text what a reader cannot see and a client might act on: control characters, bidirectional overrides,
 * zero-width characters, piles of combining marks. What remains stands on one line.
 */

/**
 * Unicode's default ignorable code points: bidirectional controls, zero-width characters, soft hyphens, fillers,
 * variation selectors and tags; with them the interlinear annotation marks.
 */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/gu;
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}\s]+/gu;
const LONE_SURROGATE = /\p{Cs}/gu;
/** More marks than any living orthography puts on a letter. */
const MARK_PILE = /(\p{M}{3})\p{M}+/gu;

/** A text without unseen characters, every run of white space one space. Never throws, whatever the text. */
export function cleanText(text: string): string {
  return text
    .replaceAll(UNSEEN, "")
    .replaceAll(CONTROL, " ")
    .replaceAll(LONE_SURROGATE, "\uFFFD")
    .replaceAll(MARK_PILE, "$1");
}
