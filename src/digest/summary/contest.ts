import { attribution } from "../../answer/attribution.ts";
import { disagreementsAmong } from "../../answer/disagreement.ts";
import type { ReadPoint } from "../../answer/points.ts";
import type { Statement } from "../../answer/statement.ts";

/** One kind of question for each thing that articles can give differently. */
const KINDS = ["time", "quantity", "thing"] as const;

/** Share of the longer sentence's words that both must hold to give a date, a number or a name for one thing. */
const SAME_THING = 0.6;

/** Whether two sentences contradict each other in a date, a number, a name, or one denies what the other charges. */
export function contradict(a: Statement, b: Statement): boolean {
  // No question tells what both are about: what they share does.
  const carried = new Set([...a.words].filter((word) => b.words.has(word)));
  const points = [a, b].map((one) => readPoint({ ...one, carried }));
  const isSame = carried.size >= SAME_THING * Math.max(a.words.size, b.words.size);
  const isCharged = a.recurring === b.recurring && (isCharge(a) || isCharge(b));
  return KINDS.some((kind) =>
    disagreementsAmong(kind, points).some(({ about }) => (about === "stance" ? isCharged : isSame)),
  );
}

/** Whether a sentence says that somebody did something, and so is what a denial is of. */
function isCharge({ stance, evidence }: Statement): boolean {
  return stance?.how !== "denied" && attribution(evidence.sentence.text) === 1;
}

/** For each statement which of the others contradict it. */
export function contestedAmong(statements: readonly Statement[]): readonly (readonly number[])[] {
  return statements.map((one, place) =>
    [...statements.entries()].flatMap(([other, statement]) =>
      other !== place && contradict(...inOrder([place, one], [other, statement])) ? [other] : [],
    ),
  );
}

type Placed = readonly [place: number, statement: Statement];

/** Told in one order whichever is asked about, so that the answer is the same. */
function inOrder(a: Placed, b: Placed): readonly [Statement, Statement] {
  return a[0] < b[0] ? [a[1], b[1]] : [b[1], a[1]];
}

function readPoint(statement: Statement): ReadPoint {
  return { statement, point: { evidence: statement.evidence, also: [], stance: statement.stance } };
}
