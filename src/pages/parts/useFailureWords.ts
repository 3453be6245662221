import { useLingui } from '@lingui/react/macro';
import { cleanText } from '../../ui/untrustedText.ts';

type Failure = {
  /** What kind of problem it was, where that is known. */
  kind?: string | undefined;
  status?: number | undefined;
  token?: string | undefined;
  reason?: string | undefined;
};

/** Why something on a receipt failed: the API's own words and codes, and what they do not say. */
export function useFailureWords(): (failure: Failure) => string {
  const { t } = useLingui();
  return ({ kind, status, token, reason }) => {
    if (kind === 'unreadable') return t`the service’s answer could not be read`;
    const code = [status, cleanText(token ?? '')].filter(Boolean).join(' ');
    const said = [
      cleanText(reason ?? ''),
      code,
      kind === 'forbidden' ? t`only SuperAdmin and Administrator may` : '',
    ].filter((words) => words !== '');
    if (said.length === 0) return t`the service could not be reached`;
    return said.reduce((words, more) => t`${words}, ${more}`);
  };
}
