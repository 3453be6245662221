import { useLingui } from '@lingui/react/macro';
import { useSession } from '../../session/useSession.ts';
import { cleanText } from '../../ui/untrustedText.ts';
import { useMe } from './useMe.ts';

/** Who acts: the account's own e-mail, and what was typed at sign-in until that is known. */
export function useActor(): string {
  const { t } = useLingui();
  const session = useSession();
  const { data: user } = useMe();
  const name = cleanText(user?.username ?? '');
  if (name) return name;
  if (session.state === 'signed-out') return '';
  return session.person.kind === 'user' ? session.person.name : t`Application token`;
}
