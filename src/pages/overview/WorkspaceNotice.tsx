import { Trans } from '@lingui/react/macro';
import { Building2 } from 'lucide-react';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';

/** For an application token: why there is no account here. */
export function WorkspaceNotice() {
  return (
    <Card padding="flush">
      <EmptyState
        icon={<Building2 />}
        title={<Trans>You are signed in as a workspace</Trans>}
        action={
          <>
            <ButtonLink to="/users" look="filled">
              <Trans>Find a person</Trans>
            </ButtonLink>
            <ButtonLink to="/revoke">
              <Trans>Revoke access for many users</Trans>
            </ButtonLink>
          </>
        }
      >
        <p>
          <Trans>
            An application token stands for a workspace, not for a person. It has no authenticator apps and no trusted
            devices of its own, so there is no account to show here. It can find people and revoke their access. To see
            your own account, sign out and sign in with your email and password.
          </Trans>
        </p>
      </EmptyState>
    </Card>
  );
}
