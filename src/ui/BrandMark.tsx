import { Trans } from '@lingui/react/macro';
import { ShieldCheck } from 'lucide-react';
import styles from './BrandMark.module.css';

export function BrandMark() {
  return (
    <span className={styles.brand}>
      <ShieldCheck aria-hidden="true" />
      <Trans>MFA portal</Trans>
    </span>
  );
}
