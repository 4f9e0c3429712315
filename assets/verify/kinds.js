// What a file is that could not be checked: the advice hangs on it, never the check.

import { sameBytes, utf8 } from './bytes.js';

const OWN = 'application/vnd.review-app.';
const HEAD = 4096;

/** The first bytes of a file as text, a character a byte. */
function headOf(bytes) {
  return String.fromCharCode(...bytes.subarray(0, HEAD));
}

/**
 * What a file is, by what it holds.
 * @param {Uint8Array} bytes
 * @returns {'empty' | 'pdf' | 'archive' | 'program' | 'zip' | 'signed' | 'page' | 'other'} `archive`: an archive of
 *   results, whole or not; `program`: another file of the program; `zip`: documents of offices, folders packed into one
 *   file; `signed`: a statement signed by itself, as a box record is
 */
export function fileKind(bytes) {
  if (!bytes.length) return 'empty';
  const head = headOf(bytes);
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf';
  if (head.startsWith('PK')) {
    // The first member lies in clear behind its header of 30 bytes and its name.
    const mimetype = head.slice(38, 120);
    if (!sameBytes(bytes.subarray(30, 38), utf8('mimetype')) || !mimetype.startsWith(OWN)) return 'zip';
    return mimetype.startsWith(`${OWN}results`) ? 'archive' : 'program';
  }
  if (/^\s*(eyJ[A-Za-z0-9_-]+\.|\{"payload")/.test(head)) return 'signed';
  return /^(\xef\xbb\xbf)?\s*<(!doctype|html|\?xml)/i.test(head) ? 'page' : 'other';
}

/** Codes of refusals that say nothing of the file. */
const OUTSIDE = new Set(['no-crypto', 'broken', 'unreadable']);

/** What to call a refusal: the file is none of those that are read, it was changed, or nothing can be said of it. */
export function verdictOn(code, kind) {
  if (OUTSIDE.has(code)) return 'refused';
  return kind === 'archive' ? 'changed' : 'wrong-file';
}
