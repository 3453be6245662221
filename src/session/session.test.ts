import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Tokens } from '../api/authentication.ts';
import { type Browser, newBrowser, stubStorage } from './testing.ts';

const ME = { kind: 'user', name: 'me@example.com' } as const;
const OTHER = { kind: 'user', name: 'other@example.com' } as const;
const tokens = (authToken: string): Tokens => ({
  authToken,
  refreshToken: 'refresh',
  issuedAt: 1,
  expiresAt: undefined,
  receivedAt: 1_000,
});

let browser: Browser;
const openTab = () => browser.openTab();
const kept = () => JSON.parse(browser.stored.sessionStorage.get('mfa-portal::session') ?? '{}');

beforeEach(() => {
  browser = newBrowser();
});
afterEach(() => vi.unstubAllGlobals());

describe('renew', () => {
  it('asks once for all calls under way, and keeps the refresh token', async () => {
    const tab = await openTab();
    tab.signIn(ME, tokens('old'));
    expect(await Promise.all([tab.renew('old'), tab.renew('old'), tab.renew('old')])).toEqual(['new', 'new', 'new']);
    expect(browser.renewals).toBe(1);
    expect(kept()).toMatchObject({ tokens: { refreshToken: 'refresh' } });
    expect(await tab.renew('old')).toBe('new');
    expect(browser.renewals).toBe(1);
  });

  it('keeps a refresh token that comes with it', async () => {
    const tab = await openTab();
    tab.signIn(ME, tokens('old'));
    browser.answer = () => Response.json({ auth_token: 'new', refresh_token: 'next' });
    await tab.renew('old');
    expect(kept()).toMatchObject({ tokens: { refreshToken: 'next' } });
  });

  it('fails, and ends nothing, while the API is out of reach', async () => {
    const tab = await openTab();
    tab.signIn(ME, tokens('old'));
    browser.answer = () => new Response('<html>', { status: 502 });
    await expect(tab.renew('old')).rejects.toMatchObject({ kind: 'server' });
    expect(tab.getToken()).toBe('old');
  });

  it('locks when the API refuses, and waits for the same person to sign in', async () => {
    const tab = await openTab();
    tab.signIn(ME, tokens('old'));
    browser.answer = () => new Response(null, { status: 401 });
    const renewed = tab.renew('old');
    await vi.waitFor(() => expect(tab.getSession()).toEqual({ state: 'locked', person: ME, reason: 'expired' }));
    expect(browser.stored.sessionStorage.size).toBe(0);
    tab.signIn(ME, tokens('fresh'));
    expect(await renewed).toBe('fresh');
  });

  it('gives nothing to a call of somebody else’s', async () => {
    const tab = await openTab();
    const ended = vi.fn();
    tab.onSessionEnd(ended);
    tab.signIn(ME, { ...tokens('old'), refreshToken: undefined });
    const renewed = tab.renew('old');
    await vi.waitFor(() => expect(tab.getSession().state).toBe('locked'));
    tab.signIn(OTHER, tokens('theirs'));
    expect(await renewed).toBeUndefined();
    expect(ended).toHaveBeenCalledOnce();
    expect(browser.renewals).toBe(0);
  });

  it('is dropped when one signs out meanwhile', async () => {
    const tab = await openTab();
    tab.signIn(ME, tokens('old'));
    let reply: (response: Response) => void = () => {};
    browser.answer = () =>
      new Promise((resolve) => {
        reply = resolve;
      });
    const renewed = tab.renew('old');
    await vi.waitFor(() => expect(browser.renewals).toBe(1));
    tab.signOut();
    reply(Response.json({ auth_token: 'new' }));
    expect(await renewed).toBeUndefined();
    expect(tab.getSession().state).toBe('signed-out');
    expect(browser.stored.sessionStorage.size).toBe(0);
  });
});

describe('a reload', () => {
  it('takes the session up again', async () => {
    (await openTab()).signIn(ME, tokens('kept'));
    expect((await openTab()).getToken()).toBe('kept');
  });

  it.each([
    ['after too long', -16 * 60_000],
    ['when the clock was set back', 60_000],
  ])('locks %s', async (_, shift) => {
    (await openTab()).signOut();
    const session = { id: 'kept', person: ME, tokens: tokens('kept'), lastActive: Date.now() + shift };
    browser.stored.sessionStorage.set('mfa-portal::session', JSON.stringify(session));
    const tab = await openTab();
    expect(tab.getSession()).toEqual({ state: 'locked', person: ME, reason: 'idle' });
    expect(browser.stored.sessionStorage.size).toBe(0);
  });

  it('makes nothing of what was tampered with', async () => {
    browser.stored.sessionStorage.set('mfa-portal::session', '{"person":7}');
    expect((await openTab()).getSession().state).toBe('signed-out');
  });
});

describe('a session that is over', () => {
  it.each(['signOut', 'lock'] as const)('does not come back in a tab that was elsewhere (%s)', async (how) => {
    const tab = await openTab();
    tab.signIn(ME, tokens('mine'));
    const away = [...browser.stored.sessionStorage];
    if (how === 'signOut') tab.signOut();
    else tab.lock('idle');
    for (const [key, value] of away) browser.stored.sessionStorage.set(key, value);
    const back = await openTab();
    expect(back.getSession().state).toBe('signed-out');
    expect(browser.stored.sessionStorage.size).toBe(0);
  });

  it('is known to a page that was put aside', async () => {
    const tab = await openTab();
    tab.signIn(ME, tokens('mine'));
    expect(tab.isOver()).toBe(false);
    browser.stored.localStorage.set(
      'mfa-portal::ended',
      browser.stored.sessionStorage.get('mfa-portal::session')?.replace(/.*"id":"([^"]+)".*/, '["$1"]') ?? '',
    );
    expect(tab.isOver()).toBe(true);
  });

  it('counts an epoch for each person, and none for the same one coming back', async () => {
    const tab = await openTab();
    tab.signIn(ME, tokens('mine'));
    const epoch = tab.getEpoch();
    tab.lock('idle');
    tab.signIn(ME, tokens('again'));
    expect(tab.getEpoch()).toBe(epoch);
    tab.lock('idle');
    tab.signIn(OTHER, tokens('theirs'));
    expect(tab.getEpoch()).toBeGreaterThan(epoch);
  });
});

describe('several tabs', () => {
  it('do not replace a person by an answer about another', async () => {
    const first = await openTab();
    first.signIn(ME, tokens('mine'));
    const line = new BroadcastChannel('mfa-portal:');
    line.postMessage({
      type: 'session',
      isAnswer: true,
      session: { id: 'theirs', person: OTHER, tokens: tokens('theirs') },
    });
    await first.renew('mine');
    expect(first.getSession()).toMatchObject({ person: ME });
    line.close();
  });

  it('with an older token are no reason not to renew', async () => {
    const tab = await openTab();
    tab.signIn(ME, { ...tokens('young'), issuedAt: 20 });
    const older = { ...kept(), tokens: { authToken: 'old', issuedAt: 10 } };
    const other = new BroadcastChannel('mfa-portal:');
    other.addEventListener('message', ({ data }) => {
      if (data.type === 'ask') other.postMessage({ type: 'session', isAnswer: true, session: older });
    });
    expect(await tab.renew('young')).toBe('new');
    other.close();
  });

  it('share a session, a lock and a sign-out', async () => {
    const first = await openTab();
    first.signIn(ME, tokens('one'));
    stubStorage();
    const second = await openTab();
    expect(second.getToken()).toBe('one');
    first.lock('expired');
    await vi.waitFor(() => expect(second.getSession()).toMatchObject({ state: 'locked', reason: 'expired' }));
    second.signIn(ME, tokens('two'));
    await vi.waitFor(() => expect(first.getToken()).toBe('two'));
    second.signOut();
    await vi.waitFor(() => expect(first.getSession().state).toBe('signed-out'));
  });

  it('renew once', async () => {
    const first = await openTab();
    first.signIn(ME, tokens('old'));
    const second = await openTab();
    expect(await Promise.all([first.renew('old'), second.renew('old')])).toEqual(['new', 'new']);
    expect(browser.renewals).toBe(1);
    second.signOut();
  });
});
