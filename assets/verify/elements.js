// Making what the page shows. Text is always put in as text: nothing out of a file can become markup.

const SVG = 'http://www.w3.org/2000/svg';
const MARKS = {
  check: ['M7.5 12.4l3.1 3.1 6-6.4'],
  attention: ['M12 7v6.2', 'M12 16.6v.1'],
  open: ['M8 12h8'],
};

function filled(made, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** An HTML element; children are elements or texts. */
export function element(name, attributes = {}, ...children) {
  return filled(document.createElement(name), attributes, children);
}

/** An SVG element. */
export function drawn(name, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, name), attributes, children);
}

/** A round mark: check, attention or open. What it means always stands beside it in words. */
export function icon(mark) {
  const circle = drawn('circle', { cx: 12, cy: 12, r: 10 });
  const strokes = MARKS[mark].map((path) => drawn('path', { d: path }));
  return drawn('svg', { viewBox: '0 0 24 24', class: 'mark', 'aria-hidden': 'true' }, circle, ...strokes);
}

/** Puts children in the place of what was there. */
export function replace(parent, ...children) {
  parent.textContent = '';
  parent.append(...children);
}
