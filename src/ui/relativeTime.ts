import { dayAndMonth, dayMonthYear, relative, timeOfDay } from './dateFormat.ts';

/**
 * `relative`: "2 hours ago", "yesterday, 09:12", "14 March"; `day`: the same without the time of day,
 * for use inside a sentence; `date`: always the date.
 */
export type TimeStyle = 'relative' | 'day' | 'date';

const minute = 60_000;
const hour = 60 * minute;

/** Whole days from one calendar date to another as the reader's time zone has them; daylight saving doesn't count. */
function calendarDays(from: Date, to: Date): number {
  const midnight = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return Math.round((midnight(to) - midnight(from)) / (24 * hour));
}

/**
 * A date in the words that fit its distance from now, in the reader's time zone.
 * Returns nothing for an invalid date; never throws, however absurd the date.
 */
export function relativeTime(date: Date, now: Date, locale: string, style: TimeStyle = 'relative'): string | undefined {
  const distance = date.getTime() - now.getTime();
  if (Number.isNaN(distance)) return undefined;
  if (style !== 'date') {
    const near = nearby(date, now, distance, locale, style);
    if (near) return near;
  }
  return date.getFullYear() === now.getFullYear() ? dayAndMonth(date, locale) : dayMonthYear(date, locale);
}

/** The words for less than a week, or nothing. */
function nearby(date: Date, now: Date, distance: number, locale: string, style: TimeStyle): string | undefined {
  const away = Math.abs(distance);
  const days = calendarDays(now, date);
  if (away < 45_000) return relative(0, 'second', locale);
  // Rounding toward now: what is 119 minutes old is not yet "2 hours ago".
  if (away < hour) return relative(Math.trunc(distance / minute) || Math.sign(distance), 'minute', locale);
  if (days === 0 || away < 6 * hour) return relative(Math.trunc(distance / hour), 'hour', locale);
  if (Math.abs(days) >= 7) return undefined;
  const day = relative(days, 'day', locale);
  return Math.abs(days) === 1 && style === 'relative' ? `${day}, ${timeOfDay(date, locale)}` : day;
}
