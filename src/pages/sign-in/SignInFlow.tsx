import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, Suspense, useRef, useState } from 'react';
import { signInWithApplicationToken, signInWithPassword, type Tokens } from '../../api/authentication.ts';
import { fingerprintOf } from '../../session/fingerprint.ts';
import { signIn } from '../../session/session.ts';
import { lazily } from '../../ui/lazily.ts';
import { TextButton } from '../../ui/TextButton.tsx';
import { type Credentials, CredentialsForm } from './CredentialsForm.tsx';
import { useAttempt } from './useAttempt.ts';
import { useLockouts } from './useLockouts.ts';

// Not everyone needs the second step, nobody needs it first, and its code comes while the API checks the password.
const [CodeForm, loadCodeForm] = lazily(async () => (await import('./CodeForm.tsx')).CodeForm);
const [ApplicationTokenForm, loadApplicationTokenForm] = lazily(
  async () => (await import('./ApplicationTokenForm.tsx')).ApplicationTokenForm,
);

type Step = { at: 'credentials' } | { at: 'application-token' } | ({ at: 'code'; mfaToken: string } & Credentials);

interface SignInFlowProps {
  /** Whose session it was, where one is taken up again. */
  username?: string | undefined;
  withApplicationToken?: boolean | undefined;
  /** What stands around each step: heading, form, and what lies below. */
  frame: (heading: string, content: ReactNode, foot: ReactNode) => ReactNode;
}

/** The steps of signing in. Password and mfa_token live in here alone, until the flow is done or left. */
export function SignInFlow({ username = '', withApplicationToken = false, frame }: SignInFlowProps) {
  const { t } = useLingui();
  const [step, setStep] = useState<Step>({ at: withApplicationToken ? 'application-token' : 'credentials' });
  const [typed, setTyped] = useState(username);
  const lastTyped = useRef(username);
  const lockouts = useLockouts();
  const attempt = useAttempt();
  const go = (next: Step) => {
    attempt.abandon();
    setTyped(lastTyped.current);
    setStep(next);
  };

  async function submitCredentials(credentials: Credentials) {
    const isCurrent = attempt.begin();
    // Once the press is seen.
    setTimeout(() => comeOrFailLater(loadCodeForm()));
    const answer = await lockouts.watch(credentials.username, () =>
      signInWithPassword(credentials.username, credentials.password, fingerprintOf(credentials.username)),
    );
    if (!isCurrent()) return;
    if (answer.step === 'signed-in') return enter(credentials.username, answer);
    await comeOrFailLater(loadCodeForm());
    if (isCurrent()) setStep({ at: 'code', mfaToken: answer.mfaToken, ...credentials });
  }

  if (step.at === 'code') {
    return frame(
      t`Enter your verification code`,
      <Suspense>
        <CodeForm
          key={step.mfaToken}
          mfaToken={step.mfaToken}
          username={step.username}
          lockouts={lockouts}
          onNewCode={() => submitCredentials({ username: step.username, password: step.password })}
          onDone={(tokens) => enter(step.username, tokens)}
        />
      </Suspense>,
      <TextButton onClick={() => go({ at: 'credentials' })}>
        <Trans>Back</Trans>
      </TextButton>,
    );
  }
  if (step.at === 'application-token') {
    return frame(
      t`Sign in`,
      <Suspense>
        <ApplicationTokenForm
          onSubmit={async (token) => {
            const isCurrent = attempt.begin();
            const tokens = await signInWithApplicationToken(token);
            if (isCurrent()) signIn({ kind: 'application', name: crypto.randomUUID() }, tokens);
          }}
        />
      </Suspense>,
      <TextButton onClick={() => go({ at: 'credentials' })}>
        <Trans>Use email and password instead</Trans>
      </TextButton>,
    );
  }
  return frame(
    t`Sign in`,
    <CredentialsForm
      username={typed}
      lockouts={lockouts}
      onType={(username) => {
        lastTyped.current = username;
      }}
      onSubmit={submitCredentials}
    />,
    // Not where the form says that this page needs a secure connection: a token is no safer without one.
    globalThis.crypto?.subtle && (
      <TextButton
        // Is about to be pressed.
        onPointerEnter={() => void comeOrFailLater(loadApplicationTokenForm())}
        onFocus={() => void comeOrFailLater(loadApplicationTokenForm())}
        onClick={() => go({ at: 'application-token' })}
      >
        <Trans>Use an application token instead</Trans>
      </TextButton>
    ),
  );
}

/** Waits for the code of a step; where it does not come, that is shown where it is needed. */
async function comeOrFailLater(code: Promise<unknown>): Promise<void> {
  await code.catch(() => undefined);
}

function enter(username: string, tokens: Tokens): void {
  signIn({ kind: 'user', name: username.toLowerCase() }, tokens);
}
