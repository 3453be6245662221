import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrivedWhole, isAppCode, isCompleteCode, normaliseCode } from './code.ts';
import { checkCode } from './drift.ts';
import { groupSetupKey, type KeyUri, parseKeyUri, secondsLeftInStep } from './key-uri.ts';

/** RFC 6238 by hand, apart from the library that is tested. */
function totp(secret: Buffer, at: number, { digits = 6, period = 30, algorithm = 'sha1' } = {}): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 1000 / period)));
  const digest = createHmac(algorithm, secret).update(counter).digest();
  const number = digest.readUInt32BE((digest.at(-1) ?? 0) & 15) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

const SECRET = Buffer.from('12345678901234567890');
const BASE32 = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

function keyUri(query = ''): KeyUri {
  const parsed = parseKeyUri(`otpauth://totp/emnify:a%40b.c?secret=${BASE32}&issuer=emnify${query}`);
  if (!parsed) throw new Error('no Key URI');
  return parsed;
}

describe('normaliseCode', () => {
  it.each([
    ['123 456', '123456'],
    ['123-456', '123456'],
    ['123–456', '123456'],
    ['１２３４５６', '123456'],
    [' 012345\n', '012345'],
    ['12\u200b34\u202d56', '123456'],
    ['a1B 2c3', 'a1B2c3'],
    ['123−456', '123456'],
    ['٠١٢ ٣٤٥', '012345'],
    ['۹۸۷۶۵۴', '987654'],
    ['०१२३४५', '012345'],
    ['𝟎𝟏𝟐𝟑𝟒𝟓', '012345'],
  ])('%j becomes %j', (typed, code) => {
    expect(normaliseCode(typed)).toBe(code);
  });

  it('knows the digits of every script that browsers know', () => {
    for (const numberingSystem of Intl.supportedValuesOf('numberingSystem')) {
      const written = new Intl.NumberFormat('en', { numberingSystem, useGrouping: false }).format(9876543210);
      if (/^\p{Nd}{10}$/u.test(written)) expect(normaliseCode(written), numberingSystem).toBe('9876543210');
    }
  });

  it('finds six characters however they were set apart', () => {
    const gap = fc.stringMatching(/^[ \-\u00a0\u2009\u2010-\u2015.]{0,2}$/);
    const code = fc.stringMatching(/^[0-9A-Za-z]{6}$/);
    fc.assert(
      fc.property(code, fc.array(gap, { minLength: 7, maxLength: 7 }), (wanted, gaps) => {
        const typed = gaps.map((between, place) => between + (wanted[place] ?? '')).join('');
        expect(normaliseCode(typed)).toBe(wanted);
      }),
    );
  });
});

describe('isCompleteCode and isAppCode', () => {
  it.each([
    ['012345', true, true],
    ['a1b2c3', true, false],
    ['12345', false, false],
    ['1234567', false, false],
    ['12345!', false, false],
  ])('%s', (code, complete, app) => {
    expect([isCompleteCode(code), isAppCode(code)]).toEqual([complete, app]);
  });

  it('counts the digits that the key asks for', () => {
    expect([isAppCode('12345678', 8), isAppCode('123456', 8)]).toEqual([true, false]);
  });
});

describe('arrivedWhole', () => {
  it.each([
    ['', '123456', true],
    ['12', '123456', true],
    ['111111', '222222', true],
    ['12345', '123456', false],
    ['', '12345', false],
    ['123456', '123456', false],
    // A digit that was left out, mistyped, or typed twice, put right by hand.
    ['12356', '123456', false],
    ['23456', '123456', false],
    ['123756', '123456', false],
    ['1234456', '123456', false],
    ['1111', '111111', true],
    ['1234', '129934', true],
  ])('from %j to %j: %s', (before, after, whole) => {
    expect(arrivedWhole(before, after)).toBe(whole);
  });
});

describe('parseKeyUri', () => {
  it('reads what an app would show', () => {
    expect(keyUri()).toMatchObject({
      issuer: 'emnify',
      account: 'a@b.c',
      digits: 6,
      period: 30,
      algorithm: 'SHA1',
      setupKey: BASE32,
    });
    expect(keyUri('&digits=8&period=60&algorithm=SHA256')).toMatchObject({
      digits: 8,
      period: 60,
      algorithm: 'SHA256',
    });
  });

  it.each([
    'javascript:alert(1)',
    'https://example.com/?secret=AAAA',
    `otpauth://hotp/a?secret=${BASE32}&counter=0`,
    'otpauth://totp/a',
    '',
    'otpauth:',
  ])('takes %j for none', (uri) => {
    expect(parseKeyUri(uri)).toBeUndefined();
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseKeyUri(`otpauth://totp/${text}`)));
  });
});

describe('a Key URI that no app could show', () => {
  it.each([
    '&digits=0',
    '&digits=11',
    '&digits=4000000000',
    '&digits=six',
    '&period=0',
    '&period=3601',
    '&period=99999999999999999999',
    '&algorithm=MD5',
    '&secret=',
  ])('%s', (query) => {
    expect(parseKeyUri(`otpauth://totp/emnify:me?secret=${BASE32}${query}`)).toBeUndefined();
  });

  it('is refused at once, however long', () => {
    for (const long of ['a', '%41', '&a=b', ':', '?', '=']) {
      const before = process.threadCpuUsage();
      parseKeyUri(`otpauth://totp/${long.repeat(30_000)}?secret=${BASE32}${long.repeat(30_000)}`);
      // Microseconds of this thread: what else the machine does counts for nothing.
      expect(process.threadCpuUsage(before).user).toBeLessThan(500_000);
    }
  });
});

describe('groupSetupKey and secondsLeftInStep', () => {
  it('sets the key apart in fours', () => {
    expect(groupSetupKey('ABCDEFGHIJ')).toBe('ABCD EFGH IJ');
  });

  it.each([
    [0, 30],
    [29_999, 1],
    [30_000, 30],
    [45_500, 15],
  ])('%i ms into time: %i s left', (at, left) => {
    expect(secondsLeftInStep(30, at)).toBe(left);
  });
});

describe('checkCode', () => {
  it.each([59, 1_111_111_109, 1_234_567_890, 2_000_000_000])('takes the code of RFC 6238 at %i s', (second) => {
    expect(checkCode(keyUri('&digits=8'), totp(SECRET, second * 1000, { digits: 8 }), second * 1000)).toEqual({
      fit: 'now',
    });
  });

  const now = 1_700_000_005_000;
  it.each([-1, 0, 1])('takes the step %i away', (steps) => {
    expect(checkCode(keyUri(), totp(SECRET, now + steps * 30_000), now)).toEqual({ fit: 'now' });
  });

  it.each([-10, -5, -2, 2, 5, 10])('tells a phone that is %i steps off', (steps) => {
    const fit = checkCode(keyUri(), totp(SECRET, now + steps * 30_000), now);
    expect(fit).toEqual({ fit: 'drift', seconds: steps * 30 });
  });

  it.each([-11, 11, 1_000])('finds nothing %i steps away', (steps) => {
    expect(checkCode(keyUri(), totp(SECRET, now + steps * 30_000), now)).toEqual({ fit: 'none' });
  });

  it.each(['', '12345', '1234567', '1234५6', 'abcdef', '😀😀😀'])('finds that %j fits no time', (code) => {
    expect(checkCode(keyUri(), code, now)).toEqual({ fit: 'none' });
  });

  it('heeds period, digits and algorithm of the key', () => {
    const uri = keyUri('&digits=7&period=60&algorithm=SHA512');
    const code = totp(SECRET, now + 120_000, { digits: 7, period: 60, algorithm: 'sha512' });
    expect(checkCode(uri, code, now)).toEqual({ fit: 'drift', seconds: 120 });
  });
});
