import type { Disagreement } from "../domain/answer.ts";
import { type Conflict, dateConflict, nameConflict, numberConflict } from "./conflicts.ts";
import { denies } from "./denials.ts";
import { stanceClass } from "./differences.ts";
import type { ReadPoint } from "./points.ts";
import type { Statement } from "./statement.ts";

/** What a question of a kind asks for, and so what an answer to it can disagree in; for all others it is a name. */
const SOUGHT: Readonly<Record<string, Exclude<Disagreement["about"], "stance">>> = {
  time: "date",
  quantity: "number",
};
/** Kinds of question to which "who denies it" is no answer. */
const NO_DEED: ReadonlySet<string> = new Set(["time", "quantity", "place"]);

const CONFLICT_IN: Readonly<
  Record<Exclude<Disagreement["about"], "stance">, (a: Statement, b: Statement) => Conflict | null>
> = { date: dateConflict, number: numberConflict, name: nameConflict };

/**
 * Where points contradict each other in what a question asks for. Rather none than a false one: two points disagree only
 * where they speak of the same thing in the same words and nothing else in them differs.
 *
 * @param kind an identifier of what the question seeks
 * @param points best first
 */
export function disagreementsAmong(kind: string, points: readonly ReadPoint[]): readonly Disagreement[] {
  const about = (Object.hasOwn(SOUGHT, kind) ? SOUGHT[kind] : undefined) ?? "name";
  const found: Disagreement[] = [];
  const sides = sidesOf(points, CONFLICT_IN[about]);
  if (sides.length > 1) found.push({ about, sides });
  if (!NO_DEED.has(kind)) {
    const sides = sidesOf(points, stanceConflict);
    if (sides.length > 1) found.push({ about: "stance", sides });
  }
  return found;
}

function stanceConflict(a: Statement, b: Statement): Conflict | null {
  return denies(b, a) || denies(a, b) ? [stanceClass(a.stance), stanceClass(b.stance)] : null;
}

/** Who gives what, for all points that some other contradicts. */
function sidesOf(
  points: readonly ReadPoint[],
  conflictOf: (a: Statement, b: Statement) => Conflict | null,
): Disagreement["sides"] {
  const sides = new Map<string, { readonly value: string; readonly points: Set<number> }>();
  const add = (value: string, place: number): void => {
    const key = value.toLowerCase();
    const side = sides.get(key) ?? { value, points: new Set<number>() };
    side.points.add(place);
    sides.set(key, side);
  };
  for (const [place, { statement }] of points.entries()) {
    for (const [before, earlier] of points.slice(0, place).entries()) {
      const conflict = conflictOf(earlier.statement, statement);
      if (conflict === null) continue;
      add(conflict[0], before);
      add(conflict[1], place);
    }
  }
  return [...sides.values()].map((side) => ({ value: side.value, points: [...side.points].toSorted((a, b) => a - b) }));
}
