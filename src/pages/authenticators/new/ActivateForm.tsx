import { zodResolver } from '@hookform/resolvers/zod';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useId, useState } from 'react';
import { useForm } from 'react-hook-form';
import * as z from 'zod/mini';
import { apiNow } from '../../../api/clock.ts';
import { CODE_LENGTH, isAppCode, normaliseCode } from '../../../otp/code.ts';
import { type CodeFit, checkCode } from '../../../otp/drift.ts';
import type { KeyUri } from '../../../otp/key-uri.ts';
import { Button } from '../../../ui/Button.tsx';
import { ButtonLink } from '../../../ui/ButtonLink.tsx';
import { CodeField } from '../../../ui/CodeField.tsx';
import { ActivationProblem, isGone } from '../ActivationProblem.tsx';
import { useActivateKey } from '../useActivateKey.ts';
import { MisfitAlert } from './MisfitAlert.tsx';
import styles from './New.module.css';
import { StepTimer } from './StepTimer.tsx';

type Outcome = { failed: 'misfit'; fit: Exclude<CodeFit, { fit: 'now' }> } | { failed: 'refused'; error: unknown };

interface ActivateFormProps {
  keyId: number;
  /** Undefined where the browser can't check a code itself; then the API alone does. */
  keyUri: KeyUri | undefined;
  onCodeBegun: () => void;
  onActivated: () => void;
  /** For a key that is gone. */
  onStartAgain: () => void;
}

export function ActivateForm({ keyId, keyUri, onCodeBegun, onActivated, onStartAgain }: ActivateFormProps) {
  const { t } = useLingui();
  const activate = useActivateKey();
  const [outcome, setOutcome] = useState<Outcome>();
  const problemId = useId();
  const digits = keyUri?.digits ?? CODE_LENGTH;
  const schema = z.object({
    code: z.pipe(
      z.string(),
      z.pipe(
        z.transform(normaliseCode),
        z
          .string()
          .check(z.refine((code) => isAppCode(code, digits), t`Enter the ${digits} digits that your app shows.`)),
      ),
    ),
  });
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { code: '' } });
  const { errors, isSubmitting } = form.formState;
  const field = form.register('code');

  /** Sends the code, after the check that spares the person an attempt (three failures lock the account). */
  const send = (unchecked: boolean) =>
    form.handleSubmit(async ({ code }) => {
      const fit: CodeFit = keyUri && !unchecked ? checkCode(keyUri, code, apiNow()) : { fit: 'now' };
      if (fit.fit !== 'now') {
        setOutcome({ failed: 'misfit', fit });
        form.setFocus('code', { shouldSelect: true });
        return;
      }
      setOutcome(undefined);
      try {
        await activate(keyId, code);
        onActivated();
      } catch (error) {
        setOutcome({ failed: 'refused', error });
        form.setFocus('code', { shouldSelect: true });
      }
    });

  return (
    <form method="post" noValidate className={styles.form} onSubmit={send(false)}>
      {outcome?.failed === 'misfit' && <MisfitAlert id={problemId} fit={outcome.fit} />}
      {outcome?.failed === 'refused' && <ActivationProblem id={problemId} failure={outcome.error} />}
      <CodeField
        label={<Plural value={digits} one="#-digit code" other="#-digit code" />}
        hint={
          keyUri && (
            <Plural
              value={keyUri.period}
              one="The code changes every second."
              other="The code in your app changes every # seconds."
            />
          )
        }
        inputMode="numeric"
        autoComplete="one-time-code"
        aside={keyUri && <StepTimer period={keyUri.period} />}
        error={errors.code?.message}
        aria-describedby={outcome && problemId}
        {...field}
        onChange={(event) => {
          void field.onChange(event);
          onCodeBegun();
        }}
      />
      <div className={styles.buttons}>
        <Button type="submit" look="filled" pending={isSubmitting}>
          <Trans>Activate</Trans>
        </Button>
        {outcome?.failed === 'misfit' && (
          <Button disabled={isSubmitting} onClick={send(true)}>
            <Trans>Activate anyway</Trans>
          </Button>
        )}
        {outcome?.failed === 'refused' && isGone(outcome.error) && (
          <Button onClick={onStartAgain}>
            <Trans>Start again</Trans>
          </Button>
        )}
        <ButtonLink to="/authenticators" look="quiet">
          <Trans>Cancel</Trans>
        </ButtonLink>
      </div>
    </form>
  );
}
