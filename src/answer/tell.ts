import type { Disagreement, Evidence, Point } from "../domain/answer.ts";
import type { Analyzer } from "../text/analyzer.ts";
import { type Asked, contradicts } from "./contradiction.ts";
import { disagreementsAmong } from "./disagreement.ts";
import { type ReadPoint, choosePoints, groupPoints } from "./points.ts";
import { readStatement } from "./statement.ts";

/** Most points shown. */
export const MAX_POINTS = 3;

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
  const disagreements = disagreementsAmong(kind, all);
  const chosen = new Set(choosePoints(all, MAX_POINTS));
  for (const one of disagreements) seat(one, all, chosen);
  const shown = all.filter((one) => chosen.has(one));
  const seats = (places: readonly number[]): readonly number[] =>
    places.map((place) => shown.findIndex((one) => one === all[place])).filter((seat) => seat >= 0);
  return {
    points: shown.map(({ point }) => point),
    disagreements: disagreements
      .map(({ about, sides }) => ({
        about,
        sides: sides
          .map(({ value, points }) => ({ value, points: seats(points) }))
          .filter(({ points }) => points.length > 0),
      }))
      .filter((one) => isDisagreement(one)),
  };
}

/** Whether what is left of a disagreement is still one: two sides, and in one of stance somebody who denies it. */
function isDisagreement({ about, sides }: Disagreement): boolean {
  return sides.length > 1 && (about !== "stance" || sides.some(({ value }) => value === "denied"));
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
 * Sees to it that each side of a disagreement has a point among those shown: in place of the last that is part of none, or
 * whose side another speaks for. A disagreement among points none of which was chosen is left alone: it is not about the
 * answer.
 */
function seat(disagreement: Disagreement, all: readonly ReadPoint[], chosen: Set<ReadPoint>): void {
  const camps = campsOf(disagreement).map((places) => places.flatMap((place) => all[place] ?? []));
  if (!camps.some((camp) => camp.some((one) => chosen.has(one)))) return;
  const isSpare = (one: ReadPoint): boolean =>
    camps.every((camp) => !camp.includes(one) || camp.some((other) => other !== one && chosen.has(other)));
  for (const camp of camps) {
    const [best] = camp;
    if (best === undefined || camp.some((one) => chosen.has(one))) continue;
    if (chosen.size >= MAX_POINTS) {
      const spare = [...chosen].slice(1).findLast((one) => isSpare(one));
      if (spare === undefined) continue;
      chosen.delete(spare);
    }
    chosen.add(best);
  }
}

/** Whose points contradict each other. Claimed, confirmed and merely said, they stand together against what is denied. */
function campsOf({ about, sides }: Disagreement): readonly (readonly number[])[] {
  if (about !== "stance") return sides.map(({ points }) => points);
  const placesOf = (denied: boolean): readonly number[] =>
    sides
      .filter(({ value }) => (value === "denied") === denied)
      .flatMap(({ points }) => points)
      .toSorted((a, b) => a - b);
  return [placesOf(false), placesOf(true)];
}
