import { useLingui } from '@lingui/react/macro';
import { Card } from '../../ui/Card.tsx';
import { LoadingRegion } from '../../ui/Skeleton.tsx';
import styles from './DirectoryLoading.module.css';

const ROWS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const CELLS = ['id', 'name', 'username', 'status', 'organisation', 'created'];

/** The shape of the list. */
export function DirectoryLoading() {
  const { t } = useLingui();
  return (
    <LoadingRegion label={t`Loading`}>
      <Card padding="flush" className={styles.loading} aria-hidden="true">
        {ROWS.map((row) => (
          <div key={row} className={styles.loadingRow}>
            {CELLS.map((cell) => (
              <span key={cell} />
            ))}
          </div>
        ))}
      </Card>
    </LoadingRegion>
  );
}
