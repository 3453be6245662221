import fc from 'fast-check';

/** Answers as the documentation has them, and what may become of them: for the tests of the portal, at every level. */

const date = '2026-01-01T00:00:00+0000';
const lookup = [
  { id: 1, description: 'Active' },
  { id: 2, description: 'Another' },
];
const key = {
  id: 7,
  status: lookup[0],
  type: { id: 1, description: 'Time-Based One-Time Password' },
  creation_date: date,
};
const device = { id: 3, operating_system: 'Linux', browser: 'Firefox', activation_date: date };
const event = {
  id: 5,
  timestamp: date,
  alert: false,
  description: 'Something happened',
  event_type: { id: 6, description: 'User authentication failed' },
  event_severity: { id: 0, description: 'Info' },
};
const person = {
  id: 9,
  username: 'person@example.com',
  name: 'A Person',
  created: date,
  status: lookup[0],
  organisation: { id: 1, name: 'Example' },
};

export const SAMPLES = {
  lookup,
  devices: [device, { ...device, id: 4, browser: 'Opera' }],
  events: [event, { ...event, id: 6, event_type: { id: 14, description: 'Multi-factor Authentication' } }],
  user: { ...person, roles: [{ id: 1, name: 'Administrator' }], mfa: [key, { ...key, id: 8, status: lookup[1] }] },
  directory: [person, { ...person, id: 10, username: 'other@example.com' }],
  newKey: { ...key, secret_key: 'JBSWY3DPEHPK3PXP', otpauth: 'otpauth://totp/Example:a?secret=JBSWY3DPEHPK3PXP' },
  signedIn: { auth_token: 'a.b.c', refresh_token: 'r' },
  secondFactor: { mfa_token: 'a.b.c' },
  error: {
    error_code: 1400,
    error_token: 'InputValidationFailed',
    message: 'No',
    errors: [{ error_code: 1402, error_token: 'Required', message: 'Missing' }],
  },
};

/** How a run is repeated: fast-check prints the seed and path of one that fails. A seed of its own each night finds more. */
export function runs(usually: number): { numRuns: number; seed: number; path?: string } {
  const { MUTATIONS, MUTATION_SEED, MUTATION_PATH } = process.env;
  return {
    numRuns: Number(MUTATIONS ?? usually),
    seed: Number(MUTATION_SEED ?? 9),
    ...(MUTATION_PATH && { path: MUTATION_PATH }),
  };
}

/** Anything at all that JSON can hold, and what is likeliest to be taken for the thing itself. */
const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(null, '', '0', -1, 1e308, '9'.repeat(15), [], [null], {}, { id: null }, '\ud800', '\u0000'),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

/** A value in which some parts, at any depth, are missing, null, something else, or there twice. */
function changed(part: unknown): fc.Arbitrary<unknown> {
  const kept: fc.Arbitrary<unknown> = Array.isArray(part)
    ? fc.tuple(...part.map(changed)).chain((items) => fc.constantFrom(items, [...items, ...items]))
    : typeof part === 'object' && part !== null
      ? fc.record(Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, changed(inner)])), {
          requiredKeys: [],
        })
      : fc.constantFrom(part, String(part));
  return fc.oneof({ weight: 8, arbitrary: kept }, { weight: 1, arbitrary: anything });
}

/** The body of an answer: changed JSON, cut short, nothing, or a proxy's page. */
export function mutated(value: unknown): fc.Arbitrary<string> {
  const whole = changed(value).map((answer) => JSON.stringify(answer));
  const cut = fc.tuple(whole, fc.nat(60)).map(([json, length]) => json.slice(0, length));
  return fc.oneof(
    { weight: 8, arbitrary: whole },
    { weight: 1, arbitrary: cut },
    { weight: 1, arbitrary: fc.constantFrom('', '<!doctype html><title>502</title>', '\ufeff[]', 'null') },
  );
}

const header = fc.oneof(
  fc.constantFrom('', '0', '-1', '1', '3', '999999999999', '1e9', 'NaN', 'Infinity', '1, 2', 'x'),
  fc.integer().map(String),
);

/** A status at which a call fails for good, without being tried again, and a body of any shape with it. */
export const refusal: fc.Arbitrary<{ status: number; body: string }> = fc.record({
  status: fc.constantFrom(400, 404, 405, 409, 418, 422, 451),
  body: mutated(SAMPLES.error),
});

/** The paging headers of a collection, some missing and some untrue. */
export const mutatedPaging: fc.Arbitrary<Record<string, string>> = fc.record(
  { 'X-Total-Count': header, 'X-Total-Pages': header, 'X-Current-Page': header, 'X-Count-Per-Page': header },
  { requiredKeys: [] },
);
