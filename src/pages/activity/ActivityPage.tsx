import { Trans, useLingui } from '@lingui/react/macro';
import { useSearchParams } from 'react-router';
import { Card } from '../../ui/Card.tsx';
import { ListLoading } from '../../ui/ListLoading.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Page } from '../../ui/Page.tsx';
import { EventHistory } from '../parts/EventHistory.tsx';
import { KindField } from '../parts/KindField.tsx';
import { readKind } from '../parts/kinds.ts';
import styles from './Activity.module.css';

export function ActivityPage() {
  const { t } = useLingui();
  const kind = readKind(useSearchParams()[0]);
  return (
    <Page
      title={t`Security activity`}
      subtitle={
        <Trans>Sign-ins that failed, changes to your second factor, and what else happened to your account.</Trans>
      }
    >
      <div className={styles.filter}>
        <KindField />
      </div>
      <Loaded key={kind} loading={<ListLoading count={5} />} failed={<Trans>Your activity could not be shown</Trans>}>
        <Card padding="flush">
          <EventHistory user="my" kind={kind} />
        </Card>
      </Loaded>
    </Page>
  );
}
