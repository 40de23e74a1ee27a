/**
 * Takes out of a text what a reader cannot see and a client might act on: control characters, bidirectional overrides,
 * zero-width characters, piles of combining marks. What remains stands on one line.
 */

/** Bidirectional controls, zero-width characters, soft hyphens, fillers that show nothing, variation and language tags. */
const UNSEEN =
  /[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0E\uFEFF\uFFA0\uFFF0-\uFFFB\u{E0000}-\u{E0FFF}]/gu;
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
