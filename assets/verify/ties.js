// Why cases with equal scores stand in the order in which they stand, and what tells scores apart that look equal.

import { compared, exactText, roundedText } from './fraction.js';

const FEWEST = 2;
const MOST = 6; // decimals that a number is shown with

const looksEqual = (one, other, places) => roundedText(one, places) === roundedText(other, places);

/**
 * Every step down a ranking between two cases whose scores are equal or look so.
 * @param {object[]} ranking lines as `rank` gives them, best first
 * @param {object} rule of the terms
 * @returns {{upper: string, lower: string, upperRank: number, lowerRank: number, how: string, equal: string[],
 *   criterion: string, means: [bigint, bigint][]}[]} `how`: criterion, lot, shared, undrawn or near; `equal` are the
 *   criteria that were compared before and are equal, `means` those of `criterion`, the upper case's first
 */
export function stepsOf(ranking, rule) {
  return neighbours(ranking.filter(({ rank }) => rank), (upper, lower) => {
    const at = upper.means.findIndex((mean, place) => compared(mean, lower.means[place]) !== 0);
    if (at >= 0) {
      const means = [upper.means[at], lower.means[at]];
      return { how: 'criterion', equal: rule.ties.slice(0, at), criterion: rule.ties[at], means };
    }
    const how = upper.rank !== lower.rank ? 'lot' : rule.last_tie === 'lot' ? 'undrawn' : 'shared';
    return { how, equal: rule.ties };
  });
}

/** The same for lines that are stated without the sheets behind them; each has its score as `value`, null for none. */
export function statedSteps(lines) {
  return neighbours(lines.filter(({ rank, value }) => rank && value), (upper, lower) => {
    return { how: upper.rank === lower.rank ? 'shared' : 'rule' };
  });
}

function neighbours(lines, decided) {
  return lines.slice(1).flatMap((lower, at) => {
    const upper = lines[at];
    const between = { upper: upper.case, lower: lower.case, upperRank: upper.rank, lowerRank: lower.rank };
    const rest = { equal: [], criterion: '', means: [] };
    if (compared(upper.value, lower.value) === 0) return [{ ...between, ...rest, ...decided(upper, lower) }];
    return looksEqual(upper.value, lower.value, MOST) ? [{ ...between, ...rest, how: 'near' }] : [];
  });
}

/** The values (null for none) for people: two decimals, or as many as tell one from the values next to it. */
export function apart(values) {
  const different = new Map(values.filter(Boolean).map((value) => [exactText(value), value]));
  const ordered = [...different.values()].sort(compared);
  const places = new Map([...different.keys()].map((key) => [key, FEWEST]));
  ordered.slice(1).forEach((high, at) => {
    const low = ordered[at];
    let needed = FEWEST;
    while (needed < MOST && looksEqual(low, high, needed)) needed++;
    for (const key of [exactText(low), exactText(high)]) places.set(key, Math.max(places.get(key), needed));
  });
  return values.map((value) => (value ? roundedText(value, places.get(exactText(value))) : ''));
}

/**
 * What the line of a case says of its place among equal scores, in the program's words; empty where there is nothing to
 * say: of the step down from it, or, for the last of those that no mean has parted, of the step up.
 * @param {object[]} steps
 * @param {string} id of the case
 * @param {Map<string, string>} names of the criteria, by id
 * @param {object} words with `program`, the program's sentences, and `fill`
 */
export function tieWords(steps, id, names, words) {
  const below = steps.find(({ upper }) => upper === id);
  const above = steps.find(({ lower, how }) => lower === id && ['lot', 'shared', 'undrawn'].includes(how));
  const step = below ?? above;
  if (!step) return '';
  const { how } = step;
  const equal = step.equal.map((name) => names.get(name)).join(words.tie('comma'));
  const side = ['criterion', 'rule', 'near'].includes(how) ? (below ? '-ahead' : '-behind') : '';
  const after = equal && how !== 'near' ? '-after' : '';
  const [mine, other] = step.means.length ? apart(step.means) : ['', ''];
  const rank = below ? step.lowerRank : step.upperRank;
  return words.tie(`${how}${side}${after}`, { rank, equal, criterion: names.get(step.criterion) ?? '', mine, other });
}
