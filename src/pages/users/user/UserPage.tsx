import { Trans } from '@lingui/react/macro';
import { useParams } from 'react-router';
import { Loaded } from '../../../ui/Loaded.tsx';
import { LoadingPage } from '../../../ui/LoadingPage.tsx';
import { StaffOnly, WhichRoles } from '../../parts/StaffOnly.tsx';
import { Person } from './Person.tsx';
import { refOf } from './ref.ts';

export function UserPage() {
  const ref = refOf(useParams().user);
  return (
    <StaffOnly>
      <Loaded
        key={ref}
        loading={<LoadingPage />}
        forbidden={<WhichRoles />}
        failed={<Trans>This person could not be shown</Trans>}
      >
        <Person userRef={ref} />
      </Loaded>
    </StaffOnly>
  );
}
