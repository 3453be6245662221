import { useEffect, useState } from 'react';
import { budget } from '../../revocation/budget-of-browser.ts';
import type { PlannedPerson } from '../../revocation/plan.ts';
import { requestsPerWindow } from '../../settings.ts';
import { callsOfThisPerson } from './revocation.ts';

/** What each person has, by number, as far as they were asked for. */
export type Counts = ReadonlyMap<number, { devices: number; keys: number }>;

/** Half of the budget is kept for the work itself. */
const KEPT_FOR_WORK = requestsPerWindow / 2;

/** Counts what would go, person by person, for as long as one looks and the budget allows. */
export function useCounts(people: PlannedPerson[]): Counts {
  const [counts, setCounts] = useState<Counts>(new Map());
  useEffect(() => {
    const looking = new AbortController();
    const count = async () => {
      const calls = callsOfThisPerson();
      const known = new Map<number, { devices: number; keys: number }>();
      for (const { id } of people) {
        if (budget.left() <= KEPT_FOR_WORK) return;
        await budget.take(looking.signal);
        const devices = await calls.readDevices(id);
        await budget.take(looking.signal);
        const keys = await calls.readKeys(id);
        if (looking.signal.aborted) return;
        known.set(id, { devices: devices.rows.length, keys: keys.rows.length });
        setCounts(new Map(known));
      }
    };
    // Counting is a kindness: where it fails, the work itself finds out.
    count().catch(() => undefined);
    return () => looking.abort(new DOMException('left', 'AbortError'));
  }, [people]);
  return counts;
}
