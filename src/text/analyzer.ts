import type { GlossaryEntry } from "../domain/corpus.ts";
import type { Span } from "../domain/sentence.ts";
import { stem } from "./stems.ts";
import { STOP_WORDS } from "./stop-words.ts";
import { tokenize } from "./tokens.ts";

/** One thing to look up: a word, or a name of the glossary whichever way it was written. */
export interface Term extends Span {
  /** Key of the index: the word's stem, or for an alias `=` and the folded name of its entry. */
  readonly term: string;
  /** As written: `text.slice(start, end)`. */
  readonly surface: string;
  /** The word without case and accents, before stemming; for an alias the folded name of its entry. */
  readonly folded: string;
  readonly kind: "word" | "alias";
  /** Whether it is a word without content of its own. Never true of an alias. */
  readonly stop: boolean;
}

/** Turns text into terms, the same way for articles and questions. */
export interface Analyzer {
  /** All terms by `start`; an alias comes before the words it spans, which stay terms of their own. */
  analyze(text: string): readonly Term[];
  /** Visits the terms that are no stop words, in the same order, without making objects of them. */
  eachTerm(text: string, visit: (term: string, folded: string, kind: Term["kind"]) => void): void;
}

interface Node {
  readonly next: Map<string, Node>;
  key: string | null;
}

/** Most characters between two words of one alias: "Ministry of Intelligence, and" but not across a parenthesis. */
const MAX_GAP = 3;

/**
 * An analyzer that knows an event's names. An entry's term and aliases all give the term `=<folded term>`, matched over
 * stems, so "cyber-attacks" is found by the alias "cyber attack"; the longest name wins. Nothing is guessed: a lone surname
 * stands for the full name only where the glossary lists it. Of two entries with the same alias the first has it.
 */
export function createAnalyzer(glossary: readonly GlossaryEntry[]): Analyzer {
  const root = newNode();
  for (const entry of glossary) {
    const key = `=${tokenize(entry.term)
      .map((token) => token.folded)
      .join(" ")}`;
    if (key !== "=") for (const name of [entry.term, ...entry.aliases]) addName(root, name, key);
  }
  return {
    analyze: (text) => analyze(root, text),
    eachTerm(text, visit) {
      for (const { term, folded, kind, stop } of analyze(root, text)) if (!stop) visit(term, folded, kind);
    },
  };
}

function newNode(): Node {
  return { next: new Map(), key: null };
}

function addName(root: Node, name: string, key: string): void {
  let node = root;
  for (const token of tokenize(name)) {
    const word = stem(token.folded);
    const next = node.next.get(word) ?? newNode();
    node.next.set(word, next);
    node = next;
  }
  if (node !== root) node.key ??= key;
}

function analyze(root: Node, text: string): readonly Term[] {
  const tokens = tokenize(text);
  const words = tokens.map((token): Term => ({
    term: stem(token.folded),
    surface: token.text,
    folded: token.folded,
    start: token.start,
    end: token.end,
    kind: "word",
    stop: STOP_WORDS.has(token.folded) || isSingleLetter(token.folded),
  }));
  const terms: Term[] = [];
  let free = 0;
  for (const [index, word] of words.entries()) {
    const alias = index < free ? null : longestAlias(root, words, index);
    if (alias !== null) {
      const end = words[alias.after - 1]?.end ?? word.end;
      terms.push({
        term: alias.key,
        surface: text.slice(word.start, end),
        folded: alias.key.slice(1),
        start: word.start,
        end,
        kind: "alias",
        stop: false,
      });
      free = alias.after;
    }
    terms.push(word);
  }
  return terms;
}

interface AliasMatch {
  readonly key: string;
  /** Index of the first word after the name. */
  readonly after: number;
}

function longestAlias(root: Node, words: readonly Term[], from: number): AliasMatch | null {
  let node = root;
  let found: AliasMatch | null = null;
  let end: number | null = null;
  for (let index = from; index < words.length; index += 1) {
    const word = words[index];
    if (word === undefined || (end !== null && word.start - end > MAX_GAP)) break;
    const next = node.next.get(word.term);
    if (next === undefined) break;
    node = next;
    end = word.end;
    if (node.key !== null) found = { key: node.key, after: index + 1 };
  }
  return found;
}

/** The "e" of e-mail and the "s" of a lost apostrophe tell nothing by themselves; within a name of the glossary they count. */
function isSingleLetter(folded: string): boolean {
  return /^\p{L}$/u.test(folded);
}
