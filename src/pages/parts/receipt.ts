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

/** The words of a receipt in the reader's language; the data around them is the same in every language. */
export type ReceiptWords = {
  title: string;
  columns: Record<
    'ticket' | 'by' | 'time' | 'localTime' | 'userId' | 'email' | 'name' | 'item' | 'itemId' | 'result' | 'reason',
    string
  >;
  localTime: (at: Date) => string | undefined;
};

/** The rows of each person, or of each line that names nobody, in the order of their first ones. */
export function byPerson(rows: ReceiptRow[]): { who: ReceiptRow; rows: ReceiptRow[] }[] {
  const people = Map.groupBy(rows, ({ userId, email }) => userId ?? email);
  return [...people.values()].flatMap((own) => (own[0] ? [{ who: own[0], rows: own }] : []));
}

/** Plain text to paste into a ticket. */
export function receiptText({ ticket, by, at, rows }: Receipt, { title, columns, localTime }: ReceiptWords): string {
  return [
    title,
    ...(ticket ? [`${columns.ticket}: ${ticket}`] : []),
    `${columns.by}: ${by}`,
    `${columns.time}: ${utc(at)} (${localTime(at)})`,
    ...byPerson(rows).flatMap(({ who: { userId, name, email }, rows: own }) => [
      '',
      userId === undefined ? email : `${name} <${email}>, ${columns.userId} ${userId}`,
      ...own.map(rowText),
    ]),
  ].join('\n');
}

function rowText({ item, itemId, result, reason }: ReceiptRow): string {
  return `- ${item}${itemId === undefined ? '' : ` (${itemId})`}: ${result}${reason && `, ${reason}`}`;
}

/** For a spreadsheet (RFC 4180 with a byte order mark, which Excel wants for UTF-8). No cell can start a formula. */
export function receiptCsv({ ticket, by, rows }: Receipt, { columns }: ReceiptWords): string {
  const order = [
    'time',
    'localTime',
    'ticket',
    'by',
    'userId',
    'email',
    'name',
    'item',
    'itemId',
    'result',
    'reason',
  ] as const;
  const table = rows.map((row) => {
    const values = { ...row, time: row.at ? utc(row.at) : '', localTime: row.at ? withOffset(row.at) : '', ticket, by };
    return order.map((column) => String(values[column] ?? ''));
  });
  const lines = [order.map((column) => columns[column]), ...table].map((cells) => cells.map(cell).join(','));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

/** A leading quote keeps a spreadsheet from reading text of others as a formula (OWASP, CSV injection). */
function cell(text: string): string {
  // Within a cell too: spreadsheets of other countries take the semicolon for the end of one.
  const safe = text.replace(/(^|[;\t,\r\n])(\s*[=+\-@|%\t\r\n＝＋－＠])/g, "$1'$2");
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
