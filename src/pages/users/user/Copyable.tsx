import { CopyButton } from '../../../ui/CopyButton.tsx';
import { UntrustedText } from '../../../ui/UntrustedText.tsx';
import { cleanText } from '../../../ui/untrustedText.ts';
import styles from './User.module.css';

/** Text of the API with a button that copies it; the button never stands on a line by itself. */
export function Copyable({ text, label }: { text: string; label: string }) {
  return (
    <span className={styles.copyable}>
      <span>
        <UntrustedText>{text}</UntrustedText>
      </span>
      <CopyButton iconOnly text={cleanText(text)} label={label} />
    </span>
  );
}
