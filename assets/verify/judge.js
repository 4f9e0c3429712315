// What becomes of signed scores: the state of each by itself, and between several of one ballot.

import { Refusal } from './bytes.js';
import { integer, listOf, oneOf, record, text } from './canonical.js';
import { openGeneral } from './jws.js';
import { subjectsOf } from './terms.js';

const SCORES_TYP = 'review-scores+jws';

/** All states a sealed file can end in. */
export const STATES = [
  'accepted', 'superseded', 'conflict', 'same-again', 'late', 'withdrawn-card', 'not-a-sheet', 'damaged',
  'unknown-version', 'too-large', 'other-round', 'other-terms', 'not-admitted', 'bad-signature', 'incomplete',
  'out-of-range',
];
/** States whose signed scores stand in the archive. */
export const PUBLISHED = new Set(['accepted', 'superseded', 'conflict', 'same-again', 'withdrawn-card']);

const scoresKind = record({
  format: oneOf('scoresheet/0'),
  round_id: text,
  terms: text,
  amendment: integer,
  revision: integer,
  rows: listOf(
    record({ case: text, scores: listOf(integer), state: oneOf('scored', 'recused', 'abstained', 'withdrawn') }),
  ),
  credentials: listOf(text),
  remarks: text,
});

/** What sheets of one round are judged by. */
export class Electorate {
  /**
   * @param {object} terms
   * @param {string} digest of the terms
   * @param {object[]} amendments in order
   * @param {Set<string>} withdrawn slip names that no longer count
   */
  constructor(terms, digest, amendments, withdrawn) {
    Object.assign(this, { terms, digest, amendments, withdrawn });
    this.ids = terms.candidates.map(({ id }) => id);
    this.lists = terms.admission.lists.map((keys) => new Set(keys));
    this.known = new Set(terms.admission.lists.flat());
    this.withdrawnCases = subjectsOf(amendments, 'withdrawn-case');
    this.withdrawnAt = [0, ...amendments.keys()].map((_, seen) => {
      return subjectsOf(amendments.slice(0, seen), 'withdrawn-case');
    });
  }
}

/**
 * The state of some signed scores by themselves: accepted, unless another sheet of the ballot says otherwise.
 * @returns {Promise<{state: string, ballot: string[], scores: object | null}>}
 */
export async function judgeScores(signed, electorate, verifies) {
  try {
    const opened = await openGeneral(signed, SCORES_TYP, scoresKind, electorate.known, verifies);
    const state = stateOf(opened.payload, opened.signers, electorate);
    return { state, ballot: opened.signers, scores: opened.payload };
  } catch (failure) {
    if (!(failure instanceof Refusal)) throw failure;
    const bad = failure.code === 'bad-signature' || failure.code === 'bad-key';
    return { state: bad ? 'bad-signature' : 'damaged', ballot: [], scores: null };
  }
}

function stateOf(scores, ballot, electorate) {
  const { terms, lists } = electorate;
  if (scores.round_id !== terms.round_id) return 'other-round';
  if (scores.terms !== electorate.digest) return 'other-terms';
  if (scores.amendment < 0 || scores.amendment > electorate.amendments.length) return 'other-terms';
  const admitted = ballot.length === lists.length && ballot.every((key, at) => lists[at].has(key));
  if (!admitted) return 'not-admitted';
  if (ballot.some((key) => electorate.withdrawn.has(key))) return 'withdrawn-card';
  if (scores.credentials.length) return 'incomplete';
  return rowsState(scores, electorate);
}

/** Whether the rows answer the terms: every candidate in order, every criterion, on the scale. */
function rowsState(scores, { terms, ids, withdrawnAt }) {
  const inOrder = scores.rows.length === ids.length && scores.rows.every((row, at) => row.case === ids[at]);
  if (!inOrder || scores.revision < 1 || scores.revision > 999) return 'incomplete';
  const { lowest, highest, criteria } = terms.rubric;
  for (const row of scores.rows) {
    const complete = row.scores.length === (row.state === 'scored' ? criteria.length : 0);
    const allowed = row.state !== 'abstained' || terms.rule.abstention;
    const out = withdrawnAt[scores.amendment].has(row.case);
    if (!complete || !allowed || (row.state === 'withdrawn') !== out) return 'incomplete';
    if (row.scores.some((score) => score < lowest || score > highest)) return 'out-of-range';
  }
  return 'accepted';
}

/**
 * The states of admissible signed scores that are all different: of each ballot the highest revision counts. Two of the
 * same highest revision, or two that share a slip key but not all of them, are in conflict, and none of them counts.
 * @param {Map<string, {ballot: string[], scores: {revision: number}}>} judged by digest
 * @returns {Map<string, string>}
 */
export function settled(judged) {
  const states = new Map();
  for (const group of sharingKeys(judged)) {
    const revisions = group.map((digest) => judged.get(digest).scores.revision);
    const highest = revisions.reduce((most, revision) => Math.max(most, revision), 0);
    const alone = revisions.filter((revision) => revision === highest).length === 1;
    const mixed = new Set(group.map((digest) => judged.get(digest).ballot.join())).size > 1;
    group.forEach((digest, at) => {
      const top = revisions[at] === highest;
      states.set(digest, mixed || (top && !alone) ? 'conflict' : top ? 'accepted' : 'superseded');
    });
  }
  return states;
}

/** Digests in groups that are connected by a slip key. */
function sharingKeys(judged) {
  const leader = new Map();
  const find = (key) => {
    while (leader.has(key) && leader.get(key) !== key) key = leader.get(key);
    return key;
  };
  for (const { ballot } of judged.values()) {
    for (const key of ballot.slice(1)) leader.set(find(key), find(ballot[0]));
  }
  const groups = new Map();
  for (const [digest, { ballot }] of judged) {
    const name = find(ballot[0]);
    groups.set(name, [...(groups.get(name) ?? []), digest]);
  }
  return [...groups.values()];
}
