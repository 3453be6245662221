import { Trans, useLingui } from '@lingui/react/macro';
import { ChevronDown, LogOut } from 'lucide-react';
import { useState } from 'react';
import { useSubmit } from 'react-router';
import { LANGUAGES, type Language } from '../../languages.ts';
import { announce } from '../../ui/Announcer.tsx';
import { Menu, MenuItem, MenuRadioGroup } from '../../ui/Menu.tsx';
import { chooseTheme, currentTheme, type Theme } from '../../ui/theme.ts';
import { UntrustedText } from '../../ui/UntrustedText.tsx';
import { cleanText } from '../../ui/untrustedText.ts';
import { chooseLanguage, currentLanguage } from '../../words.ts';
import { useActor } from '../parts/useActor.ts';
import { useOwner } from '../parts/useOwner.ts';
import { useSigningOut } from '../parts/useSigningOut.tsx';
import styles from './Shell.module.css';

const languages = Object.entries(LANGUAGES).map(([language, name]) => ({
  value: language as Language,
  label: <span lang={language}>{name}</span>,
}));

export function UserMenu() {
  const { t } = useLingui();
  const [theme, setTheme] = useState(currentTheme);
  const submit = useSubmit();
  const name = useActor();
  const owner = useOwner();

  const choose = (chosen: Theme) => {
    chooseTheme(chosen);
    setTheme(chosen);
  };

  // The guards of a page ask before it is left; what goes with the session goes after that.
  const { signOut, question } = useSigningOut(owner, (discarded = '') =>
    submit({ discarded }, { method: 'post', action: '/sign-in' }),
  );

  return (
    <div className={styles.account}>
      <Menu
        label={t`Account`}
        trigger={
          <>
            <span className={styles.accountName} title={cleanText(name)}>
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
        <MenuRadioGroup
          label={t`Language`}
          value={currentLanguage()}
          onChange={(language) => chooseLanguage(language).catch(() => announce(t`This language could not be loaded.`))}
          options={languages}
        />
        <MenuItem icon={<LogOut />} onSelect={signOut}>
          <Trans>Sign out</Trans>
        </MenuItem>
      </Menu>
      {question}
    </div>
  );
}
