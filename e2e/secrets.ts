import type { Page, Request, Response } from '@playwright/test';
import { liveErrors, liveStrings } from './heap.ts';

/** What may be read on the wire, by the name that the API gives it, and must not stay in the browser. */
const ON_THE_WIRE = [
  'password',
  'mfa_token',
  'code',
  'secret_key',
  'otpauth',
  'application_token',
  'fingerprint',
  'auth_token',
  'refresh_token',
];

/** Where each may stay: the session's tokens while there is a session, the trust of this browser for as long as it lasts. */
const HOME: Record<string, { while: 'always' | 'signed in'; places: string[] }> = {
  fingerprint: { while: 'always', places: ['localStorage'] },
  auth_token: { while: 'signed in', places: ['sessionStorage', 'memory'] },
  refresh_token: { while: 'signed in', places: ['sessionStorage', 'memory'] },
};

/** Collects the secrets that go over the wire, and finds them in the browser where they have no business. */
export class Secrets {
  readonly #page: Page;
  readonly #seen = new Map<string, string>();
  /** All that was there once and may be gone when one looks: addresses, the history's state, lines of the console. */
  readonly #past = { address: new Set<string>(), console: new Set<string>() };
  readonly #answers: Promise<void>[] = [];

  private constructor(page: Page) {
    this.#page = page;
    page.on('request', (request) => this.#read(request));
    page.on('response', (response) => this.#answers.push(this.#readAnswer(response)));
    page.on('framenavigated', (frame) => this.#past.address.add(frame.url()));
    page.on('console', (message) => this.#past.console.add(message.text()));
  }

  /** @param typed what people type that never travels as it is */
  static async watch(page: Page, ...typed: string[]): Promise<Secrets> {
    const secrets = new Secrets(page);
    for (const password of typed) secrets.#seen.set(password, 'typed password');
    await page.exposeFunction('tellHistory', (entry: string) => secrets.#past.address.add(entry));
    await page.addInitScript(() => {
      for (const name of ['pushState', 'replaceState'] as const) {
        const original = history[name];
        history[name] = function (...entry) {
          (window as unknown as { tellHistory: (entry: string) => void }).tellHistory(JSON.stringify(entry));
          original.apply(this, entry);
        };
      }
    });
    return secrets;
  }

  /** The kinds of secret that this flow has had so far. */
  async kinds(): Promise<string[]> {
    await Promise.all(this.#answers);
    return [...new Set(this.#seen.values())].sort();
  }

  /** Which secret is where it must not be: `password in memory`. */
  async leaks(session: 'signed in' | 'over'): Promise<string[]> {
    const places = { ...(await this.#whatLasts()), memory: await liveStrings(this.#page) };
    return this.#find(places, (kind, place) => {
      const home = HOME[kind];
      return home?.places.includes(place) === true && (home.while === 'always' || session === 'signed in');
    });
  }

  /** The same while a form that needs a secret is open: it may be in the form and in memory, in nothing that lasts. */
  async leaksBesidesTheForm(): Promise<string[]> {
    const { document: _, ...places } = await this.#whatLasts();
    return this.#find(
      { ...places, errors: await liveErrors(this.#page) },
      (kind, place) => HOME[kind]?.places.includes(place) === true,
    );
  }

  /** The kinds of secret that are in memory: the proof that one who looks there finds them. */
  async inMemory(): Promise<string[]> {
    const found = await this.#find({ memory: await liveStrings(this.#page) }, () => false);
    return found.map((leak) => leak.replace(' in memory', ''));
  }

  /** Whether a text, like that of a download, holds any of them. */
  async isIn(text: string): Promise<boolean> {
    return (await this.#find({ text }, () => false)).length > 0;
  }

  async #find(places: Record<string, string>, isAllowed: (kind: string, place: string) => boolean): Promise<string[]> {
    await Promise.all(this.#answers);
    const leaks = new Set<string>();
    for (const [secret, kind] of this.#seen)
      for (const [place, text] of Object.entries(places))
        if (!isAllowed(kind, place) && formsOf(secret).some((form) => contains(text, form)))
          leaks.add(`${kind} in ${place}`);
    return [...leaks].sort();
  }

  async #whatLasts(): Promise<Record<string, string>> {
    return {
      ...(await this.#page.evaluate(readAllThatIsStored)),
      cookies: JSON.stringify(await this.#page.context().cookies()),
      address: [...this.#past.address].join('\n'),
      console: [...this.#past.console].join('\n'),
    };
  }

  #read(request: Request): void {
    this.#past.address.add(request.url());
    this.#collect(request.postData());
  }

  async #readAnswer(response: Response): Promise<void> {
    // A page that is left takes its answers with it.
    if (response.url().includes('/api/')) this.#collect(await response.text().catch(() => null));
  }

  #collect(body: string | null): void {
    if (!body?.startsWith('{')) return;
    JSON.parse(body, (name, value) => {
      if (ON_THE_WIRE.includes(name) && typeof value === 'string') this.#seen.set(value, name);
      return value;
    });
  }
}

/** A secret as it may be written: a setup key also in groups, anything also escaped or encoded. */
function formsOf(secret: string): string[] {
  const grouped = secret.replace(/.{4}(?=.)/g, '$& ');
  return [
    secret,
    grouped,
    secret.toLowerCase(),
    encodeURIComponent(secret),
    btoa(unescape(encodeURIComponent(secret))),
  ];
}

/** A code is six digits, which are a part of many a number: it counts where it stands alone. */
function contains(text: string, secret: string): boolean {
  const at = text.indexOf(secret);
  return at >= 0 && !(/^\d+$/.test(secret) && !new RegExp(`(?<!\\d)${secret}(?!\\d)`).test(text));
}

/** Runs in the page. */
async function readAllThatIsStored(): Promise<Record<string, string>> {
  const indexedDB: string[] = [];
  for (const { name } of await window.indexedDB.databases()) {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = window.indexedDB.open(name ?? '');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    for (const store of database.objectStoreNames) {
      const rows = database.transaction(store).objectStore(store).getAll();
      await new Promise((resolve) => {
        rows.onsuccess = resolve;
      });
      indexedDB.push(JSON.stringify(rows.result));
    }
    database.close();
  }
  const kept = await Promise.all(
    (await caches.keys()).map(async (name) => [name, await (await caches.open(name)).keys()]),
  );
  const inputs = [...document.querySelectorAll('input, textarea, select')] as HTMLInputElement[];
  return {
    indexedDB: indexedDB.join('\n'),
    'Cache Storage': JSON.stringify(kept),
    localStorage: JSON.stringify({ ...localStorage }),
    sessionStorage: JSON.stringify({ ...sessionStorage }),
    document: [document.documentElement.outerHTML, document.title, ...inputs.map(({ value }) => value)].join('\n'),
    history: location.href + JSON.stringify(history.state),
  };
}
