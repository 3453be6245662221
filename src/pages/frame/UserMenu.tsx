import { Trans, useLingui } from '@lingui/react/macro';
import { ChevronDown, LogOut } from 'lucide-react';
import { useState } from 'react';
import { useSubmit } from 'react-router';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Menu, MenuItem, MenuRadioGroup } from '../../ui/Menu.tsx';
import { chooseTheme, currentTheme, type Theme } from '../../ui/theme.ts';
import { UntrustedText } from '../../ui/UntrustedText.tsx';
import { useActor } from '../parts/useActor.ts';
import { useOwner } from '../parts/useOwner.ts';
import styles from './Shell.module.css';

export function UserMenu() {
  const { t } = useLingui();
  const [theme, setTheme] = useState(currentTheme);
  const [isAsked, setIsAsked] = useState(false);
  const submit = useSubmit();
  const name = useActor();
  const owner = useOwner();

  const choose = (chosen: Theme) => {
    chooseTheme(chosen);
    setTheme(chosen);
  };

  const leave = () => submit(null, { method: 'post', action: '/sign-in' });
  /** A job that was cut short is forgotten with the session, so that is asked first. */
  const askOrLeave = async () => {
    const { planStore } = await import('../../revocation/plans.ts');
    if (await planStore.find(owner)) setIsAsked(true);
    else await leave();
  };
  const discardAndLeave = async () => {
    const { planStore } = await import('../../revocation/plans.ts');
    await planStore.remove(owner);
    setIsAsked(false);
    await leave();
  };

  return (
    <div className={styles.account}>
      <Menu
        label={t`Account`}
        trigger={
          <>
            <span className={styles.accountName}>
              <UntrustedText>{name}</UntrustedText>
            </span>
            <ChevronDown aria-hidden="true" />
          </>
        }
      >
        <MenuRadioGroup
          label={t`Theme`}
          value={theme}
          onChange={choose}
          options={[
            { value: 'system', label: <Trans>As the system</Trans> },
            { value: 'light', label: <Trans>Light</Trans> },
            { value: 'dark', label: <Trans>Dark</Trans> },
          ]}
        />
        <MenuItem icon={<LogOut />} onSelect={askOrLeave}>
          <Trans>Sign out</Trans>
        </MenuItem>
      </Menu>
      <ConfirmDialog
        open={isAsked}
        title={<Trans>Sign out and discard what is left?</Trans>}
        confirmLabel={<Trans>Sign out and discard</Trans>}
        onConfirm={discardAndLeave}
        onCancel={() => setIsAsked(false)}
      >
        <p>
          <Trans>A revocation for many people is not finished. Signing out forgets the rest of it.</Trans>
        </p>
      </ConfirmDialog>
    </div>
  );
}
