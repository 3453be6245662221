import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Dialog, dismiss } from '../../ui/Dialog.tsx';
import { keyDescriptions, turnSingleKeys, useSingleKeysOn } from '../parts/singleKeys.ts';
import styles from './KeyboardHelp.module.css';

export function KeyboardHelp({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const [ofThisPage] = useState(keyDescriptions);
  const keys = [...ofThisPage, ['?', t`Show this list`], ['Esc', t`Close a dialog or menu`]] as const;
  const singleKeysOn = useSingleKeysOn();
  return (
    <Dialog title={<Trans>Keyboard</Trans>} onDismiss={onClose}>
      <dl className={styles.keys}>
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd className={styles.key}>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <Checkbox
        label={<Trans>Single keys</Trans>}
        hint={
          <Trans>Turn them off if speech input or a slip of the hand sets them off. This browser remembers it.</Trans>
        }
        checked={singleKeysOn}
        onChange={({ target }) => turnSingleKeys(target.checked)}
      />
      <div className={styles.foot}>
        <Button data-first-focus="" onClick={() => dismiss(onClose)}>
          <Trans>Close</Trans>
        </Button>
      </div>
    </Dialog>
  );
}
