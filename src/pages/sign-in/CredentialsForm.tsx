import { zodResolver } from '@hookform/resolvers/zod';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import * as z from 'zod/mini';
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
  /** @throws ApiError, which is shown here */
  onSubmit: (credentials: Credentials) => Promise<void>;
}

export function CredentialsForm({ username, lockouts, onSubmit }: CredentialsFormProps) {
  const { t } = useLingui();
  const [failure, setFailure] = useState<unknown>();
  const schema = z.object({
    username: z.string().check(z.trim(), z.minLength(1, t`Enter your email.`)),
    password: z.string().check(z.minLength(1, t`Enter your password.`)),
  });
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { username, password: '' } });
  const { errors, isSubmitting } = form.formState;
  const typedUsername = form.watch('username');
  const lockedFor = lockouts.secondsLeft(typedUsername);

  const submit = form.handleSubmit(async (credentials) => {
    setFailure(undefined);
    try {
      await onSubmit(credentials);
    } catch (error) {
      setFailure(error);
      form.setFocus('password', { shouldSelect: true });
    }
  });

  return (
    // `post`: should the browser ever submit this form by itself, nothing of it may reach the address.
    <form method="post" noValidate className={styles.form} onSubmit={submit}>
      {!globalThis.crypto?.subtle && (
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
        error={errors.username?.message}
        {...form.register('username')}
      />
      <PasswordField
        label={<Trans>Password</Trans>}
        autoComplete="current-password"
        data-first-focus={username === '' ? undefined : ''}
        autoFocus={username !== ''}
        error={errors.password?.message}
        {...form.register('password')}
      />
      <Button
        type="submit"
        look="filled"
        wide
        pending={isSubmitting}
        disabled={lockedFor > 0 || !globalThis.crypto?.subtle}
      >
        <Trans>Sign in</Trans>
      </Button>
    </form>
  );
}
