import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Smartphone } from 'lucide-react';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useNavigate } from 'react-router';
import { isActive, isUnfinished, type MfaKey } from '../../api/mfa-keys.ts';
import { myUserQuery } from '../../api/users.ts';
import { announce } from '../../ui/Announcer.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Card, CardHeading } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { List } from '../../ui/List.tsx';
import { neighbourOf } from '../../ui/neighbourOf.ts';
import { UnreadableNote } from '../parts/UnreadableNote.tsx';
import { EnterCodeDialog } from './EnterCodeDialog.tsx';
import { type KeyQuestion, KeyRow, removeButtonId } from './KeyRow.tsx';
import { RemoveKeyDialog } from './RemoveKeyDialog.tsx';

/** What is being asked about a key, if anything; and the key that takes the focus when this one is gone. */
type Asked = { what: KeyQuestion; key: MfaKey; neighbour: MfaKey | undefined };

export function KeyList() {
  const { t } = useLingui();
  const { data: user } = useSuspenseQuery(myUserQuery);
  const [asked, setAsked] = useState<Asked>();
  const heading = useRef<HTMLHeadingElement>(null);
  const navigate = useNavigate();
  const { rows: keys, unreadable } = user.mfa;
  const active = keys.filter(isActive);
  const unfinished = keys.find(isUnfinished);

  const ask = (what: KeyQuestion, key: MfaKey) => setAsked({ what, key, neighbour: neighbourOf(key, keys) });
  const close = () => setAsked(undefined);
  const afterRemoval = () => {
    flushSync(close);
    announce(t`Removed.`);
    if (asked?.what === 'start-again') navigate('/authenticators/new');
    else {
      const button = asked?.neighbour && document.getElementById(removeButtonId(asked.neighbour));
      (button ?? heading.current)?.focus();
    }
  };

  return (
    <>
      <Card padding="flush" aria-labelledby="keys">
        <CardHeading
          id="keys"
          headingRef={heading}
          title={<Trans>Your apps</Trans>}
          count={keys.length}
          actions={
            active.length > 0 && (
              <ButtonLink to="/authenticators/new" size="small">
                <Trans>Move to a new phone</Trans>
              </ButtonLink>
            )
          }
        />
        {keys.length > 0 && (
          <List label={t`Authenticator apps`} items={keys}>
            {(key) => <KeyRow mfaKey={key} isNext={active.length === 0 && key === unfinished} onAsk={ask} />}
          </List>
        )}
        {active.length === 0 && !unfinished && unreadable === 0 && (
          <EmptyState
            icon={<Smartphone />}
            title={
              keys.length === 0 ? <Trans>No authenticator app yet</Trans> : <Trans>No active authenticator app</Trans>
            }
            action={
              <ButtonLink to="/authenticators/new" look="filled">
                <Trans>Set up an authenticator app</Trans>
              </ButtonLink>
            }
          >
            <p>
              <Trans>It takes about two minutes. You need your password and your phone.</Trans>
            </p>
          </EmptyState>
        )}
        <UnreadableNote>
          {unreadable > 0 && (
            <Plural value={unreadable} one="# key could not be shown." other="# keys could not be shown." />
          )}
        </UnreadableNote>
      </Card>
      {asked && asked.what !== 'code' && (
        <RemoveKeyDialog
          mfaKey={asked.key}
          isLastActive={isActive(asked.key) && active.length === 1}
          startsAgain={asked.what === 'start-again'}
          onRemoved={afterRemoval}
          onCancel={close}
        />
      )}
      {asked?.what === 'code' && <EnterCodeDialog mfaKey={asked.key} onClose={close} />}
    </>
  );
}
