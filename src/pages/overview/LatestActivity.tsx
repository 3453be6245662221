import { Trans } from '@lingui/react/macro';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { eventsQuery } from '../../api/events.ts';
import { Card, CardHeading } from '../../ui/Card.tsx';
import { EventList } from '../parts/EventList.tsx';

/** Events on the overview; the newest is the one that matters, the others give it a place in time. */
const SHOWN = 3;

export function LatestActivity() {
  const { data } = useSuspenseInfiniteQuery(eventsQuery('my', undefined));
  const events = data.pages.flatMap((page) => page.rows).slice(0, SHOWN);
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
      <EventList events={events} />
    </Card>
  );
}
