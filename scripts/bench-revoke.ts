import { parseArgs } from 'node:util';
import { createSandbox } from '../sandbox/app.ts';
import { connect } from '../src/api/client.ts';
import { deleteMfaKey } from '../src/api/mfa-keys.ts';
import { readTrustedDevices, revokeTrustedDevice } from '../src/api/trusted-devices.ts';
import { readUser } from '../src/api/users.ts';
import { Budget, type BudgetLimits } from '../src/revocation/budget.ts';
import type { Plan } from '../src/revocation/plan.ts';
import { Run } from '../src/revocation/run.ts';
import { startVirtualClock, withTimeStanding } from './virtual-clock.ts';

/**
 * Revokes 1,000 devices of 200 people against the sandbox's own limits, and prints how close that came to them. The
 * first case takes two minutes of real time; the others have hours pass in seconds.
 */
const PEOPLE = 200;
const DEVICES = 5;
const ORIGIN = 'http://sandbox.test';

type Case = {
  name: string;
  settings: object;
  budget: BudgetLimits;
  faults: boolean;
  ideal: (requests: number) => number;
};

const CASES: Record<string, Case> = {
  pace: {
    name: '10 requests a second, burst of 5, real time',
    settings: { pace: { per_second: 10, burst: 5 } },
    budget: { perWindow: 1_000_000, burst: 5, pace: 100 },
    faults: false,
    ideal: (requests) => (requests - 5) / 10,
  },
  window: {
    name: 'the real two budgets, simulated clock',
    settings: { rate_limits: true },
    budget: { perWindow: 1_000, burst: 5, pace: 100 },
    faults: false,
    ideal: (requests) => Math.floor((requests - 1) / 1_000) * 300 + ((requests - 1) % 1_000) / 10,
  },
  faults: {
    name: 'the same with 5 % errors, 5 % cut connections, and tokens that end',
    settings: { rate_limits: true },
    budget: { perWindow: 1_000, burst: 5, pace: 100 },
    faults: true,
    ideal: (requests) => Math.floor((requests - 1) / 1_000) * 300 + ((requests - 1) % 1_000) / 10,
  },
};

const { positionals } = parseArgs({ allowPositionals: true });
const names = positionals.length > 0 ? positionals : Object.keys(CASES);
let failed = false;
for (const name of names) {
  const found = CASES[name];
  if (!found) throw new Error(`There is no case ${name}`);
  if (name !== 'pace') startVirtualClock();
  failed = !(await bench(found)) || failed;
}
process.exit(failed ? 1 : 0);

async function bench({ name, settings, budget: limits, faults, ideal }: Case): Promise<boolean> {
  const app = createSandbox({ users: 1 });
  const inWorld = (path: string, init: RequestInit = {}) =>
    app.request(`${ORIGIN}${path}`, { ...init, headers: { ...init.headers, 'X-Sandbox-World': name } });
  const control = async (method: string, path: string, body?: object) =>
    (await inWorld(`/sandbox/${path}`, { method, ...(body && { body: JSON.stringify(body) }) })).json();

  const people = await addPeople(control);
  await control('PATCH', 'settings', settings);
  let token = await signIn(inWorld);
  let sent = 0;
  let refused = 0;
  const random = seededRandom(7);

  const budget = new Budget(name, limits);
  connect({
    apiUrl: ORIGIN,
    getToken: () => token,
    renew: async () => {
      token = await withTimeStanding(() => signIn(inWorld));
      return token;
    },
    onRequest: () => budget.count(),
    fetch: (input, init) =>
      withTimeStanding(async () => {
        sent += 1;
        const request = new Request(input, init);
        request.headers.set('X-Sandbox-World', name);
        if (faults && random() < 0.05) return new Response('<html>', { status: 500 });
        if (faults && sent % 400 === 0) await control('POST', 'clock', { advance_seconds: 241 * 60 });
        const answer = await app.request(request);
        if (answer.status === 429) refused += 1;
        if (faults && random() < 0.05) throw new TypeError('fetch failed');
        return answer;
      }),
  });

  const deleted: string[] = [];
  const plan: Plan = { id: name, startedAt: 0, owner: 'bench', by: 'bench', work: 'devices', people, leftOut: [] };
  const run = new Run(
    plan,
    { outcomes: [], finished: [] },
    {
      readDevices: readTrustedDevices,
      readKeys: async (id) => (await readUser(id)).mfa,
      revokeDevice: revokeTrustedDevice,
      deleteKey: deleteMfaKey,
    },
    budget,
    {
      record: async (_, { personId, itemId }) => {
        deleted.push(`${personId} ${itemId}`);
        return true;
      },
      finish: async () => true,
    },
  );
  const began = performance.now();
  await run.start();
  const seconds = (performance.now() - began) / 1_000;

  const left = await Promise.all(people.map(async ({ id }) => (await control('GET', `users/${id}`)).devices.length));
  const remaining = left.reduce((sum: number, count: number) => sum + count, 0);
  const twice = deleted.length - new Set(deleted).size;
  const share = ideal(sent) / seconds;
  const good =
    remaining === 0 &&
    twice === 0 &&
    deleted.length === PEOPLE * DEVICES &&
    refused / sent < 0.01 &&
    (faults || share >= 0.95);
  console.info(`\n${name}`);
  printTable({
    'requests sent': sent,
    seconds: Number(seconds.toFixed(1)),
    'of what the limit allows, %': Number((share * 100).toFixed(1)),
    'answered 429, %': Number(((refused / sent) * 100).toFixed(2)),
    'devices recorded': deleted.length,
    'recorded twice': twice,
    'devices left in the sandbox': remaining,
    failures: run.getState().failures,
    'as required': good,
  });
  return good;
}

function printTable(figures: Record<string, unknown>): void {
  for (const [name, figure] of Object.entries(figures)) console.info(`  ${name.padEnd(30)} ${figure}`);
}

async function addPeople(control: (method: string, path: string, body: object) => Promise<{ id: number }>) {
  const people = [];
  for (let number = 0; number < PEOPLE; number += 1) {
    const username = `bench.${number}@example.com`;
    const devices = Array.from({ length: DEVICES }, (_, place) => ({
      browser: `B${place}`,
      operating_system: 'Linux',
    }));
    const { id } = await control('POST', 'users', { username, devices });
    people.push({ id, username, name: '' });
  }
  return people;
}

async function signIn(inWorld: (path: string, init: RequestInit) => Response | Promise<Response>): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-1', new TextEncoder().encode('sandbox'));
  const answer = await inWorld('/api/v1/authenticate', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ username: 'admin@example.com', password: Buffer.from(digest).toString('hex') }),
  });
  return (await answer.json()).auth_token;
}

/** The same numbers in every run (a linear congruential generator). */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}
