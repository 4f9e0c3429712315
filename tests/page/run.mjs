// Runs the page's modules in Node: a list of [what, ...arguments] on standard input, a list of answers on the output.
// Bytes travel as base64.

import { readFileSync } from 'node:fs';
import { webcrypto } from 'node:crypto';

globalThis.crypto ??= webcrypto; // Node 18
const source = process.argv[2];
const names = ['audit', 'bytes', 'canonical', 'count', 'ed25519', 'lookup', 'philox', 'statistics', 'text', 'ties', 'words', 'zip'];
const [audit, bytes, canonical, count, ed25519, lookup, philox, statistics, text, ties, words, zip] = await Promise.all(
  names.map((name) => import(`${source}/${name}.js`)),
);

/** A sentence that says its key and what fills it, for comparing with the program's. */
const echo = { tie: (key, said) => (said ? [key, said.rank, said.equal, said.criterion, said.mine, said.other].join('|') : ', ') };
const raw = (text) => new Uint8Array(Buffer.from(text, 'base64'));

const asked = {
  audit: async (file, receipts = []) => {
    const report = await audit.checkArchive(new Uint8Array(readFileSync(file)));
    return {
      signer: report.signer,
      native: report.native,
      counted: report.counted,
      findings: report.findings,
      ranking: report.ranking.map(({ value, totals, means, ...line }) => line),
      winners: report.winners,
      receipts: receipts.map((receipt) => audit.findReceipt(report, receipt)),
    };
  },
  'look-up': async (file, typed) => {
    const report = await audit.checkArchive(new Uint8Array(readFileSync(file)));
    return typed.map((one) => lookup.lookUp(report, one));
  },
  bootstrap: (sheets, rubric, rule, seed) => statistics.bootstrap(sheets, rubric, rule, bytes.unhex(seed)),
  agreement: (sheets, rubric) => statistics.agreementLines(sheets, rubric),
  philox: (key, many) => Array.from({ length: many }, philox.philox(bytes.unhex(key))),
  words: () => words.KEYS,
  rank: async (ids, sheets, rubric, rule, withdrawn, seed) => {
    const ranking = await count.rank(ids, sheets, rubric, rule, new Set(withdrawn), seed && bytes.unhex(seed));
    const lines = ranking.map(({ value, totals, means, ...line }) => line);
    const steps = ties.stepsOf(ranking, rule);
    const told = ranking.map((line) => ties.tieWords(steps, line.case, new Map(rubric.criteria.map(({ id, name }) => [id, name])), echo));
    return { lines, winners: count.winnersOf(ranking, rule), points: ties.apart(ranking.map(({ value }) => value)), told };
  },
  canonical: (given) => canonical.canonicalText(JSON.parse(given)),
  decodes: (data) => canonical.decode(raw(data), (value) => value, 'x') !== undefined,
  'signature-by-numbers': (key, message, signature) => ed25519.verifiesByNumbers(raw(key), raw(message), raw(signature)),
  'good-key': (key) => ed25519.isGoodKey(raw(key)),
  unbase64url: (given) => bytes.hex(bytes.unbase64url(given, 'x')),
  base64url: (data) => bytes.base64url(raw(data)),
  'short-form': (digest) => bytes.shortForm(digest),
  meant: (typed) => bytes.meantSymbols(typed),
  shows: (from, to) => {
    const marks = [];
    for (let at = from; at < to; at++) {
      const one = String.fromCodePoint(at);
      marks.push(4 * text.hasControls(one) + 2 * (text.withoutHidden(one) === '') + (bytes.meantSymbols(one) === ''));
    }
    return marks.join('');
  },
  spelling: (texts) => texts.map((one) => [text.inOneSpelling(one), text.isBlank(one), text.isReason(one), text.visible(one, 40)]),
  container: (data) => {
    const container = new zip.Container(raw(data));
    return container.names.map((name) => [name, Buffer.from(container.read(name, 2 ** 32)).toString('base64')]);
  },
};

const answers = [];
for (const [what, ...given] of JSON.parse(readFileSync(0, 'utf8'))) {
  try {
    answers.push({ answer: await asked[what](...given) });
  } catch (failure) {
    answers.push({ refused: failure.code ?? failure.name, params: failure.params ?? {}, why: failure.message });
  }
}
process.stdout.write(JSON.stringify(answers));
