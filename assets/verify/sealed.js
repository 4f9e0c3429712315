// How many can open what is sealed to the auditors: the header of an age file (C2SP age.md), read to the letter.

const HEADER_LIMIT = 64 << 10;
const VERSION = 'age-encryption.org/v1\n';
const STANZA = /-> ([!-~]+(?: [!-~]+)*)\n((?:[A-Za-z0-9+/]{64}\n)*[A-Za-z0-9+/]{0,63}\n)/y;
const END = /--- ([A-Za-z0-9+/]{43})\n/y;

/** Whether a text is the unpadded base 64 of some bytes. */
function isBase64(text) {
  try {
    const padded = text + '='.repeat((4 - (text.length % 4)) % 4);
    return text.length % 4 !== 1 && btoa(atob(padded)).replace(/=+$/, '') === text;
  } catch {
    return false;
  }
}

/**
 * The kinds of the recipients of an age file.
 * @param {Uint8Array} bytes
 * @returns {string[] | null} null for what is no age file
 */
export function recipientKinds(bytes) {
  const text = Array.from(bytes.subarray(0, HEADER_LIMIT), (byte) => String.fromCharCode(byte)).join('');
  if (!text.startsWith(VERSION)) return null;
  const kinds = [];
  let place = VERSION.length;
  for (;;) {
    STANZA.lastIndex = place;
    const found = STANZA.exec(text);
    if (found === null) break;
    if (!isBase64(found[2].replace(/\n/g, ''))) return null;
    kinds.push(found[1].split(' ')[0]);
    place = STANZA.lastIndex;
  }
  END.lastIndex = place;
  const end = END.exec(text);
  return end !== null && isBase64(end[1]) && kinds.length ? kinds : null;
}
