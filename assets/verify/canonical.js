// Strict JSON: what parses is written again in the one canonical form (RFC 8785), and the bytes have to be the same.
// That comparison refuses duplicate keys, white space, other orders and other spellings of numbers and escapes.

import { Refusal } from './bytes.js';

const LONE_SURROGATE = /\p{Surrogate}/u; // with the flag u a pair is one character, and no surrogate

/**
 * RFC 8785 text of a value made of objects, arrays, texts, booleans, null and integers within 2^53 - 1.
 * @param {unknown} value
 * @returns {string}
 * @throws {RangeError} for anything else
 */
export function canonicalText(value) {
  if (typeof value === 'string') {
    if (LONE_SURROGATE.test(value)) throw new RangeError('half a character');
    return JSON.stringify(value);
  }
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new RangeError('not an integer of the format');
    return String(value);
  }
  if (value === null || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (typeof value !== 'object') throw new RangeError('not JSON');
  // The order of UTF-16 code units, which RFC 8785 asks for, is the one that JavaScript sorts by.
  const members = Object.keys(value).sort();
  return `{${members.map((name) => `${canonicalText(name)}:${canonicalText(value[name])}`).join(',')}}`;
}

/**
 * The value of canonical JSON, if it is of a kind.
 * @param {Uint8Array} bytes
 * @param {(value: unknown) => unknown} kind one of kinds.js: returns the value with defaults filled in
 * @param {string} what the part, for the message
 * @throws {Refusal} malformed
 */
export function decode(bytes, kind, what) {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const value = JSON.parse(text);
    if (canonicalText(value) !== text) throw new RangeError('not canonical');
    return kind(value);
  } catch (failure) {
    if (failure instanceof Refusal) throw failure;
    throw new Refusal('malformed', { what });
  }
}

/** Every text there is. */
export function text(value) {
  if (typeof value !== 'string') throw new TypeError('not a text');
  return value;
}

/** Every integer there is; canonicalText refuses other numbers. */
export function integer(value) {
  if (typeof value !== 'number') throw new TypeError('not an integer');
  return value;
}

/** true or false. */
export function flag(value) {
  if (typeof value !== 'boolean') throw new TypeError('not true or false');
  return value;
}

/** One of some texts. */
export function oneOf(...texts) {
  return (value) => {
    if (!texts.includes(value)) throw new TypeError('not one of the known words');
    return value;
  };
}

/** A kind, or null. */
export function orNull(kind) {
  return (value) => (value === null ? null : kind(value));
}

/** An array of a kind. */
export function listOf(kind) {
  return (value) => {
    if (!Array.isArray(value)) throw new TypeError('not a list');
    return value.map((item) => kind(item));
  };
}

/**
 * A field that is written only where it differs from its default (a text or an array).
 * @param {(value: unknown) => unknown} kind
 * @param {unknown} otherwise
 */
export function unless(otherwise, kind) {
  return Object.assign((value) => {
    if (canonicalText(value) === canonicalText(otherwise)) throw new TypeError('a default is not written');
    return kind(value);
  }, { otherwise });
}

/** An object of exactly these fields. */
export function record(fields) {
  const names = Object.keys(fields);
  return (value) => {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) throw new TypeError('not an object');
    const made = {};
    let found = 0;
    for (const name of names) {
      if (Object.prototype.hasOwnProperty.call(value, name)) {
        made[name] = fields[name](value[name]);
        found++;
      } else if ('otherwise' in fields[name]) {
        made[name] = fields[name].otherwise;
      } else {
        throw new TypeError(`${name} is missing`);
      }
    }
    if (Object.keys(value).length !== found) throw new TypeError('an unknown field');
    return made;
  };
}
