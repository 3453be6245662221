import { zodResolver } from '@hookform/resolvers/zod';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import * as z from 'zod/mini';
import { Button } from '../../ui/Button.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import styles from './SignIn.module.css';
import { SignInProblem } from './SignInProblem.tsx';

/** @throws ApiError from `onSubmit`, which is shown here */
export function ApplicationTokenForm({ onSubmit }: { onSubmit: (token: string) => Promise<void> }) {
  const { t } = useLingui();
  const [failure, setFailure] = useState<unknown>();
  const schema = z.object({ token: z.string().check(z.trim(), z.minLength(1, t`Enter an application token.`)) });
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { token: '' } });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async ({ token }) => {
    setFailure(undefined);
    try {
      await onSubmit(token);
    } catch (error) {
      setFailure(error);
      form.setFocus('token', { shouldSelect: true });
    }
  });

  return (
    <form method="post" noValidate className={styles.form} onSubmit={submit}>
      {failure !== undefined && <SignInProblem failure={failure} />}
      <PasswordField
        isToken
        label={<Trans>Application token</Trans>}
        hint={<Trans>It stands for a workspace, not for a person. It is used once and not kept.</Trans>}
        autoComplete="off"
        spellCheck={false}
        autoFocus
        data-first-focus=""
        error={errors.token?.message}
        {...form.register('token')}
      />
      <Button type="submit" look="filled" wide pending={isSubmitting}>
        <Trans>Sign in</Trans>
      </Button>
    </form>
  );
}
