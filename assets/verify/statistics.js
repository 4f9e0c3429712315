// The statistics that are sealed with a result: where each case may stand, by counting again over sheets drawn with
// replacement, and how far the experts agree.

import { joined, sha256, utf8 } from './bytes.js';
import { agreement } from './agreement.js';
import { totalsOf } from './count.js';
import { fromDecimal } from './fraction.js';
import { philox } from './philox.js';
import { scoresByWeights } from './weighted.js';
import { canonicalText } from './canonical.js';
import { cut, sameList } from './stated.js';

const REPLICATES = 2000;
const FIGURES = ['kendall_w', 'alpha_ordinal', 'alpha_interval', 'icc_2_1', 'icc_2_k'];
const FIGURE = /^-?(0|[1-9][0-9]*)\.[0-9]{4}$/;
// Floating point may round the last decimal otherwise on another processor.
const TOLERANCE = 1.5e-4;
// Under the severity-corrected rule the replicates are fitted in floating point: a few may come out otherwise.
const REPLICATES_OFF = 0.005;

/** How many of so many sorted totals the rule leaves out at each end; the median leaves the middle one or two. */
function droppedOf(rule) {
  if (rule.method === 'median') return (count) => Math.max(Math.floor((count - 1) / 2), 0);
  if (rule.drop_share) {
    const [numerator, denominator] = fromDecimal(rule.drop_share);
    return (count) => Number((BigInt(count) * numerator) / denominator);
  }
  return () => rule.drop;
}

/** One case's different totals, ascending, and which of them each sheet gave: -1 for none. */
function domainOf(totals, at) {
  const values = [...new Set(totals.map((sheet) => sheet[at]).filter((value) => value !== null))];
  values.sort((one, other) => (one < other ? -1 : 1));
  const places = new Map(values.map((value, place) => [value, place]));
  const given = Int32Array.from(totals, (sheet) => (sheet[at] === null ? -1 : places.get(sheet[at])));
  return { values, given, numbers: values.map(Number), times: new Float64Array(values.length) };
}

/** The sum and the number of the totals that are kept of a case under some weights. */
function kept(domain, weights, dropped, minimum, exact) {
  const { values, numbers, given, times } = domain;
  times.fill(0);
  let count = 0;
  for (let sheet = 0; sheet < given.length; sheet++) {
    if (given[sheet] < 0) continue;
    times[given[sheet]] += weights[sheet];
    count += weights[sheet];
  }
  if (count === 0 || count < minimum) return null;
  const from = dropped(count);
  const to = count - from;
  if (to <= from) return null;
  let below = 0;
  let sum = exact ? 0 : 0n;
  for (let place = 0; place < times.length; place++) {
    const above = below + times[place];
    const used = Math.min(above, to) - Math.max(below, from);
    if (used > 0) sum += exact ? used * numbers[place] : BigInt(used) * values[place];
    below = above;
  }
  // Different quotients of whole numbers that are small enough are different doubles, in the right order.
  return exact ? sum / (to - from) : { sum, count: BigInt(to - from) };
}

const comparedBig = (one, other) => {
  const difference = one.sum * other.count - other.sum * one.count;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

/**
 * Counts 2,000 times over sheets drawn with replacement.
 * @param {(number[] | null)[][]} cube by sheet and case, without what is withdrawn
 * @param {object} rubric
 * @param {object} rule
 * @param {Uint8Array} seed
 * @param {(done: number, all: number) => Promise<void>} progress
 * @returns {Promise<{replicates: number, lines: {low: number, high: number, winning: number}[]}>} a line a case
 */
export async function bootstrap(cube, rubric, rule, seed, progress = async () => {}) {
  const sheets = cube.length;
  const cases = sheets ? cube[0].length : 0;
  if (!sheets || !cases) return { replicates: 0, lines: [] };
  const { totals } = totalsOf(rubric, cube);
  const largest = totals.flat().reduce((most, value) => (value !== null && value > most ? value : most), 1n);
  const exact = Number(largest) * sheets * sheets < 2 ** 52;
  const fitted = rule.method === 'severity-corrected' && totals.flat().includes(null);
  const compare = exact || fitted ? (one, other) => one - other : comparedBig;
  const weighted = fitted ? scoresByWeights(totals) : null;
  const domains = [...new Array(cases).keys()].map((at) => domainOf(totals, at));
  const dropped = rule.method === 'trimmed-mean' || rule.method === 'median' ? droppedOf(rule) : () => 0;
  const ties = rule.ties.map((name) => rubric.criteria.findIndex((criterion) => criterion.id === name));
  const draw = philox((await sha256(joined(seed, utf8('\0bootstrap')))).slice(0, 16));

  const ranks = domains.map(() => new Int32Array(REPLICATES));
  const winning = new Int32Array(cases);
  const weights = new Int32Array(sheets);
  for (let replicate = 0; replicate < REPLICATES; replicate++) {
    weights.fill(0);
    for (let place = 0; place < sheets; place++) weights[Math.floor((draw() * sheets) / 4294967296)]++;
    let keys;
    if (weighted) {
      const found = weighted(weights);
      keys = domains.map((domain, at) => {
        const enough = kept(domain, weights, () => 0, rule.minimum_scores, true) !== null;
        return enough && found[at] !== null ? Math.round(found[at] * 1e9) / 1e9 : null;
      });
    } else {
      keys = domains.map((domain) => kept(domain, weights, dropped, rule.minimum_scores, exact));
    }
    const byTies = tieBreaker(cube, weights, ties);
    const order = [...keys.keys()].filter((at) => keys[at] !== null);
    const compared = (one, other) => compare(keys[other], keys[one]) || byTies(one, other);
    order.sort(compared);
    for (let at = 0; at < cases; at++) ranks[at][replicate] = cases;
    let place = 0;
    order.forEach((at, position) => {
      if (position === 0 || compared(order[position - 1], at) !== 0) place = position + 1;
      ranks[at][replicate] = place;
      if (place <= rule.winners) winning[at]++;
    });
    await progress(replicate + 1, REPLICATES);
  }
  const low = Math.max(Math.ceil((25 * REPLICATES) / 1000) - 1, 0);
  const high = Math.max(Math.ceil((975 * REPLICATES) / 1000) - 1, 0);
  const lines = ranks.map((found, at) => {
    found.sort();
    return { low: found[low], high: found[high], winning: winning[at] };
  });
  return { replicates: REPLICATES, lines };
}

/** Compares two cases by the means of the named criteria; computed only for those that are equal so far. */
function tieBreaker(cube, weights, ties) {
  const means = new Map();
  const meanOf = (at, tie) => {
    const name = at * ties.length + tie;
    if (!means.has(name)) {
      let sum = 0;
      let count = 0;
      cube.forEach((sheet, index) => {
        if (sheet[at] === null) return;
        sum += weights[index] * sheet[at][ties[tie]];
        count += weights[index];
      });
      means.set(name, sum / count);
    }
    return means.get(name);
  };
  return (one, other) => {
    for (let tie = 0; tie < ties.length; tie++) {
      const difference = meanOf(other, tie) - meanOf(one, tie);
      if (difference) return difference;
    }
    return 0;
  };
}

/** The figures of agreement: of the total, then of each criterion. */
export function agreementLines(cube, rubric) {
  const cases = cube.length ? cube[0].length : 0;
  const { totals } = totalsOf(rubric, cube);
  const table = (value) => [...new Array(cases).keys()].map((at) => cube.map((_, sheet) => value(sheet, at)));
  const whole = table((sheet, at) => (totals[sheet][at] === null ? null : Number(totals[sheet][at])));
  const lines = [{ what: 'total', figures: agreement(whole) }];
  rubric.criteria.forEach(({ id }, place) => {
    const scores = table((sheet, at) => (cube[sheet][at] === null ? null : cube[sheet][at][place]));
    lines.push({ what: id, figures: agreement(scores) });
  });
  return lines;
}

/** Names of the lines that differ between two lists, or of the first that stands at another place. */
function different(stated, found, name) {
  if (sameList(stated.map(canonicalText), found.map(canonicalText))) return [];
  const [here, there] = [stated, found].map((lines) => new Map(lines.map((line) => [line[name], canonicalText(line)])));
  const names = [...new Set([...here.keys(), ...there.keys()])];
  const wrong = names.filter((each) => here.get(each) !== there.get(each));
  if (wrong.length) return wrong;
  const moved = stated.find((line, at) => at < found.length && line[name] !== found[at][name]);
  return [moved ? moved[name] : '*'];
}

/**
 * Finds what differs between the statistics stated and those of the sheets.
 * @param {object | null} stated
 * @param {{ids: string[], cube: (number[] | null)[][], rubric: object, rule: object, seed: Uint8Array}} counted
 * @param {object} findings
 * @param {(done: number, all: number) => Promise<void>} progress
 */
export async function compareStatistics(stated, { ids, cube, rubric, rule, seed }, findings, progress) {
  if (stated === null) {
    findings.find('statistics-differ', { what: 'replicates' });
    return;
  }
  const { replicates, lines } = await bootstrap(cube, rubric, rule, seed, progress);
  findings.require(stated.replicates === replicates, 'statistics-differ', { what: 'replicates' });
  const exact = rule.method !== 'severity-corrected';
  const figures = agreementLines(cube, rubric).map(({ what, figures: found }) => {
    return { what, ...Object.fromEntries(FIGURES.map((name) => [name, figureText(found[name])])) };
  });
  const intervals = lines.map((line, at) => ({ case: ids[at], ...line }));
  const near = (one, other, same) => one.length === other.length && one.every((line, at) => same(line, other[at]));
  const same =
    stated.replicates === replicates &&
    near(stated.intervals, intervals, (one, other) => nearInterval(one, other, exact ? 0 : replicates)) &&
    near(stated.agreement, figures, nearFigures);
  if (same) return;
  for (const id of different(stated.intervals, intervals, 'case')) {
    findings.find('interval-differs', { case: cut(id, 48) });
  }
  for (const what of different(stated.agreement, figures, 'what')) {
    findings.find('agreement-differs', { what: cut(what, 48) });
  }
}

const figureText = (value) => (value === null ? '' : value.toFixed(4));

/** Whether an interval is the one found; `replicates` is 0 where it has to be exactly that. */
function nearInterval(one, other, replicates) {
  const ends = Math.max(Math.abs(one.low - other.low), Math.abs(one.high - other.high));
  const near = Math.abs(one.winning - other.winning) <= replicates * REPLICATES_OFF;
  return one.case === other.case && near && ends <= (replicates ? 1 : 0);
}

function nearFigures(one, other) {
  const near = (text, found) => {
    if (text === found) return true;
    return FIGURE.test(text) && found !== '' && Math.abs(Number(text) - Number(found)) < TOLERANCE;
  };
  return one.what === other.what && FIGURES.every((name) => near(one[name], other[name]));
}
