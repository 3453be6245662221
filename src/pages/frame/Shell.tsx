import { useLingui } from '@lingui/react/macro';
import { Keyboard, Menu as MenuIcon, X } from 'lucide-react';
import { type MouseEvent, type ReactNode, useState } from 'react';
import { Navigate, Outlet, useLocation, useNavigation } from 'react-router';
import { BrandMark } from '../../ui/BrandMark.tsx';
import { classes } from '../../ui/classes.ts';
import { useIsWorkspace } from '../parts/useIsWorkspace.ts';
import { MainNavigation } from './MainNavigation.tsx';
import styles from './Shell.module.css';
import { UserMenu } from './UserMenu.tsx';
import { useKeyboardHelp } from './useKeyboardHelp.tsx';

/** The frame around every page of a signed-in person. */
export function Shell() {
  const { pathname } = useLocation();
  // A workspace has no account: the overview says why, and where it may go.
  const isLost = useIsWorkspace() && ACCOUNT_PAGES.test(pathname);
  return <Frame>{isLost ? <Navigate to="/" replace /> : <Outlet />}</Frame>;
}

const ACCOUNT_PAGES = /^\/(authenticators|devices|activity)(\/|$)/;

export function Frame({ children }: { children: ReactNode }) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const { showKeys, keyboardHelp } = useKeyboardHelp();
  const leaving = useNavigation().state !== 'idle';
  return (
    <div className={styles.shell}>
      {/* biome-ignore lint/a11y/useValidAnchor: it leads to a place of the page, only not by the address */}
      <a className={styles.skip} href="#content" onClick={skip}>
        {t`Skip to content`}
      </a>
      <header className={styles.bar}>
        <BrandMark />
        <button
          type="button"
          className={styles.menuButton}
          aria-expanded={open}
          aria-controls="navigation"
          onClick={() => setOpen(!open)}
        >
          {open ? <X aria-hidden="true" /> : <MenuIcon aria-hidden="true" />}
          <span>{t`Menu`}</span>
        </button>
      </header>
      <div id="navigation" className={classes(styles.side, open && styles.open)}>
        <MainNavigation onNavigate={() => setOpen(false)} />
        <div>
          <button type="button" className={styles.keyboard} onClick={showKeys}>
            <Keyboard aria-hidden="true" />
            <span>{t`Keyboard`}</span>
          </button>
          <UserMenu />
        </div>
      </div>
      <main id="content" tabIndex={-1} className={styles.content} aria-busy={leaving || undefined}>
        {children}
      </main>
      {keyboardHelp}
    </div>
  );
}

/** Not by the address: an entry that the router does not know would come between a page and its guard. */
function skip(event: MouseEvent): void {
  event.preventDefault();
  document.getElementById('content')?.focus();
}
