import { Plural, Trans } from '@lingui/react/macro';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { eventsQuery } from '../../api/events.ts';
import { Card, CardHeading } from '../../ui/Card.tsx';
import { EventList } from '../parts/EventList.tsx';
import { UnreadableNote } from '../parts/UnreadableNote.tsx';

/** Events on the overview; the newest is the one that matters, the others give it a place in time. */
const SHOWN = 3;

export function LatestActivity() {
  const { data } = useSuspenseInfiniteQuery(eventsQuery('my', undefined));
  const events = data.pages.flatMap((page) => page.rows).slice(0, SHOWN);
  const unreadable = data.pages.reduce((sum, page) => sum + page.unreadable, 0);
  return (
    <Card padding="flush" aria-labelledby="activity">
      <CardHeading
        id="activity"
        title={<Trans>Latest activity</Trans>}
        actions={
          <Link to="/activity">
            <Trans>All activity</Trans>
          </Link>
        }
      />
      {(events.length > 0 || unreadable === 0) && <EventList events={events} />}
      <UnreadableNote>
        {unreadable > 0 && (
          <Plural value={unreadable} one="# event could not be shown." other="# events could not be shown." />
        )}
      </UnreadableNote>
    </Card>
  );
}
