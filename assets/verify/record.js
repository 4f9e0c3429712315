// A box record by itself, as it was handed out before the opening, and whether it is the one in an archive.

import { Refusal, digestOf, unbase64url } from './bytes.js';
import { decode } from './canonical.js';
import { boxKind } from './archive.js';
import { BOX_TYP } from './audit.js';
import { headerOf } from './jws.js';

const WHAT = 'box.jws';

/** Whether a file begins as a signed box record does. */
export function isBoxRecord(bytes) {
  if (!String.fromCharCode(...bytes.subarray(0, 3)).startsWith('eyJ')) return false;
  try {
    return headerOf(bytes, WHAT).typ === BOX_TYP;
  } catch (failure) {
    if (failure instanceof Refusal) return false;
    throw failure;
  }
}

/**
 * A box record as it was handed out. Its signature can be checked only with the key of an archive.
 * @param {Uint8Array} bytes
 * @returns {Promise<{bytes: Uint8Array, digest: string, round: string, sheets: number}>}
 * @throws {Refusal} malformed
 */
export async function readRecord(bytes) {
  const parts = new TextDecoder('ascii').decode(bytes).split('.');
  if (parts.length !== 3) throw new Refusal('malformed', { what: WHAT });
  const { round_id: round, sheets } = decode(unbase64url(parts[1], WHAT), boxKind, WHAT);
  return { bytes, digest: await digestOf(bytes), round, sheets: sheets.length };
}

/**
 * Whether the archive's results were counted from this record, as the program compares them.
 * @param {object} report
 * @param {object} record as `readRecord` gives it
 * @returns {Promise<'same' | 'other' | 'other-round' | 'other-unsigned'>} of another record also what may explain it: it
 *   is of another round, or the key of the archive has not signed it as it is
 */
export async function comparedRecord(report, record) {
  if (record.digest === report.results.box) return 'same';
  try {
    await report.organizer.payload(record.bytes, BOX_TYP, boxKind, WHAT);
  } catch (failure) {
    if (failure instanceof Refusal) return 'other-unsigned';
    throw failure;
  }
  return record.round === report.terms.round_id ? 'other' : 'other-round';
}
