import { Trans } from '@lingui/react/macro';
import { useSyncExternalStore } from 'react';
import { Alert } from '../ui/Alert.tsx';
import styles from './Notices.module.css';

/** Says at once that the connection is gone. */
export function OfflineNotice() {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  if (online) return null;
  return (
    <div className={styles.banner}>
      <Alert tone="warning">
        <Trans>You are offline. What is shown may be old; it comes up to date by itself.</Trans>
      </Alert>
    </div>
  );
}

function subscribe(listener: () => void): () => void {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}
