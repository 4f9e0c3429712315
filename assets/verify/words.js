// What the page says. Findings and states have the program's own sentences: the builder puts them into the page, so that
// both say the same.

import { shortForm } from './bytes.js';
import { visible as shown } from './text.js';
import { ENGLISH } from './words-en.js';
import { CHINESE } from './words-zh.js';

const WORDS = { zh: CHINESE, en: ENGLISH };

/** Text from outside can't pose as part of a sentence: nothing hidden, nothing that turns the direction, not too long. */
export function visible(value) {
  return shown(value, 120);
}

function filled(sentence, params) {
  return sentence.replace(/\{(\w+)\}/g, (_, name) => (name in params ? visible(params[name]) : '…'));
}

/** The sentences of one language; `program` are those that the builder put into the page. */
export class Words {
  constructor(language, program) {
    Object.assign(this, { language, own: WORDS[language], program: program[language] });
  }

  /** A sentence of the page. */
  say(key, params = {}) {
    return filled(this.own[key] ?? key, params);
  }

  /** A sentence with elements in the places that `nodes` names: what to append, in order. */
  parts(key, nodes) {
    return (this.own[key] ?? key).split(/\{(\w+)\}/).map((part, at) => (at % 2 ? nodes[part] : part));
  }

  /** What a part of an archive is called: whose scores it holds, rather than the 64 digits of its name. */
  part(name) {
    const scores = /^scores\/([0-9a-f]{64})\.json$/.exec(name);
    if (scores) return filled(this.own['part-scores'], { receipt: shortForm(scores[1]) });
    const amendment = /^amendments\/([0-9]{1,4})\.jws$/.exec(name);
    if (amendment) return filled(this.own['part-amendment'], { number: Number(amendment[1]) });
    return this.own[`part-${name}`] ?? this.own[`part-${name}-any`] ?? visible(name);
  }

  /** What a state means. */
  state(state) {
    return this.program[`state-${state}`] ?? state;
  }

  /** A finding in words, as the program puts it. */
  finding({ code, params }) {
    const said = { ...params };
    if ('part' in said) said.part = String(said.part).replace(/[0-9a-f]{64}/g, (digest) => `${digest.slice(0, 12)}…`);
    if (code === 'ranking-differs') said.field = this.program[`finding-field-${said.field}`] ?? said.field;
    if (['sheet-not-in-box', 'scores-state-impossible', 'state-differs'].includes(code)) {
      for (const name of ['state', 'stated', 'found']) if (name in said) said[name] = this.state(said[name]);
    }
    return filled(this.program[`finding-${code}`] ?? code, said);
  }

  /** Of equal scores, as the program puts it. */
  tie(key, params = {}) {
    return filled(this.program[`tie-${key}`] ?? key, params);
  }

  /** Why a file was refused. */
  refusal({ code, params = {} }) {
    const said = { ...params };
    for (const name of ['part', 'what', 'member']) if (name in said) said[name] = this.part(String(said[name]));
    return filled(this.own[`refused-${code}`] ?? this.own[code] ?? code, said);
  }

  /** What to do about findings. */
  get next() {
    return this.program['findings-next'] ?? '';
  }
}

/** All languages there are words for. */
export const LANGUAGES = Object.keys(WORDS);
/** Keys of the sentences, by language: for the test that holds them together. */
export const KEYS = Object.fromEntries(LANGUAGES.map((language) => [language, WORDS[language]]));
