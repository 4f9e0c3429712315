// The severity-corrected scores under weights, in floating point: for the intervals, never for the ranking.

import { components } from './severity.js';

/** The solution of a positive definite system (Cholesky); `matrix` holds size * size numbers and is changed. */
function solved(matrix, right, size) {
  for (let column = 0; column < size; column++) {
    for (let row = column; row < size; row++) {
      let sum = matrix[row * size + column];
      for (let before = 0; before < column; before++) sum -= matrix[row * size + before] * matrix[column * size + before];
      matrix[row * size + column] = row === column ? Math.sqrt(sum) : sum / matrix[column * size + column];
    }
  }
  for (let row = 0; row < size; row++) {
    for (let before = 0; before < row; before++) right[row] -= matrix[row * size + before] * right[before];
    right[row] /= matrix[row * size + row];
  }
  for (let row = size - 1; row >= 0; row--) {
    for (let after = row + 1; after < size; after++) right[row] -= matrix[after * size + row] * right[after];
    right[row] /= matrix[row * size + row];
  }
  return right;
}

/**
 * @param {(bigint | null)[][]} totals a row a sheet, a column a case
 * @returns {(weights: Int32Array) => (number | null)[]} the scores when each sheet counts so many times, in units; null
 *   for cases that can't be compared with the largest part that hangs together
 */
export function scoresByWeights(totals) {
  const size = totals[0].length;
  const everywhere = [...new Array(size).keys()];
  const sheets = totals.map((row) => {
    const cases = Int32Array.from(everywhere.filter((at) => row[at] !== null));
    const missing = Int32Array.from(everywhere.filter((at) => row[at] === null));
    const values = Float64Array.from(cases, (at) => Number(row[at]));
    const mean = values.reduce((sum, value) => sum + value, 0) / (cases.length || 1);
    return { cases, missing, mean, above: values.map((value) => value - mean) };
  });
  const complete = [...sheets.keys()].filter((index) => sheets[index].cases.length === size);

  return (weights) => {
    const counting = [...sheets.keys()].filter((index) => weights[index] > 0 && sheets[index].cases.length > 0);
    let part = counting;
    let within = null;
    if (!complete.some((index) => weights[index] > 0)) {
      if (!counting.length) return new Array(size).fill(null);
      const [largest] = components(counting.map((index) => totals[index])).sort(
        (one, other) =>
          other.columns.length - one.columns.length || other.cells - one.cells || one.columns[0] - other.columns[0],
      );
      part = largest.rows.map((row) => counting[row]);
      within = new Set(largest.columns);
    }
    const left = new Float64Array(size * size);
    const right = new Float64Array(size);
    const counted = new Float64Array(size);
    const missed = new Float64Array(size);
    let shares = 0;
    let bound = 0;
    for (const index of part) {
      const { cases, missing, mean, above } = sheets[index];
      const weight = weights[index];
      const share = weight / cases.length;
      shares += share;
      bound += weight * mean;
      for (let at = 0; at < cases.length; at++) {
        counted[cases[at]] += weight;
        right[cases[at]] += weight * above[at];
      }
      // Of who scored what, the outer product is that of ones less what is missing: few are.
      for (let one = 0; one < missing.length; one++) {
        missed[missing[one]] += share;
        for (let other = 0; other < missing.length; other++) left[missing[one] * size + missing[other]] -= share;
      }
    }
    // The equations leave one number open that may be added to all: the sheets' effects sum up to nothing.
    const condition = missed.map((share) => shares - share);
    for (let row = 0; row < size; row++) {
      for (let column = 0; column < size; column++) {
        left[row * size + column] += missed[row] + missed[column] - shares + condition[row] * condition[column];
      }
      left[row * size + row] += counted[row];
      right[row] += condition[row] * bound;
    }
    // What nobody scored is left out: its row would say nothing, and rounding could make that nothing negative.
    for (const row of everywhere) {
      if (counted[row] > 0) continue;
      for (const column of everywhere) {
        left[row * size + column] = 0;
        left[column * size + row] = 0;
      }
      left[row * size + row] = 1;
      right[row] = 0;
    }
    const found = solved(left, right, size);
    return Array.from(found, (value, at) => (counted[at] === 0 || (within && !within.has(at)) ? null : value));
  };
}
