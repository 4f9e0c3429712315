// From the accepted sheets to a ranking by the rule of the terms, exactly.

import { byCodePoints, hex, joined, sha256, utf8 } from './bytes.js';
import { commonMultiple, compared, exactText, fraction, fromDecimal } from './fraction.js';
import { severityCorrected } from './severity.js';

/**
 * The weighted totals as whole numbers of one unit.
 * @param {{criteria: {weight: string}[]}} rubric
 * @param {(number[] | null)[][]} cube by sheet and case: one integer a criterion, or null where there is no score
 * @returns {{totals: (bigint | null)[][], unit: bigint}} a total is so many times 1 / unit
 */
export function totalsOf(rubric, cube) {
  const weights = rubric.criteria.map((criterion) => fromDecimal(criterion.weight));
  const unit = weights.reduce((multiple, [, denominator]) => commonMultiple(multiple, denominator), 1n);
  const whole = weights.map(([numerator, denominator]) => numerator * (unit / denominator));
  const total = (row) => row.reduce((sum, score, criterion) => sum + whole[criterion] * BigInt(score), 0n);
  return { totals: cube.map((sheet) => sheet.map((row) => (row === null ? null : total(row)))), unit };
}

const ascending = (one, other) => (one < other ? -1 : one > other ? 1 : 0);

const sumOf = (values) => values.reduce((sum, value) => sum + value, 0n);

/** What is left of one case's totals after trimming, sorted; empty where nothing is. */
function trimmed(totals, rule) {
  const sorted = [...totals].sort(ascending);
  let drop = rule.drop;
  if (rule.drop_share) {
    const [numerator, denominator] = fromDecimal(rule.drop_share);
    drop = Number((BigInt(sorted.length) * numerator) / denominator);
  }
  return sorted.length > 2 * drop ? sorted.slice(drop, sorted.length - drop) : [];
}

/** The score that hangs on a case's own totals only (in units), and how many of them it uses. */
function ownScore(totals, rule) {
  if (rule.method === 'median') {
    if (!totals.length) return { score: null, used: 0 };
    const sorted = [...totals].sort(ascending);
    const half = sorted.length >> 1;
    const other = sorted.length % 2 ? half : half - 1;
    return { score: fraction(sorted[half] + sorted[other], 2n), used: sorted.length };
  }
  const left = trimmed(totals, rule);
  if (!left.length) return { score: null, used: 0 };
  return { score: fraction(sumOf(left), BigInt(left.length)), used: left.length };
}

/** The lot of a case: SHA-256 over seed, "lot" and id, parted by zero bytes; among equal cases the smallest is first. */
async function lotOf(seed, id) {
  return hex(await sha256(joined(seed, utf8('\0lot\0'), utf8(id))));
}

/**
 * All candidates that are still in the contest, best first; those without a score last, without a rank.
 * @param {string[]} ids of all candidates, in terms order
 * @param {(number[] | null)[][]} sheets by sheet and candidate
 * @param {object} rubric of the terms
 * @param {object} rule of the terms
 * @param {Set<string>} withdrawn
 * @param {Uint8Array | null} seed what lots are drawn with; null before it is known: ranks are shared till then
 * @returns {Promise<{case: string, rank: number, score: string, sheets: number, used: number, drawn: boolean,
 *   value: [bigint, bigint] | null, means: [bigint, bigint][], totals: [bigint, bigint][]}[]>} rank 0 and an empty
 *   score for none; `value` is the score as a fraction, `means` are those that break ties, `totals` what the sheets gave
 */
export async function rank(ids, sheets, rubric, rule, withdrawn, seed) {
  const kept = ids.flatMap((id, index) => (withdrawn.has(id) ? [] : [index]));
  const cube = sheets.map((sheet) => kept.map((index) => sheet[index]));
  const { totals, unit } = totalsOf(rubric, cube);
  const fitted = rule.method === 'severity-corrected' ? severityCorrected(totals) : null;
  const places = rule.ties.map((name) => rubric.criteria.findIndex((criterion) => criterion.id === name));

  const scored = [];
  const without = [];
  kept.forEach((index, at) => {
    const rows = cube.flatMap((sheet) => (sheet[at] === null ? [] : [sheet[at]]));
    const own = totals.flatMap((sheet) => (sheet[at] === null ? [] : [sheet[at]]));
    let found = { score: null, used: 0 };
    if (rows.length >= rule.minimum_scores) {
      found = fitted ? { score: fitted[at] ?? null, used: fitted[at] ? rows.length : 0 } : ownScore(own, rule);
    }
    const line = { case: ids[index], rank: 0, score: '', sheets: rows.length, used: found.used, drawn: false };
    line.totals = own.map((total) => fraction(total, unit));
    if (found.score === null) {
      without.push({ ...line, value: null, means: [] });
      return;
    }
    const value = fraction(found.score[0], found.score[1] * unit);
    const means = places.map((place) => {
      return fraction(sumOf(rows.map((row) => BigInt(row[place]))), BigInt(rows.length));
    });
    scored.push({ ...line, score: exactText(value), value, means, keys: [value, ...means] });
  });

  // The sort is stable, so equal cases keep the order of the terms.
  scored.sort((one, other) => comparedKeys(other.keys, one.keys));
  const ranked = [];
  for (let first = 0; first < scored.length; ) {
    let next = first + 1;
    while (next < scored.length && comparedKeys(scored[first].keys, scored[next].keys) === 0) next++;
    const equal = scored.slice(first, next).map(({ keys, ...line }) => ({ ...line, rank: first + 1 }));
    ranked.push(...(rule.last_tie === 'lot' && seed && equal.length > 1 ? await drawn(equal, seed) : equal));
    first = next;
  }
  return [...ranked, ...without];
}

async function drawn(equal, seed) {
  const lots = new Map();
  for (const line of equal) lots.set(line.case, await lotOf(seed, line.case));
  const order = [...equal].sort((one, other) => byCodePoints(lots.get(one.case), lots.get(other.case)));
  return order.map((line, place) => ({ ...line, rank: line.rank + place, drawn: true }));
}

function comparedKeys(one, other) {
  for (let at = 0; at < one.length; at++) {
    const difference = compared(one[at], other[at]);
    if (difference) return difference;
  }
  return 0;
}

/** Ids of all cases ranked up to the rule's number of winners, best first; more than that many on a shared rank. */
export function winnersOf(ranking, rule) {
  return ranking.filter((line) => line.rank > 0 && line.rank <= rule.winners).map((line) => line.case);
}
