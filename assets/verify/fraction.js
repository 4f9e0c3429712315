// Exact fractions of whole numbers: nothing is rounded before it is shown, so no tie hangs on rounding.

function commonDivisor(one, other) {
  while (other) [one, other] = [other, one % other];
  return one < 0n ? -one : one;
}

/** The least common multiple of two positive whole numbers. */
export function commonMultiple(one, other) {
  return (one / commonDivisor(one, other)) * other;
}

/** A fraction in lowest terms: `[numerator, denominator]`, both BigInt, the second positive. */
export function fraction(numerator, denominator = 1n) {
  const divisor = commonDivisor(numerator, denominator) * (denominator < 0n ? -1n : 1n);
  return [numerator / divisor, denominator / divisor];
}

/** A decimal in text as a fraction. */
export function fromDecimal(text) {
  const [whole, rest = ''] = text.split('.');
  return fraction(BigInt(whole + rest), 10n ** BigInt(rest.length));
}

export function plus([a, b], [c, d]) {
  return fraction(a * d + c * b, b * d);
}

export function minus([a, b], [c, d]) {
  return fraction(a * d - c * b, b * d);
}

export function times([a, b], [c, d]) {
  return fraction(a * c, b * d);
}

/** One fraction over another that is not zero. */
export function over([a, b], [c, d]) {
  return fraction(a * d, b * c);
}

/** Negative, 0 or positive, as an array's sort wants it. */
export function compared([a, b], [c, d]) {
  const difference = a * d - c * b;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** `44` or `887/20`. */
export function exactText([numerator, denominator]) {
  return denominator === 1n ? String(numerator) : `${numerator}/${denominator}`;
}

/** A fraction for people, rounded half up (away from zero) to some decimals. */
export function roundedText([numerator, denominator], places = 2) {
  const scaled = (numerator < 0n ? -numerator : numerator) * 10n ** BigInt(places);
  const digits = String((2n * scaled + denominator) / (2n * denominator)).padStart(places + 1, '0');
  const sign = numerator < 0n && /[1-9]/.test(digits) ? '-' : '';
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
