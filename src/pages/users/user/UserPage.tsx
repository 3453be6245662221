import { Trans, useLingui } from '@lingui/react/macro';
import { UserX } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { ButtonLink } from '../../../ui/ButtonLink.tsx';
import { Card } from '../../../ui/Card.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { Page } from '../../../ui/Page.tsx';
import { UntrustedText } from '../../../ui/UntrustedText.tsx';
import { StaffOnly, WhichRoles } from '../../parts/StaffOnly.tsx';
import { Person } from './Person.tsx';
import { PersonLoading } from './PersonLoading.tsx';
import { refOf } from './ref.ts';

export function UserPage() {
  const { t } = useLingui();
  const ref = refOf(useParams().user);
  return (
    <StaffOnly title={t`User`}>
      <Loaded
        key={ref}
        loading={<PersonLoading />}
        instead={{
          forbidden: (
            <Nobody title={t`User`}>
              <WhichRoles />
            </Nobody>
          ),
          'not-found': <NotFound userRef={String(ref)} />,
        }}
        failed={<Trans>This person could not be shown</Trans>}
        around={(failure) => <Nobody title={t`User`}>{failure}</Nobody>}
      >
        <Person userRef={ref} />
      </Loaded>
    </StaffOnly>
  );
}

function NotFound({ userRef }: { userRef: string }) {
  const { t } = useLingui();
  const words = <UntrustedText>{userRef}</UntrustedText>;
  return (
    <Nobody title={t`User not found`}>
      <Card padding="flush">
        <EmptyState
          icon={<UserX />}
          title={<Trans>Nobody found for {words}</Trans>}
          action={
            <ButtonLink to="/users">
              <Trans>Search users</Trans>
            </ButtonLink>
          }
        >
          <p>
            <Trans>
              The account may be gone, spelt in another way, or belong to an organisation that you can’t see. Search for
              a part of the name or email instead.
            </Trans>
          </p>
        </EmptyState>
      </Card>
    </Nobody>
  );
}

/** Around what stands in a person's place. */
function Nobody({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Page
      title={title}
      breadcrumb={
        <Link to="/users">
          <Trans>Users</Trans>
        </Link>
      }
    >
      {children}
    </Page>
  );
}
