import { Trans } from '@lingui/react/macro';
import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useMayRevoke } from './useMayRevoke.ts';

/** Shows a page for support staff to those who may, and tells the others which roles may. */
export function StaffOnly({ children }: { children: ReactNode }) {
  return useMayRevoke() === false ? <WhichRoles /> : children;
}

/** In the place of what a role does not allow. */
export function WhichRoles() {
  return (
    <Card>
      <EmptyState icon={<Lock />} title={<Trans>Your role does not allow this</Trans>}>
        <p>
          <Trans>
            Only the roles SuperAdmin and Administrator may find other people and revoke their access. Ask an
            administrator of your organisation, or have your role changed.
          </Trans>
        </p>
      </EmptyState>
    </Card>
  );
}
