import { Trans } from '@lingui/react/macro';
import { Smartphone } from 'lucide-react';
import { isActive, isUnfinished, type MfaKey } from '../../api/mfa-keys.ts';
import { Button } from '../../ui/Button.tsx';
import { ListRow } from '../../ui/List.tsx';
import { Pill } from '../../ui/Pill.tsx';
import { KeyDates } from '../parts/KeyDates.tsx';
import { KeyStatus, KeyType } from '../parts/KeyWords.tsx';

/** What can be asked about a key. */
export type KeyQuestion = 'remove' | 'start-again' | 'code';

interface KeyRowProps {
  mfaKey: MfaKey;
  /** What is left to do with it is the next step of its owner. */
  isNext: boolean;
  onAsk: (what: KeyQuestion, mfaKey: MfaKey) => void;
}

/** For putting the focus on the button when the row before it is gone. */
export function removeButtonId(mfaKey: MfaKey): string {
  return `key-${mfaKey.id}-remove`;
}

export function KeyRow({ mfaKey, isNext, onAsk }: KeyRowProps) {
  const name = `key-${mfaKey.id}`;
  const unfinished = isUnfinished(mfaKey);
  return (
    <ListRow
      icon={<Smartphone />}
      title={
        <span id={name}>
          <KeyType mfaKey={mfaKey} />
        </span>
      }
      details={
        <>
          <KeyDates mfaKey={mfaKey} />
          {unfinished && (
            <div>
              <Trans>Not finished. Its QR code can’t be shown again; if your app has it already, enter the code.</Trans>
            </div>
          )}
        </>
      }
      trailing={
        <Pill tone={isActive(mfaKey) ? 'good' : unfinished ? 'warning' : 'neutral'}>
          <KeyStatus mfaKey={mfaKey} />
        </Pill>
      }
      actions={
        <>
          {unfinished && (
            <>
              <Button
                look={isNext ? 'filled' : 'outline'}
                size="small"
                aria-describedby={name}
                onClick={() => onAsk('code', mfaKey)}
              >
                <Trans>Enter the code</Trans>
              </Button>
              <Button size="small" aria-describedby={name} onClick={() => onAsk('start-again', mfaKey)}>
                <Trans>Start again</Trans>
              </Button>
            </>
          )}
          <Button
            id={removeButtonId(mfaKey)}
            look="danger"
            size="small"
            aria-describedby={name}
            onClick={() => onAsk('remove', mfaKey)}
          >
            <Trans>Remove</Trans>
          </Button>
        </>
      }
    />
  );
}
