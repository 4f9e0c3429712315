// The parts of a report below the ranking: what was checked, how far experts agree, the rule in words, the record.

import { countsOf } from './archive.js';
import { element, icon } from './elements.js';
import { fromDecimal, over, roundedText } from './fraction.js';
import { isDay } from './notice.js';
import { criterionNames, scrolled } from './scores.js';
import { cardsOf } from './sheets.js';
import { visible as shown } from './text.js';
import { visible } from './words.js';

/** Which line of the list of checks a finding belongs to. */
const GROUPS = [
  ['seal', /^unexpected-part$/],
  ['signatures', /^(log-head|before|notice)-/],
  ['references', /^(round|terms|box|amendments|seed|sheets)-differs?$|^draw-|^sealed-/],
  ['cards', /^(withdrawn|lost-cards|more-sheets|fewer-than)/],
  ['states', /^(digest|several-states|sheet-|states-|box-not|state-differs|scores-(without-sheet|several|state|not-sorted))/],
  ['sheets', /^(scores-|receipt-)/],
  ['count', /^(ranking|winner|no-winner|set-aside)/],
  ['names', /^(name|candidate)/],
  ['remarks', /remark/],
  ['statistics', /^(statistics|interval|agreement)/],
];

/** What was checked, and whether it holds. */
export function checksSection(report, words) {
  const { terms, results, box, counted } = report;
  const wrong = new Set(report.findings.map(({ code }) => (GROUPS.find(([, codes]) => codes.test(code)) ?? [''])[0]));
  const amendments = report.amendments.length;
  const { issued, withdrawn, accepted } = cardsOf(report);
  const checks = {
    seal: ['check-seal', { parts: report.parts }],
    signatures: [
      'check-signatures',
      {
        amendments: amendments ? words.say('with-amendments', { count: amendments }) : '',
        how: words.say(report.native ? 'by-browser' : 'by-numbers'),
      },
    ],
    references: ['check-references'],
    sheets: counted ? ['check-sheets', { count: report.sheets.size }] : ['check-sheets-sealed'],
    states: ['check-states', { count: box.sheets.length }],
    cards: [
      'check-cards',
      { accepted, cards: issued - withdrawn, minimum: terms.rule.minimum_accepted },
    ],
    count: [counted ? 'check-count' : 'check-count-stated'],
    names: ['check-names'],
    remarks: [report.remarks.length ? 'check-remarks' : 'check-remarks-none'],
    statistics: counted
      ? ['check-statistics', { replicates: results.statistics?.replicates ?? 0 }]
      : ['check-statistics-sealed'],
  };
  const open = new Set(counted ? [] : ['sheets', 'count', 'statistics']);
  const items = Object.entries(checks).map(([group, [key, params]]) => {
    const state = wrong.has(group) ? 'bad' : open.has(group) ? 'skipped' : 'ok';
    const look = { ok: ['holds', 'check'], bad: ['differs', 'attention'], skipped: ['open', 'open'] }[state];
    // Where something is wrong, what is has been said above: the sentence that all holds would only confuse.
    const said = state === 'bad' ? words.say(`group-${group}`) : words.say(key, params);
    return element(
      'li',
      { class: look[0], 'data-check': group, 'data-state': state },
      icon(look[1]),
      element('span', {}, element('span', { class: state === 'ok' ? 'unseen' : 'said' }, words.say(state)), said),
    );
  });
  const list = element('ul', { class: 'checks' }, ...items);
  return element('section', { id: 'checks' }, element('h2', {}, words.say('checked-title')), list);
}

const percent = (share) => `${roundedText(over(fromDecimal(share), [1n, 100n]), 4).replace(/\.?0+$/, '')}%`;

/** The rule of the terms in words. */
export function ruleSection(report, words) {
  const { rule, rubric } = report.terms;
  const names = criterionNames(rubric, words);
  const method = rule.drop_share ? 'rule-trimmed-share' : `rule-${rule.method}`;
  const sentences = [words.say(method, { drop: rule.drop, share: rule.drop_share ? percent(rule.drop_share) : '' })];
  if (new Set(rubric.criteria.map(({ weight }) => weight)).size > 1) {
    const weights = rubric.criteria.map(({ id, weight }) => `${names.get(id)} × ${weight}`).join(words.say('and'));
    sentences.push(words.say('rule-weights', { weights }));
  }
  if (rule.ties.length) {
    sentences.push(words.say('rule-ties', { criteria: rule.ties.map((id) => names.get(id)).join(words.say('and')) }));
  }
  const draw = rule.seed_draw ? words.say('rule-draw', { draw: report.results.draw || rule.seed_draw }) : '';
  sentences.push(words.say(`rule-tie-${rule.last_tie}`, { draw }));
  if (rule.minimum_scores > 1) sentences.push(words.say('rule-minimum', { minimum: rule.minimum_scores }));
  sentences.push(words.say('rule-winners', { winners: rule.winners }));
  const list = element('ul', { class: 'rule' }, ...sentences.map((sentence) => element('li', {}, sentence)));
  return element('section', { id: 'rule' }, element('h2', {}, words.say('rule-title')), list);
}

/** The days of the notice, and why it ended early: nothing but the organizer's word. */
function noticeEntries({ since, until, final, early }, words) {
  const said = [
    ...(isDay(since) && isDay(until) ? [['notice-days', { since, until }]] : []),
    ...(isDay(final) ? [['notice-final', { final }]] : []),
  ];
  const entries = said.map(([key, params]) => element('span', { class: 'entry' }, words.say(key, params)));
  // A reason may be longer than what stands in a sentence.
  const why = words.say(until ? 'notice-early' : 'notice-none');
  if (early) entries.push(element('span', { class: 'entry' }, why + shown(early, 500)));
  if (entries.length) entries.push(element('span', { class: 'hint' }, words.say('notice-hint')));
  return entries;
}

/** What was recorded of the round, to be compared with papers at hand; `choose` lets somebody choose a file. */
export function recordSection(report, words, short, choose) {
  const { terms, results, box } = report;
  const { issued, withdrawn, accepted, without } = cardsOf(report);
  const entry = (key, params) => element('span', { class: 'entry' }, words.say(key, params));
  const cards = [
    entry('cards-issued', { issued }),
    entry('cards-accepted', { accepted }),
    ...(withdrawn ? [entry('cards-withdrawn', { withdrawn })] : []),
    ...(without ? [entry('cards-without', { without })] : []),
    ...(box.unnamed_lost > 0 ? [entry('cards-lost', { lost: box.unnamed_lost })] : []),
  ];
  const counts = countsOf(results).map(([state, count]) => entry('state-count', { state: words.state(state), count }));
  const hint = (key) => element('span', { class: 'hint' }, words.say(key));
  const lots = terms.rule.last_tie === 'lot' ? '' : '-shared';
  const comparing = element('button', { type: 'button', class: 'lined unprinted', id: 'compare-record' }, words.say('box-record-choose'));
  comparing.addEventListener('click', choose);
  const entries = [
    ['record-organizers', terms.organizers.map((name) => element('span', { class: 'entry' }, visible(name)))],
    ['record-status', [words.say(`status-${results.status}`)]],
    ['record-notice', noticeEntries(results, words)],
    ['record-cards', cards],
    ['record-states', [...counts, hint('record-states-hint')]],
    ['record-terms', [short(report.termsDigest), hint('record-terms-hint')]],
    ['record-box', [short(report.boxDigest), hint('record-box-hint'), comparing]],
    ['record-result', [short(report.resultsDigest)]],
    ['record-before', results.before ? [short(results.before), hint('record-before-hint')] : []],
    ['record-draw', results.draw ? [shown(results.draw, 500), hint(`record-draw-hint${lots}`)] : []],
    ['record-seed', [visible(results.seed), hint(`record-seed-hint${lots}`)]],
  ];
  const code = ['record-terms', 'record-box', 'record-result', 'record-seed', 'record-before'];
  const list = entries.filter(([, values]) => values.length).map(([key, values]) => {
    const value = element('dd', code.includes(key) ? { class: 'code' } : {}, ...values);
    return element('div', {}, element('dt', {}, words.say(key)), value);
  });
  return element(
    'section',
    { id: 'record' },
    element('h2', {}, words.say('record-title')),
    element('p', { class: 'hint' }, words.say('record-lead')),
    element('dl', { class: 'record' }, ...list),
  );
}

const FIGURES = ['kendall_w', 'alpha_ordinal', 'alpha_interval', 'icc_2_1', 'icc_2_k'];

/**
 * How far the experts agree: the line of totals, the others when `state.figures` says so. Nothing where it isn't published
 * or wasn't computed again.
 */
export function agreementSection(report, words, state) {
  const { statistics } = report.results;
  const doubtful = report.findings.some(({ code }) => /^(statistics|agreement)-/.test(code));
  if (!report.counted || doubtful || !statistics || !statistics.agreement.length) return [];
  const names = criterionNames(report.terms.rubric, words);
  const rows = statistics.agreement.map((line) => {
    const name = line.what === 'total' ? words.say('total-head') : names.get(line.what) ?? visible(line.what);
    const cells = FIGURES.map((figure) => {
      const said = line[figure] ? roundedFigure(line[figure]) : words.say('undefined');
      return element('td', { class: 'number' }, said);
    });
    return element('tr', {}, element('th', { scope: 'row' }, name), ...cells);
  });
  const rest = rows.filter((_, at) => statistics.agreement[at].what !== 'total');
  const heads = FIGURES.map((figure) => {
    const what = element('span', { class: 'weight' }, words.say(`figure-${figure}-what`));
    return element('th', { scope: 'col', class: 'number' }, words.say(`figure-${figure}`), what);
  });
  const table = element(
    'table',
    { class: 'sheets' },
    element('thead', {}, element('tr', {}, element('td'), ...heads)),
    element('tbody', {}, ...rows),
  );
  return [
    element(
      'section',
      { id: 'agreement' },
      element('h2', {}, words.say('agreement-title')),
      element('p', { class: 'quiet small' }, words.say('agreement-lead')),
      scrolled(table, words.say('agreement-title')),
      ...(rest.length ? [unfolder(rest, words, state)] : []),
    ),
  ];
}

/** A button that shows some rows and hides them again. */
function unfolder(rows, words, state) {
  const button = element('button', { type: 'button', id: 'figures' });
  const show = (shown) => {
    state.figures = shown;
    for (const row of rows) row.hidden = !shown;
    button.setAttribute('aria-expanded', String(shown));
    button.textContent = words.say(shown ? 'figures-fold' : 'figures-open');
  };
  button.addEventListener('click', () => show(!state.figures));
  show(state.figures);
  return button;
}

/** A figure of four decimals with two, rounded half away from zero. */
function roundedFigure(text) {
  const sign = text.startsWith('-') ? '-' : '';
  const rounded = roundedText(fromDecimal(text.slice(sign.length)));
  return (/[1-9]/.test(rounded) ? sign : '') + rounded;
}

/** What no check can show. */
export function limitsSection(words) {
  const title = element('h2', {}, words.say('limits-title'));
  const said = ['limits-sheets', 'limits-page'].map((key) => element('p', {}, words.say(key)));
  return element('section', { class: 'limits', id: 'limits' }, title, ...said);
}
