// A receipt as somebody typed it: found, or the most helpful that can be said of why it isn't.

import { findReceipt } from './audit.js';
import { Refusal, SYMBOLS, characters, meantSymbols, shortForm } from './bytes.js';
import { receiptOf } from './sheets.js';

const LENGTH = 12;

/** The symbols of a digest's short form, without hyphens. */
const symbolsOf = (digest) => shortForm(digest).replaceAll('-', '');

/** Whether two codes are one slip of the pen apart: one other symbol, or two neighbours swapped. */
export function oneSlipApart(one, other) {
  const wrong = [...one].flatMap((symbol, at) => (symbol === other[at] ? [] : [at]));
  const [first, second] = wrong;
  if (wrong.length === 1) return true;
  return wrong.length === 2 && second === first + 1 && one[first] === other[second] && one[second] === other[first];
}

/**
 * @param {object} report
 * @param {string} typed
 * @returns {{kind: 'found' | 'revision' | 'near' | 'delivery' | 'missing' | 'form', digest?: string, state?: string,
 *   revision?: number | null, receipt?: string, typed?: string, count?: number}} `revision`: it is there as another
 *   revision than the one typed; `near`: one is there that is a slip apart; `delivery`: it is the delivery code of a
 *   file that came in; `form`: it can't be a receipt, and has so many symbols
 */
export function lookUp(report, typed) {
  const [code, ...rest] = typed.normalize('NFKC').split('/');
  const wanted = meantSymbols(code);
  let found;
  try {
    found = findReceipt(report, typed);
  } catch (failure) {
    if (!(failure instanceof Refusal)) throw failure;
    const sound = characters(wanted) === LENGTH && [...wanted].every((symbol) => SYMBOLS.includes(symbol));
    // Of twelve good symbols with a bad revision behind them the symbols say which sheet is meant.
    if (sound) return lookUp(report, code);
    return { kind: 'form', count: characters(wanted) };
  }
  if (found) return { kind: 'found', receipt: nameOf(found.digest, found.revision), ...found };
  if (rest.length) {
    const other = findReceipt(report, code);
    if (other) return { kind: 'revision', receipt: nameOf(other.digest, other.revision), typed: rest.join('/').trim(), ...other };
  }
  const files = [...report.box.sheets, ...report.results.states.map(({ sheet }) => sheet)];
  if (files.some((digest) => /^[0-9a-f]{64}$/.test(digest) && symbolsOf(digest) === wanted)) return { kind: 'delivery' };
  for (const [digest, { revision }] of report.receipts) {
    if (oneSlipApart(wanted, symbolsOf(digest))) return { kind: 'near', receipt: nameOf(digest, revision) };
  }
  return { kind: 'missing' };
}

const nameOf = (digest, revision) => (revision === null ? shortForm(digest) : receiptOf(digest, revision));
