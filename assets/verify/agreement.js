// How far the experts agree: Kendall's W (corrected for ties), Krippendorff's alpha (ordinal and interval), ICC(2,1) and
// ICC(2,k). W and ICC rest on the sheets that scored every case; alpha takes the gaps. Null where a figure isn't defined.

const sumOf = (values) => values.reduce((sum, value) => sum + value, 0);
const meanOf = (values) => sumOf(values) / values.length;
const squares = (values, centre) => values.reduce((sum, value) => sum + (value - centre) ** 2, 0);

/** Each value's place among all, equal ones sharing the middle of theirs; and the sizes of the groups of equals. */
function midRanks(values) {
  const sorted = [...values].sort((one, other) => one - other);
  const ranks = new Map();
  const groups = [];
  for (let first = 0; first < sorted.length; ) {
    let next = first;
    while (next < sorted.length && sorted[next] === sorted[first]) next++;
    ranks.set(sorted[first], (first + next + 1) / 2);
    groups.push(next - first);
    first = next;
  }
  return { ranks: values.map((value) => ranks.get(value)), groups };
}

/** @param {number[][]} table by case and sheet, complete */
function kendallW(table) {
  const cases = table.length;
  const sheets = cases ? table[0].length : 0;
  if (cases < 2 || sheets < 2) return null;
  const sums = new Array(cases).fill(0);
  let ties = 0;
  for (let sheet = 0; sheet < sheets; sheet++) {
    const { ranks, groups } = midRanks(table.map((row) => row[sheet]));
    ranks.forEach((place, at) => {
      sums[at] += place;
    });
    ties += sumOf(groups.map((size) => size ** 3 - size));
  }
  const most = sheets ** 2 * (cases ** 3 - cases) - sheets * ties;
  return most > 0 ? (12 * squares(sums, meanOf(sums))) / most : null;
}

/**
 * Alpha with the squared difference of the values. With their middle ranks for values it is the ordinal one: the
 * difference of two middle ranks is what Krippendorff's ordinal metric counts between the values.
 */
function alpha(units) {
  const all = units.flat();
  const centre = meanOf(all);
  const expected = (all.length * squares(all, centre)) / (all.length - 1);
  const within = units.map((unit) => (unit.length * squares(unit, meanOf(unit))) / (unit.length - 1));
  return expected > 0 ? 1 - sumOf(within) / expected : null;
}

/** @param {(number | null)[][]} table by case and sheet, null where there is no score */
function alphas(table) {
  const units = table.map((row) => row.filter((value) => value !== null)).filter((unit) => unit.length >= 2);
  const all = units.flat();
  if (new Set(all).size < 2) return { ordinal: null, interval: null };
  const { ranks } = midRanks(all);
  let at = 0;
  const ranked = units.map((unit) => unit.map(() => ranks[at++]));
  return { ordinal: alpha(ranked), interval: alpha(units) };
}

/** Shrout and Fleiss 1979, case 2, of one sheet and of the mean of all. */
function icc(table) {
  const cases = table.length;
  const sheets = cases ? table[0].length : 0;
  if (cases < 2 || sheets < 2) return { single: null, mean: null };
  const all = table.flat();
  const grand = meanOf(all);
  const columns = table[0].map((_, sheet) => meanOf(table.map((row) => row[sheet])));
  const betweenCases = sheets * squares(table.map(meanOf), grand);
  const betweenSheets = cases * squares(columns, grand);
  const rest = Math.max(squares(all, grand) - betweenCases - betweenSheets, 0);
  const byCase = betweenCases / (cases - 1);
  const bySheet = betweenSheets / (sheets - 1);
  const error = rest / ((cases - 1) * (sheets - 1));
  const single = byCase + (sheets - 1) * error + (sheets * (bySheet - error)) / cases;
  const mean = byCase + (bySheet - error) / cases;
  const smallest = 1e-12 * Math.max(Math.abs(grand), 1) ** 2; // equal scores leave a rounding error, not 0
  return {
    single: Math.abs(single) > smallest ? (byCase - error) / single : null,
    mean: Math.abs(mean) > smallest ? (byCase - error) / mean : null,
  };
}

/**
 * The figures of one table, by their names in the archive.
 * @param {(number | null)[][]} table by case and sheet
 */
export function agreement(table) {
  const width = table.length ? table[0].length : 0;
  const complete = [...new Array(width).keys()].filter((sheet) => table.every((row) => row[sheet] !== null));
  const whole = table.map((row) => complete.map((sheet) => row[sheet]));
  const { ordinal, interval } = alphas(table);
  const { single, mean } = icc(whole);
  return { kendall_w: kendallW(whole), alpha_ordinal: ordinal, alpha_interval: interval, icc_2_1: single, icc_2_k: mean };
}
