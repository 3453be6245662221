/** One thing that was to go from a person's account, and how it went. */
export type ReceiptRow = {
  userId: number;
  email: string;
  name: string;
  /** What it was, in words: "Trusted device: Firefox on Ubuntu". */
  item: string;
  itemId: number;
  isDone: boolean;
  /** How it went, in words. */
  result: string;
  reason: string;
};

/** What was done, for a ticket. */
export type Receipt = { ticket: string; by: string; at: Date; rows: ReceiptRow[] };

/** The words of a receipt in the reader's language; the data around them is the same in every language. */
export type ReceiptWords = {
  title: string;
  columns: Record<
    'ticket' | 'by' | 'time' | 'userId' | 'email' | 'name' | 'item' | 'itemId' | 'result' | 'reason',
    string
  >;
  localTime: (at: Date) => string;
};

/** Plain text to paste into a ticket. */
export function receiptText({ ticket, by, at, rows }: Receipt, { title, columns, localTime }: ReceiptWords): string {
  const people = new Map(rows.map((row) => [row.userId, row]));
  return [
    title,
    ...(ticket ? [`${columns.ticket}: ${ticket}`] : []),
    `${columns.by}: ${by}`,
    `${columns.time}: ${utc(at)} (${localTime(at)})`,
    ...[...people.values()].flatMap(({ userId, name, email }) => [
      '',
      `${name} <${email}>, ${columns.userId} ${userId}`,
      ...rows.filter((row) => row.userId === userId).map(rowText),
    ]),
  ].join('\n');
}

function rowText({ item, itemId, result, reason }: ReceiptRow): string {
  return `- ${item} (${itemId}): ${result}${reason && `, ${reason}`}`;
}

/** For a spreadsheet (RFC 4180 with a byte order mark, which Excel wants for UTF-8). No cell can start a formula. */
export function receiptCsv({ ticket, by, at, rows }: Receipt, { columns }: ReceiptWords): string {
  const order = ['time', 'ticket', 'by', 'userId', 'email', 'name', 'item', 'itemId', 'result', 'reason'] as const;
  const table = rows.map((row) => {
    const values = { ...row, time: utc(at), ticket, by };
    return order.map((column) => String(values[column]));
  });
  const lines = [order.map((column) => columns[column]), ...table].map((cells) => cells.map(cell).join(','));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

/** A leading quote keeps a spreadsheet from reading text of others as a formula (OWASP, CSV injection). */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r\n|%]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

export function receiptJson({ ticket, by, at, rows }: Receipt): string {
  return JSON.stringify({ ticket, by, at: at.toISOString(), items: rows }, null, 2);
}

function utc(at: Date): string {
  return `${at.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
