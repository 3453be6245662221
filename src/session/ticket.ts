import { onSessionEnd } from './session.ts';

/** The ticket that a supporter works on: kept for the next receipt, and gone with the session. */
let ticket = '';

onSessionEnd(() => {
  ticket = '';
});

export function currentTicket(): string {
  return ticket;
}

export function keepTicket(typed: string): void {
  ticket = typed;
}
