/** Rows of numbers end to end, `columns` of them each. */
export interface Table {
  readonly columns: number;
  readonly values: Float32Array;
}

/** Mean and standard deviation of each column. */
export interface Standard {
  readonly mean: Float64Array;
  /** 0 where a column is always the same. */
  readonly deviation: Float64Array;
}

const STEADY = 1e-6;

/** @param weightOf how much a row counts, by its place */
export function standardOf({ columns, values }: Table, weightOf: (row: number) => number): Standard {
  const rows = values.length / columns;
  const mean = new Float64Array(columns);
  const deviation = new Float64Array(columns);
  let total = 0;
  for (let row = 0; row < rows; row += 1) {
    const weight = weightOf(row);
    total += weight;
    for (let column = 0; column < columns; column += 1) {
      const value = values[row * columns + column] ?? 0;
      mean[column] = (mean[column] ?? 0) + weight * value;
      deviation[column] = (deviation[column] ?? 0) + weight * value * value;
    }
  }
  for (let column = 0; column < columns; column += 1) {
    const middle = (mean[column] ?? 0) / Math.max(total, Number.MIN_VALUE);
    const spread = Math.sqrt(
      Math.max(0, (deviation[column] ?? 0) / Math.max(total, Number.MIN_VALUE) - middle * middle),
    );
    mean[column] = middle;
    deviation[column] = spread < STEADY ? 0 : spread;
  }
  return { mean, deviation };
}
