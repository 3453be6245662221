import { EVENT_TYPES, type EventKind } from '../../api/events.ts';

const KINDS: EventKind[] = [...(Object.keys(EVENT_TYPES) as (keyof typeof EVENT_TYPES)[]), 'other'];

/** The kind that the address asks for; undefined for all of them, and for one that does not exist. */
export function readKind(searchParams: URLSearchParams): EventKind | undefined {
  return KINDS.find((kind) => kind === searchParams.get('kind'));
}
