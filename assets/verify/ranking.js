// The ranking: each line opens to the sheets behind its score.

import { element } from './elements.js';
import { roundedText } from './fraction.js';
import { cellsOf, criterionNames, exactOf, headsOf, nameOf, scrolled } from './scores.js';
import { cardsOf, meansOf, receiptOf, sheetsBehind } from './sheets.js';
import { Scale, endsOf } from './strip.js';
import { visible } from './text.js';
import { apart, statedSteps, stepsOf, tieWords } from './ties.js';

/**
 * The ranking with the line between who wins and who doesn't; `opened` holds the cases whose lines are open, `show` opens
 * the sheet of a receipt.
 */
export function rankingSection(report, words, opened, show) {
  const name = nameOf(report);
  const { terms, counted } = report;
  if (!counted && terms.rule.publication === 'winners') {
    const items = report.winners.map((id) => element('li', {}, name(id)));
    return element(
      'section',
      { id: 'ranking' },
      element('h2', {}, words.say('winners-title-stated')),
      element('ul', { class: 'winners' }, ...items),
    );
  }
  const table = new Table(report, words, opened, show);
  const winners = new Set(report.winners).size;
  const section = element(
    'section',
    { id: 'ranking' },
    element('h2', {}, words.say(counted ? 'ranking-title' : 'ranking-title-stated')),
    ...(counted ? [legend(table, words)] : []),
    table.made(),
    ...(table.intervals ? [element('p', { class: 'columns quiet small' }, words.say('columns-said', { replicates: table.replicates }))] : []),
  );
  const everybody = counted || terms.rule.publication === 'full';
  const below = winners === 0 ? 'cut-none' : table.cut ? '' : everybody ? 'cut-all' : 'cut-winners';
  if (below) section.append(element('p', { class: 'below quiet small' }, words.say(below, { count: winners })));
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

/** What the dots, the hollow dots and the line in the strips mean, and what can be opened. */
function legend({ scale, report, trims }, words) {
  const [lowest, highest] = endsOf(report.terms.rubric);
  const key = (look, name) => element('span', { class: 'key' }, element('i', { class: look, 'aria-hidden': 'true' }), words.say(name));
  return element(
    'p',
    { class: 'legend quiet small' },
    element('span', { class: 'opens' }, words.say('ranking-opens')),
    element(
      'span',
      { class: 'keys' },
      key(scale.many ? 'tall' : 'dot', scale.many ? 'legend-tall' : 'legend-dot'),
      ...(trims ? [key(scale.many ? 'tall pale' : 'hollow', 'legend-left-out')] : []),
      key('bar', 'legend-bar'),
      element('span', {}, words.say('legend-scale', { from: scale.from, to: scale.to, lowest, highest })),
    ),
  );
}

/** How often of so many replicates, in percent: never all or none where it isn't. */
export function chanceOf(winning, replicates) {
  if (winning === 0 || winning === replicates) return winning ? '100%' : '0%';
  return `${Math.min(99, Math.max(1, Math.round((100 * winning) / replicates)))}%`;
}

class Table {
  constructor(report, words, opened, show) {
    const { terms, counted, results } = report;
    Object.assign(this, { report, words, opened, show, name: nameOf(report), winners: new Set(report.winners) });
    this.published = new Map(results.ranking.map((line) => [line.case, line]));
    this.everythingDue = terms.rule.publication === 'full' || !terms.rule.auditors.length;
    this.names = criterionNames(terms.rubric, words);
    this.values = report.ranking.map(({ score }) => exactOf(score));
    this.points = apart(this.values);
    const stated = report.ranking.map((line, at) => ({ ...line, value: this.values[at] }));
    this.steps = counted ? stepsOf(report.ranking, terms.rule) : statedSteps(stated);
    this.scale = counted ? new Scale(report.ranking, terms.rubric) : null;
    this.trims = terms.rule.method === 'trimmed-mean';
    const doubtful = report.findings.some(({ code }) => /^(statistics|interval)-/.test(code));
    const shown = counted && !doubtful && results.statistics ? results.statistics : null;
    this.intervals = shown && new Map(shown.intervals.map((line) => [line.case, line]));
    this.replicates = shown ? shown.replicates : 0;
    this.cut = false;
  }

  made() {
    const { words, report } = this;
    const head = (key, look, ...more) => element('th', { class: look, scope: 'col' }, words.say(key), ...more);
    const heads = [
      head('rank-head', 'rank'),
      head('case-head', 'case'),
      head('score-head', 'number'),
      ...(this.scale ? [head('totals-head', 'strip', this.scale.axis())] : []),
      ...(this.intervals ? [head('interval-head', 'number far'), head('chance-head', 'number far')] : []),
      head('sheets-head', 'number far'),
    ];
    this.columns = heads.length;
    const rows = report.ranking.flatMap((line, at) => this.rows(line, at));
    const top = element('thead', {}, element('tr', {}, ...heads));
    return element('table', { class: 'ranking' }, top, element('tbody', {}, ...rows));
  }

  rows(line, at) {
    const won = this.winners.has(line.case);
    const first = !won && !this.cut && this.winners.size > 0;
    this.cut = this.cut || first;
    const label = this.words.say('cut-line', { count: this.winners.size });
    const cut = element('tr', { class: 'cut' }, element('td', { colspan: this.columns }, label));
    const behind = this.report.counted ? sheetsBehind(this.report, line) : null;
    const row = this.row(line, at, behind);
    return [...(first ? [cut] : []), row, ...(behind ? [this.opens(row, line, at, behind)] : [])];
  }

  row(line, at, behind) {
    const { words, name } = this;
    const won = this.winners.has(line.case);
    const title = element('th', { scope: 'row', class: 'case' });
    const named = element('span', { class: 'name' }, name(line.case));
    title.append(behind ? element('button', { type: 'button', class: 'opener' }, named) : named);
    // Findings speak of cases by their ids.
    if (this.report.findings.length && name(line.case) !== line.case) {
      title.append(element('span', { class: 'tag' }, line.case));
    }
    if (won) title.append(element('span', { class: 'unseen' }, `${words.say('between')}${words.say('won')}`));
    if (line.drawn) title.append(element('span', { class: 'tag' }, words.say('lot')));
    const tie = tieWords(this.steps, line.case, this.names, words);
    if (tie) title.append(element('span', { class: 'tie' }, tie));
    const remark = this.report.counted && this.everythingDue ? this.difference(line) : '';
    if (remark) title.append(element('span', { class: 'remark' }, remark));
    const score = element('td', { class: 'number score' }, this.points[at] || line.score || '—');
    if (line.score.includes('/')) score.title = line.score;
    const cells = [
      element('td', { class: 'rank' }, line.rank ? String(line.rank) : words.say('no-rank')),
      title,
      score,
      ...(this.scale ? [element('td', { class: 'strip' }, this.scale.strip(behind.scored, line.value))] : []),
      ...(this.intervals ? this.sureness(line).map((said) => element('td', { class: 'number far' }, said)) : []),
      element('td', { class: 'number far' }, String(line.sheets), ...this.absent(behind)),
    ];
    return element('tr', { class: won ? 'won' : 'lost', 'data-case': line.case }, ...cells);
  }

  /** The ranks that a case may stand at, and how likely it is among the winners. */
  sureness(line) {
    const found = this.intervals.get(line.case);
    if (!found || !line.rank) return ['—', '—'];
    const { low, high, winning } = found;
    return [low === high ? String(low) : `${low}–${high}`, chanceOf(winning, this.replicates)];
  }

  /** Why fewer sheets scored a case than there are. */
  absent(behind) {
    if (!behind) return [];
    return ['recused', 'abstained', 'other'].filter((kind) => behind[kind]).map((kind) => {
      return element('span', { class: 'absent' }, this.words.say(`absent-${kind}`, { count: behind[kind] }));
    });
  }

  /** The line below a row that holds what is behind it; made when it is first opened. */
  opens(row, line, at, behind) {
    const id = `behind-${line.case}`;
    const cell = element('td', { colspan: this.columns });
    const below = element('tr', { class: 'behind', id }, cell);
    const button = row.querySelector('.opener');
    button.setAttribute('aria-controls', id);
    const show = (open) => {
      button.setAttribute('aria-expanded', String(open));
      row.classList.toggle('open', open);
      below.hidden = !open;
      if (open && !cell.firstChild) cell.append(this.behind(line, at, behind));
      if (open) this.opened.add(line.case);
      else this.opened.delete(line.case);
    };
    show(this.opened.has(line.case));
    row.addEventListener('click', () => {
      // Who marks a text with the mouse doesn't mean to open anything.
      if (String(window.getSelection())) return;
      show(below.hidden);
    });
    return below;
  }

  behind(line, at, behind) {
    const { words, report } = this;
    const made = element('div', { class: 'inside' }, element('p', {}, this.told(line, at, behind)));
    if (this.intervals && line.rank) {
      const [ranks, chance] = this.sureness(line);
      const key = ranks.includes('–') ? 'sure-ranks' : 'sure-rank';
      made.append(element('p', { class: 'quiet small' }, words.say(key, { ranks, chance, replicates: this.replicates })));
    }
    const remarks = this.remarks(line.case);
    if (!behind.scored.length) {
      made.append(...remarks);
      return made;
    }
    const { criteria } = report.terms.rubric;
    const key = element('p', { class: 'quiet small' }, words.say(this.scale.many ? 'legend-tall' : this.trims ? 'legend-near-trimmed' : 'legend-near'));
    const strip = element('div', { class: 'near' }, this.scale.strip(behind.scored, line.value), this.scale.axis(), key);
    const rows = behind.scored.map(({ digest, revision, scores, total, use }) => {
      const receipt = receiptOf(digest, revision);
      const said = use ? [element('span', { class: 'use' }, words.say(`use-${use}`))] : [];
      return element(
        'tr',
        { class: use === 'high' || use === 'low' ? 'out' : '', 'data-receipt': receipt, 'data-use': use },
        element('th', { scope: 'row' }, this.receipt(receipt), ...said),
        ...cellsOf(scores, total),
      );
    });
    const means = meansOf(behind.scored, criteria);
    const shown = [means.total, ...means.means].map((mean) => element('td', { class: 'number' }, roundedText(mean)));
    const foot = element('tr', {}, element('th', { scope: 'row' }, words.say('means-head')), ...shown);
    const heads = [element('th', { scope: 'col' }, words.say('receipt-head')), ...headsOf(report, words)];
    const table = element(
      'table',
      { class: 'sheets' },
      element('thead', {}, element('tr', {}, ...heads)),
      element('tbody', {}, ...rows),
      element('tfoot', {}, foot),
    );
    made.append(strip, scrolled(table, words.say('behind-label', { case: this.name(line.case) })), ...remarks);
    return made;
  }

  /** What was written of a case, folded; nothing where something is wrong with the remarks. */
  remarks(id) {
    const { words, report } = this;
    const doubtful = report.findings.some(({ code }) => code.includes('remark'));
    const texts = doubtful ? [] : report.remarks.filter((remark) => remark.case === id).map(({ text }) => text);
    if (!texts.length) return [];
    const items = texts.map((text) => {
      return element('li', {}, text.split('\n').map((part) => visible(part, report.terms.comment_limit)).join('\n'));
    });
    const summary = element('summary', {}, words.say('remarks-title', { count: texts.length }));
    return [element('details', { class: 'remarks' }, summary, element('ul', {}, ...items))];
  }

  /** A receipt that shows its sheet. */
  receipt(receipt) {
    const label = this.words.say('sheet-of', { receipt });
    const button = element('button', { type: 'button', class: 'receipt code', translate: 'no', 'aria-label': label }, receipt);
    button.addEventListener('click', () => this.show(receipt));
    return button;
  }

  /** How the score of a case came about, in words. */
  told(line, at, behind) {
    const { words, report } = this;
    const { rule } = report.terms;
    const { accepted } = cardsOf(report);
    const missing = ['recused', 'abstained', 'other'].filter((kind) => behind[kind]);
    const absent = missing.map((kind) => words.say(`told-${kind}`, { count: behind[kind] })).join('');
    const who = words.say('told-sheets', { all: accepted, scored: behind.scored.length, absent });
    const ends = (behind.scored.length - line.used) / 2;
    const how = !line.value ? 'told-none' : this.trims && !ends ? 'told-mean' : `told-${rule.method}`;
    return who + words.say(how, { ends, used: line.used, score: this.points[at] });
  }

  /** How a published line differs from the one counted here; empty where it doesn't. */
  difference(line) {
    const { words } = this;
    const stated = this.published.get(line.case);
    if (!stated) return words.say('published-not');
    if (stated.rank === line.rank && stated.score === line.score) return '';
    if (!stated.rank) return words.say('published-without');
    const [here, there] = [exactOf(line.score), exactOf(stated.score)];
    const score = there ? apart([there, here])[0] : stated.score;
    return words.say('published-as', { rank: stated.rank, score });
  }
}
