import { Trans, useLingui } from '@lingui/react/macro';
import { ListLoading } from '../../ui/ListLoading.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Page } from '../../ui/Page.tsx';
import { DeviceList } from './DeviceList.tsx';

export function DevicesPage() {
  const { t } = useLingui();
  return (
    <Page
      title={t`Trusted devices`}
      subtitle={<Trans>Browsers that sign in to your account without a code, for 90 days each.</Trans>}
    >
      <Loaded
        loading={<ListLoading headed count={3} />}
        failed={<Trans>Your trusted devices could not be shown</Trans>}
      >
        <DeviceList />
      </Loaded>
    </Page>
  );
}
