import { useLingui } from '@lingui/react/macro';
import { Check, Copy, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { announce } from './Announcer.tsx';
import { Button } from './Button.tsx';
import type { ButtonLookProps } from './buttonLook.ts';
import styles from './CopyButton.module.css';
import { classes } from './classes.ts';
import { VisuallyHidden } from './VisuallyHidden.tsx';

interface CopyButtonProps extends Pick<ButtonLookProps, 'look' | 'size' | 'wide'> {
  /** What to copy; a function where making it takes a while. */
  text: string | (() => string);
  label: string;
  copiedLabel?: string | undefined;
  /** The icon alone is seen beside what it copies; the label is its name all the same. */
  iconOnly?: boolean | undefined;
}

type Outcome = 'none' | 'copied' | 'refused';

const icons = { none: Copy, copied: Check, refused: X };

export function CopyButton({
  text,
  label,
  copiedLabel,
  iconOnly = false,
  look,
  size = 'small',
  wide,
}: CopyButtonProps) {
  const { t } = useLingui();
  const [outcome, setOutcome] = useState<Outcome>('none');

  useEffect(() => {
    if (outcome === 'none') return;
    const timer = setTimeout(() => setOutcome('none'), 4000);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copied = copiedLabel ?? t`Copied`;
  const copy = async () => {
    const done = await writeToClipboard(typeof text === 'string' ? text : text());
    setOutcome(done ? 'copied' : 'refused');
    announce(done ? copied : t`This browser did not allow copying. Select the text and copy it yourself.`);
  };

  const words = { none: label, copied, refused: t`Copying not allowed` };
  const Icon = icons[outcome];
  if (iconOnly) {
    const tip = words[outcome];
    return (
      <Button look={look ?? 'quiet'} size={size} className={styles.iconOnly} icon={<Icon />} title={tip} onClick={copy}>
        <VisuallyHidden>{tip}</VisuallyHidden>
        {outcome === 'refused' && <span className={styles.refused}>{words.refused}</span>}
      </Button>
    );
  }
  return (
    <Button look={look} size={size} wide={wide} onClick={copy}>
      <span className={styles.stack}>
        {/* Both lie in one place, so that the button keeps its width whichever is seen. */}
        <span className={classes(styles.face, outcome !== 'none' && styles.unseen)}>
          <Copy aria-hidden="true" />
          {words.none}
        </span>
        <span className={classes(styles.face, outcome === 'none' && styles.unseen)}>
          <Icon aria-hidden="true" />
          {outcome === 'refused' ? words.refused : copied}
        </span>
      </span>
    </Button>
  );
}

/** Plain http has no clipboard at all, and a browser may refuse: both are false. */
async function writeToClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
