import type { DirectoryUser } from '../../api/directory.ts';
import type { PlannedPerson } from '../../revocation/plan.ts';
import type { Preview } from './revocation.ts';

export type Sorted = {
  people: PlannedPerson[];
  /** The one who is signed in, if the list names them. */
  me: PlannedPerson | undefined;
  /** Lines that name a person whom an earlier line names in another way. */
  twice: number;
};

/** The people that a preview found, each once. */
export function sortPeople({ resolved, parsed }: Preview, myId: number | undefined): Sorted {
  const people = new Map<number, PlannedPerson>();
  let found = 0;
  for (const line of resolved) {
    if (line.outcome !== 'found') continue;
    found += 1;
    people.set(line.user.id, planned(line.user));
  }
  const me = myId === undefined ? undefined : people.get(myId);
  if (me) people.delete(me.id);
  return { people: [...people.values()], me, twice: parsed.duplicates.length + found - people.size - (me ? 1 : 0) };
}

function planned({ id, username, name }: DirectoryUser): PlannedPerson {
  return { id, username: username ?? '', name: name ?? '' };
}
