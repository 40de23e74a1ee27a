import { blocksOf } from "./blocks.ts";
import { plainText } from "./plain-text.ts";
import { readTree } from "./read-tree.ts";
import { visibleText } from "./visible.ts";

/** What metadata says as text on one line: entities decoded (twice, as templates encode twice), markup left out. */
export function htmlText(html: string): string {
  let text = html;
  for (let round = 0; round < 2 && /[<&]/u.test(text); round += 1) {
    const tree = readTree(text);
    if (!tree.ok) return "";
    text = visibleText(tree.value);
  }
  return plainText(text);
}

/** The paragraphs of a text that metadata holds, whether it parts them by markup or by line breaks. */
export function htmlParagraphs(html: string): readonly string[] {
  const tree = readTree(html.replaceAll(/\r\n?/gu, "\n"));
  if (!tree.ok) return [];
  const isMarkup = /<(?:p|div|br|li|h[1-6])\b/iu.test(html);
  if (isMarkup) return blocksOf(tree.value).map(({ text }) => text);
  return visibleText(tree.value)
    .split("\n")
    .map((line) => plainText(line))
    .filter((line) => line !== "");
}
