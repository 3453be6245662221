import { onSessionEnd } from '../../session/session.ts';

/** The list as it was typed: there again after a look at another page, in memory alone, and gone with the session. */
let kept = '';

onSessionEnd(() => {
  kept = '';
});

export function keptList(): string {
  return kept;
}

export function keepList(list: string): void {
  kept = list;
}
