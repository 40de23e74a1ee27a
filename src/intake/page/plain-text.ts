/*
 * Left out: control characters, halves of surrogate pairs, soft hyphens, zero-width spaces, what turns the direction of
 * writing, and tags. The joiners U+200C and U+200D stay: Persian and emoji need them.
 */
const hidden = /[\p{Cc}\p{Cs}\u00AD\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF\u{E0000}-\u{E007F}]/gu;

/** Text on one line: composed (NFC), nothing hidden, every kind of blank a space, and one of them at a time. */
export function plainText(text: string): string {
  return text
    .replaceAll(/[\s\p{Zs}]+/gu, " ")
    .replaceAll(hidden, "")
    .normalize("NFC")
    .replaceAll(/ {2,}/gu, " ")
    .trim();
}

/** Text as it is compared: without case, kinds of quotation marks and dashes, and blanks. */
export function foldText(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "");
}
