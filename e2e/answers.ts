import fc from 'fast-check';
import { mutated, mutatedPaging, refusal, runs } from '../sandbox/mutation.ts';
import type { Sandbox } from './sandbox.ts';
import { test } from './test.ts';

/** What the browser gets in the sandbox's place. */
export interface Answer {
  status: number;
  body: string;
  headers?: Record<string, string>;
}

/** An operation that a page uses: its path, as the sandbox's faults take it, an answer as the documentation has it, and what must be said of another. */
export interface Operation {
  path: string;
  method?: string;
  sample: unknown;
  /** The words for what an answer lacks; undefined where the page can do without it. `body` is undefined for no JSON. */
  said: (body: unknown) => RegExp | undefined;
}

export const anyAnswer = (sample: unknown): fc.Arbitrary<Answer> =>
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({ status: fc.constant(200), body: mutated(sample), headers: mutatedPaging }),
    },
    { weight: 1, arbitrary: refusal },
  );

/** From now on the operation is answered like this. */
export function answerWith(sandbox: Sandbox, { path, method = 'GET' }: Operation, answer: Answer): Promise<unknown> {
  return sandbox.addFault({ method, path, times: 'always', ...answer });
}

/** The body as the portal gets it: undefined where it is no JSON or the call failed. */
export async function received({ status, body }: Answer): Promise<unknown> {
  if (status !== 200) return undefined;
  return new Response(body).json().catch(() => undefined);
}

const isId = (value: unknown) => Number.isSafeInteger(value) || (typeof value === 'string' && /^\d{1,15}$/.test(value));
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
export const hasId = (row: unknown) => isObject(row) && isId(row.id);
export const field = (body: unknown, name: string) => (isObject(body) ? body[name] : undefined);

/** How many rows of a collection no page can show: a row is nothing without an id. */
export const unreadable = (rows: unknown[]) => rows.filter((row) => !hasId(row)).length;

/** A collection that is none is a card that says so, and a row that is none a note. */
export const listSaid =
  (card: RegExp, note: (count: number) => RegExp | undefined) =>
  (body: unknown): RegExp | undefined => {
    if (!Array.isArray(body)) return card;
    const count = unreadable(body);
    return count > 0 ? note(count) : undefined;
  };

export const SIZES = [
  { tag: '', numRuns: 3 },
  { tag: ' @full', numRuns: 100 },
];

/** A failure names seed and path: MUTATION_SEED and MUTATION_PATH repeat it. Shrinking would take minutes. */
export async function hold<T>(property: fc.IAsyncProperty<T>, numRuns: number): Promise<void> {
  const parameters = runs(numRuns);
  test.setTimeout(30_000 + parameters.numRuns * 4_000);
  await fc.assert(property, { ...parameters, endOnFailure: true });
}
