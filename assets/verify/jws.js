// JSON Web Signatures in the program's profile: Ed25519 (RFC 9864), exact headers, one `typ` a kind, canonical payloads.

import { Refusal, base64url, sha256, unbase64url, utf8 } from './bytes.js';
import { canonicalText, decode, listOf, oneOf, record, text } from './canonical.js';
import { isGoodKey } from './ed25519.js';

const MAX_PAYLOAD = 16 << 20;
const MAX_SIGNATURES = 8;

const algorithm = oneOf('Ed25519');
/** A public key as JWK (RFC 8037). */
export const publicJwk = record({ crv: algorithm, kty: oneOf('OKP'), x: text });
const organizerHeader = record({ alg: algorithm, kid: text, typ: text });
const ballotHeader = record({ alg: algorithm, jwk: publicJwk, typ: text });
/** Signed scores: the general JSON form. */
export const generalJws = record({
  payload: text,
  signatures: listOf(record({ protected: text, signature: text })),
});

/**
 * The bytes of a public key given as base64url.
 * @param {string} x
 * @param {string} what the part it stands in
 * @throws {Refusal} malformed, bad-key
 */
export function checkedKey(x, what) {
  const key = unbase64url(x, what);
  if (!isGoodKey(key)) throw new Refusal('bad-key', { what });
  return key;
}

/** JWK thumbprint (RFC 7638, SHA-256) of 32 bytes: 43 symbols. */
export async function thumbprint(key) {
  return base64url(await sha256(utf8(canonicalText({ crv: 'Ed25519', kty: 'OKP', x: base64url(key) }))));
}

/**
 * The header of what an organizer signed: `{alg, kid, typ}`.
 * @throws {Refusal} malformed
 */
export function headerOf(bytes, what) {
  const [head] = new TextDecoder('ascii').decode(bytes).split('.', 1);
  return decode(unbase64url(head, what), organizerHeader, what);
}

/** What the organizer signed; `verifies` is one of ed25519.js, `signer` the organizer's key and its thumbprint. */
export class OrganizerJws {
  /**
   * @param {(key: Uint8Array, message: Uint8Array, signature: Uint8Array) => Promise<boolean>} verifies
   * @param {Uint8Array} key
   * @param {string} kid
   */
  constructor(verifies, key, kid) {
    Object.assign(this, { verifies, key, kid });
  }

  /**
   * The payload of a compact JWS.
   * @param {Uint8Array} bytes
   * @param {string} typ
   * @param {(value: unknown) => unknown} kind of the payload
   * @param {string} what the part, for the message
   * @throws {Refusal} malformed, other-signer, bad-signature
   */
  async payload(bytes, typ, kind, what) {
    const malformed = new Refusal('malformed', { what });
    if (bytes.length > Math.floor((MAX_PAYLOAD * 4) / 3) + 1024) throw malformed;
    const parts = new TextDecoder('ascii').decode(bytes).split('.');
    if (parts.length !== 3) throw malformed;
    const header = decode(unbase64url(parts[0], what), organizerHeader, what);
    if (header.typ !== typ) throw malformed;
    if (header.kid !== this.kid) throw new Refusal('other-signer', { what });
    const payload = unbase64url(parts[1], what);
    const signature = unbase64url(parts[2], what);
    const signed = bytes.subarray(0, parts[0].length + 1 + parts[1].length);
    if (!(await this.verifies(this.key, signed, signature))) throw new Refusal('bad-signature', { what });
    return decode(payload, kind, what);
  }
}

/**
 * The payload of signed scores and the public keys that signed them, base64url, in order. Every signature must hold.
 * @param {{payload: string, signatures: {protected: string, signature: string}[]}} value
 * @param {string} typ
 * @param {(value: unknown) => unknown} kind
 * @param {{has: (key: string) => boolean}} known keys that have been checked before
 * @param {(key: Uint8Array, message: Uint8Array, signature: Uint8Array) => Promise<boolean>} verifies
 * @throws {Refusal} malformed, bad-key, bad-signature
 */
export async function openGeneral(value, typ, kind, known, verifies) {
  const what = 'scores';
  const malformed = new Refusal('malformed', { what });
  const count = value.signatures.length;
  if (count < 1 || count > MAX_SIGNATURES) throw malformed;
  if (value.payload.length > Math.floor((MAX_PAYLOAD * 4) / 3) + 4) throw malformed;
  const payload = unbase64url(value.payload, what);
  const signers = [];
  for (const item of value.signatures) {
    const header = decode(unbase64url(item.protected, what), ballotHeader, what);
    if (header.typ !== typ) throw malformed;
    const { x } = header.jwk;
    const key = known.has(x) ? unbase64url(x, what) : checkedKey(x, what);
    const signature = unbase64url(item.signature, what);
    if (!(await verifies(key, utf8(`${item.protected}.${value.payload}`), signature))) {
      throw new Refusal('bad-signature', { what });
    }
    signers.push(x);
  }
  if (new Set(signers).size !== signers.length) throw malformed;
  return { payload: decode(payload, kind, what), signers };
}
