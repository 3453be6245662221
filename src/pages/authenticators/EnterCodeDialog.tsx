import { zodResolver } from '@hookform/resolvers/zod';
import { Trans, useLingui } from '@lingui/react/macro';
import { useId, useState } from 'react';
import { useForm } from 'react-hook-form';
import * as z from 'zod/mini';
import type { MfaKey } from '../../api/mfa-keys.ts';
import { isAppCode, normaliseCode } from '../../otp/code.ts';
import { announce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { CodeField } from '../../ui/CodeField.tsx';
import { Dialog, dismiss } from '../../ui/Dialog.tsx';
import { KeyType } from '../parts/KeyWords.tsx';
import { ActivationProblem } from './ActivationProblem.tsx';
import styles from './Authenticators.module.css';
import { useActivateKey } from './useActivateKey.ts';

/** How many digits the key has is known to the app alone: 6 as a rule, 7 or 8 by the Key URI format. */
const isAnyAppCode = (code: string) => [6, 7, 8].some((digits) => isAppCode(code, digits));

/** Finishes a key whose secret only the phone still has: the API needs no more than the code. */
export function EnterCodeDialog({ mfaKey, onClose }: { mfaKey: MfaKey; onClose: () => void }) {
  const { t } = useLingui();
  const activate = useActivateKey();
  const [failure, setFailure] = useState<unknown>();
  const problemId = useId();
  const schema = z.object({
    code: z.pipe(
      z.string(),
      z.pipe(
        z.transform(normaliseCode),
        z.string().check(z.refine(isAnyAppCode, t`Enter the 6 digits that your app shows.`)),
      ),
    ),
  });
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { code: '' } });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async ({ code }) => {
    setFailure(undefined);
    try {
      await activate(mfaKey.id, code);
      announce(t`Your authenticator app is active.`);
      onClose();
    } catch (error) {
      setFailure(error);
      form.setFocus('code', { shouldSelect: true });
    }
  });

  return (
    <Dialog title={<Trans>Enter the code</Trans>} onDismiss={isSubmitting ? undefined : onClose}>
      <form method="post" noValidate className={styles.form} onSubmit={submit}>
        <p>
          <Trans>
            Open your authenticator app and enter the code it shows for <KeyType mfaKey={mfaKey} />.
          </Trans>
        </p>
        {failure !== undefined && <ActivationProblem id={problemId} failure={failure} />}
        <CodeField
          label={<Trans>6-digit code</Trans>}
          inputMode="numeric"
          autoComplete="one-time-code"
          data-first-focus=""
          error={errors.code?.message}
          aria-describedby={failure === undefined ? undefined : problemId}
          {...form.register('code')}
        />
        <div className={styles.buttons}>
          <Button disabled={isSubmitting} onClick={() => dismiss(onClose)}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" look="filled" pending={isSubmitting}>
            <Trans>Activate</Trans>
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
