// The terms of a round and the amendments to them: what their files hold, and what has to fit together in them.

import { Refusal, byCodePoints, characters, digestOf, unbase64url, utf8 } from './bytes.js';
import { canonicalText, flag, integer, listOf, oneOf, record, text, unless } from './canonical.js';
import { isGoodKey } from './ed25519.js';
import { compared, fromDecimal } from './fraction.js';
import { hasControls } from './text.js';

export const TERMS_TYP = 'review-terms+jws';
export const AMENDMENT_TYP = 'review-amendment+jws';

const ROUND_ID = /^[0-7][0-9a-hjkmnp-tv-z]{25}$/;
const CASE_ID = /^[a-z0-9][a-z0-9-]{0,47}$/;
const CRITERION_ID = /^[a-z][a-z0-9-]{0,31}$/;
const WEIGHT = /^(0|[1-9][0-9]{0,5})(\.[0-9]{1,6})?$/;
const SHARE = /^0\.[0-9]{1,6}$/;
const DIGEST = /^[0-9a-f]{64}$/;
const SLIP = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;
const DATE = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;

export const rubricKind = record({
  lowest: integer,
  highest: integer,
  criteria: listOf(
    record({
      id: text,
      name: text,
      name_en: text,
      question: text,
      question_en: text,
      weight: text,
      levels: listOf(record({ lowest: integer, highest: integer, text, text_en: text })),
    }),
  ),
});

export const ruleKind = record({
  method: oneOf('mean', 'trimmed-mean', 'median', 'severity-corrected'),
  drop: integer,
  ties: listOf(text),
  winners: integer,
  minimum_scores: integer,
  minimum_accepted: integer,
  abstention: flag,
  publication: oneOf('full', 'winners-scored', 'winners'),
  seed_draw: text,
  drop_share: unless('', text),
  last_tie: unless('shared', oneOf('shared', 'lot')),
  auditors: unless([], listOf(text)),
});

export const termsKind = record({
  format: oneOf('terms/0'),
  round_id: text,
  kind: oneOf('final', 'shortlist'),
  title: text,
  edition: text,
  organizers: listOf(text),
  sample: flag,
  rubric: rubricKind,
  rule: ruleKind,
  candidates: listOf(record({ id: text, title: text, commitment: text })),
  admission: record({ mode: oneOf('cards'), lists: listOf(listOf(text)), issued: integer }),
  sealing: listOf(text),
  sheet_size: integer,
  comment_limit: integer,
  manifest: text,
});

export const amendmentKind = record({
  format: oneOf('amend/0'),
  round_id: text,
  terms: text,
  number: integer,
  previous: text,
  changes: listOf(
    record({ kind: oneOf('erratum', 'withdrawn-case', 'revoked-card', 'deadline'), subject: text, text }),
  ),
});

const within = (value, lowest, highest) => lowest <= value && value <= highest;
const unique = (values) => new Set(values).size === values.length;
const sorted = (values) => values.every((value, at) => at === 0 || byCodePoints(values[at - 1], value) <= 0);

function requirer(code) {
  return (holds, field) => {
    if (!holds) throw new Refusal(code, { field });
  };
}

function checkRubric(rubric) {
  const require = requirer('rubric-invalid');
  const { lowest, highest, criteria } = rubric;
  require(lowest >= 0 && lowest < highest && highest <= 10_000 && highest - lowest < 1000, 'scale');
  require(within(criteria.length, 1, 20) && unique(criteria.map(({ id }) => id)), 'criteria');
  for (const { id, name, name_en: english, weight, levels } of criteria) {
    require(CRITERION_ID.test(id), `${id}.id`);
    require(within(characters(name), 1, 40) && characters(english) <= 60, `${id}.name`);
    require(WEIGHT.test(weight) && fromDecimal(weight)[0] > 0n, `${id}.weight`);
    for (const level of levels) {
      require(lowest <= level.lowest && level.lowest <= level.highest && level.highest <= highest, `${id}.levels`);
    }
  }
}

function checkRule(rule, rubric) {
  const require = requirer('rule-invalid');
  const trims = rule.method === 'trimmed-mean';
  const shares = rule.drop_share !== '';
  require(within(rule.drop, 0, 1000) && rule.drop > 0 === (trims && !shares), 'drop');
  if (shares) {
    require(trims && SHARE.test(rule.drop_share), 'drop_share');
    const share = fromDecimal(rule.drop_share);
    require(share[0] > 0n && compared(share, [1n, 2n]) < 0, 'drop_share');
  }
  const known = new Set(rubric.criteria.map(({ id }) => id));
  require(unique(rule.ties) && rule.ties.every((name) => known.has(name)), 'ties');
  require(within(rule.winners, 1, 1000), 'winners');
  require(within(rule.minimum_scores, 1, 100_000), 'minimum_scores');
  require(within(rule.minimum_accepted, 1, 100_000), 'minimum_accepted');
  require(characters(rule.seed_draw) <= 500, 'seed_draw');
  require(rule.auditors.length <= 20 && unique(rule.auditors), 'auditors');
  require(rule.publication !== 'winners' || rule.auditors.length > 0, 'auditors');
  for (const recipient of rule.auditors) checkRecipient(recipient, 'auditors');
}

/**
 * Refuses terms whose parts are not within their limits.
 * @param {object} terms of termsKind
 * @param {(done: number, all: number) => Promise<void>} progress over the admitted keys
 * @throws {Refusal} terms-invalid, rubric-invalid, rule-invalid (with the field), bad-key
 */
export async function checkTerms(terms, progress) {
  const require = requirer('terms-invalid');
  checkRubric(terms.rubric);
  checkRule(terms.rule, terms.rubric);
  require(ROUND_ID.test(terms.round_id), 'round_id');
  const names = [[terms.title, 'title'], [terms.edition, 'edition'], ...terms.organizers.map((o) => [o, 'organizers'])];
  for (const [name, field] of names) require(characters(name) <= 200 && !hasControls(name), field);
  require(terms.organizers.length <= 50, 'organizers');
  require(within(terms.candidates.length, 1, 500), 'candidates');
  require(unique(terms.candidates.map(({ id }) => id)), 'candidates');
  for (const { id, title, commitment } of terms.candidates) {
    require(CASE_ID.test(id) && DIGEST.test(commitment), 'candidates');
    require((title !== '') === (terms.rule.publication === 'full'), 'candidates');
  }
  const { lists, issued } = terms.admission;
  require(within(lists.length, 1, 8) && issued >= 1, 'admission');
  const everybody = lists.flat();
  require(everybody.length <= 100_000 && unique(everybody), 'admission');
  let done = 0;
  for (const keys of lists) {
    require(sorted(keys) && keys.length === issued, 'admission');
    for (const key of keys) {
      require(SLIP.test(key), 'admission');
      if (!isGoodKey(unbase64url(key, 'admission'))) throw new Refusal('bad-key', { what: 'admission' });
      await progress(++done, everybody.length);
    }
  }
  require(within(terms.sealing.length, 1, 2), 'sealing');
  for (const recipient of terms.sealing) checkRecipient(recipient, 'sealing');
  require(within(terms.comment_limit, 1, 1000), 'comment_limit');
  require(terms.sheet_size === sheetSize(terms), 'sheet_size');
  require(DIGEST.test(terms.manifest), 'manifest');
}

function sheetSize({ candidates, rubric, comment_limit: limit }) {
  const aCase = limit * 6 + 96 + Math.floor(((96 + rubric.criteria.length * 8) * 4) / 3);
  return Math.ceil((candidates.length * aCase + 8192) / 16384) * 16384;
}

/** What the terms say of a candidate that may stay unnamed. */
export async function commitmentOf({ id, title, organisation, recipient, salt }) {
  return digestOf(utf8(canonicalText({ id, organisation, recipient, salt, title })));
}

/** Refuses an amendment that does not fit the terms. */
export function checkAmendment(amendment, terms) {
  const require = requirer('amendment-invalid');
  const cards = new Set(terms.admission.lists.flat());
  const cases = new Set(terms.candidates.map(({ id }) => id));
  require(within(amendment.number, 1, 999) && (amendment.number === 1) === (amendment.previous === ''), 'number');
  require(within(amendment.changes.length, 1, 1000), 'changes');
  for (const change of amendment.changes) {
    require(characters(change.text) <= 20_000, 'text');
    if (change.kind === 'revoked-card') require(cards.has(change.subject), change.subject);
    else if (change.kind === 'deadline') require(DATE.test(change.subject), change.subject);
    else require(cases.has(change.subject), change.subject);
  }
}

/** Who or what the changes of a kind name, in some amendments. */
export function subjectsOf(amendments, kind) {
  const changes = amendments.flatMap((amendment) => amendment.changes);
  return new Set(changes.filter((change) => change.kind === kind).map((change) => change.subject));
}

const BECH32 = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
// X25519 public keys with which everybody shares the same secret (RFC 7748, section 6.1), as 64 hex digits.
const SHARED_BY_ALL = new Set([
  '00'.repeat(32),
  '01' + '00'.repeat(31),
  'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800',
  '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157',
  'ec' + 'ff'.repeat(30) + '7f',
  'ed' + 'ff'.repeat(30) + '7f',
  'ee' + 'ff'.repeat(30) + '7f',
]);

/** Refuses what is no age recipient: 32 bytes in Bech32 (BIP 173) that a file can be sealed to. */
function checkRecipient(recipient, what) {
  const wrong = new Refusal('bad-key', { what });
  const match = /^age1([qpzry9x8gf2tvdw0s3jn54khce6mua7l]{58})$/.exec(recipient);
  if (!match) throw wrong;
  const words = [...match[1]].map((symbol) => BECH32.indexOf(symbol));
  const prefix = [...'age'].map((letter) => letter.charCodeAt(0));
  const expanded = [...prefix.map((code) => code >> 5), 0, ...prefix.map((code) => code & 31), ...words];
  let check = 1;
  for (const word of expanded) {
    const top = check >>> 25;
    check = ((check & 0x1ffffff) << 5) ^ word;
    [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3].forEach((factor, bit) => {
      if ((top >> bit) & 1) check ^= factor;
    });
  }
  const key = words.slice(0, 52).reduce((value, word) => (value << 5n) | BigInt(word), 0n);
  if (check !== 1 || key & 15n) throw wrong;
  const bytes = (key >> 4n).toString(16).padStart(64, '0');
  const top = (parseInt(bytes.slice(62), 16) & 127).toString(16).padStart(2, '0');
  if (SHARED_BY_ALL.has(bytes.slice(0, 62) + top)) throw wrong;
}
