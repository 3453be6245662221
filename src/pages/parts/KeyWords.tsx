import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { type MfaKey, mfaKeyStatusesQuery, mfaKeyTypesQuery } from '../../api/mfa-keys.ts';
import { wordsOf } from '../../api/tolerant.ts';
import { UntrustedText } from '../../ui/UntrustedText.tsx';

/** What kind of key it is, in the words of the lookup. */
export function KeyType({ mfaKey }: { mfaKey: MfaKey }) {
  const { data: types } = useQuery(mfaKeyTypesQuery);
  return <UntrustedText otherwise={<Trans>Authenticator app</Trans>}>{wordsOf(mfaKey.type, types)}</UntrustedText>;
}

/** The state it is in, in the words of the lookup. */
export function KeyStatus({ mfaKey }: { mfaKey: MfaKey }) {
  const { data: statuses } = useQuery(mfaKeyStatusesQuery);
  return <UntrustedText otherwise={<Trans>Status not known</Trans>}>{wordsOf(mfaKey.status, statuses)}</UntrustedText>;
}
