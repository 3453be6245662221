import { NAME } from './kept-session.ts';
import { onSessionEnd } from './session.ts';
import { forget, readStored, store } from './storage.ts';

const KEPT = `${NAME}:ticket`;

/** The ticket that a supporter works on: kept for the next receipt, also after a reload, and gone with the session. */
let ticket = storedTicket();

onSessionEnd(() => {
  ticket = '';
  forget('sessionStorage', KEPT);
});

export function currentTicket(): string {
  return ticket;
}

export function keepTicket(typed: string): void {
  ticket = typed;
  store('sessionStorage', KEPT, typed);
}

function storedTicket(): string {
  const stored = readStored('sessionStorage', KEPT);
  return typeof stored === 'string' ? stored : '';
}
