// Checking a results archive from nothing but the file. What breaks a signature or the file's own order is a Refusal;
// what is signed but does not agree with itself is a finding. Codes and places are those of the program's own check.

import {
  Refusal, SYMBOLS, byCodePoints, characters, digestOf, hex, meantSymbols, sameBytes, shortForm, utf8,
} from './bytes.js';
import { canonicalText, decode } from './canonical.js';
import { Archive, SCORES, boxKind, remarksKind, resultsKind, seedOf } from './archive.js';
import { rank, winnersOf } from './count.js';
import { ed25519 } from './ed25519.js';
import { Electorate, PUBLISHED, judgeScores, settled } from './judge.js';
import { generalJws } from './jws.js';
import { checkNotice } from './notice.js';
import { recipientKinds } from './sealed.js';
import { compareStatistics } from './statistics.js';
import {
  checkAgainstItself, compareLines, compareWinners, cut, inOrder, namedIds, publicLines, publicWinners, sameList, tally,
} from './stated.js';
import { inOneSpelling, isBlank, isReason, withoutHidden } from './text.js';
import { TERMS_TYP, checkTerms, commitmentOf, subjectsOf, termsKind } from './terms.js';

/** What a box record says it is. */
export const BOX_TYP = 'review-box+jws';
const RESULTS_TYP = 'review-results+jws';
const DIGEST = /^[0-9a-f]{64}$/;
const FIXED = new Set([
  'mimetype', 'header.json', 'terms.jws', 'box.jws', 'remarks.json', 'results.jws', 'verify.html',
]);

/** A growing list of findings: `{code, params}`. */
class Findings {
  constructor() {
    this.all = [];
    this.seen = new Set();
  }

  find(code, params = {}) {
    const name = canonicalText({ code, params });
    if (this.seen.has(name)) return;
    this.seen.add(name);
    this.all.push({ code, params });
  }

  require(holds, code, params = {}) {
    if (!holds) this.find(code, params);
  }
}

/** A digest for people; of what is none, its beginning. */
export const short = (digest) => (DIGEST.test(digest) ? shortForm(digest) : cut(digest, 16));

/**
 * Checks an archive.
 * @param {Uint8Array} bytes of the file
 * @param {(stage: 'keys' | 'sheets' | 'count' | 'statistics', done: number, all: number) => Promise<void>} progress
 * @returns {Promise<object>} signer, organizer (whose `payload` opens what that key signed), native, terms, termsDigest, boxDigest, resultsDigest, box, results, amendments, findings,
 *   `ranking` and `winners` (of the recount, or as stated where nothing could be counted: `counted`), `receipts`: a Map
 *   from the digest of signed scores to `{state, revision}`, revision null where the sheets can't be read; `sheets`: a
 *   Map from such digests to what was signed; `remarks`: the public comments, `{case, text}`
 * @throws {Refusal}
 */
export async function checkArchive(bytes, progress = async () => {}) {
  const { native, verifies } = await ed25519();
  const archive = await Archive.open(bytes, verifies);
  const terms = await archive.payload('terms.jws', TERMS_TYP, termsKind);
  await checkTerms(terms, (done, all) => progress('keys', done, all));
  const termsDigest = await digestOf(archive.parts.get('terms.jws'));
  const results = await archive.payload('results.jws', RESULTS_TYP, resultsKind);
  const box = await archive.payload('box.jws', BOX_TYP, boxKind);
  const boxDigest = await digestOf(archive.parts.get('box.jws'));
  const amendments = await archive.amendments(terms, termsDigest);
  const amended = amendments.map(({ amendment }) => amendment);
  const withdrawn = new Set([...box.withdrawn, ...subjectsOf(amended, 'revoked-card')]);
  const electorate = new Electorate(terms, termsDigest, amended, withdrawn);
  const findings = new Findings();

  checkReferences(archive.header, electorate, box, boxDigest, amendments, results, findings);
  const seed = await checkSeed(electorate, boxDigest, results, findings);
  checkStates(box, results, findings);
  checkNumbers(electorate, box, results, findings);
  checkSetAside(electorate, results.set_aside, findings);
  checkNotice(results, findings);
  checkParts(archive, terms, findings);
  const remarks = archive.parts.get('remarks.json');
  findings.require((await digestOf(remarks)) === results.remarks, 'remarks-differ');

  const stated = { ranking: results.ranking, winners: results.winners };
  const resultsDigest = await digestOf(archive.parts.get('results.jws'));
  const digests = { termsDigest, boxDigest, resultsDigest };
  const report = { signer: archive.signer, organizer: archive.organizer, native, parts: archive.sealed.size, terms, box, results, ...digests, amendments: amended };
  const listed = results.scores.filter(({ scores }) => DIGEST.test(scores));
  report.remarks = [];
  report.receipts = new Map(listed.map(({ scores, state }) => [scores, { state, revision: null }]));
  const out = new Set([...electorate.withdrawnCases, ...results.set_aside.map((line) => line.case)]);
  if (terms.rule.auditors.length) {
    if (!archive.parts.has('sheets.age')) throw new Refusal('archive-damaged', { part: 'sheets.age' });
    checkForAuditors(archive.parts, results, terms, findings);
    const contest = electorate.ids.filter((id) => !out.has(id));
    checkAgainstItself(results, terms, contest, acceptedIn(results), findings);
    Object.assign(report, stated, { counted: false });
  } else {
    findings.require(results.sheets === '', 'sheets-differ');
    const judged = await judgeAll(archive, electorate, verifies, progress, findings);
    const { expected, receipts } = checkScores(judged, results, findings);
    await progress('count', 0, 1);
    const cube = cubeOf(judged, expected);
    const ranking = await rank(electorate.ids, cube, terms.rubric, terms.rule, out, seed);
    const winners = winnersOf(ranking, terms.rule);
    report.remarks = checkRemarks(remarks, terms, [...expected.values()].filter((state) => state === 'accepted').length, findings);
    const everybody = new Set(ranking.map((line) => line.case));
    compareLines(results.ranking, publicLines(ranking, winners, terms.rule), everybody, findings);
    const order = ranking.map((line) => line.case);
    compareWinners(results.winners, publicWinners(winners, order, electorate.ids, terms.rule), findings);
    const sheets = new Map([...judged].map(([digest, item]) => [digest, item.scores]));
    const kept = electorate.ids.flatMap((id, at) => (out.has(id) ? [] : [at]));
    const counted = {
      ids: kept.map((at) => electorate.ids[at]),
      cube: cube.map((sheet) => kept.map((at) => sheet[at])),
      rubric: terms.rubric,
      rule: terms.rule,
      seed,
    };
    await compareStatistics(results.statistics, counted, findings, (done, all) => progress('statistics', done, all));
    Object.assign(report, { ranking, winners, receipts, sheets, counted: true });
  }
  await checkNames(terms, report.winners, results, findings);
  return { ...report, findings: findings.all };
}

/** Whether terms, amendments, box record and results speak of each other. */
function checkReferences(header, electorate, box, boxDigest, amendments, results, findings) {
  const { terms, digest } = electorate;
  const parts = [['header.json', header], ['box.jws', box], ['results.jws', results]];
  for (const [part, { round_id: round }] of parts) {
    findings.require(round === terms.round_id, 'round-differs', { part });
  }
  const digests = amendments.map((signed) => signed.digest);
  findings.require(box.terms === digest, 'terms-differ', { part: 'box.jws' });
  findings.require(results.terms === digest, 'terms-differ', { part: 'results.jws' });
  findings.require(results.box === boxDigest, 'box-differs');
  findings.require(sameList(results.amendments, digests), 'amendments-differ', { part: 'results.jws' });
  findings.require(sameList(box.amendments, digests), 'amendments-differ', { part: 'box.jws' });
  findings.require(DIGEST.test(box.log_head), 'log-head-malformed', { part: 'box.jws' });
  findings.require(DIGEST.test(results.log_head), 'log-head-malformed', { part: 'results.jws' });
  findings.require(results.before === '' || DIGEST.test(results.before), 'before-malformed');
}

/** Whether the seed is that of terms, box record and draw; returns the one that it should be. */
async function checkSeed(electorate, boxDigest, results, findings) {
  const source = electorate.terms.rule.seed_draw;
  if (source) findings.require(results.draw !== '', 'draw-absent', { source });
  else findings.require(results.draw === '', 'draw-unasked', { draw: cut(results.draw, 80) });
  const spelled = results.draw === '' || inOneSpelling(results.draw);
  findings.require(spelled, 'draw-malformed', { draw: cut(results.draw, 80) });
  const seed = await seedOf(electorate.digest, boxDigest, results.draw);
  findings.require(results.seed === hex(seed), 'seed-differs');
  return seed;
}

/** Whether every sealed file of the box has exactly one state, and as many hold scores as are published. */
function checkStates(box, results, findings) {
  const { states, scores } = results;
  for (const [part, digests] of [
    ['box.jws', box.sheets],
    ['results.jws', states.map(({ sheet }) => sheet)],
    ['results.jws', scores.map((line) => line.scores)],
  ]) {
    for (const text of digests) {
      findings.require(DIGEST.test(text), 'digest-malformed', { part, text: cut(text, 48) });
    }
  }
  const files = tally(states.map(({ sheet }) => sheet));
  for (const [sheet, count] of files) findings.require(count === 1, 'several-states', { sheet: short(sheet) });
  const inBox = new Set(box.sheets);
  findings.require(sameList(box.sheets, inOrder(inBox)), 'box-not-sorted');
  for (const sheet of inOrder(inBox)) {
    findings.require(files.has(sheet), 'sheet-without-state', { sheet: short(sheet) });
  }
  for (const { sheet, state } of states) {
    if ((state === 'late') === inBox.has(sheet) || PUBLISHED.has(state)) {
      findings.find('sheet-not-in-box', { sheet: short(sheet), state: state ?? 'published' });
    }
  }
  const sheets = states.map(({ sheet }) => sheet);
  findings.require(sameList(sheets, inOrder(sheets)), 'states-not-sorted');
  const digests = scores.map((line) => line.scores);
  findings.require(sameList(digests, inOrder(digests)), 'scores-not-sorted');
  for (const [digest, count] of tally(digests)) {
    findings.require(count === 1, 'scores-several-states', { receipt: short(digest) });
  }
  for (const line of scores) {
    const possible = PUBLISHED.has(line.state) && line.state !== 'same-again';
    findings.require(possible, 'scores-state-impossible', { receipt: short(line.scores), state: line.state });
  }
  const held = states.filter(({ state }) => state === null).length;
  findings.require(held >= scores.length, 'scores-without-sheet', { sheets: held, scores: scores.length });
}

const acceptedIn = (results) => results.scores.filter(({ state }) => state === 'accepted').length;

/** Counts against the cards that were issued and withdrawn, and against the minimum. */
function checkNumbers(electorate, box, results, findings) {
  const { terms, known, lists, withdrawn } = electorate;
  for (const card of inOrder(new Set(box.withdrawn))) {
    findings.require(known.has(card), 'withdrawn-unknown', { card: cut(card, 16) });
  }
  findings.require(sameList(box.withdrawn, inOrder(new Set(box.withdrawn))), 'withdrawn-not-sorted');
  const { issued } = terms.admission;
  const lost = box.unnamed_lost;
  findings.require(lost >= 0 && lost <= issued, 'lost-cards-wrong', { lost, issued });
  const accepted = acceptedIn(results);
  const cards = issued - [...withdrawn].filter((card) => lists[0].has(card)).length;
  findings.require(accepted <= cards, 'more-sheets-than-cards', { accepted, cards });
  const minimum = terms.rule.minimum_accepted;
  findings.require(accepted >= minimum, 'fewer-than-minimum', { accepted, minimum });
}

/** Whether nothing lies in the archive that no check has looked at. */
function checkParts(archive, terms, findings) {
  const audited = terms.rule.auditors.length > 0;
  for (const part of archive.parts.keys()) {
    const due = FIXED.has(part) || part.startsWith('amendments/') || (part === 'sheets.age' && audited);
    findings.require(due, 'unexpected-part', { part });
  }
  if (audited) for (const part of archive.scores) findings.find('scores-not-for-the-public', { part });
}

/**
 * What can be said without a key of an archive whose sheets are for auditors: nothing of them is public, and as many
 * recipients as there are auditors can open what is sealed. Whether these are the auditors, only they can see.
 */
function checkForAuditors(parts, results, terms, findings) {
  findings.require(sameBytes(parts.get('remarks.json'), utf8('[]')), 'remarks-not-for-the-public');
  findings.require(results.statistics === null, 'statistics-not-for-the-public');
  const { sheets } = results;
  findings.require(DIGEST.test(sheets), 'digest-malformed', { part: 'results.jws', text: cut(sheets, 48) });
  const kinds = recipientKinds(parts.get('sheets.age'));
  const auditors = terms.rule.auditors.length;
  if (kinds === null) {
    findings.find('sealed-sheets-unreadable');
  } else if (kinds.length !== auditors || kinds.some((kind) => kind !== 'X25519')) {
    findings.find('sealed-to-others', { recipients: kinds.length, auditors });
  }
}

/** The published scores by digest; those that should not be published are findings. */
async function judgeAll(archive, electorate, verifies, progress, findings) {
  const judged = new Map();
  let done = 0;
  for (const part of archive.scores) {
    const { content, digest } = await archive.read(part);
    let signed = null;
    try {
      signed = decode(content, generalJws, part);
    } catch (failure) {
      if (!(failure instanceof Refusal)) throw failure;
    }
    findings.require(part === `${SCORES}${digest}.json`, 'scores-name-differs', { part });
    if (signed === null) {
      findings.find('scores-unreadable', { part });
    } else {
      const item = await judgeScores(signed, electorate, verifies);
      if (!PUBLISHED.has(item.state)) findings.find(`scores-${item.state}`, { receipt: short(digest) });
      judged.set(digest, item);
    }
    await progress('sheets', ++done, archive.scores.length);
  }
  return judged;
}

/** Whether each of the published scores has the state that it shows; and what a receipt can find. */
function checkScores(judged, results, findings) {
  const expected = settled(new Map([...judged].filter(([, item]) => item.state === 'accepted')));
  for (const { scores, state } of results.scores) {
    if (!judged.has(scores)) {
      findings.find('receipt-differs', { receipt: short(scores) });
      continue;
    }
    const found = expected.get(scores) ?? judged.get(scores).state;
    findings.require(state === found, 'state-differs', { receipt: short(scores), stated: state, found });
  }
  const stated = new Set(results.scores.map((line) => line.scores));
  const receipts = new Map();
  for (const [digest, item] of judged) {
    findings.require(stated.has(digest), 'scores-without-state', { receipt: short(digest) });
    if (item.scores === null) continue;
    receipts.set(digest, { state: expected.get(digest) ?? item.state, revision: item.scores.revision });
  }
  return { expected, receipts };
}

/** What counts of the published scores, whatever states are claimed, sorted by digest: replicates are drawn by place. */
function cubeOf(judged, expected) {
  const accepted = [...expected.keys()].filter((digest) => expected.get(digest) === 'accepted');
  return inOrder(accepted).map((digest) => {
    return judged.get(digest).scores.rows.map((row) => (row.state === 'scored' ? row.scores : null));
  });
}

/** Whether the cases set aside after the count were in the contest, each once and with a reason, in terms order. */
function checkSetAside(electorate, lines, findings) {
  const contest = electorate.ids.filter((id) => !electorate.withdrawnCases.has(id));
  for (const { case: id, reason } of lines) {
    findings.require(contest.includes(id), 'set-aside-unknown', { case: cut(id, 48) });
    findings.require(!isBlank(reason), 'set-aside-without-reason', { case: cut(id, 48) });
    findings.require(isReason(reason), 'set-aside-reason-malformed', { case: cut(id, 48) });
  }
  const cases = lines.map((line) => line.case).filter((id) => contest.includes(id));
  findings.require(sameList(cases, contest.filter((id) => cases.includes(id))), 'set-aside-not-sorted');
}

/** Whether those are named who may be, and each as the terms have committed to. */
async function checkNames(terms, winners, results, findings) {
  const candidates = new Map(terms.candidates.map((candidate) => [candidate.id, candidate]));
  const named = results.candidates.map(({ id }) => id);
  const due = namedIds([...candidates.keys()], winners, terms.rule);
  for (const id of due) findings.require(named.includes(id), 'name-missing', { case: id });
  for (const id of named) findings.require(due.includes(id), 'name-not-public', { case: cut(id, 48) });
  const sameNames = sameList(inOrder(new Set(named)), inOrder(new Set(due)));
  findings.require(!sameNames || sameList(named, due), 'names-not-in-order');
  for (const candidate of results.candidates) {
    const bound = candidates.get(candidate.id);
    const opens = bound !== undefined && bound.commitment === (await commitmentOf(candidate));
    const titled = opens && (bound.title === '' || bound.title === candidate.title);
    findings.require(titled, 'candidate-differs', { case: cut(candidate.id, 48) });
  }
}

/**
 * Whether the comments can be those of so many sheets, in the one order that says nothing of their authors; returns them.
 */
function checkRemarks(content, terms, accepted, findings) {
  let remarks;
  try {
    remarks = decode(content, remarksKind, 'remarks.json');
  } catch (failure) {
    if (!(failure instanceof Refusal)) throw failure;
    findings.find('remarks-unreadable');
    return [];
  }
  const places = new Map(terms.candidates.map(({ id }, at) => [id, at]));
  for (const remark of remarks) {
    const where = { case: cut(remark.case, 48) };
    findings.require(places.has(remark.case), 'remark-on-no-case', where);
    findings.require(characters(remark.text) <= terms.comment_limit, 'remark-too-long', where);
  }
  const place = (remark) => places.get(remark.case) ?? -1;
  const sorted = remarks.every((remark, at) => {
    const before = remarks[at - 1];
    return !before || place(before) < place(remark) ||
      (place(before) === place(remark) && byCodePoints(before.text, remark.text) <= 0);
  });
  findings.require(sorted, 'remarks-not-sorted');
  for (const [id, count] of tally(remarks.map((remark) => remark.case))) {
    const params = { case: cut(id, 48), remarks: count, sheets: accepted };
    findings.require(count <= accepted, 'more-remarks-than-sheets', params);
  }
  return remarks;
}

/**
 * Looks a receipt up, however it is typed, with or without `/revision`.
 * @param {{receipts: Map<string, {state: string, revision: number | null}>}} report
 * @param {string} receipt
 * @returns {{digest: string, state: string, revision: number | null} | null} null where the archive doesn't have it
 * @throws {Refusal} receipt-form for what can't be a receipt: that is no answer about anybody's sheet
 */
export function findReceipt(report, receipt) {
  const [typed, ...rest] = receipt.normalize('NFKC').split('/');
  const wanted = meantSymbols(typed);
  const digits = withoutHidden(rest.join('/')).replaceAll(' ', '');
  const shaped = characters(wanted) === 12 && [...wanted].every((symbol) => SYMBOLS.includes(symbol));
  if (!shaped || (rest.length && !/^[0-9]+$/.test(digits))) throw new Refusal('receipt-form', { receipt });
  const revision = digits.replace(/^0+/, '') || digits.slice(0, 1);
  for (const [digest, found] of report.receipts) {
    const fits = found.revision === null || revision === '' || revision === String(found.revision);
    if (shortForm(digest).replace(/-/g, '') === wanted && fits) return { digest, ...found };
  }
  return null;
}
