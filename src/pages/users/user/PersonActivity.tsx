import { Trans } from '@lingui/react/macro';
import { EventHistory } from '../../parts/EventHistory.tsx';
import styles from './User.module.css';

export function PersonActivity({ userId }: { userId: number }) {
  return (
    <section className={styles.activity} aria-labelledby="activity">
      <h2 id="activity">
        <Trans>Security activity</Trans>
      </h2>
      <EventHistory user={userId} kind={undefined} />
    </section>
  );
}
