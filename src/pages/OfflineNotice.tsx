import { Trans } from '@lingui/react/macro';
import { Alert } from '../ui/Alert.tsx';
import { useIsOffline } from '../ui/useIsOffline.ts';
import styles from './Notices.module.css';

/** Says at once that the connection is gone. */
export function OfflineNotice() {
  if (!useIsOffline()) return null;
  return (
    <div className={styles.banner}>
      <Alert tone="warning">
        <Trans>You are offline. What is shown may be old; it comes up to date by itself.</Trans>
      </Alert>
    </div>
  );
}
