import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Smartphone } from 'lucide-react';
import { isActive, isUnfinished } from '../../../api/mfa-keys.ts';
import type { User } from '../../../api/users.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card, CardHeading } from '../../../ui/Card.tsx';
import { List, ListRow } from '../../../ui/List.tsx';
import { Pill } from '../../../ui/Pill.tsx';
import { KeyDates } from '../../parts/KeyDates.tsx';
import { KeyStatus, KeyType } from '../../parts/KeyWords.tsx';
import { UnreadableNote } from '../../parts/UnreadableNote.tsx';
import type { Removal } from './removal.ts';
import styles from './User.module.css';

interface PersonKeysProps {
  user: User;
  pending: boolean;
  onAsk: (removal: Removal) => void;
}

export function PersonKeys({ user, pending, onAsk }: PersonKeysProps) {
  const { t } = useLingui();
  const { rows: keys, unreadable } = user.mfa;
  return (
    <Card padding="flush" aria-labelledby="keys">
      <CardHeading id="keys" title={<Trans>Authenticator apps</Trans>} count={keys.length} />
      {keys.length === 0 && unreadable === 0 && (
        <p className={styles.none}>
          <Trans>No authenticator app</Trans>
        </p>
      )}
      {keys.length > 0 && (
        <List label={t`Authenticator apps`} items={keys}>
          {(key) => (
            <ListRow
              icon={<Smartphone />}
              title={
                <span id={`key-${key.id}`}>
                  <KeyType mfaKey={key} />
                </span>
              }
              details={<KeyDates mfaKey={key} />}
              trailing={
                <Pill tone={isActive(key) ? 'good' : isUnfinished(key) ? 'warning' : 'neutral'}>
                  <KeyStatus mfaKey={key} />
                </Pill>
              }
              actions={
                <Button
                  look="danger"
                  size="small"
                  disabled={pending}
                  aria-describedby={`key-${key.id}`}
                  onClick={() => onAsk({ scope: 'chosen', devices: [], keys: [key], unreadable: 0 })}
                >
                  <Trans>Remove key</Trans>
                </Button>
              }
            />
          )}
        </List>
      )}
      <UnreadableNote>
        {unreadable > 0 && (
          <Plural value={unreadable} one="# key could not be shown." other="# keys could not be shown." />
        )}
      </UnreadableNote>
    </Card>
  );
}
