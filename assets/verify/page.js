// The page itself: takes a file, shows what checking it found, looks receipts up. It makes no request of any kind.

import { Refusal } from './bytes.js';
import { checkArchive, short } from './audit.js';
import { fileKind, verdictOn } from './kinds.js';
import { rankingSection } from './ranking.js';
import { receiptParts } from './receipt.js';
import { comparedRecord, isBoxRecord, readRecord } from './record.js';
import { LANGUAGES, Words, visible } from './words.js';
import { element, icon, replace } from './elements.js';
import { agreementSection, checksSection, limitsSection, recordSection, ruleSection } from './report.js';
import { fingerprintSection, recordLine, verdictSection } from './verdict.js';

const HEAD = 4096; // bytes that tell a box record
const PAUSE_AFTER = 30; // milliseconds of work before the browser may draw and listen

const programTexts = JSON.parse(document.getElementById('program-texts').textContent);
const page = document.getElementById('page');

/** What somebody did with a report, which another language must not undo. */
const untouched = () => ({ receipt: '', asked: false, shown: false, figures: false, opened: new Set() });
/** A box record that somebody holds: the file's name, what it says, how it compares with the archive shown. */
const noRecord = () => ({ record: { name: '', read: null, state: '' } });
/** What is shown: nothing yet, work, a report, or a refusal; and what was typed. */
const state = { stage: 'empty', report: null, refusal: null, file: '', fingerprint: '', copied: false, taken: false, ...untouched(), ...noRecord() };
let run = 0;
let handed = 0;
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
  const before = { ...state };
  Object.assign(state, { stage: 'working', report: null, refusal: null, file: file.name, ...untouched() });
  show();
  let last = performance.now();
  const progress = async (stage, done, all) => {
    if (performance.now() - last < PAUSE_AFTER && stage !== 'count') return;
    showProgress(stage, done, all);
    await breath();
    last = performance.now();
    if (mine !== run) throw new Overtaken();
  };
  let kind = 'other';
  try {
    if (!globalThis.crypto?.subtle) throw new Refusal('no-crypto');
    await breath();
    const bytes = await bytesOf(file);
    if (mine !== run) return;
    if (isBoxRecord(bytes)) {
      // A record takes the place of nothing, whatever its file is called.
      Object.assign(state, before.stage === 'report' ? before : { stage: 'empty', file: '' });
      await keepRecord(file.name, bytes);
      return;
    }
    kind = fileKind(bytes);
    const report = await checkArchive(bytes, progress);
    if (mine !== run) return;
    Object.assign(state, { stage: 'report', report });
    await compareRecord();
    if (mine !== run) return;
  } catch (failure) {
    if (mine !== run || failure instanceof Overtaken) return;
    const known = failure instanceof Refusal;
    const { code, params } = known ? failure : { code: 'broken', params: { reason: failure.message || failure.name } };
    Object.assign(state, { stage: 'refused', refusal: { code, params, kind } });
  }
  show();
  window.scrollTo(0, 0);
  document.querySelector('h1').focus({ preventScroll: true });
}

async function bytesOf(file) {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (failure) {
    throw new Refusal('unreadable', { reason: failure.name }); // a folder, or a file that went meanwhile
  }
}

const isNamed = ({ name }) => name.toLowerCase().endsWith('.results');

/** Of several files the one that may be an archive, and a box record that is to be compared with it. */
async function take(files) {
  const mine = ++handed;
  const rest = [...files];
  const others = rest.filter((file) => !isNamed(file));
  let record = null;
  for (const file of others) {
    const head = await bytesOf(file.slice(0, HEAD)).catch(() => new Uint8Array());
    if (mine !== handed) return;
    if (!isBoxRecord(head)) continue;
    record ??= file;
    rest.splice(rest.indexOf(file), 1);
  }
  const archive = rest.find(isNamed) ?? rest[0];
  if (record) {
    const bytes = await bytesOf(record).catch(() => new Uint8Array());
    if (mine !== handed) return;
    await keepRecord(record.name, bytes, !archive);
  }
  if (archive) check(archive);
}

/** Takes a box record; what is shown stays, and with `shows` it says how they compare. */
async function keepRecord(name, bytes, shows = true) {
  let read = null;
  try {
    read = await readRecord(bytes);
  } catch (failure) {
    if (!(failure instanceof Refusal)) throw failure;
  }
  state.record = { name, read, state: read ? '' : 'malformed' };
  if (!shows) return;
  if (state.stage === 'refused') Object.assign(state, { stage: 'empty', refusal: null, file: '' });
  await compareRecord();
  if (state.stage === 'working') return; // it is compared as soon as that is done
  show();
  const said = document.getElementById('box-record');
  said.focus({ preventScroll: true });
  said.scrollIntoView({ block: 'center' });
}

/** Says how the box record at hand compares with the archive shown, where both are there. */
async function compareRecord() {
  const { record, report } = state;
  if (record.read) record.state = report ? await comparedRecord(report, record.read) : 'alone';
}

function choose() {
  const input = element('input', { type: 'file', class: 'unseen', 'aria-hidden': 'true', tabindex: '-1' });
  input.addEventListener('change', () => {
    if (input.files.length) take([...input.files]);
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
  const done = state.stage === 'report' || state.stage === 'refused';
  const name = element('span', { class: 'name' }, done ? words.say('title') : '');
  const file = done ? [element('span', { class: 'file-name', id: 'file', translate: 'no' }, visible(state.file))] : [];
  const buttons = element('span', { class: 'buttons unprinted' }, ...(done ? actions() : []), language);
  return element('header', { class: 'top' }, element('span', { class: 'what' }, name, ...file), buttons);
}

function opening() {
  const drop = element('div', { class: 'drop', id: 'drop' });
  if (state.stage === 'working') {
    const bar = element('progress', { id: 'bar', 'aria-labelledby': 'stage' });
    const label = element('p', { id: 'stage', role: 'status' }, words.say('reading'));
    drop.append(element('div', { class: 'working' }, label, element('p', { id: 'done', class: 'quiet small' }), bar));
  } else {
    drop.append(element('p', {}, words.say('drop')), chooser(), element('p', { class: 'quiet small' }, words.say('drop-record')));
  }
  return element(
    'main',
    { class: 'opening' },
    element('h1', { tabindex: '-1' }, words.say('title')),
    element('p', { class: 'lead' }, words.say('lead')),
    ...(state.record.state ? [recordLine(state.record, words, forgetRecord)] : []),
    drop,
    limitsSection(words),
  );
}

function chooser() {
  const button = element('button', { type: 'button', class: 'main', id: 'choose' }, words.say('choose'));
  button.addEventListener('click', choose);
  return button;
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

/** What can be done next; always at hand in the top line. */
function actions() {
  const again = element('button', { type: 'button', id: 'again' }, words.say('again'));
  again.addEventListener('click', () => {
    run++;
    handed++;
    Object.assign(state, { stage: 'empty', report: null, refusal: null, file: '', fingerprint: '', copied: false, ...untouched(), ...noRecord() });
    show();
    window.scrollTo(0, 0);
    document.getElementById('choose').focus({ preventScroll: true });
  });
  if (state.stage !== 'report') return [again];
  const printing = element('button', { type: 'button', id: 'print' }, words.say('print'));
  printing.addEventListener('click', () => window.print());
  return [again, printing];
}

function reportView() {
  const { report } = state;
  const { section, judge } = verdictSection(report, words, state.record, forgetRecord);
  const who = fingerprintSection(report, words, state, judge);
  const receipts = receiptParts(report, words, state);
  return element(
    'main',
    { class: 'report' },
    section,
    element('div', { class: 'asked' }, who, receipts.section),
    receipts.sheet,
    rankingSection(report, words, state.opened, receipts.open),
    ...agreementSection(report, words, state),
    element(
      'div',
      { class: 'pair' },
      element('div', {}, checksSection(report, words), ruleSection(report, words)),
      recordSection(report, words, short, choose),
    ),
    limitsSection(words),
  );
}

/** Lets the box record go that was compared. */
function forgetRecord() {
  Object.assign(state, noRecord());
  show();
  document.querySelector('h1').focus({ preventScroll: true });
}

/** What no broken download can have done: the checksums of the file hold, what was signed differs. */
const SURELY = new Set(['archive-damaged', 'bad-signature', 'other-signer']);

function refusedView() {
  const { refusal } = state;
  const verdict = verdictOn(refusal.code, refusal.kind);
  const wrong = verdict === 'wrong-file';
  const said = wrong ? words.say(`kind-${refusal.kind}`) : words.refusal(refusal);
  const surely = verdict === 'changed' && SURELY.has(refusal.code) ? '-surely' : '';
  return element(
    'main',
    { class: `opening verdict ${wrong ? 'open' : 'refused'}` },
    element('h1', { tabindex: '-1', id: 'verdict' }, icon(wrong ? 'open' : 'attention'), element('span', {}, words.say(`verdict-${verdict}${surely}`))),
    element('p', { class: 'lead', id: 'refusal' }, said),
    element('p', { class: 'next', id: 'next' }, words.say(`${verdict}-next${surely}`)),
    element('p', { class: 'quiet small', id: 'about-file' }, words.say('about-file', { file: state.file })),
    chooser(),
    limitsSection(words),
  );
}

// Whoever comes back from another window may have copied something else there.
window.addEventListener('blur', () => {
  state.taken = false;
});

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
  if (event.dataTransfer.files.length) take([...event.dataTransfer.files]);
});

show();
