// The ZIP profile of the program's files: stored members only, and every byte of the file accounted for.
// (APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.16.) Each header has one permitted form, so none can change unnoticed.

import { Refusal, sameBytes, utf8 } from './bytes.js';

const MAX_ENTRIES = 12_000;
const MAX_BYTES = 0xffff_fffe;
const LOCAL_SIZE = 30;
const CENTRAL_SIZE = 46;
const END_SIZE = 22;
const NAME = /^[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*){0,3}$/;
const DEVICE = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?$/;

const CRC_TABLE = new Uint32Array(256).map((_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** @param {Uint8Array} bytes @returns {number} CRC-32 as in ZIP */
export function crc32(bytes) {
  let value = 0xffffffff;
  for (let at = 0; at < bytes.length; at++) value = CRC_TABLE[(value ^ bytes[at]) & 255] ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

/** Whether a member may be called so. */
export function isSafeName(name) {
  const parts = name.split('/');
  return name.length <= 100 && NAME.test(name) && !parts.some((part) => part.endsWith('.') || DEVICE.test(part));
}

/** Little-endian fields of 2 or 4 bytes one after the other: `[[bytes, value], …]`. */
function packed(fields, name) {
  const length = fields.reduce((sum, [size]) => sum + size, 0);
  const view = new DataView(new ArrayBuffer(length));
  let at = 0;
  for (const [size, value] of fields) {
    if (size === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += size;
  }
  const encoded = utf8(name);
  const whole = new Uint8Array(length + encoded.length);
  whole.set(new Uint8Array(view.buffer));
  whole.set(encoded, length);
  return whole;
}

const DATE = 0x21; // 1980-01-01: a file does not say when it was made

function localHeader({ name, size, crc }) {
  const head = [[4, 0x04034b50], [2, 20], [2, 0], [2, 0], [2, 0], [2, DATE]];
  return packed([...head, [4, crc], [4, size], [4, size], [2, name.length], [2, 0]], name);
}

function centralHeader({ name, size, crc, offset }) {
  const head = [[4, 0x02014b50], [2, 20], [2, 20], [2, 0], [2, 0], [2, 0], [2, DATE]];
  const rest = [[2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]]; // extra, comment, disk, attributes
  return packed([...head, [4, crc], [4, size], [4, size], [2, name.length], ...rest], name);
}

/** An open file of the profile: `names` in order, and `read`. */
export class Container {
  /**
   * Reads and checks the directory.
   * @param {Uint8Array} bytes the whole file
   * @throws {Refusal} container-too-large, not-a-container, container-truncated, container-damaged, container-member
   */
  constructor(bytes) {
    this.bytes = bytes;
    this.entries = new Map(directoryOf(bytes).map((entry) => [entry.name, entry]));
    this.names = [...this.entries.keys()];
  }

  /**
   * The content of a member, its local header and checksum checked.
   * @param {string} name
   * @param {number} limit bytes it may have
   * @returns {Uint8Array}
   * @throws {Refusal} member-missing, member-too-large, member-damaged
   */
  read(name, limit) {
    const entry = this.entries.get(name);
    if (!entry) throw new Refusal('member-missing', { member: name });
    if (entry.size > limit) throw new Refusal('member-too-large', { member: name, limit });
    const start = entry.offset + LOCAL_SIZE + name.length;
    const content = this.bytes.subarray(start, start + entry.size);
    const whole = sameBytes(this.bytes.subarray(entry.offset, start), localHeader(entry));
    if (!whole || crc32(content) !== entry.crc) throw new Refusal('member-damaged', { member: name });
    return content;
  }
}

/** The name of a member; bytes that are no UTF-8 are written as \xNN, as the program has them. */
function nameIn(bytes) {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const read = (from, to) => {
    try {
      return strict.decode(bytes.subarray(from, to));
    } catch {
      return null;
    }
  };
  const whole = read(0, bytes.length);
  if (whole !== null) return whole;
  let name = '';
  for (let at = 0; at < bytes.length; ) {
    const length = [1, 2, 3, 4].find((size) => at + size <= bytes.length && read(at, at + size) !== null);
    name += length ? read(at, at + length) : `\\x${bytes[at].toString(16)}`;
    at += length ?? 1;
  }
  return name;
}

function directoryOf(bytes) {
  if (bytes.length > MAX_BYTES) throw new Refusal('container-too-large');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (bytes.length < 4 || view.getUint32(0, true) !== 0x04034b50) throw new Refusal('not-a-container');
  const end = bytes.length - END_SIZE;
  if (end < 0 || view.getUint32(end, true) !== 0x06054b50) throw new Refusal('container-truncated');
  const [disk, startDisk, here, count] = [4, 6, 8, 10].map((at) => view.getUint16(end + at, true));
  const size = view.getUint32(end + 12, true);
  const directory = view.getUint32(end + 16, true);
  const comment = view.getUint16(end + 20, true);
  const fits = !disk && !startDisk && !comment && here === count && count >= 1 && count <= MAX_ENTRIES;
  if (!fits || directory + size !== end || size > count * (CENTRAL_SIZE + 100)) throw new Refusal('container-damaged');

  const entries = [];
  const names = new Set();
  let position = directory;
  let expected = 0;
  for (let number = 0; number < count; number++) {
    if (position + CENTRAL_SIZE > end || view.getUint32(position, true) !== 0x02014b50) {
      throw new Refusal('container-damaged');
    }
    const next = position + CENTRAL_SIZE + view.getUint16(position + 28, true);
    const name = nameIn(bytes.subarray(position + CENTRAL_SIZE, Math.min(next, end)));
    const entry = {
      name,
      crc: view.getUint32(position + 16, true),
      size: view.getUint32(position + 24, true),
      offset: view.getUint32(position + 42, true),
    };
    const sound = next <= end && isSafeName(name) && !names.has(name) && entry.offset === expected;
    if (!sound || !sameBytes(bytes.subarray(position, next), centralHeader(entry))) {
      throw new Refusal('container-member', { member: name.slice(0, 100) });
    }
    names.add(name);
    entries.push(entry);
    expected = entry.offset + LOCAL_SIZE + name.length + entry.size;
    position = next;
  }
  if (position !== end || expected !== directory) throw new Refusal('container-damaged');
  for (const name of names) {
    const folders = name.split('/').slice(0, -1).map((_, depth, parts) => parts.slice(0, depth + 1).join('/'));
    const clash = folders.find((folder) => names.has(folder));
    if (clash) throw new Refusal('container-member', { member: clash });
  }
  return entries;
}
