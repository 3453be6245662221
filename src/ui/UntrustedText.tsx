import { untrustedText } from './untrustedText.ts';

interface UntrustedTextProps {
  children: string;
  /** Characters shown, as people count them. */
  max?: number | undefined;
}

/** Text of the API: shown as text, bounded, and unable to turn or hide the words around it. */
export function UntrustedText({ children, max = 120 }: UntrustedTextProps) {
  const { shown, title } = untrustedText(children, max);
  return <bdi title={title}>{shown}</bdi>;
}
