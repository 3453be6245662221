import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactTime, machineTime } from './dateFormat.ts';
import { relativeTime, type TimeStyle } from './relativeTime.ts';

// Local parts, as the reader's calendar has them, so the tests hold in every time zone.
const now = new Date(2026, 10, 24, 12, 0, 0);
const at = (day: number, hour = 12, minute = 0, second = 0) => new Date(2026, 10, day, hour, minute, second);
const words = (date: Date, style?: TimeStyle, from = now) => relativeTime(date, from, 'en', style);

describe('relativeTime', () => {
  it.each([
    [at(24, 11, 59, 40), 'now'],
    [at(24, 12, 0, 20), 'now'],
    [at(24, 11, 59, 10), '1 minute ago'],
    [at(24, 11, 1), '59 minutes ago'],
    [at(24, 10, 1), '1 hour ago'],
    [at(24, 10, 0), '2 hours ago'],
    [at(24, 0, 5), '11 hours ago'],
    [at(24, 15, 0), 'in 3 hours'],
    [at(23, 9, 12), 'yesterday, 09:12'],
    [at(23, 23, 59), 'yesterday, 23:59'],
    [at(25, 9, 12), 'tomorrow, 09:12'],
    [at(22, 23, 59), '2 days ago'],
    [at(18), '6 days ago'],
    [at(17), '17 November'],
    [new Date(2026, 2, 14, 9), '14 March'],
    [new Date(2027, 1, 18, 9), '18 Feb 2027'],
    [new Date(2025, 10, 30), '30 Nov 2025'],
  ])('says %s as "%s"', (date, expected) => {
    expect(words(date)).toBe(expected);
  });

  it('counts hours over midnight while it is the same night', () => {
    expect(words(at(23, 23), 'relative', at(24, 1, 30))).toBe('2 hours ago');
  });

  it('counts calendar days across a change of the clocks', () => {
    // Wherever the clocks change, some night between these dates is 23 or 25 hours long.
    for (let day = 0; day < 365; day += 1) {
      const noon = new Date(2026, 0, day, 12);
      const nextMorning = new Date(2026, 0, day + 1, 8);
      expect(words(nextMorning, 'day', noon)).toBe('tomorrow');
    }
  });

  it('leaves the time of day out within a sentence', () => {
    expect(words(at(25, 9, 12), 'day')).toBe('tomorrow');
    expect(words(at(23, 9, 12), 'day')).toBe('yesterday');
  });

  it('gives a date where a date is asked for', () => {
    expect(words(at(24), 'date')).toBe('24 November');
    expect(words(new Date(2027, 0, 10), 'date')).toBe('10 Jan 2027');
  });

  it('speaks other languages', () => {
    expect(relativeTime(at(23, 9, 12), now, 'de')).toBe('gestern, 09:12');
    expect(relativeTime(new Date(2026, 2, 14), now, 'de')).toBe('14. März');
  });

  it('has no words for an invalid date and never throws', () => {
    expect(words(new Date(Number.NaN))).toBeUndefined();
    expect(exactTime(new Date(Number.NaN), 'en')).toBeUndefined();
    expect(machineTime(new Date(Number.NaN))).toBeUndefined();
    fc.assert(
      fc.property(fc.date({ noInvalidDate: false }), fc.date({ noInvalidDate: false }), (date, from) => {
        relativeTime(date, from, 'en');
        relativeTime(date, from, 'en', 'date');
        exactTime(date, 'en', 'seconds');
        machineTime(date);
      }),
    );
  });
});

it('writes only years of four digits for machines', () => {
  expect(machineTime(new Date('2026-11-24T08:00:00Z'))).toBe('2026-11-24T08:00:00.000Z');
  expect(machineTime(new Date(8.64e15))).toBeUndefined();
});

it('says the zone with the exact time', () => {
  expect(exactTime(now, 'en')).toMatch(/^24 November 2026 at 12:00 \S+/);
});
