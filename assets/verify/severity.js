// The severity-corrected score: from sheets that did not all score the same cases, the mean freed from how strict those
// happened to be who scored a case. Least squares of total = case + sheet, in exact fractions.

import { commonMultiple, fraction, minus, plus } from './fraction.js';

/**
 * The parts of a table in which everything hangs together by some cell.
 * @param {(bigint | null)[][]} cells
 * @returns {{rows: number[], columns: number[], cells: number}[]}
 */
export function components(cells) {
  const width = cells.length ? cells[0].length : 0;
  const seenRows = new Set();
  const seenColumns = new Set();
  const found = [];
  for (let first = 0; first < width; first++) {
    if (seenColumns.has(first)) continue;
    const part = { rows: [], columns: [first], cells: 0 };
    seenColumns.add(first);
    for (let at = 0; at < part.columns.length; at++) {
      const column = part.columns[at];
      cells.forEach((row, index) => {
        if (row[column] === null) return;
        part.cells++;
        if (seenRows.has(index)) return;
        seenRows.add(index);
        part.rows.push(index);
        row.forEach((value, other) => {
          if (value === null || seenColumns.has(other)) return;
          seenColumns.add(other);
          part.columns.push(other);
        });
      });
    }
    part.columns.sort((one, other) => one - other);
    found.push(part);
  }
  return found;
}

/**
 * The solution of a system of whole numbers that has one, by elimination without fractions (Bareiss 1968).
 * @param {bigint[][]} system rows of coefficients, the right side last; changed
 * @returns {[bigint, bigint][]}
 */
function solved(system) {
  const size = system.length;
  let before = 1n;
  for (let step = 0; step < size; step++) {
    // The matrix is positive definite, so no pivot is zero.
    const pivot = system[step][step];
    for (let row = step + 1; row < size; row++) {
      const factor = system[row][step];
      for (let column = step + 1; column <= size; column++) {
        system[row][column] = (system[row][column] * pivot - factor * system[step][column]) / before;
      }
    }
    before = pivot;
  }
  const solution = new Array(size);
  for (let row = size - 1; row >= 0; row--) {
    let rest = fraction(system[row][size]);
    for (let column = row + 1; column < size; column++) {
      const [numerator, denominator] = solution[column];
      rest = minus(rest, fraction(system[row][column] * numerator, denominator));
    }
    solution[row] = fraction(rest[0], rest[1] * system[row][row]);
  }
  return solution;
}

/**
 * What each row adds to its cells, the first one's being 0, by least squares with the columns' effects eliminated.
 * @param {(bigint | null)[][]} table connected, no row and no column empty
 */
function rowEffects(table) {
  const columns = table[0].map((_, column) => table.flatMap((row, index) => (row[column] === null ? [] : [index])));
  const sums = columns.map((rows, column) => rows.reduce((sum, row) => sum + table[row][column], 0n));
  const common = columns.reduce((multiple, rows) => commonMultiple(multiple, BigInt(rows.length)), 1n);
  const system = table.map(() => new Array(table.length + 1).fill(0n));
  columns.forEach((rows, column) => {
    const share = common / BigInt(rows.length);
    for (const row of rows) {
      system[row][row] += common;
      system[row][table.length] += common * table[row][column] - share * sums[column];
      for (const other of rows) system[row][other] -= share;
    }
  });
  const reduced = system.slice(1).map((row) => row.slice(1));
  return [fraction(0n), ...solved(reduced)];
}

/**
 * The mean of each column's cells after the rows' effects are taken off: `sums[column] / (counts[column] * unit)`. In
 * whole numbers, as fractions that are put in lowest terms at every step take a thousand times as long.
 */
function columnMeans(table, effects) {
  const unit = effects.reduce((multiple, [, denominator]) => commonMultiple(multiple, denominator), 1n);
  const whole = effects.map(([numerator, denominator]) => numerator * (unit / denominator));
  const sums = new Array(table[0].length).fill(0n);
  const counts = new Array(table[0].length).fill(0n);
  table.forEach((row, index) => {
    row.forEach((value, column) => {
      if (value === null) return;
      sums[column] += value * unit - whole[index];
      counts[column]++;
    });
  });
  return { sums, counts, unit };
}

/** The mean of such means. */
function meanOfMeans({ sums, counts, unit }) {
  const common = counts.reduce(commonMultiple, 1n);
  const sum = sums.reduce((total, value, column) => total + value * (common / counts[column]), 0n);
  return fraction(sum, common * unit * BigInt(sums.length));
}

const turned = (table) => table[0].map((_, column) => table.map((row) => row[column]));

function meanOf(values) {
  const sum = values.reduce(plus, fraction(0n));
  return fraction(sum[0], sum[1] * BigInt(values.length));
}

/**
 * The corrected score of each case; null for a case that nobody scored, or that can't be compared with the largest part
 * of the cases that hang together (most cases, then most cells, then the first case).
 * @param {(bigint | null)[][]} totals a row a sheet, a column a case
 * @returns {([bigint, bigint] | null)[]}
 */
export function severityCorrected(totals) {
  const sheets = totals.filter((row) => row.some((value) => value !== null));
  const scores = new Array(totals.length ? totals[0].length : 0).fill(null);
  if (!sheets.length) return scores;
  const [largest] = components(sheets).sort(
    (one, other) =>
      other.columns.length - one.columns.length || other.cells - one.cells || one.columns[0] - other.columns[0],
  );
  const table = largest.rows.map((row) => largest.columns.map((column) => sheets[row][column]));
  // The smaller side is solved for: the work grows with its third power.
  let cases;
  let level;
  if (table.length <= table[0].length) {
    const strictness = rowEffects(table);
    const { sums, counts, unit } = columnMeans(table, strictness);
    cases = sums.map((sum, column) => fraction(sum, counts[column] * unit));
    level = meanOf(strictness);
  } else {
    cases = rowEffects(turned(table));
    level = meanOfMeans(columnMeans(turned(table), cases));
  }
  // Of all solutions the one in which the sheets' effects sum up to nothing.
  largest.columns.forEach((column, at) => {
    scores[column] = plus(cases[at], level);
  });
  return scores;
}
