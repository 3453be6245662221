import { Trans } from '@lingui/react/macro';
import { Building2 } from 'lucide-react';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';

/** For an application token: why there is no account here. */
export function WorkspaceNotice() {
  return (
    <Card>
      <EmptyState icon={<Building2 />} title={<Trans>You are signed in as a workspace</Trans>}>
        <p>
          <Trans>
            An application token stands for a workspace, not for a person. It has no authenticator apps and no trusted
            devices of its own, so there is no account to show here. To see yours, sign out and sign in with your email
            and password.
          </Trans>
        </p>
      </EmptyState>
    </Card>
  );
}
