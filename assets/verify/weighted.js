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
  const sheets = totals.map((row) => {
    const cases = [...row.keys()].filter((at) => row[at] !== null);
    const values = cases.map((at) => Number(row[at]));
    return { cases, values, mean: values.reduce((sum, value) => sum + value, 0) / (cases.length || 1) };
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
    const condition = new Float64Array(size);
    let bound = 0;
    for (const index of part) {
      const { cases, values, mean } = sheets[index];
      const weight = weights[index];
      const share = weight / cases.length;
      bound += weight * mean;
      for (let one = 0; one < cases.length; one++) {
        const row = cases[one] * size;
        left[row + cases[one]] += weight;
        right[cases[one]] += weight * (values[one] - mean);
        condition[cases[one]] += share;
        for (let other = 0; other < cases.length; other++) left[row + cases[other]] -= share;
      }
    }
    // The equations leave one number open that may be added to all: the sheets' effects sum up to nothing.
    for (let row = 0; row < size; row++) {
      for (let column = 0; column < size; column++) left[row * size + column] += condition[row] * condition[column];
      right[row] += condition[row] * bound;
      if (condition[row] === 0) left[row * size + row] += 1;
    }
    const found = solved(left, right, size);
    return Array.from(found, (value, at) => (condition[at] === 0 || (within && !within.has(at)) ? null : value));
  };
}
