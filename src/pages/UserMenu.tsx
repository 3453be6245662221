import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { ChevronDown, LogOut } from 'lucide-react';
import { useState } from 'react';
import { useSubmit } from 'react-router';
import { myUserQuery } from '../api/users.ts';
import { useSession } from '../session/useSession.ts';
import { Menu, MenuItem, MenuRadioGroup } from '../ui/Menu.tsx';
import { chooseTheme, currentTheme, type Theme } from '../ui/theme.ts';
import { UntrustedText } from '../ui/UntrustedText.tsx';
import styles from './Shell.module.css';

export function UserMenu() {
  const { t } = useLingui();
  const [theme, setTheme] = useState(currentTheme);
  const submit = useSubmit();
  const name = useAccountName();

  const choose = (chosen: Theme) => {
    chooseTheme(chosen);
    setTheme(chosen);
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
        <MenuItem icon={<LogOut />} onSelect={() => submit(null, { method: 'post', action: '/sign-in' })}>
          <Trans>Sign out</Trans>
        </MenuItem>
      </Menu>
    </div>
  );
}

/** The account's own e-mail, and what was typed at sign-in until that is known. */
function useAccountName(): string {
  const { t } = useLingui();
  const session = useSession();
  const { data: user } = useQuery({ ...myUserQuery, enabled: session.state === 'signed-in' });
  if (user?.username) return user.username;
  if (session.state === 'signed-out') return '';
  return session.person.kind === 'user' ? session.person.name : t`Application token`;
}
