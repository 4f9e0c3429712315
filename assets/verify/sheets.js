// The sheets behind a score: what each of them gave a case, and what the rule left out of it.

import { byCodePoints, shortForm } from './bytes.js';
import { totalsOf } from './count.js';
import { fraction, over, plus } from './fraction.js';

/** The total of one sheet's scores for a case, as a fraction. */
export function totalOf(scores, rubric) {
  const { totals, unit } = totalsOf(rubric, [[scores]]);
  return fraction(totals[0][0], unit);
}

/** A receipt as it was handed out: the short form of the digest, and the revision. */
export const receiptOf = (digest, revision) => `${shortForm(digest)}/${revision}`;

/**
 * What the sheets that count say of a case.
 * @param {object} report
 * @param {object} line of its ranking
 * @returns {{scored: {digest: string, revision: number, scores: number[], total: [bigint, bigint], use: string}[],
 *   recused: number, abstained: number, other: number}} highest total first; `use`: high or low where the rule left the
 *   total out, middle where it is (half of) the median, else empty
 */
export function sheetsBehind(report, line) {
  const place = report.terms.candidates.findIndex(({ id }) => id === line.case);
  const found = { scored: [], recused: 0, abstained: 0, other: 0 };
  for (const [digest, { state, revision }] of report.receipts) {
    const row = report.sheets.get(digest)?.rows[place];
    if (state !== 'accepted' || !row) continue;
    if (row.state === 'scored') {
      found.scored.push({ digest, revision, scores: row.scores, use: '' });
    } else {
      found[row.state in found ? row.state : 'other']++;
    }
  }
  const { totals, unit } = totalsOf(report.terms.rubric, found.scored.map(({ scores }) => [scores]));
  found.scored.forEach((sheet, at) => Object.assign(sheet, { units: totals[at][0], total: fraction(totals[at][0], unit) }));
  found.scored.sort((one, other) => Number(other.units - one.units) || byCodePoints(one.digest, other.digest));
  mark(found.scored, line, report.terms.rule);
  return found;
}

/** Says of each sheet what the rule did with it. */
function mark(scored, line, rule) {
  if (!line.value) return;
  const last = scored.length - 1;
  if (rule.method === 'median') {
    for (const at of new Set([last >> 1, (last + 1) >> 1])) scored[at].use = 'middle';
  } else if (rule.method === 'trimmed-mean') {
    const ends = (scored.length - line.used) / 2;
    scored.forEach((sheet, at) => {
      sheet.use = at < ends ? 'high' : at > last - ends ? 'low' : '';
    });
  }
}

/** The means over some sheets: of each criterion, and of the totals; null without a sheet. */
export function meansOf(scored, criteria) {
  if (!scored.length) return null;
  const count = fraction(BigInt(scored.length));
  const means = criteria.map((_, at) => {
    return over(fraction(scored.reduce((sum, { scores }) => sum + BigInt(scores[at]), 0n)), count);
  });
  return { means, total: over(scored.map(({ total }) => total).reduce(plus), count) };
}

/** How the cards of a round were used: `{issued, withdrawn, accepted, without}`, numbers of cards. */
export function cardsOf({ terms, box, results, amendments }) {
  const { issued, lists } = terms.admission;
  const revoked = amendments.flatMap(({ changes }) => changes).filter(({ kind }) => kind === 'revoked-card');
  const out = new Set([...box.withdrawn, ...revoked.map(({ subject }) => subject)]);
  const withdrawn = lists[0].filter((card) => out.has(card)).length;
  const accepted = results.scores.filter(({ state }) => state === 'accepted').length;
  return { issued, withdrawn, accepted, without: Math.max(0, issued - withdrawn - accepted) };
}
