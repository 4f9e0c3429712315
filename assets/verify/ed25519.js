// Ed25519 (RFC 8032): signatures by WebCrypto where the browser has it, else by whole numbers; and the one check of a
// public key that WebCrypto does not offer, whether it is a point of the prime-order subgroup.
//
// Only public data are handled here, so it does not matter that this arithmetic takes longer for some numbers.

import { sameBytes, joined, sha512, unhex } from './bytes.js';

const P = 2n ** 255n - 19n;
const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;
const D = 37095705934669439343138083508754565189542113879843219016388785533085940283555n;
const ROOT_OF_MINUS_ONE = 19681161376707505956807079304988542015446066515923890162744021073123829784752n;

// A point is [X, Y, Z, T] with x = X/Z, y = Y/Z, xy = T/Z (RFC 8032, section 5.1.4). Coordinates lie between -P and P:
// what JavaScript's remainder leaves negative is made positive only where it is compared or encoded.
const IDENTITY = [0n, 1n, 1n, 0n];

const positive = (value) => ((value % P) + P) % P;

function add([x1, y1, z1, t1], [x2, y2, z2, t2]) {
  const a = ((y1 - x1) * (y2 - x2)) % P;
  const b = ((y1 + x1) * (y2 + x2)) % P;
  const c = (((2n * t1 * t2) % P) * D) % P;
  const d = (2n * z1 * z2) % P;
  const [e, f, g, h] = [b - a, d - c, d + c, b + a];
  return [(e * f) % P, (g * h) % P, (f * g) % P, (e * h) % P];
}

function double([x, y, z]) {
  const a = (x * x) % P;
  const b = (y * y) % P;
  const h = a + b;
  const e = h - (x + y) * (x + y);
  const g = a - b;
  const f = 2n * z * z + g;
  const [e0, f0] = [e % P, f % P];
  return [(e0 * f0) % P, (g * h) % P, (f0 * g) % P, (e0 * h) % P];
}

function isIdentity([x, y, z]) {
  return positive(x) === 0n && positive(y - z) === 0n;
}

/** 0, 1, … 15 times a point. */
function multiples(point) {
  const table = [IDENTITY, point];
  while (table.length < 16) table.push(add(table[table.length - 1], point));
  return table;
}

/** The sum of scalar times point over pairs of a scalar below 2^256 and a table of multiples. */
function combined(...pairs) {
  let sum = IDENTITY;
  for (let shift = 252n; shift >= 0n; shift -= 4n) {
    if (shift < 252n) sum = double(double(double(double(sum))));
    for (const [scalar, table] of pairs) {
      const digit = Number((scalar >> shift) & 15n);
      if (digit) sum = add(sum, table[digit]);
    }
  }
  return sum;
}

function squared(value, times) {
  for (let time = 0; time < times; time++) value = (value * value) % P;
  return value;
}

/** value to the power 2^250 - 1, and 11: what both exponents below are built from. */
function powers(value) {
  const two = squared(value, 1);
  const nine = (squared(two, 2) * value) % P;
  const eleven = (nine * two) % P;
  const to5 = (squared(eleven, 1) * nine) % P; // 2^5 - 1
  const to10 = (squared(to5, 5) * to5) % P;
  const to20 = (squared(to10, 10) * to10) % P;
  const to40 = (squared(to20, 20) * to20) % P;
  const to50 = (squared(to40, 10) * to10) % P;
  const to100 = (squared(to50, 50) * to50) % P;
  const to200 = (squared(to100, 100) * to100) % P;
  return { to250: (squared(to200, 50) * to50) % P, eleven };
}

function inverse(value) {
  const { to250, eleven } = powers(value);
  return (squared(to250, 5) * eleven) % P; // P - 2
}

/** The number that bytes spell, least significant first. */
function number(bytes) {
  let text = '';
  for (let at = bytes.length - 1; at >= 0; at--) text += (bytes[at] < 16 ? '0' : '') + bytes[at].toString(16);
  return BigInt('0x' + text);
}

/** The point that 32 bytes encode (RFC 8032, section 5.1.3), or null. */
function decodePoint(bytes) {
  const whole = number(bytes);
  const sign = whole >> 255n;
  const y = whole & (2n ** 255n - 1n);
  if (y >= P) return null;
  const u = (y * y - 1n) % P;
  const v = (D * ((y * y) % P) + 1n) % P;
  const v3 = (((v * v) % P) * v) % P;
  const power = powers((((u * v3) % P) * ((v3 * v) % P)) % P).to250;
  const base = (((u * v3) % P) * ((v3 * v) % P)) % P;
  let x = (((u * v3) % P) * ((squared(power, 2) * base) % P)) % P; // to the power (P - 5) / 8
  const square = positive(v * ((x * x) % P));
  if (square === positive(-u)) x = (x * ROOT_OF_MINUS_ONE) % P;
  else if (square !== positive(u)) return null;
  x = positive(x);
  if (x === 0n && sign) return null;
  if ((x & 1n) !== sign) x = P - x;
  return [x, y, 1n, (x * y) % P];
}

function encodePoint([x, y, z]) {
  const unit = inverse(z);
  const value = positive(y * unit) | ((positive(x * unit) & 1n) << 255n);
  return unhex(value.toString(16).padStart(64, '0')).reverse();
}

const BASE = decodePoint(unhex('58' + '66'.repeat(31)));
const BASE_TABLE = multiples(BASE);

/**
 * Whether 32 bytes are a public key worth verifying with: a canonical encoding of a point of prime order. A key of
 * small order verifies signatures that nobody made.
 * @param {Uint8Array} key
 */
export function isGoodKey(key) {
  const point = key.length === 32 ? decodePoint(key) : null;
  return point !== null && !isIdentity(point) && isIdentity(combined([ORDER, multiples(point)]));
}

/**
 * Whether a signature holds, by whole numbers alone (RFC 8032, section 5.1.7, without cofactor).
 * @param {Uint8Array} key 32 bytes
 * @param {Uint8Array} message
 * @param {Uint8Array} signature
 * @returns {Promise<boolean>}
 */
export async function verifiesByNumbers(key, message, signature) {
  if (signature.length !== 64 || key.length !== 32) return false;
  const point = decodePoint(key);
  const scalar = number(signature.subarray(32));
  if (point === null || scalar >= ORDER) return false;
  const challenge = number(await sha512(joined(signature.subarray(0, 32), key, message))) % ORDER;
  const found = combined([scalar, BASE_TABLE], [(ORDER - challenge) % ORDER, multiples(point)]);
  return sameBytes(encodePoint(found), signature.subarray(0, 32));
}

async function verifiesByBrowser(key, message, signature) {
  const imported = await crypto.subtle.importKey('raw', key, { name: 'Ed25519' }, false, ['verify']);
  return crypto.subtle.verify({ name: 'Ed25519' }, imported, signature, message);
}

// RFC 8032, section 7.1, test 2: a browser that says it knows Ed25519 has to show it once.
const TEST_KEY = unhex('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c');
const TEST_SIGNATURE = unhex(
  '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da' +
    '085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
);

/**
 * How signatures are verified here.
 * @returns {Promise<{native: boolean, verifies: (key: Uint8Array, message: Uint8Array, signature: Uint8Array) =>
 *   Promise<boolean>}>}
 */
export async function ed25519() {
  try {
    const right = await verifiesByBrowser(TEST_KEY, new Uint8Array([0x72]), TEST_SIGNATURE);
    const wrong = await verifiesByBrowser(TEST_KEY, new Uint8Array([0x73]), TEST_SIGNATURE);
    if (right && !wrong) return { native: true, verifies: verifiesByBrowser };
  } catch {
    // It has none: then by numbers.
  }
  return { native: false, verifies: verifiesByNumbers };
}
