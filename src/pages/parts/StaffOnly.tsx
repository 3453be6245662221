import { Trans } from '@lingui/react/macro';
import { Lock } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Card, CardHeading } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useMayRevoke } from './useMayRevoke.ts';

interface StaffOnlyProps {
  /** In the place of the children for roles that may not. */
  instead?: ReactNode;
  children: ReactNode;
}

/** Shows a page for support staff to those who may, and tells the others which roles may. */
export function StaffOnly({ instead = <WhichRoles />, children }: StaffOnlyProps) {
  const may = useMayRevoke();
  const [wasLetIn, setWasLetIn] = useState(may === true);
  if (may && !wasLetIn) setWasLetIn(true);
  // A role that is taken away meanwhile takes nothing from the page: each refusal is told where it happens.
  return may === false && !wasLetIn ? instead : children;
}

/** In the place of what a role does not allow. */
export function WhichRoles({ title }: { title?: ReactNode }) {
  const may = useMayRevoke();
  return (
    <Card padding={title ? 'flush' : 'normal'}>
      {title && <CardHeading title={title} />}
      <EmptyState
        icon={<Lock />}
        title={may ? <Trans>The service does not allow this</Trans> : <Trans>Your role does not allow this</Trans>}
      >
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
