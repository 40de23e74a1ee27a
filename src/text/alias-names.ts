import type { GlossaryEntry } from "../domain/corpus.ts";
import { stem } from "./stems.ts";
import { tokenize } from "./tokens.ts";

/** An entry of a glossary, whichever of its names was written. */
export interface Name {
  /** Key of the index: `=` and the folded name. */
  readonly term: string;
  readonly folded: string;
}

/** A glossary's names as a tree over their stems. A node stands for the stems on the way to it. */
export interface NameNode {
  readonly next: ReadonlyMap<string, NameNode>;
  /** The entry that the stems on the way name. */
  readonly name: Name | null;
}

interface OpenNode extends NameNode {
  readonly next: Map<string, OpenNode>;
  name: Name | null;
}

/** The root of the tree of all terms and aliases. Of two entries with the same alias the first has it. */
export function nameTree(glossary: readonly GlossaryEntry[]): NameNode {
  const root = openNode();
  for (const entry of glossary) {
    const folded = tokenize(entry.term)
      .map((token) => token.folded)
      .join(" ");
    if (folded === "") continue;
    for (const written of [entry.term, ...entry.aliases]) addName(root, written, { term: `=${folded}`, folded });
  }
  return root;
}

function openNode(): OpenNode {
  return { next: new Map(), name: null };
}

function addName(root: OpenNode, written: string, name: Name): void {
  let node = root;
  for (const token of tokenize(written)) {
    const word = stem(token.folded);
    const next = node.next.get(word) ?? openNode();
    node.next.set(word, next);
    node = next;
  }
  if (node !== root) node.name ??= name;
}
