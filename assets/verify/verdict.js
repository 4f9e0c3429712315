// The verdict, and who signed: a verdict says nothing to whoever was given another organizer's key.

import { shortForm, hex, meantSymbols, unbase64url } from './bytes.js';
import { element, icon, replace } from './elements.js';
import { isDay } from './notice.js';
import { isBlank, visible } from './text.js';

const FINGERPRINT = /^[A-Za-z0-9_-]{43}$/;
const LENGTH = 43;
const GROUPED = /^\w{1,5}(\W\w{1,5}){1,2}\W?$/; // as on a card, complete or not
const SLIPS = 3; // so few other characters are a slip of the pen rather than another key

/** The key as it stands on a card: twelve symbols of the fingerprint. */
export const keyShort = (signer) => shortForm(hex(unbase64url(signer, 'kid')));

/** Places, counted from 1, at which two texts of one length differ. */
const placesOf = (given, due) => [...given].flatMap((character, at) => (character === due[at] ? [] : [at + 1]));

/** What was given without the words before it, as "公钥指纹：" is, and without a stop behind it. */
const unlabelled = (typed) => typed.normalize('NFKC').split(':').at(-1).replace(/^[^\w-]+|[^\w-]+$/g, '');

/**
 * What was given as the organizer's fingerprint, against the key that signed.
 * @param {string} typed a fingerprint, or the twelve symbols of a card, with or without words around it
 * @param {string} signer
 * @returns {{state: 'none' | 'same' | 'same-card' | 'near' | 'near-card' | 'differs' | 'short' | 'short-card',
 *   count?: number, places?: number[]}} `places`: where it differs, counted from 1, without the hyphens of a card
 */
export function comparedKey(typed, signer) {
  const words = typed.split(/[^A-Za-z0-9_-]+/).filter((word) => FINGERPRINT.test(word));
  const bare = unlabelled(typed);
  const given = words.length === 1 ? words[0] : bare.replace(/\s/g, '');
  if (!given) return { state: typed.trim() ? 'short' : 'none', count: 0 };
  if (given === signer) return { state: 'same' };
  const count = [...given].length;
  if (count === LENGTH) {
    const places = placesOf(given, signer);
    return places.length <= SLIPS ? { state: 'near', count: places.length, places } : { state: 'differs' };
  }
  return comparedCard(bare, keyShort(signer).replaceAll('-', '')) ?? { state: 'short', count };
}

/** The same for what may be the symbols of a card; undefined for what has not their look. */
function comparedCard(bare, due) {
  const symbols = meantSymbols(bare);
  // Twelve in one go may be the beginning of a fingerprint.
  if (symbols === due) return { state: 'same-card' };
  if (!GROUPED.test(bare)) return undefined;
  if (symbols.length !== due.length) return { state: 'short-card', count: symbols.length };
  const places = placesOf(symbols, due);
  return places.length === 1 ? { state: 'near-card', count: 1, places } : { state: 'differs' };
}

const SAME = ['same', 'same-card'];
const OTHER = ['differs', 'near', 'near-card'];
const OTHER_RECORD = ['other', 'other-round', 'other-unsigned'];

/**
 * What can be said of a box record that somebody holds, and a button that lets it go.
 * @param {{name: string, read: object | null, state: string}} record
 * @param {object} words
 * @param {() => void} forget
 */
export function recordLine({ name, read, state }, words, forget) {
  const look = { same: 'holds', alone: 'open' }[state] ?? 'differs';
  const said = [element('span', {}, words.say(`box-record-${state}`, { name }))];
  if (read) {
    const held = { short: element('span', { class: 'code whole' }, shortForm(read.digest)), count: String(read.sheets) };
    said.push(element('span', { class: 'hint' }, ...words.parts('box-record-held', held)));
  }
  const button = element('button', { type: 'button', class: 'unprinted', id: 'forget-record' }, words.say('box-record-forget'));
  button.addEventListener('click', forget);
  const mark = icon({ holds: 'check', open: 'open' }[look] ?? 'attention');
  const text = element('div', {}, ...said);
  return element('div', { class: `noted ${look}`, id: 'box-record', role: 'status', tabindex: '-1', 'data-record': state }, mark, text, button);
}

/** What the whole comes to: its name, its look and its mark. */
export function verdictOf(report, key, record) {
  if (OTHER.includes(key)) return { name: 'other-key', look: 'differs', mark: 'attention' };
  if (report.findings.length) return { name: 'differs', look: 'differs', mark: 'attention' };
  if (OTHER_RECORD.includes(record)) return { name: 'other-record', look: 'differs', mark: 'attention' };
  if (!report.counted) return { name: 'not-counted', look: 'open', mark: 'open' };
  return { name: 'consistent', look: 'holds', mark: 'check' };
}

const REASON = 500; // characters of a reason that are shown

/** That a result was made final before its notice was over, or without one; with the reason that is given. */
function earlyLine({ until, final, early }, words) {
  const soon = isDay(final) && (until === '' || (isDay(until) && final <= until));
  if (!soon || isBlank(early)) return [];
  const said = [
    element('span', {}, words.say(until ? 'final-early' : 'final-without-notice', { until, final })),
    element('span', { class: 'hint' }, words.say('final-reason') + visible(early, REASON)),
  ];
  return [element('div', { class: 'noted differs', id: 'early' }, icon('attention'), element('div', {}, ...said))];
}

/** The verdict; `judge` puts it anew for what is known of the key. `record` is the box record at hand, if any. */
export function verdictSection(report, words, record, forget) {
  const { title, edition, sample } = report.terms;
  const heading = element('h1', { tabindex: '-1', id: 'verdict' });
  const lead = element('p', { class: 'lead', id: 'lead' });
  const step = element('p', { class: 'step', id: 'step', role: 'status' });
  const section = element(
    'section',
    {},
    element(
      'p',
      { class: 'edition' },
      element('span', {}, [title, edition].filter(Boolean).join(' · ')),
      ...(sample ? [element('strong', { class: 'pill', id: 'sample' }, words.say('sample'))] : []),
      ...(report.results.status === 'proposed' ? [element('strong', { class: 'pill' }, words.say('proposed'))] : []),
    ),
    heading,
    lead,
    step,
    ...(record.state ? [recordLine(record, words, forget)] : []),
    ...earlyLine(report.results, words),
  );
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
  const judge = (key) => {
    const { name, look, mark } = verdictOf(report, key, record.state);
    section.className = `verdict ${look}`;
    replace(heading, icon(mark), element('span', {}, words.say(`verdict-${name}`)));
    lead.textContent = words.say(`verdict-${name}-lead`, { count: report.findings.length });
    const steps = SAME.includes(key) ? 'step-same' : OTHER.includes(key) ? '' : 'step-unknown';
    step.textContent = steps ? words.say(steps) : '';
    step.className = `step ${SAME.includes(key) ? 'good' : ''}`;
  };
  return { section, judge };
}

/**
 * Where the fingerprint that somebody holds is compared with that of the archive.
 * @param {object} report
 * @param {object} words
 * @param {{fingerprint: string, copied: boolean}} state what was typed, and whether it was copied from this very page
 * @param {(key: string) => void} judge
 */
export function fingerprintSection(report, words, state, judge) {
  const answer = element('p', { class: 'answer', role: 'status', id: 'fingerprint-answer' });
  const input = element('input', {
    type: 'text', class: 'code', id: 'fingerprint', autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false',
    'aria-describedby': 'fingerprint-hint',
  });
  input.value = state.fingerprint;
  const asking = element(
    'div',
    {},
    element('label', { for: 'fingerprint' }, words.say('fingerprint-label')),
    input,
    answer,
    element('p', { class: 'hint', id: 'fingerprint-hint' }, words.say('fingerprint-hint')),
  );
  const compare = () => {
    const found = comparedKey(input.value, report.signer);
    const own = state.copied && SAME.includes(found.state);
    const key = own ? 'own' : found.state;
    answer.className = `answer ${SAME.includes(key) ? 'good' : OTHER.includes(key) || own ? 'bad' : 'quiet'}`;
    answer.textContent = key === 'none' ? '' : words.say(`fingerprint-${key}`, { count: found.count ?? 0, places: (found.places ?? []).join(words.say('and')) });
    asking.classList.toggle('unprinted', key === 'none');
    judge(key);
  };
  input.addEventListener('input', (event) => {
    const brought = ['insertFromPaste', 'insertFromDrop'].includes(event.inputType);
    state.fingerprint = input.value;
    state.copied = brought ? state.taken : state.copied && input.value !== '';
    compare();
  });
  const section = element(
    'section',
    { id: 'who' },
    element('h2', {}, words.say('who-title')),
    element('p', { class: 'hint' }, words.say('who-said')),
    element('p', { class: 'thumbprint', id: 'signer', translate: 'no' }, report.signer),
    element('p', { class: 'hint' }, ...words.parts('who-card', { key: element('span', { class: 'code', id: 'signer-card', translate: 'no' }, keyShort(report.signer)) })),
    asking,
  );
  // What is copied here and pasted here is always the same: that would be no comparison.
  section.addEventListener('copy', () => {
    state.taken = true;
  });
  compare();
  return section;
}
