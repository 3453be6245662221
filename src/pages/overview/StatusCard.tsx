import { Trans } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { isActive } from '../../api/mfa-keys.ts';
import { myUserQuery } from '../../api/users.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Card } from '../../ui/Card.tsx';
import { classes } from '../../ui/classes.ts';
import styles from './Overview.module.css';

/** Where a key can't be read that may be an active one, either statement could be untrue. */
function Unclear() {
  return (
    <Card className={styles.status} aria-labelledby="status">
      <span className={classes(styles.shield, styles.warning)} aria-hidden="true">
        <ShieldAlert />
      </span>
      <div className={styles.statusWords}>
        <h2 id="status">
          <Trans>Your authenticator app could not be read</Trans>
        </h2>
        <p>
          <Trans>
            emnify describes it in a way this page does not understand. Nothing about your account has changed.
          </Trans>
        </p>
      </div>
      <ButtonLink to="/authenticators">
        <Trans>See your authenticator apps</Trans>
      </ButtonLink>
    </Card>
  );
}

/** The state of the account at one look, and the one next step. */
export function StatusCard() {
  const { data: user } = useSuspenseQuery(myUserQuery);
  const isProtected = user.mfa.rows.some(isActive);
  if (!isProtected && user.mfa.unreadable > 0) return <Unclear />;
  return (
    <Card className={styles.status} aria-labelledby="status">
      <span className={classes(styles.shield, isProtected ? styles.good : styles.warning)} aria-hidden="true">
        {isProtected ? <ShieldCheck /> : <ShieldAlert />}
      </span>
      <div className={styles.statusWords}>
        <h2 id="status">
          {isProtected ? <Trans>Protected by an authenticator app</Trans> : <Trans>No authenticator app</Trans>}
        </h2>
        <p>
          {isProtected ? (
            <Trans>Signing in asks for a code from your app, except in browsers you trust.</Trans>
          ) : (
            <Trans>emnify may send codes to your email; an app is safer.</Trans>
          )}
        </p>
      </div>
      {isProtected ? (
        <ButtonLink to="/authenticators/new">
          <Trans>Move to a new phone</Trans>
        </ButtonLink>
      ) : (
        <ButtonLink to="/authenticators/new" look="filled">
          <Trans>Set up an authenticator app</Trans>
        </ButtonLink>
      )}
    </Card>
  );
}
