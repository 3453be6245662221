import { Trans, useLingui } from '@lingui/react/macro';
import { ListLoading } from '../../ui/ListLoading.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Page } from '../../ui/Page.tsx';
import { KeyList } from './KeyList.tsx';

export function AuthenticatorsPage() {
  const { t } = useLingui();
  return (
    <Page
      title={t`Authenticator apps`}
      subtitle={<Trans>An app on your phone that shows a new code every half minute or so, for signing in.</Trans>}
    >
      <Loaded
        loading={<ListLoading headed count={2} />}
        failed={<Trans>Your authenticator apps could not be shown</Trans>}
      >
        <KeyList />
      </Loaded>
    </Page>
  );
}
