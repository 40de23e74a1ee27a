import type { Disagreement, Evidence, Point } from "../domain/answer.ts";
import type { Analyzer } from "../text/analyzer.ts";
import { type Asked, contradicts } from "./contradiction.ts";
import { disagreementsAmong } from "./disagreement.ts";
import { type ReadPoint, choosePoints, groupPoints } from "./points.ts";
import { readStatement } from "./statement.ts";

/** Most points shown. */
const MAX_POINTS = 3;

/** What an answer shows of its evidence. */
export interface Told {
  readonly points: readonly Point[];
  readonly disagreements: readonly Disagreement[];
}

/**
 * Makes an answer of ranked evidence: what says the same as one point, what contradicts it beside it.
 *
 * @param kind an identifier of what the question seeks
 * @param ranked best first, at most a dozen or so
 */
export function tellAnswer(analyzer: Analyzer, kind: string, ranked: readonly Evidence[]): Told {
  const all = groupPoints(ranked.map((evidence) => readStatement(analyzer, evidence)));
  const chosen = new Set(choosePoints(all, MAX_POINTS));
  const disagreements = disagreementsAmong(kind, all).flatMap((one) => {
    const sides = seated(one, all, chosen);
    return sides.length > 1 ? [{ about: one.about, sides }] : [];
  });
  const shown = all.filter((one) => chosen.has(one));
  const placeOf = (place: number): number => shown.findIndex((one) => one === all[place]);
  return {
    points: shown.map(({ point }) => point),
    disagreements: disagreements.flatMap(({ about, sides }) => {
      const seats = sides
        .map(({ value, points }) => ({ value, points: points.map((place) => placeOf(place)).filter((at) => at >= 0) }))
        .filter(({ points }) => points.length > 0);
      return seats.length > 1 ? [{ about, sides: seats }] : [];
    }),
  };
}

/** What is offered where the articles do not say. */
export interface Offered {
  readonly closest: readonly Point[];
  readonly contradiction: Point | null;
}

/**
 * Makes of ranked evidence what is offered in place of an answer: the nearest passages, and before them one that
 * contradicts what the question takes for granted.
 *
 * @param ranked best first, at most a dozen or so
 */
export function tellClosest(analyzer: Analyzer, asked: Asked, ranked: readonly Evidence[]): Offered {
  const all = groupPoints(ranked.map((evidence) => readStatement(analyzer, evidence)));
  const contradicting = all.find(({ statement }) => contradicts(statement, asked)) ?? null;
  const closest = choosePoints(
    all.filter((one) => one !== contradicting),
    MAX_POINTS,
  );
  return { closest: closest.map(({ point }) => point), contradiction: contradicting?.point ?? null };
}

/**
 * Sees to it that each side of a disagreement has a point among those shown, in place of the last that is part of none.
 * A disagreement among points none of which was chosen is left alone: it is not about the answer.
 */
function seated({ sides }: Disagreement, all: readonly ReadPoint[], chosen: Set<ReadPoint>): Disagreement["sides"] {
  const pointsOf = ({ points }: Disagreement["sides"][number]): readonly ReadPoint[] =>
    points.flatMap((place) => all[place] ?? []);
  if (!sides.some((side) => pointsOf(side).some((one) => chosen.has(one)))) return [];
  const inDispute = new Set(sides.flatMap((side) => pointsOf(side)));
  return sides.filter((side) => {
    const own = pointsOf(side);
    const [best] = own;
    if (best === undefined || own.some((one) => chosen.has(one))) return best !== undefined;
    if (chosen.size >= MAX_POINTS) {
      const spare = [...chosen].slice(1).findLast((one) => !inDispute.has(one));
      if (spare === undefined) return false;
      chosen.delete(spare);
    }
    chosen.add(best);
    return true;
  });
}
