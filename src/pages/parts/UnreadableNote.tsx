import type { ReactNode } from 'react';
import styles from './UnreadableNote.module.css';

/** Under a list that could not be shown whole; nothing where there is nothing to say. */
export function UnreadableNote({ children }: { children: ReactNode }) {
  return children ? <p className={styles.note}>{children}</p> : null;
}
