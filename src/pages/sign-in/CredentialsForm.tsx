import { Trans, useLingui } from '@lingui/react/macro';
import { type SubmitEvent, startTransition, useEffect, useRef, useState } from 'react';
import { Alert } from '../../ui/Alert.tsx';
import { Button } from '../../ui/Button.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './SignIn.module.css';
import { LockedAlert, SignInProblem } from './SignInProblem.tsx';
import type { Lockouts } from './useLockouts.ts';

export type Credentials = { username: string; password: string };

interface CredentialsFormProps {
  username: string;
  lockouts: Lockouts;
  /** Hears of the e-mail as it is typed or filled in. */
  onType: (username: string) => void;
  /** @throws ApiError, which is shown here */
  onSubmit: (credentials: Credentials) => Promise<void>;
}

/**
 * The first page that anybody sees: its two fields are the browser's own, read when they are sent, so that it needs no
 * form library.
 */
export function CredentialsForm({ username, lockouts, onType, onSubmit }: CredentialsFormProps) {
  const { t } = useLingui();
  const [failure, setFailure] = useState<unknown>();
  const [missing, setMissing] = useState<{ username?: boolean; password?: boolean }>({});
  const [typedUsername, setTypedUsername] = useState(username);
  const [pending, setPending] = useState(false);
  const usernameField = useRef<HTMLInputElement>(null);
  const passwordField = useRef<HTMLInputElement>(null);
  // Typed, or filled in by the browser, before this form was there to hear of it.
  useEffect(() => {
    const filled = usernameField.current?.value ?? '';
    setTypedUsername(filled);
    onType(filled);
  }, [onType]);
  const canSignIn = globalThis.crypto?.subtle !== undefined;
  const lockedFor = lockouts.secondsLeft(typedUsername);

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const credentials = { username: String(typed.get('username')).trim(), password: String(typed.get('password')) };
    setMissing({ username: credentials.username === '', password: credentials.password === '' });
    if (credentials.username === '') return usernameField.current?.focus();
    if (credentials.password === '') return passwordField.current?.focus();
    // The button hears of the last letter a moment later.
    if (lockouts.secondsLeft(credentials.username) > 0) return;
    setFailure(undefined);
    setPending(true);
    try {
      await onSubmit(credentials);
    } catch (error) {
      setFailure(error);
      passwordField.current?.select();
    } finally {
      setPending(false);
    }
  }

  return (
    // `post`: should the browser ever submit this form by itself, nothing of it may reach the address.
    <form method="post" noValidate className={styles.form} onSubmit={submit}>
      {!canSignIn && (
        <Alert tone="warning" live={false}>
          <Trans>
            This page needs a secure connection to sign you in. Open it with an address that begins with https.
          </Trans>
        </Alert>
      )}
      {lockedFor > 0 ? (
        <LockedAlert seconds={lockedFor} />
      ) : (
        failure !== undefined && <SignInProblem failure={failure} lastTry={lockouts.isLastTry(typedUsername)} />
      )}
      <TextField
        label={<Trans>Email</Trans>}
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        data-first-focus={username === '' ? '' : undefined}
        autoFocus={username === ''}
        error={missing.username && t`Enter your email.`}
        ref={usernameField}
        name="username"
        disabled={!canSignIn}
        defaultValue={username}
        onChange={({ target }) => {
          onType(target.value);
          // The letter comes first.
          startTransition(() => {
            setTypedUsername(target.value);
            setMissing((all) => ({ ...all, username: false }));
          });
        }}
      />
      <PasswordField
        label={<Trans>Password</Trans>}
        autoComplete="current-password"
        data-first-focus={username === '' ? undefined : ''}
        autoFocus={username !== ''}
        error={missing.password && t`Enter your password.`}
        ref={passwordField}
        name="password"
        disabled={!canSignIn}
        onChange={() => missing.password && setMissing((all) => ({ ...all, password: false }))}
      />
      <Button type="submit" look="filled" wide pending={pending} disabled={lockedFor > 0 || !canSignIn}>
        <Trans>Sign in</Trans>
      </Button>
    </form>
  );
}
