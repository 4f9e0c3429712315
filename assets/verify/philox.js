// Philox 4x64 with ten rounds (Salmon, Moraes, Dror, Shaw: Parallel Random Numbers, SC 2011): numbers that look random
// and that anybody gets again from the same key. A word of 64 bits is kept as two of 32.

const ROUNDS = 10;
const TWO_32 = 4294967296;

/** The upper half of the product of two words of 32 bits. */
function upper(a, b) {
  const a0 = a & 0xffff;
  const a1 = a >>> 16;
  const b0 = b & 0xffff;
  const b1 = b >>> 16;
  const middle = (Math.imul(a1, b0) + (Math.imul(a0, b0) >>> 16)) >>> 0;
  const other = (Math.imul(a0, b1) + (middle & 0xffff)) >>> 0;
  return (Math.imul(a1, b1) + (middle >>> 16) + (other >>> 16)) >>> 0;
}

/** The 128 bits of a product of two words of 64, highest first. */
const wide = new Uint32Array(4);
function multiply(aHigh, aLow, bHigh, bLow) {
  const second = upper(aLow, bLow) + (Math.imul(aHigh, bLow) >>> 0) + (Math.imul(aLow, bHigh) >>> 0);
  const carry = second >= 2 * TWO_32 ? 2 : second >= TWO_32 ? 1 : 0;
  const third = upper(aHigh, bLow) + upper(aLow, bHigh) + (Math.imul(aHigh, bHigh) >>> 0) + carry;
  wide[3] = Math.imul(aLow, bLow);
  wide[2] = second;
  wide[1] = third;
  wide[0] = upper(aHigh, bHigh) + (third >= 2 * TWO_32 ? 2 : third >= TWO_32 ? 1 : 0);
}

/**
 * The upper 32 bits of successive words, from the blocks 1, 2, …
 * @param {Uint8Array} key 16 bytes, lowest first
 * @returns {() => number}
 */
export function philox(key) {
  const view = new DataView(key.buffer, key.byteOffset, 16);
  const block = new Uint32Array(4);
  let number = 0;
  let left = 0;

  function next() {
    number++;
    let h0 = Math.floor(number / TWO_32);
    let l0 = number >>> 0;
    let h1 = 0;
    let l1 = 0;
    let h2 = 0;
    let l2 = 0;
    let h3 = 0;
    let l3 = 0;
    let k0 = view.getUint32(0, true);
    let k0High = view.getUint32(4, true);
    let k1 = view.getUint32(8, true);
    let k1High = view.getUint32(12, true);
    for (let round = 0; round < ROUNDS; round++) {
      multiply(0xd2e7470e, 0xe14c6c93, h0, l0);
      const h2Next = wide[0] ^ h3 ^ k1High;
      const l2Next = wide[1] ^ l3 ^ k1;
      h3 = wide[2];
      l3 = wide[3];
      multiply(0xca5a8263, 0x95121157, h2, l2);
      h0 = (wide[0] ^ h1 ^ k0High) >>> 0;
      l0 = (wide[1] ^ l1 ^ k0) >>> 0;
      h1 = wide[2];
      l1 = wide[3];
      h2 = h2Next >>> 0;
      l2 = l2Next >>> 0;
      k0 += 0x7f4a7c15;
      k0High = (k0High + 0x9e3779b9 + (k0 >= TWO_32 ? 1 : 0)) >>> 0;
      k0 >>>= 0;
      k1 += 0x84caa73b;
      k1High = (k1High + 0xbb67ae85 + (k1 >= TWO_32 ? 1 : 0)) >>> 0;
      k1 >>>= 0;
    }
    block[0] = h0;
    block[1] = h1;
    block[2] = h2;
    block[3] = h3;
    left = 4;
  }

  return () => {
    if (left === 0) next();
    return block[4 - left--];
  };
}
