/** A person as a list names them. */
type Ref = { id: number } | { username: string };

export type ListedLine = { line: number; text: string; ref: Ref };

export type ParsedList = {
  entries: ListedLine[];
  /** Lines that name somebody again. */
  duplicates: { line: number; firstLine: number; text: string }[];
  /** Lines that can't be read, and why. */
  problems: { line: number; text: string; what: 'no-user' | 'too-many-lines' }[];
};

export const MOST_LINES = 10_000;

/**
 * Reads a list of people: one a line, as e-mail or number, or CSV with a header or without (comma, semicolon or tab,
 * quotes, a byte order mark, any line ends). Blank lines do not count.
 */
export function parseList(list: string): ParsedList {
  const parsed: ParsedList = { entries: [], duplicates: [], problems: [] };
  const firstLines = new Map<string, number>();
  let column: number | undefined;
  let counted = 0;

  for (const [index, raw] of list
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const line = index + 1;
    const text = raw.trim();
    if (text === '') continue;
    const cells = splitCells(text);
    if (counted === 0) {
      column = headerColumn(cells);
      counted += 1;
      if (column !== undefined) continue;
    } else counted += 1;
    if (counted - (column === undefined ? 0 : 1) > MOST_LINES) {
      parsed.problems.push({ line, text, what: 'too-many-lines' });
      break;
    }
    const ref = refIn(cells, column);
    if (!ref) {
      parsed.problems.push({ line, text, what: 'no-user' });
      continue;
    }
    const key = 'id' in ref ? String(ref.id) : ref.username.toLowerCase();
    const firstLine = firstLines.get(key);
    if (firstLine !== undefined) parsed.duplicates.push({ line, firstLine, text });
    else {
      firstLines.set(key, line);
      parsed.entries.push({ line, text, ref });
    }
  }
  return parsed;
}

/** The cells of a line (RFC 4180, with a comma, a semicolon or a tab between them). */
function splitCells(line: string): string[] {
  const cells: string[] = [];
  const pattern = /\s*(?:"((?:[^"]|"")*)"|([^,;\t]*))\s*(?:[,;\t]|$)/gy;
  while (pattern.lastIndex < line.length) {
    const match = pattern.exec(line);
    if (!match) return [line];
    cells.push((match[1]?.replaceAll('""', '"') ?? match[2] ?? '').trim());
  }
  return cells;
}

/** Which column names the person, where the first line is a header; undefined where it names one itself. */
function headerColumn(cells: string[]): number | undefined {
  if (cells.some((cell) => refOf(cell))) return undefined;
  const named = [/^(e-?mail|user ?name|email address)$/i, /^(user ?)?id$/i, /mail|user/i];
  for (const pattern of named) {
    const column = cells.findIndex((cell) => pattern.test(cell));
    if (column >= 0) return column;
  }
  return undefined;
}

/** The person in a line: the cell under the header, else the first e-mail, else the first cell if it is a number. */
function refIn(cells: string[], column: number | undefined): Ref | undefined {
  const named = column === undefined ? undefined : refOf(cells[column] ?? '');
  if (named) return named;
  const refs = cells.map(refOf);
  return refs.find((ref) => ref && 'username' in ref) ?? refs[0];
}

function refOf(cell: string): Ref | undefined {
  const text = cell.trim();
  if (/^\d{1,15}$/.test(text)) return { id: Number(text) };
  return /^[^\s@<>"]+@[^\s@<>"]+$/.test(text) ? { username: text } : undefined;
}
