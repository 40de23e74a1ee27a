import type { ProblemDetail } from "../../domain/problem.ts";

/** A field's value, with what is uncertain about it. */
export interface FieldValue<T> {
  readonly value: T;
  readonly doubts: readonly ProblemDetail[];
}

/**
 * Takes the first of the candidates, which come in the order of trust, and tells where those that can be trusted differ.
 * @param sure how many of the first candidates can be trusted; the rest only fill in
 * @param isSame whether two values say the same in other words
 */
export function chooseValue(
  candidates: readonly string[],
  sure: number,
  isSame: (one: string, other: string) => boolean,
): FieldValue<string> | null {
  const [value, ...others] = candidates;
  if (value === undefined) return null;
  const differing = others.slice(0, Math.max(sure - 1, 0)).filter((other) => !isSame(value, other));
  const distinct = differing.filter((other, index) => differing.findIndex((one) => isSame(one, other)) === index);
  return { value, doubts: distinct.length === 0 ? [] : [{ id: "values-differ", values: [value, ...distinct] }] };
}
