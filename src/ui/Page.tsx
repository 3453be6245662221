import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { useLocation, useNavigationType } from 'react-router';
import { classes } from './classes.ts';
import styles from './Page.module.css';

interface PageProps {
  title: string;
  subtitle?: ReactNode;
  /** Above the title: the way back. */
  breadcrumb?: ReactNode;
  /** Before the title: whose page it is. */
  avatar?: ReactNode;
  /** After the title, on its line: a state. */
  badge?: ReactNode;
  /** Under the title, across the page: what there is to know about it. */
  facts?: ReactNode;
  /** At the end of the header. */
  actions?: ReactNode;
  children: ReactNode;
  /** For tables: wider than a column of text should be. */
  wide?: boolean | undefined;
}

/** What a page has around its content: document title, header, width. The room around it is the layout's. */
export function Page({
  title,
  subtitle,
  breadcrumb,
  avatar,
  badge,
  facts,
  actions,
  children,
  wide = false,
}: PageProps) {
  const { t } = useLingui();
  const heading = useFocusOnArrival();
  return (
    <div className={classes(styles.page, wide && styles.wide)}>
      <title>{t`${title} · MFA portal`}</title>
      <header className={styles.header}>
        {breadcrumb && <div className={styles.breadcrumb}>{breadcrumb}</div>}
        {avatar}
        <div className={styles.words}>
          <div className={styles.titleLine}>
            <h1 ref={heading} tabIndex={-1}>
              {title}
            </h1>
            {badge}
          </div>
          {subtitle && <div className={styles.subtitle}>{subtitle}</div>}
        </div>
        {facts && <div className={styles.facts}>{facts}</div>}
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}

/**
 * The path of the page last shown, and whether its heading takes the focus: where it was come to from another one, the
 * sign-in page included, or where the heading in its place went with the focus.
 */
let arrival = { path: '', takesFocus: false };

/**
 * Puts the focus on the heading when another page appears, which also announces it. Not on the first
 * load, where the browser announces the document, and not when the page in place renders itself anew
 * (its search changed), unless that took the focused element away; nor out of a menu that was opened meanwhile.
 */
function useFocusOnArrival() {
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();
  const isFirstLoad = useNavigationType() === 'POP' && arrival.path === '';
  useLayoutEffect(() => {
    const element = heading.current;
    const changed = arrival.path !== pathname;
    if (changed) arrival = { path: pathname, takesFocus: !isFirstLoad };
    const focusIsLost = document.activeElement === document.body || document.activeElement === null;
    const isInMenu = document.activeElement?.closest('[role="menu"]');
    // The router looks after the scroll position.
    if (arrival.takesFocus && (changed ? !isInMenu : focusIsLost)) element?.focus({ preventScroll: true });
    return () => {
      if (document.activeElement === element) arrival.takesFocus = true;
    };
  }, [pathname, isFirstLoad]);
  return heading;
}
