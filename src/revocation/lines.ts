/** A person as a list names them. */
type Ref = { id: number } | { username: string };

export type ListedLine = { line: number; text: string; ref: Ref };

export type ParsedList = {
  entries: ListedLine[];
  /** Lines that name somebody again. */
  duplicates: { line: number; firstLine: number; text: string }[];
  /** Lines that can't be read, and why. */
  problems: { line: number; text: string; what: 'no-user' | 'several-users' | 'too-many-lines' | 'unclear-header' }[];
};

export const MOST_LINES = 10_000;
/** Lines over which a quoted cell may go: a quote that is never closed must not swallow the list. */
const MOST_LINES_OF_A_CELL = 20;

/**
 * Reads a list of people: one a line, as e-mail or number, or CSV with a header or without (comma, semicolon or tab,
 * quotes, a byte order mark, any line ends). Blank lines do not count. In doubt about whom a line names it is a problem,
 * never a guess.
 */
export function parseList(list: string): ParsedList {
  const parsed: ParsedList = { entries: [], duplicates: [], problems: [] };
  const firstLines = new Map<string, number>();
  let column: number | undefined;
  let counted = 0;

  for (const { line, text, cells } of recordsOf(list)) {
    if (counted === 0 && column === undefined && isHeader(cells)) {
      column = headerColumn(cells);
      if (column !== undefined) continue;
      // Without it every line would be a guess.
      if (cells.length > 1) return { ...parsed, problems: [{ line, text, what: 'unclear-header' }] };
    }
    counted += 1;
    if (counted > MOST_LINES) {
      parsed.problems.push({ line, text, what: 'too-many-lines' });
      break;
    }
    const refs = column === undefined ? refsIn(cells) : [refOf(cells[column] ?? '')].filter((ref) => ref !== undefined);
    const [ref, another] = refs;
    if (!ref || another) {
      parsed.problems.push({ line, text, what: ref ? 'several-users' : 'no-user' });
      continue;
    }
    const firstLine = firstLines.get(keyOf(ref));
    if (firstLine !== undefined) parsed.duplicates.push({ line, firstLine, text });
    else {
      firstLines.set(keyOf(ref), line);
      parsed.entries.push({ line, text, ref });
    }
  }
  return parsed;
}

type ListRecord = { line: number; text: string; cells: string[] };

/** The lines that are not blank; one whose quoted cell goes on over the next ones comes with those. */
function* recordsOf(list: string): Generator<ListRecord> {
  const lines = list.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  for (let index = 0; index < lines.length; index += 1) {
    // A tab at the start is an empty cell: only what is shown is trimmed.
    const raw = lines[index] ?? '';
    const text = raw.trim();
    if (text === '') continue;
    const line = index + 1;
    let cells = splitCells(raw);
    for (let more = 1; !cells && more < MOST_LINES_OF_A_CELL && index + more < lines.length; more += 1) {
      cells = splitCells(lines.slice(index, index + more + 1).join('\n'));
      if (!cells) continue;
      // Lines that name people are lines of the list, whatever quotes stand around them.
      if (cells.some(holdsPeople)) cells = [text];
      else index += more;
    }
    yield { line, text, cells: cells ?? [text] };
  }
}

/** Whether a cell of several lines has one that names somebody. */
function holdsPeople(cell: string): boolean {
  const [first, ...others] = cell.split('\n');
  return others.length > 0 && [first, ...others].some((line = '') => line.includes('@') || refOf(line) !== undefined);
}

/** The cells of a record (RFC 4180, with a comma, a semicolon or a tab between them); undefined where it is none. */
function splitCells(record: string): string[] | undefined {
  const cells: string[] = [];
  const pattern = / *(?:"((?:[^"]|"")*)"|((?!")[^,;\t]*)) *(?:[,;\t]|$)/gy;
  while (pattern.lastIndex < record.length) {
    const match = pattern.exec(record);
    if (!match) return undefined;
    cells.push((match[1]?.replaceAll('""', '"') ?? match[2] ?? '').trim());
  }
  return cells;
}

/** A first line that names nobody itself. */
function isHeader(cells: string[]): boolean {
  return cells.every((cell) => refOf(cell) === undefined);
}

/** Which column of a header names the person; undefined where none does, or more than one may. */
function headerColumn(cells: string[]): number | undefined {
  const names = cells.map((cell) => cell.replace(/[\s_-]+/g, ' ').toLowerCase());
  const patterns = [/^(e ?mail|email address|user ?name)$/, /^(user ?)?id$/, /mail|user/];
  for (const pattern of patterns) {
    const [column, another] = [...names.keys()].filter((place) => pattern.test(names[place] ?? ''));
    if (column !== undefined) return another === undefined ? column : undefined;
  }
  return undefined;
}

/** Whom a line without a header may name: an e-mail goes before numbers, which may be anything. */
function refsIn(cells: string[]): Ref[] {
  const refs = cells.map(refOf).filter((ref) => ref !== undefined);
  const emails = refs.filter((ref) => 'username' in ref);
  const likely = emails.length > 0 ? emails : refs;
  return [...new Map(likely.map((ref) => [keyOf(ref), ref])).values()];
}

/** A number, an e-mail, or an e-mail as mail programs copy it: `Name <someone@example.com>`. */
function refOf(cell: string): Ref | undefined {
  const text = cell.trim();
  if (/^\d{1,15}$/.test(text)) return { id: Number(text) };
  const username = /^(?:[^<>]*<)?([^\s@<>"]+@[^\s@<>"]+?)>?$/.exec(text)?.[1];
  return username && text.includes('<') === text.endsWith('>') ? { username } : undefined;
}

function keyOf(ref: Ref): string {
  return 'id' in ref ? String(ref.id) : ref.username.toLowerCase();
}
