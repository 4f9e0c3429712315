// Looking a receipt up: what is said of it, and the scores of its sheet.

import { element, replace } from './elements.js';
import { lookUp } from './lookup.js';
import { sheetTable } from './scores.js';

/**
 * The field, and beside it the place for a sheet that was found, which needs the width of the page.
 * @param {object} report
 * @param {object} words
 * @param {{receipt: string, asked: boolean, shown: boolean}} state what was typed, whether it was asked for, and
 *   whether the scores are shown
 * @returns {{section: Element, sheet: Element, open: (receipt: string) => void}} `open` looks a receipt up and shows its
 *   sheet
 */
export function receiptParts(report, words, state) {
  const input = element('input', {
    type: 'text', class: 'code', id: 'receipt', autocomplete: 'off', autocapitalize: 'characters', spellcheck: 'false',
    'aria-describedby': 'receipt-hint',
  });
  const answer = element('div', { role: 'status', id: 'receipt-answer' });
  // What somebody looked up is nobody's business who sees the print.
  const sheet = element('section', { id: 'sheet', class: 'unprinted', hidden: '' });
  const form = element(
    'form',
    {},
    element('label', { for: 'receipt', class: 'unseen' }, words.say('receipt-label')),
    element('div', { class: 'line' }, input, element('button', { class: 'lined', id: 'find' }, words.say('find'))),
  );
  const hint = words.parts('receipt-hint', { example: element('span', { class: 'code whole' }, 'ABCD-EFGH-JKMN/1') });
  const clear = () => {
    answer.className = 'answer';
    replace(answer);
    replace(sheet);
    sheet.hidden = true;
  };
  const ask = () => {
    clear();
    const found = lookUp(report, input.value);
    answerTo(found, { report, words, state, answer, sheet, take });
  };
  const take = (receipt) => {
    input.value = receipt;
    Object.assign(state, { receipt, shown: false });
    ask();
    input.focus();
  };
  input.value = state.receipt;
  input.addEventListener('input', () => {
    Object.assign(state, { receipt: input.value, asked: false, shown: false });
    clear();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    Object.assign(state, { receipt: input.value, asked: input.value.trim() !== '', shown: false });
    if (state.asked) ask();
    else clear();
  });
  clear();
  if (state.asked) ask();
  const section = element(
    'section',
    { class: 'unprinted', id: 'receipts' },
    element('h2', {}, words.say('receipt-title')),
    element('p', { class: 'hint', id: 'receipt-hint' }, ...hint),
    form,
    answer,
  );
  const open = (receipt) => {
    input.value = receipt;
    Object.assign(state, { receipt, asked: true, shown: true });
    ask();
    bringUp(sheet);
  };
  return { section, sheet, open };
}

function answerTo(found, { report, words, state, answer, sheet, take }) {
  const said = (key, params = {}) => answer.append(element('p', {}, words.say(key, params)));
  const counts = found.state === 'accepted';
  answer.className = `answer ${found.kind === 'found' && report.counted && counts ? 'good' : 'bad'}`;
  if (found.kind === 'found' || found.kind === 'revision') {
    const told = { state: words.state(found.state), revision: found.revision, receipt: found.receipt };
    if (found.kind === 'revision') said('receipt-revision', { ...told, typed: found.typed });
    said(!report.counted ? 'receipt-stated' : counts ? 'receipt-found' : 'receipt-found-out', told);
    const signed = report.counted ? report.sheets.get(found.digest) : null;
    if (signed) answer.append(opener(signed, found, { report, words, state, sheet }));
  } else if (found.kind === 'near') {
    answer.append(element('p', {}, ...words.parts('receipt-near', { receipt: element('span', { class: 'code whole' }, found.receipt) })));
    const button = element('button', { type: 'button', class: 'lined', id: 'near' }, words.say('receipt-take'));
    button.addEventListener('click', () => take(found.receipt));
    answer.append(button);
  } else {
    said(`receipt-${found.kind}`, found);
  }
}

/** Brings a sheet that was opened before the reader's eyes. */
function bringUp(sheet) {
  if (sheet.hidden) return;
  sheet.querySelector('h2').focus({ preventScroll: true });
  sheet.scrollIntoView({ block: sheet.offsetHeight < window.innerHeight ? 'center' : 'start' });
}

/** A button that shows the scores below; it comes back when they are hidden there. */
function opener(signed, found, { report, words, state, sheet }) {
  const button = element('button', { type: 'button', class: 'lined', id: 'open-sheet', 'aria-controls': 'sheet' }, words.say('sheet-open'));
  const show = (shown) => {
    state.shown = shown;
    button.setAttribute('aria-expanded', String(shown));
    button.hidden = shown;
    sheet.hidden = !shown;
    if (shown && !sheet.firstChild) {
      const heading = words.parts('sheet-of', { receipt: element('span', { class: 'code whole' }, found.receipt) });
      const close = element('button', { type: 'button', class: 'lined', id: 'close-sheet' }, words.say('sheet-close'));
      close.addEventListener('click', () => {
        show(false);
        button.focus();
      });
      sheet.append(
        element('div', { class: 'headed' }, element('h2', { tabindex: '-1' }, ...heading), close),
        element('p', { class: 'hint' }, words.say('sheet-private')),
        sheetTable(signed, report, words),
      );
    }
  };
  button.addEventListener('click', () => {
    show(true);
    bringUp(sheet);
  });
  show(state.shown);
  return button;
}
