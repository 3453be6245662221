import { Trans, useLingui } from '@lingui/react/macro';
import { useSearchParams } from 'react-router';
import { Loaded } from '../../ui/Loaded.tsx';
import { Page } from '../../ui/Page.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { LoadingRegion, Skeleton } from '../../ui/Skeleton.tsx';
import { EventHistory } from '../parts/EventHistory.tsx';
import styles from './Activity.module.css';
import { readKind } from './kinds.ts';

export function ActivityPage() {
  const { t } = useLingui();
  const [searchParams, setSearchParams] = useSearchParams();
  const kind = readKind(searchParams);
  return (
    <Page
      title={t`Security activity`}
      subtitle={
        <Trans>Sign-ins that failed, changes to your second factor, and what else happened to your account.</Trans>
      }
    >
      <div className={styles.filter}>
        <SelectField
          label={<Trans>Show</Trans>}
          value={kind ?? ''}
          onChange={({ target }) =>
            setSearchParams(target.value ? { kind: target.value } : {}, { replace: true, preventScrollReset: true })
          }
        >
          <option value="">{t`Everything`}</option>
          <option value="sign-in-failed">{t`Failed sign-ins`}</option>
          <option value="mfa">{t`Multi-factor authentication`}</option>
          <option value="support-access">{t`Support access`}</option>
          <option value="other">{t`The rest`}</option>
        </SelectField>
      </div>
      <Loaded
        key={kind}
        loading={
          <LoadingRegion label={t`Loading`}>
            <Skeleton shape="row" count={5} />
          </LoadingRegion>
        }
        failed={<Trans>Your activity could not be shown</Trans>}
      >
        <EventHistory user="my" kind={kind} />
      </Loaded>
    </Page>
  );
}
