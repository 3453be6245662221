import { useLingui } from '@lingui/react/macro';
import { Languages } from 'lucide-react';
import { LANGUAGES, type Language } from '../../languages.ts';
import { announce } from '../../ui/Announcer.tsx';
import { chooseLanguage, currentLanguage } from '../../words.ts';
import styles from './SignIn.module.css';

/** The language before one is signed in; after that the account menu has it. */
export function LanguageSelect() {
  const { t } = useLingui();
  return (
    <label className={styles.language}>
      <Languages aria-hidden="true" />
      <span>{t`Language`}</span>
      <select
        value={currentLanguage()}
        onChange={({ target }) =>
          chooseLanguage(target.value as Language).catch(() => announce(t`This language could not be loaded.`))
        }
      >
        {Object.entries(LANGUAGES).map(([language, name]) => (
          <option key={language} value={language} lang={language}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
