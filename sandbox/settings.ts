import { z } from 'zod';

/** What no public source settles, and how hard the sandbox is to its callers. `PATCH /sandbox/settings`. */
export const settingsSchema = z.strictObject({
  /** 2,000 requests per 5 minutes and 100 on authenticate; or other numbers of requests. */
  rate_limits: z.union([z.boolean(), z.strictObject({ all: z.int().positive(), authenticate: z.int().positive() })]),
  /** A pace besides the window: so many requests a second, and so many at once. */
  pace: z.union([z.literal(false), z.strictObject({ per_second: z.number().positive(), burst: z.int().positive() })]),
  /** Whether a 429 carries `Retry-After`. */
  retry_after: z.boolean(),
  lockout_status: z.union([z.literal(401), z.literal(429)]),
  create_wrong_password: z.union([z.literal(401), z.literal(422)]),
  /** What deleting an enforced key answers. */
  enforced_status: z.union([z.literal(409), z.literal(422)]),
  refresh_rotation: z.boolean(),
  /** `status` and `type` inside `mfa[]` carry the id alone. */
  key_lookup_ids_only: z.boolean(),
  /** Whether an Observer sees another user's events. */
  events_for_observer: z.boolean(),
  /** Whether a wrong code in *activate* counts toward the lockout. */
  activation_counts: z.boolean(),
  /** Milliseconds added to every answer under /api. */
  latency_ms: z.int().nonnegative(),
});

export type Settings = z.infer<typeof settingsSchema>;

export function usualSettings(): Settings {
  return {
    rate_limits: false,
    pace: false,
    retry_after: true,
    lockout_status: 401,
    create_wrong_password: 422,
    enforced_status: 409,
    refresh_rotation: false,
    key_lookup_ids_only: false,
    events_for_observer: true,
    activation_counts: false,
    latency_ms: 0,
  };
}
