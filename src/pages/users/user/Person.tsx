import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { trustedDevicesQuery } from '../../../api/trusted-devices.ts';
import { isMyself, userQuery } from '../../../api/users.ts';
import { Alert } from '../../../ui/Alert.tsx';
import { Avatar } from '../../../ui/Avatar.tsx';
import { Card } from '../../../ui/Card.tsx';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { Page } from '../../../ui/Page.tsx';
import { LoadingRegion, Skeleton } from '../../../ui/Skeleton.tsx';
import { cleanText, untrustedText } from '../../../ui/untrustedText.ts';
import { WhichRoles } from '../../parts/StaffOnly.tsx';
import { useActor } from '../../parts/useActor.ts';
import { useMe } from '../../parts/useMe.ts';
import { StatusPill } from '../StatusPill.tsx';
import { Copyable } from './Copyable.tsx';
import { LeaveRemovalGuard } from './LeaveRemovalGuard.tsx';
import { PersonActivity } from './PersonActivity.tsx';
import { PersonDevices } from './PersonDevices.tsx';
import { PersonFacts } from './PersonFacts.tsx';
import { PersonKeys } from './PersonKeys.tsx';
import { PartsLoading } from './PersonLoading.tsx';
import { PersonReceipt } from './PersonReceipt.tsx';
import { RemovalDialog } from './RemovalDialog.tsx';
import { ResetButton } from './ResetButton.tsx';
import type { Removal } from './removal.ts';
import styles from './User.module.css';
import { merge, type RemovalDone, timeOf, useRemoval } from './useRemoval.ts';

export function Person({ userRef }: { userRef: number | string }) {
  const { t } = useLingui();
  const { data: user } = useSuspenseQuery(userQuery(userRef));
  const { data: me } = useMe();
  const actor = useActor();
  // How many there are is not known before: what lies below would jump.
  const { isFetched: hasDevices } = useQuery(trustedDevicesQuery(user.id));
  const [asked, setAsked] = useState<Removal>();
  const [done, setDone] = useState<RemovalDone>();
  const removal = useRemoval(user);
  const name =
    untrustedText(user.name ?? '', 120).shown || untrustedText(user.username ?? '', 120).shown || t`User ${user.id}`;
  // Also where one's own account could not be read.
  const isMe = isMyself(me ?? { username: actor }, user);

  return (
    <Page
      wide
      title={name}
      breadcrumb={
        <>
          <Link to="/users">
            <Trans>Users</Trans>
          </Link>{' '}
          › <bdi>{name}</bdi>
        </>
      }
      avatar={<Avatar name={name} size="large" />}
      badge={
        <>
          {user.name && (
            <span className={styles.copyName}>
              <CopyButton iconOnly text={cleanText(user.name)} label={t`Copy name`} />
            </span>
          )}
          {user.status && <StatusPill status={user.status} />}
        </>
      }
      subtitle={user.username && <Copyable text={user.username} label={t`Copy email`} />}
      facts={<PersonFacts user={user} />}
      actions={<ResetButton user={user} pending={removal.isPending} onAsk={setAsked} />}
    >
      {isMe && (
        <Alert tone="info" live={false}>
          <Trans>This is your own account. What you revoke here is your own access.</Trans>
        </Alert>
      )}
      {done && <PersonReceipt key={timeOf(done).getTime()} done={done} onRetry={setAsked} />}
      {hasDevices ? (
        <>
          <Loaded
            loading={
              <LoadingRegion label={t`Loading`}>
                <Card padding="flush">
                  <Skeleton shape="row" count={3} />
                </Card>
              </LoadingRegion>
            }
            instead={{ forbidden: <WhichRoles title={<Trans>Trusted devices</Trans>} /> }}
            failed={<Trans>The trusted devices could not be shown</Trans>}
          >
            <PersonDevices userId={user.id} pending={removal.isPending} onAsk={setAsked} />
          </Loaded>
          <PersonKeys user={user} pending={removal.isPending} onAsk={setAsked} />
          <PersonActivity userId={user.id} />
        </>
      ) : (
        <PartsLoading />
      )}
      {removal.isPending && <LeaveRemovalGuard />}
      {asked && (
        <RemovalDialog
          removal={asked}
          user={user}
          name={name}
          isMe={isMe}
          pending={removal.isPending}
          onConfirm={() =>
            removal.mutate(asked, {
              onSuccess: (now) => setDone((before) => merge(before, now)),
              onSettled: () => setAsked(undefined),
            })
          }
          onCancel={() => setAsked(undefined)}
        />
      )}
    </Page>
  );
}
