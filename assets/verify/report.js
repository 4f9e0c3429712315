// The parts of a report: the ranking, what was checked, the rule in words, the record.

import { countsOf } from './archive.js';
import { drawn, element, icon } from './elements.js';
import { fraction, fromDecimal, over, plus, roundedText, times } from './fraction.js';
import { visible as shown } from './text.js';
import { apart, statedSteps, stepsOf, tieWords } from './ties.js';
import { visible } from './words.js';

/** The name of a case: its title where it may be told. */
function nameOf(report) {
  const titles = new Map(report.results.candidates.map(({ id, title }) => [id, title]));
  return (id) => visible(titles.get(id) || id);
}

/** An exact text as a fraction, null where it is none. */
function valueOf(exact) {
  if (!/^[0-9]+(\/[1-9][0-9]*)?$/.test(exact)) return null;
  const [numerator, denominator = '1'] = exact.split('/');
  return fraction(BigInt(numerator), BigInt(denominator));
}

/** The ranking with the line between who wins and who doesn't. */
export function rankingSection(report, words) {
  const name = nameOf(report);
  const { terms, counted } = report;
  if (!counted && terms.rule.publication === 'winners') {
    const items = report.winners.map((id) => element('li', {}, name(id)));
    return element('section', {}, element('h2', {}, words.say('winners-title-stated')), element('ul', {}, ...items));
  }
  const winners = new Set(report.winners);
  const published = new Map(report.results.ranking.map((line) => [line.case, line]));
  const everythingDue = terms.rule.publication === 'full' || !terms.rule.auditors.length;
  const scale = totalsScale(terms.rubric);
  const values = report.ranking.map(({ score }) => valueOf(score));
  const points = apart(values);
  const stated = () => statedSteps(report.ranking.map((line, at) => ({ ...line, value: values[at] })));
  const steps = counted ? stepsOf(report.ranking, terms.rule) : stated();
  const names = criterionNames(terms.rubric, words);
  let cutDrawn = false;
  const rows = report.ranking.map((line, at) => {
    const won = winners.has(line.case);
    const cut = !won && !cutDrawn && winners.size > 0;
    cutDrawn = cutDrawn || cut;
    const title = element('th', { scope: 'row' }, name(line.case));
    // Findings speak of cases by their ids.
    if (report.findings.length && name(line.case) !== line.case) {
      title.append(element('span', { class: 'tag' }, line.case));
    }
    if (won) title.append(element('span', { class: 'unseen' }, `${words.say('between')}${words.say('won')}`));
    if (line.drawn) title.append(element('span', { class: 'tag' }, words.say('lot')));
    const tie = tieWords(steps, line.case, names, words);
    if (tie) title.append(element('span', { class: 'tie' }, tie));
    const remark = counted && everythingDue ? difference(line, published.get(line.case), words) : '';
    if (remark) title.append(element('span', { class: 'remark' }, remark));
    const score = element('td', { class: 'number score' }, points[at] || line.score || '—');
    if (line.score.includes('/')) score.title = line.score;
    const cells = [
      element('td', { class: 'rank' }, line.rank ? String(line.rank) : words.say('no-rank')),
      title,
      score,
      ...(counted ? [element('td', { class: 'strip' }, strip(line, scale))] : []),
      element('td', { class: 'number' }, String(line.sheets)),
    ];
    return element('tr', { class: `${won ? 'won' : 'lost'}${cut ? ' cut' : ''}`, 'data-case': line.case }, ...cells);
  });
  const heads = [
    element('th', { class: 'rank', scope: 'col' }, words.say('rank-head')),
    element('th', { scope: 'col' }, words.say('case-head')),
    element('th', { class: 'number', scope: 'col' }, words.say('score-head')),
    ...(counted ? [element('th', { class: 'strip', scope: 'col' }, words.say('totals-head'))] : []),
    element('th', { class: 'number', scope: 'col' }, words.say('sheets-head')),
  ];
  const below = winners.size === 0 ? 'cut-none' : cutDrawn ? 'cut-line' : 'cut-all';
  const section = element(
    'section',
    { id: 'ranking' },
    element('h2', {}, words.say(counted ? 'ranking-title' : 'ranking-title-stated')),
    element('table', {}, element('thead', {}, element('tr', {}, ...heads)), element('tbody', {}, ...rows)),
    element('p', { class: 'below quiet small' }, words.say(below, { count: winners.size })),
  );
  for (const line of report.results.set_aside) {
    section.append(element('p', { class: 'quiet small' }, words.say('set-aside', { case: name(line.case), reason: line.reason })));
  }
  const out = report.amendments.flatMap(({ changes }) => changes).filter(({ kind }) => kind === 'withdrawn-case');
  if (out.length) {
    const cases = [...new Set(out.map(({ subject }) => name(subject)))].join(words.say('and'));
    section.append(element('p', { class: 'quiet small' }, words.say('withdrawn-cases', { cases })));
  }
  return section;
}

/** How a published line differs from the one counted here; empty where it doesn't. */
function difference(line, stated, words) {
  if (!stated) return words.say('published-not');
  if (stated.rank === line.rank && stated.score === line.score) return '';
  if (!stated.rank) return words.say('published-without');
  const [here, there] = [valueOf(line.score), valueOf(stated.score)];
  const score = there ? apart([there, here])[0] : stated.score;
  return words.say('published-as', { rank: stated.rank, score });
}

const asNumber = ([numerator, denominator]) => Number((numerator * 10000n) / denominator) / 10000;

function totalsScale({ lowest, highest, criteria }) {
  const weights = criteria.map(({ weight }) => fromDecimal(weight)).reduce(plus, fraction(0n));
  const [from, to] = [lowest, highest].map((score) => asNumber(times(weights, fraction(BigInt(score)))));
  return (value) => 6 + (208 * (value - from)) / (to - from || 1);
}

/** The totals of a case as dots: the more sheets gave one, the darker. */
function strip(line, scale) {
  const places = new Map();
  for (const total of line.totals) {
    const at = Math.round(scale(asNumber(total)) * 2) / 2;
    places.set(at, (places.get(at) ?? 0) + 1);
  }
  const most = Math.max(1, ...places.values());
  const dots = [...places].map(([at, count]) => {
    return drawn('circle', { cx: at, cy: 9, r: 3.2, 'fill-opacity': (0.28 + (0.62 * count) / most).toFixed(2) });
  });
  const axis = drawn('path', { class: 'axis', d: 'M2 9H218' });
  const marks = line.value ? [drawn('path', { class: 'score-mark', d: `M${scale(asNumber(line.value)).toFixed(1)} 2V16` })] : [];
  return drawn('svg', { viewBox: '0 0 220 18', 'aria-hidden': 'true' }, axis, ...dots, ...marks);
}

/** The criteria's names in the reader's language, by id. */
function criterionNames({ criteria }, words) {
  return new Map(criteria.map((one) => [one.id, words.language === 'en' && one.name_en ? one.name_en : one.name]));
}

/** Which line of the list of checks a finding belongs to. */
const GROUPS = [
  ['seal', /^unexpected-part$/],
  ['signatures', /^(log-head|before)-/],
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
  const { issued, lists } = terms.admission;
  const accepted = results.scores.filter(({ state }) => state === 'accepted').length;
  const out = new Set([
    ...box.withdrawn,
    ...report.amendments.flatMap(({ changes }) => changes).flatMap((c) => (c.kind === 'revoked-card' ? [c.subject] : [])),
  ]);
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
      { accepted, cards: issued - lists[0].filter((card) => out.has(card)).length, minimum: terms.rule.minimum_accepted },
    ],
    count: [counted ? 'check-count' : 'check-count-stated'],
    names: ['check-names'],
    remarks: ['check-remarks'],
    statistics: counted
      ? ['check-statistics', { replicates: results.statistics?.replicates ?? 0 }]
      : ['check-statistics-sealed'],
  };
  const open = new Set(counted ? [] : ['sheets', 'count', 'statistics']);
  const items = Object.entries(checks).map(([group, [key, params]]) => {
    const said = words.say(key, params);
    const state = wrong.has(group) ? 'bad' : open.has(group) ? 'skipped' : 'ok';
    const look = { ok: ['holds', 'check'], bad: ['differs', 'attention'], skipped: ['open', 'open'] }[state];
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
  return element('section', { id: 'rule', class: 'after' }, element('h2', {}, words.say('rule-title')), list);
}

/** What to compare with papers at hand. */
export function recordSection(report, words, short) {
  const { terms, results } = report;
  const counts = countsOf(results).map(([state, count]) => {
    return element('span', { class: 'entry' }, words.say('state-count', { state: words.state(state), count }));
  });
  const hint = (key) => element('span', { class: 'hint' }, words.say(key));
  const entries = [
    ['record-states', counts],
    ['record-organizers', terms.organizers.map((name) => element('span', { class: 'entry' }, name))],
    ['record-terms', [short(report.termsDigest)]],
    ['record-box', [short(report.boxDigest), hint('record-box-hint')]],
    ['record-draw', results.draw ? [shown(results.draw, 500), hint('record-draw-hint')] : []],
    ['record-seed', [visible(results.seed)]],
    ['record-status', [words.say(`status-${results.status}`)]],
    ['record-before', results.before ? [short(results.before)] : []],
  ];
  const list = entries.filter(([, values]) => values.length).flatMap(([key, values]) => {
    const code = ['record-terms', 'record-box', 'record-seed', 'record-before'].includes(key);
    return [element('dt', {}, words.say(key)), element('dd', code ? { class: 'code' } : {}, ...values)];
  });
  return element(
    'section',
    { id: 'record' },
    element('h2', {}, words.say('record-title')),
    element('dl', { class: 'record' }, ...list),
  );
}

/** The scores that one sheet shows. */
export function sheetTable(signed, report, words) {
  const name = nameOf(report);
  const criteria = report.terms.rubric.criteria.length;
  const rows = signed.rows.map((row) => {
    const scores = row.scores.map((score) => element('td', { class: 'number' }, String(score)));
    const said = () => element('td', { class: 'number', colspan: criteria }, words.say(`row-${row.state}`));
    const cells = row.state === 'scored' ? scores : [said()];
    return element('tr', {}, element('th', { scope: 'row' }, name(row.case)), ...cells);
  });
  const table = element('table', {}, element('tbody', {}, ...rows));
  return element('details', { class: 'sheet' }, element('summary', {}, words.say('sheet-title')), table);
}

/** What no check can show. */
export function limitsSection(words) {
  const title = element('h2', {}, words.say('limits-title'));
  return element('section', { class: 'limits', id: 'limits' }, title, element('p', {}, words.say('limits')));
}
