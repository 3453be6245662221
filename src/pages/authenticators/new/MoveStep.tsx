import { Trans } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError } from '../../../api/errors.ts';
import { isActive } from '../../../api/mfa-keys.ts';
import { myUserQuery } from '../../../api/users.ts';
import { supportContact } from '../../../settings.ts';
import { Alert } from '../../../ui/Alert.tsx';
import { Button } from '../../../ui/Button.tsx';
import { ButtonLink } from '../../../ui/ButtonLink.tsx';
import { Card, CardHeading } from '../../../ui/Card.tsx';
import { ProblemDetails } from '../../../ui/ProblemDetails.tsx';
import { ProblemWords } from '../../../ui/ProblemWords.tsx';
import { asProblem } from '../../../ui/problem.ts';
import { UntrustedText } from '../../../ui/UntrustedText.tsx';
import { useRemoveKey } from '../useRemoveKey.ts';
import styles from './New.module.css';
import type { NewKeyRequest } from './newKeyRequest.ts';

interface MoveStepProps {
  request: NewKeyRequest;
  /** @throws ApiError when the new key could not be made */
  onOldKeyRemoved: (request: NewKeyRequest) => Promise<void>;
  onOldKeyGoneButNoNewOne: (failure: unknown) => void;
}

/** For an account that has an active key: what moving to another phone means, before anything is deleted. */
export function MoveStep({ request, onOldKeyRemoved, onOldKeyGoneButNoNewOne }: MoveStepProps) {
  const [explained, setExplained] = useState(false);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const queryClient = useQueryClient();
  const removal = useRemoveKey();

  async function move() {
    setPending(true);
    setFailure(undefined);
    try {
      const user = await queryClient.fetchQuery({ ...myUserQuery, staleTime: 0 });
      const old = user.mfa.rows.filter(isActive);
      // The API said that there is one. Without knowing which, nothing can be moved.
      if (old.length === 0) throw new ApiError({ kind: 'unreadable' });
      for (const { id } of old) await removal.mutateAsync(id);
    } catch (error) {
      setFailure(error);
      setPending(false);
      return;
    }
    // From here on the old key is gone, whatever comes of the new one.
    await onOldKeyRemoved(request).catch(onOldKeyGoneButNoNewOne);
    setPending(false);
  }

  return (
    <Card className={styles.step}>
      <CardHeading title={<Trans>You have an active authenticator app</Trans>} />
      <div className={styles.form}>
        {explained ? (
          <>
            <ol className={styles.list}>
              <li>
                <Trans>Your current authenticator app is removed from your account.</Trans>
              </li>
              <li>
                <Trans>You scan a new QR code with the new phone and enter a code from it.</Trans>
              </li>
            </ol>
            <p>
              <Trans>
                In between, signing in asks for a code sent to your email, or for no code at all. Have the new phone at
                hand and finish in one go.
              </Trans>
            </p>
          </>
        ) : (
          <p>
            <Trans>An account has one at a time. To use another phone or app, move it there.</Trans>
          </p>
        )}
        {failure !== undefined && <RefusedRemoval failure={failure} />}
        <div className={styles.buttons}>
          {explained ? (
            <Button key="remove" look="danger" pending={pending} onClick={move}>
              <Trans>Remove the old app and continue</Trans>
            </Button>
          ) : (
            <Button look="filled" onClick={() => setExplained(true)}>
              <Trans>Move to a new phone</Trans>
            </Button>
          )}
          <ButtonLink to="/authenticators" look="quiet">
            <Trans>Keep the current app</Trans>
          </ButtonLink>
        </div>
      </div>
    </Card>
  );
}

function RefusedRemoval({ failure }: { failure: unknown }) {
  const problem = asProblem(failure);
  const contact = <UntrustedText>{supportContact}</UntrustedText>;
  return (
    <Alert tone="danger" title={<Trans>The current app was not removed</Trans>}>
      <ProblemWords problem={problem} writing />
      <p>
        {supportContact === '' ? (
          <Trans>
            Your app still works. If the service goes on refusing, ask an administrator of your organisation.
          </Trans>
        ) : (
          <Trans>Your app still works. If the service goes on refusing, ask {contact}.</Trans>
        )}
      </p>
      <ProblemDetails problem={problem} />
    </Alert>
  );
}
