import { Plural, Trans } from '@lingui/react/macro';
import { useSyncExternalStore } from 'react';
import type { Run } from '../../revocation/run.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card, CardHeading } from '../../ui/Card.tsx';
import { LeaveRunGuard } from './LeaveRunGuard.tsx';
import styles from './Revoke.module.css';
import { RunReceipt } from './RunReceipt.tsx';
import { carryOut } from './revocation.ts';

export function RunStep({ run, onDone }: { run: Run; onDone: () => void }) {
  const state = useSyncExternalStore(run.subscribe, run.getState);
  const isOver = state.status !== 'running' && state.status !== 'paused';
  return (
    <div className={styles.step}>
      <Card aria-labelledby="progress">
        <CardHeading
          id="progress"
          title={
            state.status === 'finished' ? (
              <Trans>Done</Trans>
            ) : state.status === 'paused' ? (
              <Trans>Paused</Trans>
            ) : isOver ? (
              <Trans>Stopped</Trans>
            ) : (
              <Trans>Revoking</Trans>
            )
          }
        />
        <div className={styles.step}>
          <progress className={styles.bar} value={state.peopleDone} max={state.people} aria-labelledby="progress" />
          <p className={styles.counts}>
            <Trans>
              {state.peopleDone} of <Plural value={state.people} one="# person" other="# people" />
            </Trans>
            {' · '}
            <Plural value={state.itemsDone} one="# item revoked" other="# items revoked" />
            {state.failures > 0 && (
              <>
                {' · '}
                <Plural value={state.failures} one="# failed" other="# failed" />
              </>
            )}
            {state.status === 'running' && state.secondsLeft !== undefined && (
              <>
                {' · '}
                <Plural
                  value={Math.max(1, Math.ceil(state.secondsLeft / 60))}
                  one="about # minute left"
                  other="about # minutes left"
                />
              </>
            )}
          </p>
          {state.status === 'running' && state.waitingFor && (
            <Alert tone="info">
              {state.waitingFor === 'connection' ? (
                <Trans>Waiting for the connection; it goes on by itself.</Trans>
              ) : (
                <Trans>Waiting for the service’s limit; it goes on by itself.</Trans>
              )}
            </Alert>
          )}
          {!state.isKept && !isOver && (
            <Alert tone="warning">
              <Trans>This browser keeps nothing: if the page is closed, what was done can’t be shown again.</Trans>
            </Alert>
          )}
          <div className={styles.buttons}>
            {state.status === 'running' && (
              <Button onClick={() => run.pause()}>
                <Trans>Pause</Trans>
              </Button>
            )}
            {state.status === 'paused' && (
              <Button look="filled" onClick={() => run.resume()}>
                <Trans>Go on</Trans>
              </Button>
            )}
            {!isOver && (
              <Button look="danger" onClick={() => run.stop()}>
                <Trans>Stop</Trans>
              </Button>
            )}
            {isOver && state.failures > 0 && (
              <Button look="filled" onClick={() => void carryOut(run, () => run.retryFailed())}>
                <Trans>Retry failed</Trans>
              </Button>
            )}
            {isOver && state.status !== 'finished' && (
              <Button look="filled" onClick={() => void carryOut(run, () => run.start())}>
                <Trans>Go on</Trans>
              </Button>
            )}
            {isOver && (
              <Button onClick={onDone}>
                <Trans>Another list</Trans>
              </Button>
            )}
          </div>
        </div>
      </Card>
      {isOver && <RunReceipt run={run} />}
      {!isOver && <LeaveRunGuard run={run} />}
    </div>
  );
}
