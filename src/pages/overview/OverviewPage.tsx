import { useLingui } from '@lingui/react/macro';
import { Page } from '../../ui/Page.tsx';
import { UntrustedText } from '../../ui/UntrustedText.tsx';
import { useActor } from '../parts/useActor.ts';
import { useIsWorkspace } from '../parts/useIsWorkspace.ts';
import { useMe } from '../parts/useMe.ts';
import { AccountCards } from './AccountCards.tsx';
import styles from './Overview.module.css';
import { WorkspaceNotice } from './WorkspaceNotice.tsx';

export function OverviewPage() {
  const { t } = useLingui();
  const isWorkspace = useIsWorkspace();
  return (
    <Page title={t`Account security`} subtitle={<Who />}>
      {isWorkspace ? <WorkspaceNotice /> : <AccountCards />}
    </Page>
  );
}

function Who() {
  const { data: user } = useMe();
  const name = useActor();
  return (
    <>
      <UntrustedText>{name}</UntrustedText>
      <span className={styles.organisation}>
        <UntrustedText>{user?.organisation?.name ?? ''}</UntrustedText>
      </span>
    </>
  );
}
