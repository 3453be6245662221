import * as z from 'zod/mini';

/** What is to go from each person. */
const work = z.enum(['devices', 'keys', 'both']);
export type Work = z.output<typeof work>;

const plannedPerson = z.object({ id: z.number(), username: z.string(), name: z.string() });
export type PlannedPerson = z.output<typeof plannedPerson>;

/** Why a line is left out: it names nobody, more than one, somebody who can't be seen, or the API did not tell. */
const leftOut = z.enum(['not-found', 'ambiguous', 'not-allowed', 'failed', 'own']);
export type LeftOut = z.output<typeof leftOut>;

/** A job of revoking for many. It holds no secret and no token, so that it can be kept. */
export const planSchema = z.object({
  id: z.string(),
  startedAt: z.number(),
  /** Whose it is: the user's number, or what stands for a workspace. */
  owner: z.string(),
  /** Who acts, in words for the receipt. */
  by: z.string(),
  work,
  people: z.array(plannedPerson),
  /** Lines of the list for which nothing is done, as they were written, and why. */
  leftOut: z.array(z.object({ text: z.string(), why: leftOut })),
});
export type Plan = z.output<typeof planSchema>;

/** How it went with one thing of a person, or with the person as a whole where nothing could be read. */
const outcome = z.object({
  personId: z.number(),
  kind: z.enum(['device', 'key', 'person']),
  itemId: z.number(),
  /** The API's words for it: untrusted. */
  label: z.string(),
  isDone: z.boolean(),
  /** What failed where it is not: the kind of it, and what the API answered: status, token and its own sentence. */
  problem: z.optional(z.string()),
  status: z.optional(z.number()),
  token: z.optional(z.string()),
  reason: z.optional(z.string()),
  at: z.number(),
});
export const outcomesSchema = z.array(outcome);
export type Outcome = z.output<typeof outcome>;

/** What has been done of a plan. */
export type Progress = { outcomes: Outcome[]; finished: number[] };

/** Names one thing of one person, so that it is recorded once. */
export function keyOf({ personId, kind, itemId }: Pick<Outcome, 'personId' | 'kind' | 'itemId'>): string {
  return `${personId} ${kind} ${itemId}`;
}
