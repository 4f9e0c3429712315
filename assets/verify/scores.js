// Tables of scores: what those behind a line of the ranking and those of one sheet have in common.

import { element } from './elements.js';
import { fraction, roundedText } from './fraction.js';
import { totalOf } from './sheets.js';
import { visible } from './words.js';

/** The name of a case: its title where it may be told. */
export function nameOf(report) {
  const titles = new Map(report.results.candidates.map(({ id, title }) => [id, title]));
  return (id) => visible(titles.get(id) || id);
}

/** The criteria's names in the reader's language, by id. */
export function criterionNames({ criteria }, words) {
  return new Map(criteria.map((one) => [one.id, visible(words.language === 'en' && one.name_en ? one.name_en : one.name)]));
}

/** An exact text as a fraction, null where it is none. */
export function exactOf(exact) {
  if (!/^[0-9]+(\/[1-9][0-9]*)?$/.test(exact)) return null;
  const [numerator, denominator = '1'] = exact.split('/');
  return fraction(BigInt(numerator), BigInt(denominator));
}

/** A total for people: without decimals where it has none. */
export const totalText = (total) => (total[1] === 1n ? String(total[0]) : roundedText(total));

/** Cells of one sheet's total and its scores: the total first, where a phone still shows it. */
export function cellsOf(scores, total) {
  const cells = scores.map((score) => element('td', { class: 'number' }, String(score)));
  return [element('td', { class: 'number total' }, totalText(total)), ...cells];
}

/** Heads of the columns that `cellsOf` fills. */
export function headsOf(report, words) {
  const names = criterionNames(report.terms.rubric, words);
  const heads = [...names].map(([id, name]) => {
    return element('th', { scope: 'col', class: 'number' }, name, weightNote(id, report, words));
  });
  return [element('th', { scope: 'col', class: 'number' }, words.say('total-head')), ...heads];
}

/** The weight of a criterion below its name, where weights differ. */
function weightNote(id, { terms }, words) {
  const { criteria } = terms.rubric;
  if (new Set(criteria.map(({ weight }) => weight)).size < 2) return '';
  const { weight } = criteria.find((one) => one.id === id);
  return element('span', { class: 'weight' }, words.say('weight', { weight }));
}

/** A table that may be wider than a phone: it is moved within itself, by keys too. */
export function scrolled(table, label) {
  return element('div', { class: 'scrolled', role: 'region', 'aria-label': label, tabindex: '0' }, table);
}

/** What one sheet says of each case, in the order of the ranking. */
export function sheetTable(signed, report, words) {
  const name = nameOf(report);
  const { criteria } = report.terms.rubric;
  const ranks = new Map(report.ranking.map(({ case: id, rank }) => [id, rank]));
  const order = [...ranks.keys()];
  const place = (row) => (ranks.has(row.case) ? order.indexOf(row.case) : order.length);
  const rows = [...signed.rows].sort((one, other) => place(one) - place(other)).map((row) => {
    const said = () => element('td', { class: 'quiet state', colspan: criteria.length + 1 }, words.say(`row-${row.state}`));
    const cells = row.state === 'scored' ? cellsOf(row.scores, totalOf(row.scores, report.terms.rubric)) : [said()];
    const rank = element('td', { class: 'rank' }, String(ranks.get(row.case) || '—'));
    return element('tr', { 'data-case': row.case }, rank, element('th', { scope: 'row' }, name(row.case)), ...cells);
  });
  const heads = [
    element('th', { scope: 'col', class: 'rank' }, words.say('rank-head')),
    element('th', { scope: 'col' }, words.say('case-head')),
    ...headsOf(report, words),
  ];
  const head = element('thead', {}, element('tr', {}, ...heads));
  return scrolled(element('table', { class: 'sheets' }, head, element('tbody', {}, ...rows)), words.say('sheet-title'));
}
