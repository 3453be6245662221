import { Plural, Trans } from '@lingui/react/macro';
import type { RunState } from '../../revocation/run-state.ts';
import { Alert } from '../../ui/Alert.tsx';
import styles from './Revoke.module.css';

/** How far a run has come, and what it waits for. */
export function RunProgress({ state }: { state: RunState }) {
  const { status, waitingFor, people, peopleDone, itemsDone, failures, secondsLeft, isKept } = state;
  const isOver = status !== 'running' && status !== 'paused';
  return (
    <>
      {!isOver && <progress className={styles.bar} value={peopleDone} max={people} aria-labelledby="progress" />}
      <p className={styles.counts}>
        <Trans>
          {peopleDone} of <Plural value={people} one="# person" other="# people" />
        </Trans>
        {' · '}
        <Plural value={itemsDone} one="# item revoked" other="# items revoked" />
        {failures > 0 && (
          <>
            {' · '}
            <span className={styles.failures}>
              <Plural value={failures} one="# failed" other="# failed" />
            </span>
          </>
        )}
        {status === 'running' && secondsLeft !== undefined && (
          <>
            {' · '}
            {secondsLeft < 60 ? (
              <Trans>less than a minute left</Trans>
            ) : (
              <Plural value={Math.ceil(secondsLeft / 60)} one="about # minute left" other="about # minutes left" />
            )}
          </>
        )}
      </p>
      {status === 'running' && waitingFor !== undefined && (
        <Alert tone="info">
          {waitingFor === 'connection' ? (
            <Trans>Waiting for the connection; it goes on by itself.</Trans>
          ) : (
            <Trans>Waiting for the service’s limit; it goes on by itself.</Trans>
          )}
        </Alert>
      )}
      {waitingFor === 'other-tab' && (
        <Alert tone="info">
          <Trans>Another tab of yours is at work. Go on here when it is done.</Trans>
        </Alert>
      )}
      {waitingFor === 'other-job' && (
        <Alert tone="info">
          <Trans>
            Another revocation of yours is not finished. “Another list” leads to it: go on with it or discard it first.
          </Trans>
        </Alert>
      )}
      {!isKept && !isOver && (
        <Alert tone="warning">
          <Trans>This browser keeps nothing: if the page is closed, what was done can’t be shown again.</Trans>
        </Alert>
      )}
    </>
  );
}
