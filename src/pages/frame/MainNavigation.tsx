import { Trans, useLingui } from '@lingui/react/macro';
import { Clock, House, Laptop, Smartphone, Users, Zap } from 'lucide-react';
import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { useIsWorkspace } from '../parts/useIsWorkspace.ts';
import { useMayRevoke } from '../parts/useMayRevoke.ts';
import styles from './Shell.module.css';

export function MainNavigation({ onNavigate }: { onNavigate: () => void }) {
  const { t } = useLingui();
  const mayRevoke = useMayRevoke();
  const isWorkspace = useIsWorkspace();
  const link = (to: string, icon: ReactNode, name: ReactNode) => (
    <li>
      <NavLink to={to} end={to === '/'} className={styles.link ?? ''} onClick={onNavigate}>
        {icon}
        <span>{name}</span>
      </NavLink>
    </li>
  );
  return (
    <nav aria-label={t`Main`}>
      <ul className={styles.links}>
        {link('/', <House aria-hidden="true" />, <Trans>Overview</Trans>)}
        {!isWorkspace && (
          <>
            {link('/authenticators', <Smartphone aria-hidden="true" />, <Trans>Authenticator apps</Trans>)}
            {link('/devices', <Laptop aria-hidden="true" />, <Trans>Trusted devices</Trans>)}
            {link('/activity', <Clock aria-hidden="true" />, <Trans>Activity</Trans>)}
          </>
        )}
      </ul>
      {mayRevoke && (
        <>
          <p id="support" className={styles.group}>
            <Trans>Support</Trans>
          </p>
          <ul className={styles.links} aria-labelledby="support">
            {link('/users', <Users aria-hidden="true" />, <Trans>Users</Trans>)}
            {link('/revoke', <Zap aria-hidden="true" />, <Trans>Revoke access</Trans>)}
          </ul>
        </>
      )}
    </nav>
  );
}
