import { Trans, useLingui } from '@lingui/react/macro';
import { useSearchParams } from 'react-router';
import { SelectField } from '../../ui/SelectField.tsx';
import { readKind } from './kinds.ts';

/** Which kind of events is shown; the address keeps it. */
export function KindField() {
  const { t } = useLingui();
  const [searchParams, setSearchParams] = useSearchParams();
  return (
    <SelectField
      label={<Trans>Show</Trans>}
      value={readKind(searchParams) ?? ''}
      onChange={({ target }) =>
        setSearchParams(target.value ? { kind: target.value } : {}, { preventScrollReset: true })
      }
    >
      <option value="">{t`Everything`}</option>
      <option value="sign-in-failed">{t`Failed sign-ins`}</option>
      <option value="mfa">{t`Multi-factor authentication`}</option>
      <option value="support-access">{t`Support access`}</option>
      <option value="other">{t`The rest`}</option>
    </SelectField>
  );
}
