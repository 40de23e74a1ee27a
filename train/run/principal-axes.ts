import { EigenvalueDecomposition, Matrix } from "ml-matrix";

/** A smaller space: the axes along which vectors differ most, seen from their mean. */
export interface PrincipalAxes {
  readonly mean: Float64Array;
  /** Most telling first, each of length 1. */
  readonly axes: readonly Float64Array[];
  /** How much the vectors differ along each. */
  readonly variances: readonly number[];
}

/** At most so many vectors are looked at, evenly taken from all. */
const MAX_VECTORS = 25_000;

/**
 * Principal component analysis.
 *
 * @param vectors end to end, `from` numbers each
 * @param to how many axes are wanted
 */
export function principalAxes(vectors: Float32Array, from: number, to: number): PrincipalAxes {
  const count = vectors.length / from;
  const stride = Math.max(1, Math.floor(count / MAX_VECTORS));
  const mean = new Float64Array(from);
  const products = new Float64Array(from * from);
  let seen = 0;
  for (let vector = 0; vector < count; vector += stride) {
    seen += 1;
    for (let row = 0; row < from; row += 1) {
      const value = vectors[vector * from + row] ?? 0;
      mean[row] = (mean[row] ?? 0) + value;
      for (let column = row; column < from; column += 1) {
        const place = row * from + column;
        products[place] = (products[place] ?? 0) + value * (vectors[vector * from + column] ?? 0);
      }
    }
  }
  for (let at = 0; at < from; at += 1) mean[at] = (mean[at] ?? 0) / seen;
  const covariance = Matrix.zeros(from, from);
  for (let row = 0; row < from; row += 1) {
    for (let column = row; column < from; column += 1) {
      const value = (products[row * from + column] ?? 0) / seen - (mean[row] ?? 0) * (mean[column] ?? 0);
      covariance.set(row, column, value);
      covariance.set(column, row, value);
    }
  }
  // Eigenvalues come in rising order.
  const { eigenvectorMatrix, realEigenvalues } = new EigenvalueDecomposition(covariance, { assumeSymmetric: true });
  const columns = Array.from({ length: to }, (_, n) => from - 1 - n);
  return {
    mean,
    axes: columns.map((column) => Float64Array.from(eigenvectorMatrix.getColumn(column))),
    variances: columns.map((column) => realEigenvalues[column] ?? 0),
  };
}

/** The same axes without the first few. */
export function withoutFirst({ mean, axes, variances }: PrincipalAxes, count: number): PrincipalAxes {
  return { mean, axes: axes.slice(count), variances: variances.slice(count) };
}

/**
 * Where vectors lie along the axes: end to end, as many numbers each as there are axes.
 *
 * @param evenness 0 leaves them as they are, 1 makes them differ as much along every axis
 */
export function project(
  vectors: Float32Array,
  { mean, axes, variances }: PrincipalAxes,
  evenness: number,
): Float32Array {
  const from = mean.length;
  const count = vectors.length / from;
  const scales = variances.map((variance) => variance ** (-evenness / 2));
  const projected = new Float32Array(count * axes.length);
  const centred = new Float64Array(from);
  for (let vector = 0; vector < count; vector += 1) {
    for (let at = 0; at < from; at += 1) centred[at] = (vectors[vector * from + at] ?? 0) - (mean[at] ?? 0);
    for (const [n, axis] of axes.entries()) {
      let dot = 0;
      for (let at = 0; at < from; at += 1) dot += (centred[at] ?? 0) * (axis[at] ?? 0);
      projected[vector * axes.length + n] = dot * (scales[n] ?? 1);
    }
  }
  return projected;
}
