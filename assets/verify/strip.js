// The totals of a case as dots over one scale for all cases: each dot is a sheet, equal ones stand on each other.

import { drawn } from './elements.js';
import { compared, exactText, fraction, fromDecimal, plus, times } from './fraction.js';

export const WIDTH = 280;
const SIDE = 10;
const RADIUS = 2.7;
const APART = 6; // pixels between dots that stand on each other
const STACK = 34; // pixels that a stack of dots may have
const LOWEST = 24; // pixels that a strip has at least
const MANY = 24; // dots that stand on each other and can still be told apart
const TICKS = 8;

export const asNumber = ([numerator, denominator]) => Number((numerator * 10000n) / denominator) / 10000;

/** The lowest and the highest total that a sheet can give, as numbers. */
export function endsOf({ lowest, highest, criteria }) {
  const weights = criteria.map(({ weight }) => fromDecimal(weight)).reduce(plus, fraction(0n));
  return [lowest, highest].map((score) => asNumber(times(weights, fraction(BigInt(score)))));
}

/** The smallest of 1, 2, 5, 10, 20, … tenths with which so many steps cover the span. */
function stepFor(span) {
  for (let power = 0.1; ; power *= 10) {
    const step = [1, 2, 5].map((times) => times * power).find((each) => each * TICKS >= span);
    if (step) return step;
  }
}

/** The scale that all strips of a ranking share. */
export class Scale {
  /** @param {object[]} ranking with `totals` and `value` @param {object} rubric */
  constructor(ranking, rubric) {
    const ends = endsOf(rubric);
    const all = ranking.flatMap(({ totals, value }) => [...totals, ...(value ? [value] : [])]).map(asNumber);
    const [low, high] = all.length ? [Math.min(...all), Math.max(...all)] : ends;
    const step = stepFor(high - low || ends[1] - ends[0]);
    this.from = Math.floor(low / step + 1e-9) * step;
    this.to = Math.max(Math.ceil(high / step - 1e-9) * step, this.from + step);
    const places = Math.round((this.to - this.from) / step);
    this.ticks = Array.from({ length: places + 1 }, (_, at) => Number((this.from + at * step).toFixed(1)));
    const stacks = ranking.map(({ totals }) => this.columns(totals.map((total) => ({ total }))));
    this.most = Math.max(1, ...stacks.flatMap((columns) => columns.map(({ length }) => length)));
    /** Whether columns are bars, because too many dots stand on each other. */
    this.many = this.most > MANY;
    this.apart = Math.min(APART, STACK / Math.max(1, this.most - 1));
    this.high = Math.max(LOWEST, Math.round(2 * RADIUS + 3 + this.apart * (this.most - 1)));
  }

  /** Pixels from the left. */
  place(value) {
    return SIDE + ((WIDTH - 2 * SIDE) * (value - this.from)) / (this.to - this.from);
  }

  /** Sheets (with `total`) in columns, each of one total or of totals that are too near each other to be drawn apart. */
  columns(sheets) {
    const sorted = [...sheets].sort((one, other) => compared(one.total, other.total));
    const columns = [];
    for (const sheet of sorted) {
      const column = columns[columns.length - 1];
      const near = column && this.place(asNumber(sheet.total)) - this.place(asNumber(column[0].total)) < 2 * RADIUS;
      const same = column && exactText(sheet.total) === exactText(column[0].total);
      if (near || same) column.push(sheet);
      else columns.push([sheet]);
    }
    return columns;
  }

  /** The dots of a case; those that the rule left out are hollow, a line marks the score. */
  strip(scored, value) {
    const base = this.high - RADIUS - 1.5;
    const lines = this.ticks.map((tick) => drawn('path', { class: 'tick', d: `M${this.place(tick).toFixed(1)} 0V${this.high}` }));
    const dots = this.columns(scored).flatMap((column) => {
      if (this.many) return this.bars(column, base);
      const x = this.place(asNumber(column[0].total)).toFixed(1);
      return column.map(({ use }, at) => {
        const left = use === 'high' || use === 'low';
        const y = (base - at * this.apart).toFixed(1);
        return drawn('circle', { cx: x, cy: y, r: left ? RADIUS - 0.5 : RADIUS, class: left ? 'left-out' : 'counted' });
      });
    });
    const at = value ? this.place(asNumber(value)).toFixed(1) : '';
    const marks = value ? [drawn('path', { class: 'score-mark', d: `M${at} 0V${this.high}` })] : [];
    return drawn('svg', this.frame(this.high), ...lines, ...marks, ...dots);
  }

  /** A column of so many dots that they would be a bar: drawn as one, what the rule left out apart. */
  bars(column, base) {
    const x = this.place(asNumber(column[0].total)).toFixed(1);
    const left = column.filter(({ use }) => use === 'high' || use === 'low').length;
    const y = (at) => (base - at * this.apart).toFixed(1);
    const bar = (from, to, look) => (to > from ? [drawn('path', { class: `bar ${look}`, d: `M${x} ${y(from)}V${y(to - 0.5)}` })] : []);
    return [...bar(0, column.length - left, 'counted'), ...bar(column.length - left, column.length, 'left-out')];
  }

  /** The numbers of the scale, to stand above the strips. */
  axis() {
    const numbers = this.ticks.map((tick) => {
      return drawn('text', { x: this.place(tick).toFixed(1), y: 14, 'text-anchor': 'middle' }, String(tick));
    });
    return drawn('svg', { ...this.frame(20), class: 'axis' }, ...numbers);
  }

  frame(high) {
    return { viewBox: `0 0 ${WIDTH} ${high}`, width: WIDTH, height: high, 'aria-hidden': 'true' };
  }
}
