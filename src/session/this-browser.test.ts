import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browserName } from './browser-name.ts';
import { fingerprintOf } from './fingerprint.ts';
import { forget, readStored, store } from './storage.ts';
import { stubStorage } from './testing.ts';
import {
  describeThisBrowser,
  dropTrustIfGone,
  forgetTrust,
  recogniseThisBrowser,
  rememberTrust,
  thisDeviceId,
} from './this-browser.ts';

const ME = 'someone@example.com';
const SIGNED_IN = 1_800_000_000;
const row = (id: number, browser = 'Firefox', secondsLater = 0) => ({
  id,
  browser,
  operating_system: 'Linux',
  activation_date: new Date((SIGNED_IN + secondsLater) * 1000),
});

let stored: ReturnType<typeof stubStorage>;

beforeEach(() => {
  stored = stubStorage();
  vi.stubGlobal('navigator', { userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' });
});

describe('the fingerprint', () => {
  it('is one random value per browser and user, in whichever case the e-mail is typed', () => {
    const sent = describeThisBrowser();
    expect(sent).toMatchObject({ browser: 'Firefox', operating_system: 'Linux' });
    expect(describeThisBrowser().fingerprint).not.toBe(sent.fingerprint);
    expect(fingerprintOf(ME)).toBeUndefined();
    rememberTrust(ME, sent);
    expect(fingerprintOf(' Someone@Example.com')).toBe(sent.fingerprint);
    expect(describeThisBrowser().fingerprint).not.toBe(sent.fingerprint);
    expect(fingerprintOf('another@example.com')).toBeUndefined();
    forgetTrust(ME);
    expect(stored.localStorage.size).toBe(0);
  });

  it('says so when it can’t be kept', () => {
    vi.stubGlobal('window', {
      get localStorage(): Storage {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
    expect(rememberTrust(ME, describeThisBrowser())).toBe(false);
    expect(fingerprintOf(ME)).toBeUndefined();
  });
});

describe('recogniseThisBrowser', () => {
  const recognise = (devices: ReturnType<typeof row>[], issuedAt: number | undefined = SIGNED_IN) => {
    const sent = describeThisBrowser();
    rememberTrust(ME, sent);
    recogniseThisBrowser(ME, sent, issuedAt, devices);
    return thisDeviceId(ME);
  };

  it('finds the one row of this moment and these names', () => {
    expect(recognise([row(1, 'Chrome'), row(2), row(3, 'Firefox', -3_600)])).toBe(2);
  });

  it.each([
    ['two rows fit', [row(1), row(2, 'Firefox', 5)], SIGNED_IN],
    ['no row fits', [row(1, 'Chrome'), row(2, 'Firefox', 60)], SIGNED_IN],
    ['the time is not known', [row(1)], undefined],
  ])('marks none when %s', (_, devices, issuedAt) => {
    const sent = describeThisBrowser();
    rememberTrust(ME, sent);
    recogniseThisBrowser(ME, sent, issuedAt, devices);
    expect(thisDeviceId(ME)).toBeUndefined();
    expect(fingerprintOf(ME)).toBe(sent.fingerprint);
  });

  it('drops the fingerprint when its row is gone, and not on a guess', () => {
    recognise([row(2)]);
    dropTrustIfGone(ME, { rows: [row(1)], unreadable: 1 });
    dropTrustIfGone(ME, { rows: [row(2)], unreadable: 0 });
    expect(fingerprintOf(ME)).toBeDefined();
    dropTrustIfGone(ME, { rows: [row(1)], unreadable: 0 });
    expect(fingerprintOf(ME)).toBeUndefined();
  });

  it('keeps a fingerprint whose row is not known while any row is there', () => {
    rememberTrust(ME, describeThisBrowser());
    dropTrustIfGone(ME, { rows: [row(1)], unreadable: 0 });
    expect(fingerprintOf(ME)).toBeDefined();
    dropTrustIfGone(ME, { rows: [], unreadable: 0 });
    expect(fingerprintOf(ME)).toBeUndefined();
  });
});

describe('storage', () => {
  it('reads back what it kept, and nothing else', () => {
    expect(store('sessionStorage', 'a', { b: 1 })).toBe(true);
    expect(readStored('sessionStorage', 'a')).toEqual({ b: 1 });
    stored.sessionStorage.set('a', '{broken');
    expect(readStored('sessionStorage', 'a')).toBeUndefined();
    forget('sessionStorage', 'a');
    expect(stored.sessionStorage.has('a')).toBe(false);
  });

  it('says when it is full', () => {
    vi.spyOn(window.localStorage, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(store('localStorage', 'a', 1)).toBe(false);
  });
});

describe('browserName', () => {
  it.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
      'Chrome',
      'Windows',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0',
      'Edge',
      'Windows',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15',
      'Safari',
      'macOS',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/142.0 Mobile/15E148 Safari/604.1',
      'Chrome',
      'iOS',
    ],
    [
      'Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36',
      'Samsung Internet',
      'Android',
    ],
    ['Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0', 'Firefox', 'Ubuntu'],
    ['curl/8', 'Unknown', 'Unknown'],
  ])('%s', (userAgent, browser, operatingSystem) => {
    expect(browserName(userAgent)).toEqual({ browser, operatingSystem });
  });
});
