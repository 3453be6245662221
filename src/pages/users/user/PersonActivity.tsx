import { Trans, useLingui } from '@lingui/react/macro';
import { useSearchParams } from 'react-router';
import { Card, CardHeading } from '../../../ui/Card.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { LoadingRegion, Skeleton } from '../../../ui/Skeleton.tsx';
import { EventHistory } from '../../parts/EventHistory.tsx';
import { KindField } from '../../parts/KindField.tsx';
import { readKind } from '../../parts/kinds.ts';
import styles from './User.module.css';

export function PersonActivity({ userId }: { userId: number }) {
  const { t } = useLingui();
  const kind = readKind(useSearchParams()[0]);
  return (
    <Card padding="flush" aria-labelledby="activity" className={styles.activity}>
      <CardHeading
        id="activity"
        title={<Trans>Security activity</Trans>}
        actions={
          <div className={styles.kind}>
            <KindField />
          </div>
        }
      />
      <Loaded
        key={kind}
        loading={
          <LoadingRegion label={t`Loading`}>
            <Skeleton shape="row" count={3} />
          </LoadingRegion>
        }
        failed={<Trans>The activity could not be shown</Trans>}
      >
        <EventHistory user={userId} kind={kind} />
      </Loaded>
    </Card>
  );
}
