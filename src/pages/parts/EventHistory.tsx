import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { type EventKind, eventsQuery, kindOf, type SecurityEvent } from '../../api/events.ts';
import { Alert } from '../../ui/Alert.tsx';
import { announce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { ProblemDetails } from '../../ui/ProblemDetails.tsx';
import { ProblemWords } from '../../ui/ProblemWords.tsx';
import { asProblem } from '../../ui/problem.ts';
import styles from './EventHistory.module.css';
import { EventList } from './EventList.tsx';
import { UnreadableNote } from './UnreadableNote.tsx';

interface EventHistoryProps {
  /** A user's number, or oneself. */
  user: number | 'my';
  kind: EventKind | undefined;
}

/** A user's events, newest first, a page at a time. They lie in a flush card. */
export function EventHistory({ user, kind }: EventHistoryProps) {
  const { t } = useLingui();
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage, error } = useSuspenseInfiniteQuery(
    eventsQuery(user, kind),
  );
  const list = useRef<HTMLDivElement>(null);
  const loaded = distinct(data.pages.flatMap((page) => page.rows));
  const shown = kind === 'other' ? loaded.filter((event) => kindOf(event) === 'other') : loaded;
  const unreadable = data.pages.reduce((sum, page) => sum + page.unreadable, 0);

  const more = async () => {
    const { isError, hasNextPage: goesOn } = await fetchNextPage();
    if (isError) return;
    announce(t`More events are shown.`);
    // The button that was pressed is gone.
    if (!goesOn) list.current?.focus({ preventScroll: true });
  };

  return (
    <div ref={list} tabIndex={-1}>
      {shown.length === 0 && hasNextPage ? (
        <p className={styles.noneYet}>
          <Plural
            value={loaded.length}
            one="None of this kind in the newest event."
            other="None of this kind among the newest # events."
          />
        </p>
      ) : (
        (shown.length > 0 || unreadable === 0) &&
        (shown.length === 0 && (kind || user !== 'my') ? (
          <p className={styles.noneYet}>
            {kind ? <Trans>Nothing of this kind has happened</Trans> : <Trans>Nothing has happened</Trans>}
          </p>
        ) : (
          <EventList
            events={shown}
            // No page holds so many, unless the API gives more than was asked for.
            atOnce={data.pages.length * 30}
          />
        ))
      )}
      <UnreadableNote>
        {unreadable > 0 && (
          <Plural value={unreadable} one="# event could not be shown." other="# events could not be shown." />
        )}
      </UnreadableNote>
      {(error || hasNextPage) && (
        <div className={styles.more}>
          {error && (
            <Alert tone="danger">
              <ProblemWords problem={asProblem(error)} />
              <ProblemDetails problem={asProblem(error)} />
            </Alert>
          )}
          {hasNextPage && (
            <Button pending={isFetchingNextPage} onClick={more}>
              <Trans>Load more</Trans>
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

/** New events push older ones on to the next page, where they come a second time. */
function distinct(events: SecurityEvent[]): SecurityEvent[] {
  return [...new Map(events.map((event) => [event.id, event])).values()];
}
