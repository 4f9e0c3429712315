// The page itself: takes a file, shows what checking it found, looks receipts up. It makes no request of any kind.

import { Refusal } from './bytes.js';
import { checkArchive, findReceipt, short } from './audit.js';
import { Words, LANGUAGES } from './words.js';
import { element, icon, replace } from './elements.js';
import { checksSection, limitsSection, rankingSection, recordSection, ruleSection, sheetTable } from './report.js';

const FINGERPRINT_LENGTH = 43;
const PAUSE_AFTER = 30; // milliseconds of work before the browser may draw and listen

const programTexts = JSON.parse(document.getElementById('program-texts').textContent);
const page = document.getElementById('page');

/** What is shown: nothing yet, work, a report, or a refusal. */
const state = { stage: 'empty', report: null, refusal: null, fingerprint: '', receipt: '', found: null };
let run = 0;
let words = wordsOf((navigator.language || 'zh').toLowerCase().startsWith('zh') ? 'zh' : 'en');

function wordsOf(language) {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  return new Words(language, programTexts);
}

/** Lets the browser draw and listen; a message comes sooner than any timer. */
function breath() {
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      resolve();
    };
    channel.port2.postMessage(null);
  });
}

class Overtaken extends Error {}

async function check(file) {
  const mine = ++run;
  Object.assign(state, { stage: 'working', report: null, refusal: null, found: null, receipt: '' });
  show();
  let last = performance.now();
  const progress = async (stage, done, all) => {
    if (performance.now() - last < PAUSE_AFTER && stage !== 'count') return;
    showProgress(stage, done, all);
    await breath();
    last = performance.now();
    if (mine !== run) throw new Overtaken();
  };
  try {
    if (!globalThis.crypto?.subtle) throw new Refusal('no-crypto');
    await breath();
    const report = await checkArchive(new Uint8Array(await file.arrayBuffer()), progress);
    if (mine !== run) return;
    Object.assign(state, { stage: 'report', report });
  } catch (failure) {
    if (mine !== run || failure instanceof Overtaken) return;
    const known = failure instanceof Refusal;
    const refusal = known ? failure : new Refusal('broken', { reason: failure.message || failure.name });
    Object.assign(state, { stage: 'refused', refusal });
  }
  show();
  document.querySelector('h1').focus();
}

function choose() {
  const input = element('input', { type: 'file', class: 'unseen', 'aria-hidden': 'true', tabindex: '-1' });
  input.addEventListener('change', () => {
    if (input.files.length) check(input.files[0]);
    input.remove();
  });
  page.append(input);
  input.click();
}

function show() {
  document.title = words.say('title');
  const content = { empty: opening, working: opening, report: reportView, refused: refusedView }[state.stage]();
  replace(page, top(), content);
}

function top() {
  const other = words.own['other-language'];
  const language = element('button', { type: 'button', lang: other === 'zh' ? 'zh-CN' : 'en', id: 'language' });
  language.append(words.say('other'));
  language.addEventListener('click', () => {
    words = wordsOf(LANGUAGES.find((name) => name === other));
    show();
    document.getElementById('language').focus();
  });
  const name = state.stage === 'empty' || state.stage === 'working' ? '' : words.say('title');
  return element('header', { class: 'top' }, element('span', { class: 'name' }, name), language);
}

function opening() {
  const drop = element('div', { class: 'drop', id: 'drop' });
  if (state.stage === 'working') {
    const bar = element('progress', { id: 'bar', 'aria-labelledby': 'stage' });
    const label = element('p', { id: 'stage', role: 'status' }, words.say('reading'));
    drop.append(element('div', { class: 'working' }, label, element('p', { id: 'done', class: 'quiet small' }), bar));
  } else {
    const button = element('button', { type: 'button', class: 'main', id: 'choose' }, words.say('choose'));
    button.addEventListener('click', choose);
    drop.append(element('p', {}, words.say('drop')), button);
  }
  return element(
    'main',
    { class: 'opening' },
    element('h1', { tabindex: '-1' }, words.say('title')),
    element('p', { class: 'lead' }, words.say('lead')),
    drop,
    limitsSection(words),
  );
}

function showProgress(stage, done, all) {
  const label = document.getElementById('stage');
  if (!label) return;
  const said = words.say(stage);
  if (label.textContent !== said) label.textContent = said;
  document.getElementById('done').textContent = words.say('progress-of', { done, all });
  const bar = document.getElementById('bar');
  bar.max = all || 1;
  bar.value = done;
}

function verdictOf(report) {
  if (report.findings.length) return { name: 'differs', look: 'differs', mark: 'attention' };
  if (!report.counted) return { name: 'not-counted', look: 'open', mark: 'open' };
  return { name: 'consistent', look: 'holds', mark: 'check' };
}

function verdictSection(report) {
  const { name, look, mark } = verdictOf(report);
  const { title, edition, sample } = report.terms;
  const section = element(
    'section',
    { class: `verdict ${look}` },
    element('p', { class: 'edition' }, [title, edition].filter(Boolean).join(' · ')),
    element('h1', { tabindex: '-1', id: 'verdict' }, icon(mark), element('span', {}, words.say(`verdict-${name}`))),
    element('p', { class: 'lead' }, words.say(`verdict-${name}-lead`, { count: report.findings.length })),
    element('p', { class: 'thumbprint', id: 'signer', translate: 'no' }, report.signer),
  );
  if (sample) section.append(element('p', { class: 'quiet small' }, words.say('sample')));
  if (report.findings.length) {
    const list = element('ol', {}, ...report.findings.map((finding) => element('li', {}, words.finding(finding))));
    section.append(
      element(
        'div',
        { class: 'findings', id: 'findings' },
        element('h2', {}, words.say('findings-title')),
        list,
        element('p', { class: 'small' }, words.next),
      ),
    );
  }
  return section;
}

function fingerprintSection(report) {
  const section = element('section');
  const answer = element('p', { class: 'answer', role: 'status', id: 'fingerprint-answer' });
  const input = element('input', {
    type: 'text', class: 'code', id: 'fingerprint', autocomplete: 'off', spellcheck: 'false', 'aria-describedby': 'fingerprint-hint',
  });
  input.value = state.fingerprint;
  const compare = () => {
    state.fingerprint = input.value;
    const typed = input.value.replace(/\s/g, '');
    const count = [...typed].length;
    const same = typed === report.signer;
    const key = same ? 'same' : count === FINGERPRINT_LENGTH ? 'differs' : 'short';
    answer.className = `answer ${same ? 'good' : 'bad'}`;
    answer.textContent = typed ? words.say(`fingerprint-${key}`, { count }) : '';
    section.classList.toggle('unprinted', !typed);
  };
  input.addEventListener('input', compare);
  section.append(
    element('label', { for: 'fingerprint' }, words.say('fingerprint-label')),
    input,
    element('p', { class: 'hint', id: 'fingerprint-hint' }, words.say('fingerprint-hint')),
    answer,
  );
  compare();
  return section;
}

function receiptSection(report) {
  const input = element('input', {
    type: 'text', class: 'code', id: 'receipt', autocomplete: 'off', spellcheck: 'false', 'aria-describedby': 'receipt-hint',
  });
  input.value = state.receipt;
  const answer = element('div', { class: 'answer', role: 'status', id: 'receipt-answer' });
  const form = element(
    'form',
    {},
    element('label', { for: 'receipt', class: 'unseen' }, words.say('receipt-label')),
    element('div', { class: 'line' }, input, element('button', { class: 'lined', id: 'find' }, words.say('find'))),
    element('p', { class: 'hint', id: 'receipt-hint' }, words.say('receipt-hint')),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    state.receipt = input.value;
    answerReceipt(report, answer);
  });
  if (state.receipt) answerReceipt(report, answer);
  // What somebody looked up is nobody's business who sees the print.
  return element('section', { class: 'unprinted' }, element('h2', {}, words.say('receipt-title')), form, answer);
}

function answerReceipt(report, answer) {
  const look = (good, ...children) => {
    answer.className = `answer ${good ? 'good' : 'bad'}`;
    replace(answer, ...children);
  };
  try {
    const found = findReceipt(report, state.receipt);
    if (found === null) {
      look(false, element('p', {}, words.say('receipt-missing')));
      return;
    }
    const said = { state: words.state(found.state), revision: found.revision };
    const sentence = words.say(report.counted ? 'receipt-found' : 'receipt-stated', said);
    const signed = report.counted ? report.sheets.get(found.digest) : null;
    look(report.counted && found.state === 'accepted', element('p', {}, sentence));
    if (signed) answer.append(sheetTable(signed, report, words));
  } catch (failure) {
    if (!(failure instanceof Refusal)) throw failure;
    look(false, element('p', {}, words.say(failure.code)));
  }
}

function actions() {
  const again = element('button', { type: 'button', class: 'lined', id: 'again' }, words.say('again'));
  again.addEventListener('click', () => {
    run++;
    Object.assign(state, { stage: 'empty', report: null, refusal: null, receipt: '' });
    show();
    document.getElementById('choose').focus();
  });
  const printing = element('button', { type: 'button', class: 'lined' }, words.say('print'));
  printing.addEventListener('click', () => window.print());
  return element('div', { class: 'actions unprinted' }, again, ...(state.stage === 'report' ? [printing] : []));
}

function reportView() {
  const { report } = state;
  return element(
    'main',
    { class: 'report' },
    verdictSection(report),
    element('aside', {}, fingerprintSection(report), receiptSection(report), recordSection(report, words, short)),
    rankingSection(report, words),
    element('div', {}, checksSection(report, words), ruleSection(report, words)),
    element('div', {}, actions(), limitsSection(words)),
  );
}

function refusedView() {
  return element(
    'main',
    { class: 'opening verdict refused' },
    element('h1', { tabindex: '-1', id: 'verdict' }, icon('attention'), element('span', {}, words.say('verdict-refused'))),
    element('p', { class: 'lead', id: 'refusal' }, words.refusal(state.refusal)),
    element('p', { class: 'quiet next' }, words.say('refused-next')),
    actions(),
    limitsSection(words),
  );
}

// A file may be dropped anywhere, at any time; one that misses must not be opened by the browser in place of the page.
window.addEventListener('dragover', (event) => {
  event.preventDefault();
  page.classList.add('over');
});
window.addEventListener('dragleave', (event) => {
  if (event.relatedTarget === null) page.classList.remove('over');
});
window.addEventListener('drop', (event) => {
  event.preventDefault();
  page.classList.remove('over');
  if (event.dataTransfer.files.length) check(event.dataTransfer.files[0]);
});

show();
