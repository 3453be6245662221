/** The portal's English is British ("Organisation"), so its dates are too: "14 March". */
function dateLocale(locale: string): string {
  return locale === 'en' ? 'en-GB' : locale;
}

// Making an Intl formatter costs more than a thousand uses of it, and a list has hundreds of dates.
const dateFormats = new Map<string, Intl.DateTimeFormat>();
const relativeFormats = new Map<string, Intl.RelativeTimeFormat>();

function dateFormat(locale: string, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${name}`;
  const format = dateFormats.get(key) ?? new Intl.DateTimeFormat(dateLocale(locale), options);
  dateFormats.set(key, format);
  return format;
}

function isDate(date: Date): boolean {
  return !Number.isNaN(date.getTime());
}

/** "14 March". The date must be a valid one, as for the two below. */
export function dayAndMonth(date: Date, locale: string): string {
  return dateFormat(locale, 'day and month', { day: 'numeric', month: 'long' }).format(date);
}

/** "18 Feb 2027" */
export function dayMonthYear(date: Date, locale: string): string {
  return dateFormat(locale, 'day, month, year', { day: 'numeric', month: 'short', year: 'numeric' }).format(date);
}

/** "09:12" */
export function timeOfDay(date: Date, locale: string): string {
  return dateFormat(locale, 'time', { hour: '2-digit', minute: '2-digit' }).format(date);
}

/** "2 hours ago", "tomorrow", "now". */
export function relative(amount: number, unit: Intl.RelativeTimeFormatUnit, locale: string): string {
  const format = relativeFormats.get(locale) ?? new Intl.RelativeTimeFormat(dateLocale(locale), { numeric: 'auto' });
  relativeFormats.set(locale, format);
  return format.format(amount, unit);
}

/** The whole truth with the time zone, "24 November 2026 at 09:12 CET", or nothing for an invalid date. */
export function exactTime(
  date: Date,
  locale: string,
  precision: 'minutes' | 'seconds' = 'minutes',
): string | undefined {
  if (!isDate(date)) return undefined;
  return dateFormat(locale, precision, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    ...(precision === 'seconds' && { second: '2-digit' }),
    timeZoneName: 'short',
  }).format(date);
}

/** For `<time datetime>`; nothing for a date that HTML can't write. */
export function machineTime(date: Date): string | undefined {
  if (!isDate(date)) return undefined;
  const iso = date.toISOString();
  return /^\d{4}-/.test(iso) ? iso : undefined;
}
