import { infiniteQueryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { readWithHeaders } from './client.ts';
import { date, id, type Rows, rowsOf, text, wholeNumberIn } from './tolerant.ts';

const securityEvent = z.object({
  id,
  timestamp: date,
  alert: z.optional(z.transform((value: unknown) => value === true)),
  description: text,
  event_type: z.catch(z.optional(z.object({ id, description: text })), undefined),
  event_severity: z.catch(z.optional(z.object({ id, description: text })), undefined),
});
export type SecurityEvent = z.output<typeof securityEvent>;

/** Event type ids as documented; an event of any other type is one of the rest. */
export const EVENT_TYPES = { 'sign-in-failed': 6, 'support-access': 13, mfa: 14 } as const;
export type EventKind = keyof typeof EVENT_TYPES | 'other';

export type EventPage = Rows<SecurityEvent> & { isLast: boolean };

const PER_PAGE = 25;

/** Which of the four kinds an event is of. */
export function kindOf(event: SecurityEvent): EventKind {
  const known = Object.entries(EVENT_TYPES).find(([, type]) => type === event.event_type?.id);
  return (known?.[0] as EventKind | undefined) ?? 'other';
}

/** What the API calls an alert, or a warning by the word of its severity. */
export function isWarning(event: SecurityEvent): boolean {
  return event.alert || /warn|error|critical|alert/i.test(event.event_severity?.description ?? '');
}

/**
 * `GET /user/{user_id}/event`, newest first, a page at a time.
 * @param kind one kind alone, asked of the API; 'other' can't be asked for, so all come and the page leaves out the rest
 */
export function eventsQuery(user: number | 'my', kind: EventKind | undefined) {
  const type = kind && kind !== 'other' ? EVENT_TYPES[kind] : undefined;
  return infiniteQueryOptions({
    queryKey: ['events', user, type ?? 'all'],
    queryFn: async ({ pageParam, signal }): Promise<EventPage> => {
      const searchParams = {
        ...(type !== undefined && { q: `type:${type}` }),
        sort: '-timestamp',
        page: pageParam,
        per_page: PER_PAGE,
      };
      const { body, headers } = await readWithHeaders(`/api/v1/user/${user}/event`, rowsOf(securityEvent), {
        searchParams,
        signal,
      });
      return { ...body, isLast: isLastPage(headers, pageParam, body.rows.length + body.unreadable) };
    },
    initialPageParam: 1,
    getNextPageParam: (last, _pages, page) => (last.isLast ? undefined : page + 1),
  });
}

/** By `X-Total-Pages`; without the header, a page that is not full is the last. An empty one is, whatever it says. */
function isLastPage(headers: Headers, page: number, rows: number): boolean {
  const total = wholeNumberIn(headers, 'x-total-pages');
  return rows === 0 || (total === undefined ? rows < PER_PAGE : page >= total);
}
