// The ranking that an archive states: held against a recount, or, where nothing can be counted, against itself.

import { byCodePoints, characters } from './bytes.js';
import { compared, exactText, fraction, fromDecimal, plus, times } from './fraction.js';

const EXACT = /^(0|[1-9][0-9]{0,40})(\/[1-9][0-9]{0,40})?$/;
const FIELDS = ['rank', 'score', 'sheets', 'used', 'drawn'];

/** A text of at most so many characters. */
export function cut(value, length) {
  return characters(value) > length ? [...value].slice(0, length).join('') : value;
}

/** How often each value occurs, in the order of their first occurrence. */
export function tally(values) {
  const found = new Map();
  for (const value of values) found.set(value, (found.get(value) ?? 0) + 1);
  return found;
}

/** Whether two lists hold the same texts in the same order. */
export function sameList(one, other) {
  return one.length === other.length && one.every((value, at) => value === other[at]);
}

/** The texts in the order of their characters. */
export function inOrder(values) {
  return [...values].sort(byCodePoints);
}

/** The number in an exact text, or null where it is none in lowest terms. */
function exactValue(text) {
  if (!EXACT.test(text)) return null;
  const [numerator, denominator = '1'] = text.split('/');
  const value = fraction(BigInt(numerator), BigInt(denominator));
  return exactText(value) === text ? value : null;
}

/** As the program writes it in a finding. */
const shown = (value) => (value === true ? 'True' : value === false ? 'False' : cut(String(value), 90));

/** The lines of a whole ranking that may be published. */
export function publicLines(ranking, winners, rule) {
  if (rule.publication === 'winners') return [];
  const some = rule.publication === 'winners-scored' && rule.auditors.length > 0;
  return some ? ranking.filter((line) => winners.includes(line.case)) : ranking;
}

/** The winners in the order in which they are published: of the ranking, or of the terms where that tells of it. */
export function publicWinners(winners, ranked, ids, rule) {
  return (rule.publication === 'winners' ? ids : ranked).filter((id) => winners.includes(id));
}

/** Whose titles are published. */
export function namedIds(ids, winners, rule) {
  return rule.publication === 'full' ? ids : ids.filter((id) => winners.includes(id));
}

/** Finds what differs between the lines stated and those that are due; `everybody` are all cases of the ranking. */
export function compareLines(stated, found, everybody, findings) {
  const mine = new Map(found.map((line) => [line.case, line]));
  const seen = tally(stated.map((line) => line.case));
  for (const [id, count] of seen) {
    findings.require(count === 1, 'ranking-case-twice', { case: cut(id, 48) });
    if (!mine.has(id)) {
      const code = everybody.has(id) ? 'ranking-case-not-public' : 'ranking-case-unknown';
      findings.find(code, { case: cut(id, 48) });
    }
  }
  for (const id of mine.keys()) findings.require(seen.has(id), 'ranking-case-missing', { case: id });
  for (const line of stated) {
    const other = mine.get(line.case) ?? line;
    for (const field of FIELDS) {
      if (line[field] === other[field]) continue;
      findings.find('ranking-differs', {
        case: line.case,
        field,
        stated: shown(line[field]),
        found: shown(other[field]),
      });
    }
  }
  if (!sameList(inOrder(stated.map((line) => line.case)), inOrder(mine.keys()))) return;
  const place = stated.findIndex((line, at) => line.case !== found[at].case);
  if (place >= 0) {
    findings.find('ranking-order-differs', {
      place: place + 1,
      stated: stated[place].case,
      found: found[place].case,
    });
  }
}

/** Finds what differs between the winners stated and those that are. */
export function compareWinners(stated, found, findings) {
  for (const id of found) findings.require(stated.includes(id), 'winner-missing', { case: id });
  for (const id of new Set(stated)) findings.require(found.includes(id), 'winner-unearned', { case: cut(id, 48) });
  const same = sameList(inOrder(stated), inOrder(found));
  findings.require(!same || sameList(stated, found), 'winners-not-in-order');
  findings.require(new Set(stated).size === stated.length, 'winner-twice');
}

/**
 * What can be said of a stated ranking without its sheets: whether it can be one at all, and its winners are its own.
 * @param {object} results
 * @param {object} terms
 * @param {string[]} contest ids of the cases that are not withdrawn, in terms order
 * @param {number} accepted sheets that the results call so
 * @param {object} findings
 */
export function checkAgainstItself(results, terms, contest, accepted, findings) {
  const { rule } = terms;
  const lines = results.ranking;
  const needed = Math.max(rule.minimum_scores, 2 * rule.drop + 1);
  if (rule.publication !== 'full' && contest.length && accepted >= needed) {
    findings.require(results.winners.length > 0, 'no-winner', { sheets: accepted });
  }
  if (rule.publication === 'winners') {
    for (const line of lines) findings.find('ranking-case-not-public', { case: cut(line.case, 48) });
    const ids = terms.candidates.map(({ id }) => id);
    const due = publicWinners(results.winners, contest, ids, rule).filter((id) => contest.includes(id));
    compareWinners(results.winners, due, findings);
    return;
  }
  const due = rule.publication === 'full' ? contest : contest.filter((id) => results.winners.includes(id));
  const seen = tally(lines.map((line) => line.case));
  for (const id of due) findings.require(seen.has(id), 'ranking-case-missing', { case: id });
  for (const [id, count] of seen) {
    findings.require(count === 1, 'ranking-case-twice', { case: cut(id, 48) });
    const code = contest.includes(id) ? 'ranking-case-not-public' : 'ranking-case-unknown';
    findings.require(due.includes(id), code, { case: cut(id, 48) });
  }
  const best = bestTotal(terms.rubric);
  for (const line of lines) {
    findings.require(isPossible(line, best, accepted, rule), 'ranking-line-impossible', { case: cut(line.case, 48) });
  }
  checkPlaces(lines, rule, findings);
  const winning = lines.filter((line) => line.rank >= 1 && line.rank <= rule.winners).map((line) => line.case);
  compareWinners(results.winners, winning, findings);
}

function bestTotal({ highest, criteria }) {
  return criteria.reduce((sum, { weight }) => plus(sum, times(fromDecimal(weight), [BigInt(highest), 1n])), [0n, 1n]);
}

function isPossible(line, best, accepted, rule) {
  const score = exactValue(line.score);
  const ranked =
    score !== null && compared(score, best) <= 0 && line.rank >= 1 && line.used >= 1 && line.used <= line.sheets &&
    line.sheets >= rule.minimum_scores;
  const unranked = line.score === '' && line.rank === 0 && line.used === 0;
  return (ranked || unranked) && line.sheets >= 0 && line.sheets <= accepted;
}

/** Ranks go 1, 2, 2, 4 along falling scores; cases without one come last. */
function checkPlaces(lines, rule, findings) {
  let before = null;
  lines.forEach((line, at) => {
    const params = { case: cut(line.case, 48), place: at + 1 };
    const shared = before !== null && before.rank === line.rank && before.score === line.score && !line.drawn;
    let follows = line.rank === at + 1 || (line.rank > 0 && shared);
    if (before !== null && line.rank) {
      const mine = exactValue(line.score);
      const other = exactValue(before.score);
      follows = follows && before.rank > 0 && mine !== null && other !== null && compared(mine, other) <= 0;
    }
    findings.require(follows || line.rank === 0, 'ranking-place-impossible', params);
    findings.require(!line.drawn || canBeDrawn(lines, at, rule), 'ranking-place-impossible', params);
    before = line;
  });
}

/**
 * Whether a lot can have placed a line: the rule asks for lots, and a neighbour with the same score was drawn with it, or
 * may have been below the last line that is told of.
 */
function canBeDrawn(lines, at, rule) {
  const { score, rank } = lines[at];
  const beside = [lines[at - 1], lines[at + 1]].filter(Boolean);
  const hidden = rule.publication !== 'full' && at === lines.length - 1;
  const drawnWith = hidden || beside.some((other) => other.drawn && other.score === score);
  return rule.last_tie === 'lot' && rank > 0 && drawnWith;
}
