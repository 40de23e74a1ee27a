import type { QuestionKind } from "../../question/question.ts";
import { COSINE_PER_DOT } from "../../meaning/sentence-vector.ts";
import type { WordVectors } from "../../meaning/word-vectors.ts";
import type { Wording, WordingTerm } from "./wording.ts";

/** Share of likeness that is word by word; the rest is that of the questions as a whole. */
const BY_WORD = 0.4;
/** Taken off where what is asked for may be the same but is asked otherwise ("was anyone hurt", "how many were hurt"). */
const OTHER_KIND = 0.05;

/**
 * Likeness from which on two questions are taken to want the same, chosen on 70 pairs of `test/fixtures/gap-pairs.ts`. Two
 * that are kept apart are shown twice; of two thrown together one is not seen, so rather too few are joined.
 */
export const SAME_GAP = 0.73;

/** Kinds of which each asks for something else; an agent is a person. */
const DISTINCT: ReadonlySet<QuestionKind> = new Set([
  "time",
  "place",
  "reason",
  "quantity",
  "person",
  "statement",
  "manner",
]);

/**
 * Makes what tells how alike two questions are, 0 to 1: what both mean as a whole, and how much of the one's words, by
 * weight, the other says or nearly means, whichever way round is less. 0 where they ask for another kind of thing, or each
 * about a name, a month or a number that the other has not.
 */
export function likenessOf(vectors: WordVectors | null): (a: Wording, b: Wording) => number {
  const cosine = rememberedCosines(vectors);
  const said = (a: Wording, b: Wording): number => {
    let sum = 0;
    let all = 0;
    for (const term of a.terms) {
      all += term.weight;
      sum += term.weight * b.terms.reduce((most, other) => Math.max(most, cosine(term, other)), 0);
    }
    return all === 0 ? 0 : sum / all;
  };
  return (a, b) => {
    if (areDistinct(a.kind, b.kind) || (hasOwnName(a, b) && hasOwnName(b, a))) return 0;
    const off = family(a.kind) === family(b.kind) ? 0 : OTHER_KIND;
    const whole = a.vector === null || b.vector === null ? null : dot(a.vector, b.vector) * COSINE_PER_DOT;
    // Most pairs end here: whatever their words, they do not come near.
    if (whole !== null && (1 - BY_WORD) * whole + BY_WORD - off < SAME_GAP) return 0;
    const byWord = Math.min(said(a, b), said(b, a));
    return Math.max(0, Math.min(1, (whole === null ? byWord : (1 - BY_WORD) * whole + BY_WORD * byWord) - off));
  };
}

function family(kind: QuestionKind): QuestionKind {
  return kind === "agent" ? "person" : kind;
}

function areDistinct(a: QuestionKind, b: QuestionKind): boolean {
  return family(a) !== family(b) && DISTINCT.has(family(a)) && DISTINCT.has(family(b));
}

function hasOwnName(a: Wording, b: Wording): boolean {
  return a.terms.some(({ name, term }) => name && !b.terms.some((other) => other.term === term));
}

/** Most pairs of words remembered. */
const MAX_REMEMBERED = 500_000;

/** Cosine of two words, 1 for the same, 0 where nothing is known. A name is meant by no other word. */
function rememberedCosines(vectors: WordVectors | null): (a: WordingTerm, b: WordingTerm) => number {
  const remembered = new Map<number, number>();
  return (a, b) => {
    if (a.term === b.term) return 1;
    if (vectors === null || a.row < 0 || b.row < 0 || a.name || b.name) return 0;
    const key = Math.min(a.row, b.row) * vectors.size + Math.max(a.row, b.row);
    let cosine = remembered.get(key);
    if (cosine === undefined) {
      const norms = vectors.norm(a.row) * vectors.norm(b.row);
      cosine = norms === 0 ? 0 : Math.max(0, dot(vectors.vector(a.row), vectors.vector(b.row)) / norms);
      if (remembered.size >= MAX_REMEMBERED) remembered.clear();
      remembered.set(key, cosine);
    }
    return cosine;
  };
}

export function dot(a: Int8Array, b: Int8Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}
