/** What is to go from each person. */
export type Work = 'devices' | 'keys' | 'both';

export type PlannedPerson = { id: number; username: string; name: string };

/** A job of revoking for many. It holds no secret and no token, so that it can be kept. */
export type Plan = {
  id: string;
  startedAt: number;
  /** Whose it is: the user's number, or what stands for a workspace. */
  owner: string;
  /** Who acts, in words for the receipt. */
  by: string;
  work: Work;
  people: PlannedPerson[];
};

/** How it went with one thing of a person, or with the person as a whole where nothing could be read. */
export type Outcome = {
  personId: number;
  kind: 'device' | 'key' | 'person';
  itemId: number;
  /** The API's words for it: untrusted. */
  label: string;
  isDone: boolean;
  /** What the API answered where it is not: status, token and its own sentence. */
  status?: number | undefined;
  token?: string | undefined;
  reason?: string | undefined;
  at: number;
};

/** What has been done of a plan. */
export type Progress = { outcomes: Outcome[]; finished: number[] };

/** Names one thing of one person, so that it is recorded once. */
export function keyOf({ personId, kind, itemId }: Pick<Outcome, 'personId' | 'kind' | 'itemId'>): string {
  return `${personId} ${kind} ${itemId}`;
}
