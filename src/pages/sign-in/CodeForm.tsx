import { zodResolver } from '@hookform/resolvers/zod';
import { Trans, useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import * as z from 'zod/mini';
import { signInWithCode, type Tokens } from '../../api/authentication.ts';
import { trustedDevicesQuery } from '../../api/trusted-devices.ts';
import { arrivedWhole, isCompleteCode, normaliseCode } from '../../otp/code.ts';
import { queryClient } from '../../query-client.ts';
import { describeThisBrowser, recogniseThisBrowser, rememberTrust } from '../../session/this-browser.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { CodeField } from '../../ui/CodeField.tsx';
import { TextButton } from '../../ui/TextButton.tsx';
import { LostPhone } from './LostPhone.tsx';
import { NewCodeButton } from './NewCodeButton.tsx';
import styles from './SignIn.module.css';
import { LockedAlert, SignInProblem } from './SignInProblem.tsx';
import { useAttempt } from './useAttempt.ts';
import type { Lockouts } from './useLockouts.ts';

interface CodeFormProps {
  mfaToken: string;
  username: string;
  lockouts: Lockouts;
  /** Sends username and password again, which is the API's way to send another code. */
  onNewCode: () => Promise<void>;
  onDone: (tokens: Tokens) => void;
}

export function CodeForm({ mfaToken, username, lockouts, onNewCode, onDone }: CodeFormProps) {
  const { t } = useLingui();
  const [failure, setFailure] = useState<unknown>();
  const [withLetters, setWithLetters] = useState(false);
  const typedBefore = useRef('');
  // A password manager may fill in again after a failure: only the first code is sent without Enter.
  const sentByItself = useRef(false);
  const attempt = useAttempt();
  const lockedFor = lockouts.secondsLeft(username);

  const schema = z.object({
    code: z.pipe(
      z.string(),
      z.pipe(
        z.transform(normaliseCode),
        z.string().check(z.refine(isCompleteCode, t`Enter the six characters of the code.`)),
      ),
    ),
    trust: z.boolean(),
  });
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { code: '', trust: false } });
  const { errors, isSubmitting } = form.formState;
  const code = form.register('code');

  const submit = form.handleSubmit(async ({ code, trust }) => {
    setFailure(undefined);
    const isCurrent = attempt.begin();
    const device = trust ? describeThisBrowser() : undefined;
    try {
      const tokens = await lockouts.watch(username, () => signInWithCode(mfaToken, code, device));
      if (!isCurrent()) return;
      const remembered = device !== undefined && rememberTrust(username, device);
      // The browser may hold on to a field that is gone, as the place of its caret.
      form.setValue('code', '');
      onDone(tokens);
      if (!device || !remembered) return;
      // The list tells which row this browser is now; the overview asks for the same list anyway.
      const devices = await queryClient.fetchQuery(trustedDevicesQuery('my')).catch(() => undefined);
      if (devices) recogniseThisBrowser(username, device, tokens.issuedAt, devices.rows);
    } catch (error) {
      setFailure(error);
      form.setFocus('code', { shouldSelect: true });
    }
  });

  const noteTyped = (value: string) => {
    const typed = normaliseCode(value);
    const whole = arrivedWhole(typedBefore.current, typed);
    typedBefore.current = typed;
    if (!whole || sentByItself.current || isSubmitting || lockedFor > 0) return;
    sentByItself.current = true;
    form.setValue('code', typed);
    void submit();
  };

  return (
    <form method="post" noValidate className={styles.form} onSubmit={submit}>
      <p className={styles.reason}>
        <Trans>
          Use the code from your authenticator app, or the one that was sent to your email. A pasted code is sent at
          once.
        </Trans>
      </p>
      {lockedFor > 0 ? (
        <LockedAlert seconds={lockedFor} />
      ) : (
        failure !== undefined && <SignInProblem failure={failure} lastTry={lockouts.isLastTry(username)} />
      )}
      <CodeField
        label={<Trans>Verification code</Trans>}
        action={
          <TextButton onClick={() => setWithLetters(!withLetters)}>
            {withLetters ? <Trans>Digits only</Trans> : <Trans>It has letters</Trans>}
          </TextButton>
        }
        autoComplete="one-time-code"
        inputMode={withLetters ? 'text' : 'numeric'}
        autoFocus
        data-first-focus=""
        error={errors.code?.message}
        {...code}
        onChange={(event) => {
          void code.onChange(event);
          noteTyped(event.target.value);
        }}
      />
      <Checkbox label={<Trans>Trust this browser for 90 days</Trans>} {...form.register('trust')} />
      <Button type="submit" look="filled" wide pending={isSubmitting} disabled={lockedFor > 0}>
        <Trans>Verify</Trans>
      </Button>
      <NewCodeButton onNewCode={onNewCode} onFailure={setFailure} />
      <LostPhone />
    </form>
  );
}
