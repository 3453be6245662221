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

  it('takes so many lines and no more', () => {
    const list = Array.from({ length: MOST_LINES }, (_, id) => id + 1).join('\n');
    expect(parseList(list)).toMatchObject({ problems: [] });
    expect(parseList(`${list}\n999999`).problems).toEqual([
      { line: MOST_LINES + 1, text: '999999', what: 'too-many-lines' },
    ]);
  });

  it('accounts for every line that is not blank', () => {
    const line = fc.stringMatching(/^[ -~]{0,20}$/);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const { entries, duplicates, problems } = parseList(lines.join('\n'));
        const told = entries.length + duplicates.length + problems.length;
        const full = lines.filter((text) => text.trim() !== '').length;
        // A header is the one line that is read and not told.
        expect(full - told).toBeGreaterThanOrEqual(0);
        expect(full - told).toBeLessThanOrEqual(1);
      }),
    );
  });
});
