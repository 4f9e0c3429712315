// What a result states of its notice (公示): days, which are the organizer's word, and why it ended early.

import { cut } from './stated.js';
import { isBlank, isReason } from './text.js';

const DAY = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/;

/** Whether a text is a day as YYYY-MM-DD. */
export function isDay(text) {
  const found = DAY.exec(text);
  if (!found) return false;
  const [year, month, day] = found.slice(1).map(Number);
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= days[month - 1];
}

/** Whether the days are days, the reason is one line that shows all, and they fit each other and the status. */
export function checkNotice({ since, until, final, early, status }, findings) {
  const days = Object.entries({ since, until, final });
  const fits = (day) => day === '' || isDay(day);
  for (const [field, day] of days) {
    findings.require(fits(day), 'notice-day-malformed', { field, text: cut(day, 40) });
  }
  findings.require(isReason(early), 'notice-reason-malformed');
  if (!days.every(([, day]) => fits(day))) return;
  const together = (since === '') === (until === '') && since <= until;
  findings.require(together, 'notice-days-differ', { since, until });
  findings.require((final !== '') === (status === 'final'), 'notice-final-differs', { final, status });
  const asked = final !== '' && (until === '' || final <= until);
  if (asked && isBlank(early)) findings.find('notice-without-reason', { final, until });
  if (early && !asked) findings.find('notice-reason-unasked', { final, until });
}
