import { vi } from 'vitest';

/** Web storage as a browser has it, for tests without one. */
export function stubStorage(): Record<'sessionStorage' | 'localStorage', Map<string, string>> {
  const areas = { sessionStorage: new Map<string, string>(), localStorage: new Map<string, string>() };
  const storageOf = (items: Map<string, string>) => ({
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  });
  vi.stubGlobal('window', {
    sessionStorage: storageOf(areas.sessionStorage),
    localStorage: storageOf(areas.localStorage),
  });
  return areas;
}

export type Browser = {
  stored: ReturnType<typeof stubStorage>;
  /** How the API answers a renewal. */
  answer: () => Response | Promise<Response>;
  renewals: number;
  /** The modules keep their state, so each tab has its own. */
  openTab: () => Promise<typeof import('./session.ts')>;
};

const Channel = BroadcastChannel;

/** A browser with nothing in its storage, whose tabs are not those of any test before, of another file either. */
export function newBrowser(): Browser {
  const id = crypto.randomUUID();
  vi.stubGlobal(
    'BroadcastChannel',
    class extends Channel {
      constructor(name: string) {
        super(`${id} ${name}`);
      }
    },
  );
  const browser: Browser = {
    stored: stubStorage(),
    answer: () => Response.json({ auth_token: 'new' }),
    renewals: 0,
    openTab: async () => {
      vi.resetModules();
      const { connect } = await import('../api/client.ts');
      const session = await import('./session.ts');
      connect({
        apiUrl: 'http://api.test',
        getToken: session.getToken,
        renew: session.renew,
        fetch: async () => {
          browser.renewals += 1;
          return browser.answer();
        },
      });
      await session.ready;
      return session;
    },
  };
  return browser;
}
