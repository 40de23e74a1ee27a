import { type Conflict, dateConflict, nameConflict, numberConflict } from "../../answer/conflicts.ts";
import { denies } from "../../answer/denials.ts";
import { stanceClass } from "../../answer/differences.ts";
import type { Statement } from "../../answer/statement.ts";
import type { Contradiction } from "../../domain/digest.ts";
import type { Overlap } from "./overlap.ts";

/** Two statements that give something differently. */
export interface Clash {
  readonly about: Contradiction["about"];
  readonly statements: readonly [Statement, Statement];
  readonly values: Conflict;
}

/** Overlap from which on two sentences can give a value differently: several numbers are soon found for several things. */
const CONFLICTS = [
  ["date", dateConflict, 0.5],
  ["number", numberConflict, 0.75],
  ["name", nameConflict, 0.6],
] as const;
/** The same for a denial and what it denies. */
const DENIAL_OVERLAP = 0.35;

/**
 * Pairs of statements that cannot both be right. They are held to the rules by which answers tell of disagreement; there
 * the words of the question say that two sentences speak of one thing, here the words that the two have in common.
 */
export function clashesAmong(statements: readonly Statement[], overlap: Overlap): readonly Clash[] {
  const clashes: Clash[] = [];
  for (const [place, one] of statements.entries()) {
    for (const other of statements.slice(0, place)) {
      const clash = clashOf(other, one, overlap);
      if (clash !== null) clashes.push(clash);
    }
  }
  return clashes;
}

function clashOf(a: Statement, b: Statement, overlap: Overlap): Clash | null {
  if (a.evidence.sentence.article.publisher === b.evidence.sentence.article.publisher) return null;
  const carried = new Set([...a.words].filter((word) => b.words.has(word)));
  const common = overlap(a, b);
  for (const [about, conflictOf, least] of CONFLICTS) {
    const values = common < least ? null : conflictOf({ ...a, carried }, { ...b, carried });
    if (values !== null) return { about, statements: [a, b], values };
  }
  if (common < DENIAL_OVERLAP || !(denies(a, b) || denies(b, a))) return null;
  return { about: "stance", statements: [a, b], values: [stanceClass(a.stance), stanceClass(b.stance)] };
}

/** Puts clashes about one thing together: those that share a statement and give a value of one kind. */
export function joinClashes(clashes: readonly Clash[]): readonly (readonly Clash[])[] {
  const joined: Clash[][] = [];
  for (const clash of clashes) {
    const related = joined.filter((group) =>
      group.some(
        ({ about, statements }) => about === clash.about && statements.some((one) => clash.statements.includes(one)),
      ),
    );
    const [first, ...others] = related;
    if (first === undefined) {
      joined.push([clash]);
      continue;
    }
    first.push(...others.flat(), clash);
    for (const other of others) joined.splice(joined.indexOf(other), 1);
  }
  return joined;
}
