import { Trans } from '@lingui/react/macro';
import { useSearchParams } from 'react-router';
import { Card } from '../../../ui/Card.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { EventHistory } from '../../parts/EventHistory.tsx';
import { KindField } from '../../parts/KindField.tsx';
import { readKind } from '../../parts/kinds.ts';
import styles from './User.module.css';

export function PersonActivity({ userId }: { userId: number }) {
  const kind = readKind(useSearchParams()[0]);
  return (
    <section className={styles.activity} aria-labelledby="activity">
      <div className={styles.activityHead}>
        <h2 id="activity">
          <Trans>Security activity</Trans>
        </h2>
        <div>
          <KindField />
        </div>
      </div>
      <Loaded
        key={kind}
        loading={
          <Card padding="flush">
            <Skeleton shape="row" count={3} />
          </Card>
        }
        failed={<Trans>The activity could not be shown</Trans>}
      >
        <EventHistory user={userId} kind={kind} />
      </Loaded>
    </section>
  );
}
