// The parts of a results archive: what they hold, and whether they are the ones that the organizer sealed.

import { Refusal, byCodePoints, digestOf, joined, sameBytes, sha256, unhex, utf8 } from './bytes.js';
import { decode, flag, integer, listOf, oneOf, orNull, record, text, unless } from './canonical.js';
import { OrganizerJws, checkedKey, publicJwk, thumbprint } from './jws.js';
import { STATES } from './judge.js';
import { AMENDMENT_TYP, amendmentKind, checkAmendment } from './terms.js';
import { Container } from './zip.js';

const MIMETYPE = 'application/vnd.review-app.results';
const SEAL_TYP = 'review-seal+jws';
const PART_LIMIT = 64 << 20;
const SEALED_SHEETS_LIMIT = 2 ** 30;
const SCORES_LIMIT = 1 << 20;
export const SCORES = 'scores/';

const headerKind = record({ format: oneOf('results/1'), organizer: publicJwk, round_id: text });

const sealKind = record({
  format: oneOf('seal/0'),
  round_id: text,
  entries: listOf(record({ digest: text, name: text, size: integer })),
});

export const boxKind = record({
  format: oneOf('box/0'),
  round_id: text,
  terms: text,
  amendments: listOf(text),
  sheets: listOf(text),
  withdrawn: listOf(text),
  unnamed_lost: integer,
  log_head: text,
});

const agreementKind = record({
  what: text,
  kendall_w: text,
  alpha_ordinal: text,
  alpha_interval: text,
  icc_2_1: text,
  icc_2_k: text,
});

export const resultsKind = record({
  format: oneOf('results/1'),
  round_id: text,
  terms: text,
  box: text,
  amendments: listOf(text),
  states: listOf(record({ sheet: text, state: orNull(oneOf(...STATES)) })),
  scores: listOf(record({ scores: text, state: oneOf(...STATES) })),
  ranking: listOf(
    record({ case: text, rank: integer, score: text, sheets: integer, used: integer, drawn: flag }),
  ),
  winners: listOf(text),
  candidates: listOf(record({ id: text, organisation: text, recipient: text, salt: text, title: text })),
  remarks: text,
  log_head: text,
  draw: text,
  seed: text,
  statistics: orNull(
    record({
      replicates: integer,
      intervals: listOf(record({ case: text, low: integer, high: integer, winning: integer })),
      agreement: listOf(agreementKind),
    }),
  ),
  sheets: text,
  set_aside: listOf(record({ case: text, reason: text })),
  status: oneOf('proposed', 'final'),
  before: text,
  since: unless('', text),
  until: unless('', text),
  final: unless('', text),
  early: unless('', text),
});

export const remarksKind = listOf(record({ case: text, text }));

/** An archive whose seal holds. */
export class Archive {
  /**
   * @param {Uint8Array} bytes of the file
   * @param {(key: Uint8Array, message: Uint8Array, signature: Uint8Array) => Promise<boolean>} verifies
   * @returns {Promise<Archive>}
   * @throws {Refusal} not-an-archive, archive-damaged (with the part), and what the strict readers throw
   */
  static async open(bytes, verifies) {
    const archive = new Archive();
    const container = new Container(bytes);
    const { names } = container;
    const first = names[0] === 'mimetype' ? container.read('mimetype', 100) : new Uint8Array();
    if (!sameBytes(first, utf8(MIMETYPE))) throw new Refusal('not-an-archive');
    const header = decode(container.read('header.json', 4096), headerKind, 'header.json');
    const key = checkedKey(header.organizer.x, 'header.json');
    const signer = await thumbprint(key);
    const organizer = new OrganizerJws(verifies, key, signer);
    const seal = await organizer.payload(container.read('seal.jws', PART_LIMIT), SEAL_TYP, sealKind, 'seal.jws');
    const listed = [...seal.entries.map(({ name }) => name), 'seal.jws'];
    const same = listed.length === names.length && listed.every((name, at) => name === names[at]);
    if (!same || seal.round_id !== header.round_id) throw new Refusal('archive-damaged', { part: 'seal.jws' });

    const sealed = new Map(seal.entries.map((entry) => [entry.name, entry]));
    Object.assign(archive, { container, header, organizer, signer, sealed, parts: new Map() });
    archive.scores = listed.filter((name) => name.startsWith(SCORES));
    for (const name of sealed.keys()) {
      if (name.startsWith(SCORES)) continue;
      const limit = name === 'sheets.age' ? SEALED_SHEETS_LIMIT : PART_LIMIT;
      archive.parts.set(name, (await archive.read(name, limit)).content);
    }
    for (const name of ['terms.jws', 'box.jws', 'remarks.json', 'results.jws']) {
      if (!archive.parts.has(name)) throw new Refusal('archive-damaged', { part: name });
    }
    return archive;
  }

  /** A part as it was sealed, and its digest. */
  async read(name, limit = SCORES_LIMIT) {
    const content = this.container.read(name, limit);
    const digest = await digestOf(content);
    const { size, digest: expected } = this.sealed.get(name);
    if (content.length !== size || digest !== expected) throw new Refusal('archive-damaged', { part: name });
    return { content, digest };
  }

  /** The payload of one of the parts that the organizer signed. */
  payload(name, typ, kind) {
    return this.organizer.payload(this.parts.get(name), typ, kind, name);
  }

  /**
   * The amendments in their order, each naming the one before, and their digests.
   * @throws {Refusal} amendment-other-round, amendment-invalid, amendment-gap
   */
  async amendments(terms, termsDigest) {
    const names = [...this.parts.keys()].filter((name) => name.startsWith('amendments/'));
    names.sort((one, other) => one.length - other.length || byCodePoints(one, other));
    const found = [];
    for (const name of names) {
      const signed = this.parts.get(name);
      const amendment = await this.organizer.payload(signed, AMENDMENT_TYP, amendmentKind, 'amendment');
      if (amendment.round_id !== terms.round_id || amendment.terms !== termsDigest) {
        throw new Refusal('amendment-other-round');
      }
      checkAmendment(amendment, terms);
      found.push({ amendment, digest: await digestOf(signed) });
    }
    found.forEach(({ amendment }, at) => {
      const previous = at ? found[at - 1].digest : '';
      if (amendment.number !== at + 1 || amendment.previous !== previous) {
        throw new Refusal('amendment-gap', { expected: at + 1, found: amendment.number });
      }
    });
    return found;
  }
}

/** What lots are drawn with: SHA-256 over the digests of terms and box record and the public draw. */
export async function seedOf(termsDigest, boxDigest, draw) {
  return sha256(joined(unhex(termsDigest), unhex(boxDigest), utf8(draw)));
}

/** How many sealed files ended in each state; of files with the same scores one has their state. */
export function countsOf(results) {
  const apart = results.states.flatMap(({ state }) => (state === null ? [] : [state]));
  const published = results.scores.map(({ state }) => state);
  const again = Math.max(0, results.states.length - apart.length - published.length);
  const all = [...apart, ...published, ...new Array(again).fill('same-again')];
  return STATES.map((state) => [state, all.filter((other) => other === state).length]).filter(([, count]) => count);
}
