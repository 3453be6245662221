import type { APIRequestContext } from '@playwright/test';

export interface NewUser {
  username: string;
  name?: string;
  password?: string;
  second_factor?: 'none' | 'email';
  key?: {
    secret?: string;
    status?: 'active' | 'pending';
    type?: number;
    digits?: 6 | 7 | 8;
    created_seconds_ago?: number;
  };
  keys?: NewUser['key'][];
  devices?: { browser: string; operating_system: string; activated_seconds_ago: number; fingerprint?: string }[];
  roles?: string[];
  enforced?: boolean;
  events?: { type: number; description: string; seconds_ago?: number; alert?: boolean; severity?: 0 | 1 | 2 }[];
}

export interface Fault {
  method?: string;
  /** A prefix of the path, or a pattern with `*`. */
  path: string;
  times?: number | 'always';
  skip?: number;
  latency_ms?: number;
  status?: number;
  headers?: Record<string, string | null>;
  body?: unknown;
  cut?: 'before' | 'body';
  /** The operation is carried out, and only its answer is lost. */
  applied?: boolean;
}

export interface UserState {
  id: number;
  username: string;
  mfa?: { id: number; status: { id: number; description?: string }; type: { id: number } }[];
  devices: { id: number; browser: string; operating_system: string; activation_date: string }[];
}

export interface Mail {
  to: string;
  subject: string;
  code: string;
  date: string;
}

/** The sandbox's switches, for the world of one test. */
export class Sandbox {
  readonly #request: APIRequestContext;

  constructor(request: APIRequestContext) {
    this.#request = request;
  }

  addUser(user: NewUser): Promise<UserState> {
    return this.#send('POST', 'users', user);
  }

  changeUser(user: string | number, change: object): Promise<UserState> {
    return this.#send('PATCH', `users/${user}`, change);
  }

  user(user: string | number): Promise<UserState> {
    return this.#send('GET', `users/${user}`);
  }

  /** The newest mail to an address. */
  async newestMail(to: string): Promise<Mail> {
    const [mail] = await this.#send<Mail[]>('GET', `mailbox?to=${encodeURIComponent(to)}`);
    if (!mail) throw new Error(`No mail to ${to}`);
    return mail;
  }

  addFault(fault: Fault): Promise<{ id: number }> {
    return this.#send('POST', 'faults', fault);
  }

  faults(): Promise<(Fault & { hits: number })[]> {
    return this.#send('GET', 'faults');
  }

  async clearFaults(): Promise<void> {
    await this.#send('DELETE', 'faults');
  }

  async set(settings: object): Promise<void> {
    await this.#send('PATCH', 'settings', settings);
  }

  async setLookups(lookups: object): Promise<void> {
    await this.#send('PUT', 'lookups', lookups);
  }

  async advance(seconds: number): Promise<void> {
    await this.#send('POST', 'clock', { advance_seconds: seconds });
  }

  /** @param instant milliseconds since 1970 */
  async setClock(instant: number): Promise<void> {
    await this.#send('POST', 'clock', { set: new Date(instant).toISOString() });
  }

  async #send<T>(method: string, path: string, data?: object): Promise<T> {
    // A connection that was kept may be one that the server is closing at this moment.
    const headers = { connection: 'close' };
    const response = await this.#request.fetch(`/sandbox/${path}`, { method, headers, ...(data && { data }) });
    if (!response.ok()) throw new Error(`${method} /sandbox/${path}: ${response.status()} ${await response.text()}`);
    return response.status() === 204 ? (undefined as T) : response.json();
  }
}
