import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { type MfaKey, mfaKeyStatusesQuery, mfaKeyTypesQuery } from '../../api/mfa-keys.ts';
import { wordsOf } from '../../api/tolerant.ts';
import { UntrustedText } from '../../ui/UntrustedText.tsx';

/** What kind of key it is, in the words of the lookup. */
export function KeyType({ mfaKey }: { mfaKey: MfaKey }) {
  const { data: types } = useQuery(mfaKeyTypesQuery);
  const words = wordsOf(mfaKey.type, types);
  return words === '' ? <Trans>Authenticator app</Trans> : <UntrustedText>{words}</UntrustedText>;
}

/** The state it is in, in the words of the lookup. */
export function KeyStatus({ mfaKey }: { mfaKey: MfaKey }) {
  const { data: statuses } = useQuery(mfaKeyStatusesQuery);
  const words = wordsOf(mfaKey.status, statuses);
  return words === '' ? <Trans>Status not known</Trans> : <UntrustedText>{words}</UntrustedText>;
}
