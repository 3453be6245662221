import type { DirectoryUser } from '../../api/directory.ts';
import { type Account, isMyself } from '../../api/users.ts';
import type { LeftOut, Plan, PlannedPerson } from '../../revocation/plan.ts';
import type { Preview } from './revocation.ts';

/** A line of the list, and what is to be done about it. */
export type PreviewLine = { line: number; text: string } & (
  | { what: 'found' | 'own'; user: DirectoryUser }
  /** An earlier line names the same person. */
  | { what: 'twice'; firstLine: number }
  | { what: Exclude<LeftOut, 'own'> }
);

export type Sorted = {
  people: PlannedPerson[];
  /** The one who is signed in, if the list names them. */
  me: PlannedPerson | undefined;
  /** Those for which nothing would be done first, then the others, each in the order of the list. */
  lines: PreviewLine[];
};

/** The people that a preview found, each once. */
export function sortPeople({ resolved, parsed }: Preview, signedIn: Account | undefined): Sorted {
  const firstLines = new Map<number, number>();
  const people: PlannedPerson[] = [];
  let me: PlannedPerson | undefined;
  const lines: PreviewLine[] = parsed.duplicates.map((duplicate) => ({ ...duplicate, what: 'twice' }));
  for (const resolution of resolved) {
    const { line, text } = resolution;
    if (resolution.outcome !== 'found') {
      lines.push({ line, text, what: resolution.outcome });
      continue;
    }
    const { user } = resolution;
    const firstLine = firstLines.get(user.id);
    if (firstLine !== undefined) {
      lines.push({ line, text, what: 'twice', firstLine });
      continue;
    }
    firstLines.set(user.id, line);
    const isMe = isMyself(signedIn, user);
    lines.push({ line, text, what: isMe ? 'own' : 'found', user });
    if (isMe) me = planned(user);
    else people.push(planned(user));
  }
  const isLate = ({ what }: PreviewLine) => what === 'found';
  lines.sort((one, other) => Number(isLate(one)) - Number(isLate(other)) || one.line - other.line);
  return { people, me, lines };
}

/** The lines for which nothing will be done, for the receipt. Whoever is named twice is on it once. */
export function leftOutOf({ lines }: Sorted, withMe: boolean): Plan['leftOut'] {
  return lines.flatMap(({ text, what }) =>
    what === 'found' || what === 'twice' || (what === 'own' && withMe) ? [] : [{ text, why: what }],
  );
}

function planned({ id, username, name }: DirectoryUser): PlannedPerson {
  return { id, username: username ?? '', name: name ?? '' };
}
