import { zodResolver } from '@hookform/resolvers/zod';
import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useForm } from 'react-hook-form';
import * as z from 'zod/mini';
import { mfaKeyTypesQuery } from '../../../api/mfa-keys.ts';
import { Alert } from '../../../ui/Alert.tsx';
import { Button } from '../../../ui/Button.tsx';
import { ButtonLink } from '../../../ui/ButtonLink.tsx';
import { Card } from '../../../ui/Card.tsx';
import { PasswordField } from '../../../ui/PasswordField.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { untrustedText } from '../../../ui/untrustedText.ts';
import { useActor } from '../../parts/useActor.ts';
import { CreationProblem } from './CreationProblem.tsx';
import styles from './New.module.css';
import type { NewKeyRequest } from './newKeyRequest.ts';

interface ConfirmStepProps {
  /** Where the old key was removed on the way to a new phone: why the new one could not be made. */
  afterRemoval: { failure: unknown } | undefined;
  /** @throws ApiError, which is shown here */
  onSubmit: (request: NewKeyRequest) => Promise<void>;
}

export function ConfirmStep({ afterRemoval, onSubmit }: ConfirmStepProps) {
  const { t } = useLingui();
  const username = useActor();
  const { data: types } = useSuspenseQuery(mfaKeyTypesQuery);
  const [failure, setFailure] = useState(afterRemoval?.failure);
  const problemId = useId();
  const schema = z.object({
    password: z.string().check(z.minLength(1, t`Enter your password.`)),
    typeId: z.pipe(z.string(), z.transform(Number)),
  });
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { password: '', typeId: String(types.rows[0]?.id ?? '') },
  });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async (request) => {
    setFailure(undefined);
    try {
      await onSubmit(request);
    } catch (error) {
      setFailure(error);
      form.setFocus('password', { shouldSelect: true });
    }
  });

  if (types.rows.length === 0) {
    return (
      <Alert tone="warning" live={false}>
        <Trans>The service offers no kind of authenticator app at the moment, so none can be set up.</Trans>
      </Alert>
    );
  }
  return (
    <Card className={styles.step}>
      <form method="post" noValidate className={styles.form} onSubmit={submit}>
        {afterRemoval && (
          <Alert tone="warning">
            <Trans>
              Your old authenticator app was removed, and the new one is not set up yet. Enter your password to go on.
            </Trans>
          </Alert>
        )}
        <p className={styles.lead}>
          <Trans>Only you should be able to change how you sign in. Enter the password of your account.</Trans>
        </p>
        {failure !== undefined && <CreationProblem id={problemId} failure={failure} />}
        {/* Tells a password manager whose password it is. */}
        <input hidden readOnly type="email" name="username" autoComplete="username" value={username} />
        <PasswordField
          label={<Trans>Password</Trans>}
          autoComplete="current-password"
          error={errors.password?.message}
          aria-describedby={failure === undefined ? undefined : problemId}
          {...form.register('password')}
        />
        {types.rows.length > 1 && (
          <SelectField label={<Trans>Type</Trans>} {...form.register('typeId')}>
            {types.rows.map(({ id, description }) => (
              <option key={id} value={id}>
                {untrustedText(description ?? '', 60).shown || id}
              </option>
            ))}
          </SelectField>
        )}
        <div className={styles.buttons}>
          <Button type="submit" look="filled" pending={isSubmitting}>
            <Trans>Continue</Trans>
          </Button>
          <ButtonLink to="/authenticators" look="quiet">
            <Trans>Cancel</Trans>
          </ButtonLink>
        </div>
      </form>
    </Card>
  );
}
