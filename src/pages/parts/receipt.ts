/** One thing that was to go from a person's account, and how it went. */
export type ReceiptRow = {
  /** Undefined for a line of a list that names nobody. */
  userId: number | undefined;
  email: string;
  name: string;
  /** What it was, in words: "Trusted device: Firefox on Ubuntu". */
  item: string;
  itemId: number | undefined;
  isDone: boolean;
  /** How it went, in words. */
  result: string;
  reason: string;
  /** Undefined for what was not tried. */
  at: Date | undefined;
};

/** What was done, for a ticket. */
export type Receipt = {
  ticket: string;
  by: string;
  /** When the last of it was done. */
  at: Date;
  rows: ReceiptRow[];
};

/** The words of a receipt in the reader's language, and the marks between them as that language sets them. */
export type ReceiptWords = {
  title: string;
  ticket: string;
  by: string;
  time: string;
  userId: (id: number) => string;
  exactTime: (at: Date) => string;
  /** "Ticket: T-1" */
  labelled: (label: string, words: string) => string;
  /** "failed, enforced" */
  joined: (words: string, more: string) => string;
};

/** The rows of each person, or of each line that names nobody, in the order of their first ones. */
export function byPerson(rows: ReceiptRow[]): { who: ReceiptRow; rows: ReceiptRow[] }[] {
  const people = Map.groupBy(rows, ({ userId, email }) => userId ?? email);
  return [...people.values()].flatMap((own) => (own[0] ? [{ who: own[0], rows: own }] : []));
}

/** Plain text to paste into a ticket. */
export function receiptText({ ticket, by, at, rows }: Receipt, words: ReceiptWords): string {
  const { labelled, joined } = words;
  return [
    words.title,
    ...(ticket ? [labelled(words.ticket, ticket)] : []),
    labelled(words.by, by),
    labelled(words.time, words.exactTime(at)),
    ...byPerson(rows).flatMap(({ who: { userId, name, email }, rows: own }) => [
      '',
      userId === undefined ? isolated(email) : joined(`${isolated(name)} <${isolated(email)}>`, words.userId(userId)),
      ...own.map((row) => `- ${rowText(row, words)}`),
    ]),
  ].join('\n');
}

function rowText({ item, itemId, result, reason }: ReceiptRow, { labelled, joined }: ReceiptWords): string {
  const what = itemId === undefined ? isolated(item) : `${isolated(item)} (${itemId})`;
  return labelled(what, reason ? joined(result, isolated(reason)) : result);
}

/** Letters that run from right to left would turn the words around them: isolates (UAX #9) keep them to themselves. */
function isolated(text: string): string {
  return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u.test(text)
    ? `\u2068${text}\u2069`
    : text;
}

/** The names are the same in every language: what reads a receipt finds its columns, whoever made it. */
const COLUMNS = {
  time: 'Time',
  localTime: 'Local time',
  ticket: 'Ticket',
  by: 'By',
  userId: 'User ID',
  email: 'Email',
  name: 'Name',
  item: 'Item',
  itemId: 'Item ID',
  result: 'Result',
  reason: 'Reason',
};

/** For a spreadsheet (RFC 4180 with a byte order mark, which Excel wants for UTF-8). No cell can start a formula. */
export function receiptCsv({ ticket, by, rows }: Receipt): string {
  const order = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];
  const table = rows.map((row) => {
    const values = { ...row, time: row.at ? utc(row.at) : '', localTime: row.at ? withOffset(row.at) : '', ticket, by };
    return order.map((column) => String(values[column] ?? ''));
  });
  const lines = [Object.values(COLUMNS), ...table].map((cells) => cells.map(cell).join(','));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

/**
 * A quote in front keeps a spreadsheet from reading text of others as a formula (OWASP, CSV injection): also with the
 * full-width signs of East Asian keyboards, and after a semicolon, which parts cells where the comma is for decimals.
 */
function cell(text: string): string {
  const safe = text.replace(/(^|;)(?=[\s"]*[=+\-@|%＝＋－＠]|[\t\r\n])/g, "$1'");
  return `"${safe.replaceAll('"', '""')}"`;
}

export function receiptJson({ ticket, by, at, rows }: Receipt): string {
  const items = rows.map((row) => ({ ...row, ...(row.at && { localTime: withOffset(row.at) }) }));
  return JSON.stringify({ ticket, by, at, localTime: withOffset(at), items }, null, 2);
}

/** The same moment on the clock of whoever reads it here, as ISO 8601 writes it: 2026-11-24T10:00:00+01:00. */
function withOffset(at: Date): string {
  const east = -at.getTimezoneOffset();
  const two = (number: number) => String(Math.trunc(Math.abs(number))).padStart(2, '0');
  const clock = new Date(at.getTime() + east * 60_000).toISOString().slice(0, 19);
  return `${clock}${east < 0 ? '-' : '+'}${two(east / 60)}:${two(east % 60)}`;
}

export function utc(at: Date): string {
  return `${at.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
