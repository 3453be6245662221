import type { ReactNode } from 'react';
import { untrustedText } from './untrustedText.ts';

interface UntrustedTextProps {
  children: string;
  /** In its place where there is nothing to see in it. */
  otherwise?: ReactNode;
  /** Characters shown, as people count them. */
  max?: number | undefined;
}

/**
 * Text of the API: shown as text, bounded, and unable to turn or hide the words around it. Inside a <Trans> it stands
 * as a variable: what is written out there becomes part of the message, and Lingui takes tags in it for its own.
 */
export function UntrustedText({ children, otherwise, max = 120 }: UntrustedTextProps) {
  const { shown, title } = untrustedText(children, max);
  if (shown === '') return otherwise;
  // An e-mail too long for its line breaks before its @ rather than anywhere; one in a sentence has a line's beginning.
  const at = shown.includes(' ') ? -1 : shown.indexOf('@', 1);
  return (
    <bdi title={title}>
      {at < 0 ? (
        shown
      ) : (
        <>
          {shown.slice(0, at)}
          <wbr />
          {shown.slice(at)}
        </>
      )}
    </bdi>
  );
}
