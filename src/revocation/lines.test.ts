import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_LINES, parseList } from './lines.ts';

const refs = (list: string) =>
  parseList(list).entries.map(({ line, ref }) => [line, 'id' in ref ? ref.id : ref.username]);

describe('parseList', () => {
  it.each([
    [
      'one a line, mixed, blank lines, CRLF',
      'a@b.c\r\n\r\n 42 \r\nd@e.f\r\n',
      [
        [1, 'a@b.c'],
        [3, 42],
        [4, 'd@e.f'],
      ],
    ],
    [
      'a byte order mark',
      '\ufeffa@b.c\n7',
      [
        [1, 'a@b.c'],
        [2, 7],
      ],
    ],
    [
      'CSV with a header',
      'Name,E-Mail,Why\n"Abbott, Ed",a@b.c,lost\nX,d@e.f,',
      [
        [2, 'a@b.c'],
        [3, 'd@e.f'],
      ],
    ],
    ['CSV with ids under a header', 'count;user id\n3;176257', [[2, 176257]]],
    [
      'CSV without a header',
      'Ed,a@b.c\nX,d@e.f',
      [
        [1, 'a@b.c'],
        [2, 'd@e.f'],
      ],
    ],
    ['tabs and quotes within quotes', '"a ""b""\tc"\t"x@y.z"', [[1, 'x@y.z']]],
    ['the e-mail before a number', '5,a@b.c', [[1, 'a@b.c']]],
    ['the same person twice in a line', 'A@b.c,a@B.c', [[1, 'a@B.c']]],
    [
      'e-mails as mail programs copy them',
      'Ed Abbott <a@b.c>\n<d@e.f>\n"Eriksen, Ann <g@h.i>"',
      [
        [1, 'a@b.c'],
        [2, 'd@e.f'],
        [3, 'g@h.i'],
      ],
    ],
    [
      'a quoted cell of several lines',
      'email,why\na@b.c,"lost\nin a taxi"\nd@e.f,x',
      [
        [2, 'a@b.c'],
        [4, 'd@e.f'],
      ],
    ],
    [
      'an inch mark, which opens no quotes',
      'a@b.c,5" disk\nd@e.f,7" disk',
      [
        [1, 'a@b.c'],
        [2, 'd@e.f'],
      ],
    ],
  ])('reads %s', (_, list, expected) => {
    expect(refs(list)).toEqual(expected);
  });

  it('names a person once, however they are written', () => {
    const { entries, duplicates } = parseList('a@b.c\nA@B.C\n7\n07\na@b.c');
    expect(entries).toHaveLength(2);
    expect(duplicates.map(({ line, firstLine }) => [line, firstLine])).toEqual([
      [2, 1],
      [4, 3],
      [5, 1],
    ]);
  });

  it('tells the line of what names nobody', () => {
    const { entries, problems } = parseList('a@b.c\nnobody\n\n@\n=1+1');
    expect(entries).toHaveLength(1);
    expect(problems.map(({ line, what }) => [line, what])).toEqual([
      [2, 'no-user'],
      [4, 'no-user'],
      [5, 'no-user'],
    ]);
  });

  it.each([
    [
      'no e-mail under its header, though another column has one',
      'Email,Manager\n,boss@b.c\nx(at)b.c,boss@b.c',
      [2, 3],
    ],
    ['a quote that is never closed', 'a@b.c\n"d@e.f,x\ng@h.i', [2]],
    ['quotes around lines that name people', '"x,evil@b.c\nd@e.f\n7\ny",boss@b.c', [1]],
  ])('guesses nobody from %s', (_, list, lines) => {
    expect(parseList(list).problems.map(({ line, what }) => [line, what])).toEqual(
      lines.map((line) => [line, 'no-user']),
    );
  });

  it.each([
    ['tabs around an empty cell', 'name\tphone\temail\tmanager\nJane\t\tjane@b.c\tboss@b.c', [[2, 'jane@b.c']]],
    ['an empty first cell', 'phone\temail\tmanager\n\tjane@b.c\tboss@b.c', [[2, 'jane@b.c']]],
    ['an id beside another e-mail', 'manager email,user_id\nboss@b.c,17', [[2, 17]]],
  ])('keeps columns apart: %s', (_, list, expected) => {
    expect(refs(list)).toEqual(expected);
  });

  it.each(['Name,Contact\nJane,boss@b.c', 'User,Reported by email\nJane,boss@b.c', 'Email,email\na@b.c,boss@b.c'])(
    'takes nobody where the header does not tell whom: %j',
    (list) => {
      expect(parseList(list)).toMatchObject({ entries: [], problems: [{ line: 1, what: 'unclear-header' }] });
    },
  );

  it.each(['a@b.c, d@e.f', '7,8', '7\t8'])('does not choose between several people in a line: %s', (line) => {
    expect(parseList(line)).toMatchObject({ entries: [], problems: [{ line: 1, what: 'several-users' }] });
  });

  it('takes so many lines and no more', () => {
    const list = Array.from({ length: MOST_LINES }, (_, id) => id + 1).join('\n');
    expect(parseList(list)).toMatchObject({ problems: [] });
    expect(parseList(`${list}\n999999`).problems).toEqual([
      { line: MOST_LINES + 1, text: '999999', what: 'too-many-lines' },
    ]);
  });

  it('accounts for every line that is not blank', () => {
    // Without quotes, over whose ends a line may go on.
    const line = fc.stringMatching(/^[ !#-~]{0,20}$/);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const { entries, duplicates, problems } = parseList(lines.join('\n'));
        if (problems[0]?.what === 'unclear-header') return;
        const told = entries.length + duplicates.length + problems.length;
        const full = lines.filter((text) => text.trim() !== '').length;
        // A header is the one line that is read and not told.
        expect(full - told).toBeGreaterThanOrEqual(0);
        expect(full - told).toBeLessThanOrEqual(1);
      }),
    );
  });
});
