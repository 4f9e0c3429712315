// What a text may hold. Ranges and not Unicode categories, whose members change with every version: the program has the
// same ones (review_app/model/text.py), and both have to come to the same answer.

const CONTROL =
  '\\0-\\x1f\\x7f-\\x9f\\xad\\u0600-\\u0605\\u061c\\u06dd\\u070f\\u0890\\u0891\\u08e2\\u180e\\u200b-\\u200f\\u2028-\\u202e' +
  '\\u2060-\\u206f\\ud800-\\uf8ff\\ufeff\\ufff9-\\ufffb\\u{110bd}\\u{110cd}\\u{13430}-\\u{1343f}' +
  '\\u{1bca0}-\\u{1bca3}\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{e007f}\\u{f0000}-\\u{10ffff}';
const HIDDEN =
  CONTROL +
  '\\xa0\\u034f\\u115f\\u1160\\u1680\\u17b4\\u17b5\\u180b-\\u180f\\u2000-\\u200a\\u202f\\u205f\\u2800\\u3000\\u3164' +
  '\\ufdd0-\\ufdef\\ufe00-\\ufe0f\\uffa0\\ufff0-\\uffff\\u{1d159}\\u{e0080}-\\u{e0fff}';

/** Control, format and private characters, lone surrogates, line and paragraph separators. */
const CONTROLS = new RegExp(`[${CONTROL}]`, 'gu');
const A_CONTROL = new RegExp(`[${CONTROL}]`, 'u');
/** Also what leaves no mark: white space other than U+0020, fillers, variation selectors. */
const HIDDENS = new RegExp(`[${HIDDEN}]`, 'gu');
const A_HIDDEN = new RegExp(`[${HIDDEN}]`, 'u');
const DRAW_LIMIT = 500;
const REASON_LIMIT = 500;

/** A text from outside on one line, with nothing in it that hides, reorders or imitates. */
export function visible(value, limit) {
  const text = [...String(value)];
  const shown = text.slice(0, limit).join('').replace(CONTROLS, (hidden) => {
    return hidden === '\n' || hidden === '\t' ? ' ' : `\\u{${hidden.codePointAt(0).toString(16)}}`;
  });
  return text.length > limit ? `${shown}…` : shown;
}

/** Whether a text holds control or format characters. */
export function hasControls(text) {
  return A_CONTROL.test(text);
}

/** A text without the characters that leave no mark; U+0020 stays. */
export function withoutHidden(text) {
  return text.replace(HIDDENS, '');
}

/** Whether a text shows nothing to a reader. */
export function isBlank(text) {
  return /^ *$/.test(withoutHidden(text));
}

/** Whether a reason that is published is one line of at most 500 characters that shows all that it holds. */
export function isReason(text) {
  return [...text].length <= REASON_LIMIT && !hasControls(text);
}

/** Whether a text that a seed follows from is in the only spelling that is accepted of it. */
export function inOneSpelling(text) {
  const spaced = text.startsWith(' ') || text.endsWith(' ') || text.includes('  ');
  const { length } = [...text];
  return length > 0 && length <= DRAW_LIMIT && text.normalize('NFC') === text && !A_HIDDEN.test(text) && !spaced;
}
