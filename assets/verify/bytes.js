// Bytes, digests and the spellings of them that people and files use.

import { withoutHidden } from './text.js';

/** Why a file is refused: a stable code, the same as in the program, and what it is about. */
export class Refusal extends Error {
  /**
   * @param {string} code
   * @param {Object<string, unknown>} params
   */
  constructor(code, params = {}) {
    super(code);
    this.code = code;
    this.params = params;
  }
}

const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUE_OF = new Int8Array(128).fill(-1);
for (let value = 0; value < 64; value++) VALUE_OF[BASE64URL.charCodeAt(value)] = value;

/** What people type between the groups of symbols: white space, hyphens, dashes, a minus, underscores. */
const BETWEEN = /[ _\-\u058a\u05be\u1400\u2010-\u2015\u2212\u2e17\u2e1a\u2e3a\u2e3b\u2e40\u2e5d\u301c\u3030\u30a0\ufe31\ufe32\ufe58\ufe63\uff0d\u{10ead}]/gu;

/** Crockford's base 32: no I, L, O, U. */
export const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** @param {string} text @returns {Uint8Array} UTF-8 */
export function utf8(text) {
  return new TextEncoder().encode(text);
}

/** @param {Uint8Array} bytes @returns {string} lower-case hex */
export function hex(bytes) {
  let text = '';
  for (const byte of bytes) text += (byte < 16 ? '0' : '') + byte.toString(16);
  return text;
}

/** @param {string} text an even number of hex digits @returns {Uint8Array} */
export function unhex(text) {
  const bytes = new Uint8Array(text.length / 2);
  for (let at = 0; at < bytes.length; at++) bytes[at] = parseInt(text.slice(2 * at, 2 * at + 2), 16);
  return bytes;
}

/** @param {...Uint8Array} parts @returns {Uint8Array} one after the other */
export function joined(...parts) {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** @param {Uint8Array} one @param {Uint8Array} other */
export function sameBytes(one, other) {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

/** @param {Uint8Array} bytes @returns {string} base64url without padding (RFC 7515, section 2) */
export function base64url(bytes) {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const left = Math.min(3, bytes.length - at);
    const word = (bytes[at] << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    for (let place = 0; place <= left; place++) text += BASE64URL[(word >> (18 - 6 * place)) & 63];
  }
  return text;
}

/**
 * The bytes of canonical base64url: no padding, no other symbols, spare bits zero.
 * @param {string} text
 * @param {string} what the part it stands in
 * @returns {Uint8Array}
 * @throws {Refusal} malformed
 */
export function unbase64url(text, what) {
  const spare = text.length % 4;
  if (spare === 1) throw new Refusal('malformed', { what });
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let word = 0;
  let to = 0;
  for (let at = 0; at < text.length; at++) {
    const symbol = text.charCodeAt(at);
    const value = symbol < 128 ? VALUE_OF[symbol] : -1;
    if (value < 0) throw new Refusal('malformed', { what });
    word = ((word << 6) | value) & 0xffffff;
    const place = at % 4;
    if (place) bytes[to++] = (word >> (6 - 2 * place)) & 255;
  }
  if ((spare === 2 && word & 15) || (spare === 3 && word & 3)) throw new Refusal('malformed', { what });
  return bytes;
}

/** @param {Uint8Array} bytes @returns {Promise<Uint8Array>} */
export async function sha256(bytes) {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

/** @param {Uint8Array} bytes @returns {Promise<Uint8Array>} */
export async function sha512(bytes) {
  return new Uint8Array(await crypto.subtle.digest('SHA-512', bytes));
}

/** @param {Uint8Array} bytes @returns {Promise<string>} SHA-256 as 64 hex digits */
export async function digestOf(bytes) {
  return hex(await sha256(bytes));
}

/** The first 60 bits of a digest as twelve symbols in groups of four, for people to compare. */
export function shortForm(digest) {
  const value = BigInt('0x' + digest.slice(0, 15));
  let symbols = '';
  for (let place = 11n; place >= 0n; place--) symbols += SYMBOLS[Number((value >> (5n * place)) & 31n)];
  return symbols.match(/.{4}/g).join('-');
}

/**
 * Symbols as they were meant: upper case, without hyphens, dashes and white space, O as 0, I and L as 1, full-width
 * letters as the plain ones; what leaves no mark is dropped.
 * @param {string} text
 */
export function meantSymbols(text) {
  const kept = withoutHidden(text.normalize('NFKC').toUpperCase()).replace(BETWEEN, '');
  return kept.replace(/O/g, '0').replace(/[IL]/g, '1');
}

/** How many characters (code points, not UTF-16 units) a text has. */
export function characters(text) {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** Whether one text comes before, is, or comes after another by code points, as Python sorts; for arrays' sort. */
export function byCodePoints(one, other) {
  const length = Math.min(one.length, other.length);
  for (let at = 0; at < length; at++) {
    if (one.charCodeAt(at) !== other.charCodeAt(at)) return one.codePointAt(at) < other.codePointAt(at) ? -1 : 1;
  }
  return one.length - other.length;
}
