import { describe, expect, it } from 'vitest';
import { type Receipt, type ReceiptWords, receiptCsv, receiptJson, receiptText } from './receipt.ts';

const words: ReceiptWords = {
  title: 'Accès révoqués',
  ticket: 'Ticket',
  by: 'Effectué par',
  time: 'Heure',
  userId: (id) => `ID ${id}`,
  exactTime: (at) => at.toISOString(),
  labelled: (label, value) => `${label}\u202f: ${value}`,
  joined: (some, more) => `${some}, ${more}`,
};
const row = {
  userId: 7,
  email: 'a@example.com',
  name: 'Ann',
  item: 'Firefox on Ubuntu',
  itemId: 21,
  isDone: true,
  result: 'revoked',
  reason: '',
  at: new Date('2026-11-24T08:59:00Z'),
};
const receipt: Receipt = {
  ticket: 'T-1',
  by: 'admin@example.com',
  at: new Date('2026-11-24T09:00:00.500Z'),
  rows: [row],
};

describe('receiptText', () => {
  it('says who, what, when, by whom, for which ticket, and what failed, as the language sets it', () => {
    const failed = { ...row, item: 'A key', itemId: 3, isDone: false, result: 'not removed', reason: 'enforced' };
    expect(receiptText({ ...receipt, rows: [row, failed] }, words)).toBe(
      [
        'Accès révoqués',
        'Ticket\u202f: T-1',
        'Effectué par\u202f: admin@example.com',
        'Heure\u202f: 2026-11-24T09:00:00.500Z',
        '',
        'Ann <a@example.com>, ID 7',
        '- Firefox on Ubuntu (21)\u202f: revoked',
        '- A key (3)\u202f: not removed, enforced',
      ].join('\n'),
    );
  });

  it('keeps names that run from right to left to themselves', () => {
    expect(receiptText({ ...receipt, rows: [{ ...row, name: 'נועה' }] }, words)).toContain(
      '\u2068נועה\u2069 <a@example.com>, ID 7',
    );
  });

  it('leaves out a ticket that there is none of', () => {
    expect(receiptText({ ...receipt, ticket: '' }, words)).not.toContain('Ticket');
  });
});

describe('receiptCsv', () => {
  it('quotes every cell, and ends lines as spreadsheets want it', () => {
    const [head, line, rest] = receiptCsv({ ...receipt, rows: [{ ...row, name: 'An "n", really' }] }).split('\r\n');
    expect(head).toBe(
      '\ufeff"Time","Local time","Ticket","By","User ID","Email","Name","Item","Item ID","Result","Reason"',
    );
    expect(line).toMatch(/^"2026-11-24 08:59:00 UTC","2026-11-24T\d\d:59:00[+-]\d\d:\d\d"/);
    expect(line).toContain('"An ""n"", really"');
    expect(rest).toBe('');
  });

  it.each(['=1+1', '+49', '-1', '@SUM(A1)', '\t=1', '\r=1', '|calc', '＝1+1', ' =1', '"=1'])(
    'lets %j start no formula',
    (name) => {
      expect(receiptCsv({ ...receipt, rows: [{ ...row, name }] })).toContain(`"'${name.replaceAll('"', '""')}"`);
    },
  );

  it.each([
    ['x;=1+1', "x;'=1+1"],
    ['x; "@SUM(A1)', 'x;\' ""@SUM(A1)'],
    ['a;b', 'a;b'],
  ])('nor where a semicolon parts cells: %j', (name, expected) => {
    expect(receiptCsv({ ...receipt, rows: [{ ...row, name }] })).toContain(`"${expected}"`);
  });
});

describe('receiptJson', () => {
  it('is what a program reads', () => {
    expect(JSON.parse(receiptJson(receipt))).toMatchObject({
      ticket: 'T-1',
      at: '2026-11-24T09:00:00.500Z',
      items: [{ ...row, at: '2026-11-24T08:59:00.000Z' }],
    });
  });
});

describe('the local time', () => {
  it('is the same moment, with its distance from UTC', () => {
    const { localTime } = JSON.parse(receiptJson(receipt));
    expect(new Date(localTime).getTime()).toBe(new Date('2026-11-24T09:00:00Z').getTime());
  });
});
