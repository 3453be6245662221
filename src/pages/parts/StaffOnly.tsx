import { Trans } from '@lingui/react/macro';
import { Lock } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Card, CardHeading } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { useMayRevoke } from './useMayRevoke.ts';

interface StaffOnlyProps {
  /** The page's own heading. */
  title: string;
  children: ReactNode;
}

/** Shows a page for support staff to those who may, and tells the others which roles may. */
export function StaffOnly({ title, children }: StaffOnlyProps) {
  const may = useMayRevoke();
  const [wasLetIn, setWasLetIn] = useState(may === true);
  if (may && !wasLetIn) setWasLetIn(true);
  // A role that is taken away meanwhile takes nothing from the page: each refusal is told where it happens.
  if (may !== false || wasLetIn) return children;
  return (
    <Page title={title}>
      <WhichRoles />
    </Page>
  );
}

/** In the place of what a role does not allow: of a page, or with a title of a part of one. */
export function WhichRoles({ title }: { title?: ReactNode }) {
  const may = useMayRevoke();
  return (
    <Card padding="flush">
      {title && <CardHeading title={title} />}
      <EmptyState
        icon={<Lock />}
        title={may ? <Trans>The service does not allow this</Trans> : <Trans>Your role does not allow this</Trans>}
        action={
          !title && (
            <ButtonLink to="/">
              <Trans>Go to Account security</Trans>
            </ButtonLink>
          )
        }
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
