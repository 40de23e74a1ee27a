import type { ParagraphChange } from "../../domain/intake.ts";

/** Paragraphs of either text compared one by one; the table of a comparison has the square of it. */
const mostCompared = 2000;

/**
 * Two texts beside each other, paragraph by paragraph, with as many in common as can be (longest common subsequence:
 * Wagner and Fischer 1974). What is removed comes before what is added in its place. Texts of more than 2,000 differing
 * paragraphs are not compared: all of the one is removed, all of the other added.
 */
export function paragraphChanges(before: string, after: string): readonly ParagraphChange[] {
  const [old, young] = [paragraphsOf(before), paragraphsOf(after)];
  let head = 0;
  while (head < Math.min(old.length, young.length) && old[head] === young[head]) head++;
  let tail = 0;
  while (tail < Math.min(old.length, young.length) - head && old.at(-1 - tail) === young.at(-1 - tail)) tail++;
  return [
    ...changes("same", old.slice(0, head)),
    ...middle(old.slice(head, old.length - tail), young.slice(head, young.length - tail)),
    ...changes("same", old.slice(old.length - tail)),
  ];
}

function paragraphsOf(text: string): readonly string[] {
  return text
    .split(/\n[^\S\n]*\n\s*/u)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "");
}

function changes(type: ParagraphChange["type"], texts: readonly string[]): readonly ParagraphChange[] {
  return texts.map((text) => ({ type, text }));
}

function middle(old: readonly string[], young: readonly string[]): readonly ParagraphChange[] {
  if (Math.max(old.length, young.length) > mostCompared || old.length === 0 || young.length === 0) {
    return [...changes("removed", old), ...changes("added", young)];
  }
  const width = young.length + 1;
  // common[i * width + j]: how many paragraphs the texts have in common from old[i] and young[j] on.
  const common = new Uint16Array((old.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = young.length - 1; j >= 0; j--) {
      common[i * width + j] = old[i] === young[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const found: ParagraphChange[] = [];
  let [i, j] = [0, 0];
  for (;;) {
    const [removed, added] = [old[i], young[j]];
    if (removed !== undefined && removed === added) {
      found.push({ type: "same", text: removed });
      i++;
      j++;
    } else if (removed !== undefined && (added === undefined || at(i + 1, j) >= at(i, j + 1))) {
      found.push({ type: "removed", text: removed });
      i++;
    } else if (added !== undefined) {
      found.push({ type: "added", text: added });
      j++;
    } else return found;
  }
}
