import {
  type ReactNode,
  type SyntheticEvent,
  startTransition,
  useDeferredValue,
  useId,
  useLayoutEffect,
  useRef,
} from 'react';
import { BrandMark } from './BrandMark.tsx';
import { classes } from './classes.ts';
import styles from './Dialog.module.css';

interface DialogProps {
  title: ReactNode;
  children: ReactNode;
  /** Escape; without it the dialog can't be dismissed. */
  onDismiss?: (() => void) | undefined;
  role?: 'dialog' | 'alertdialog' | undefined;
  /** The id of what an alertdialog reads out after its title. */
  describedBy?: string | undefined;
  /** Hides what lies below altogether, for a page that is locked: it is a page of its own to the eye. */
  opaque?: boolean | undefined;
}

/** The platform's modal dialog; what should have the focus first carries `data-first-focus` or takes it itself. */
export function Dialog(props: DialogProps) {
  // Making all below inert takes the browser longer than a press may wait for its answer: that is painted first. What
  // hides a locked page waits for nothing.
  const isDue = useDeferredValue(true, props.opaque ?? false);
  return isDue && <OpenDialog {...props} />;
}

/** Closes it once the press that asked for that is seen to be: the same work is to be done the other way. */
export function dismiss(close: (() => void) | undefined): void {
  startTransition(() => close?.());
}

function OpenDialog({ title, children, onDismiss, role = 'dialog', describedBy, opaque = false }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element) return;
    element.showModal();
    const first = element.querySelector<HTMLElement>('[data-first-focus]');
    const heading = element.querySelector('h2');
    if (first && heading && element.scrollHeight > element.clientHeight) {
      // More than fits: read from its top, which says what it is about, instead of from the buttons at its end.
      heading.tabIndex = -1;
      heading.focus();
      // The browser has gone to its first button, on opening.
      element.scrollTop = 0;
    } else first?.focus();
    if (!opaque) keepCoverInFront(element);
    // Closing, rather than vanishing, gives the focus back to the opener.
    return () => element.close();
  }, [opaque]);

  const onCancel = (event: SyntheticEvent) => {
    event.preventDefault();
    dismiss(onDismiss);
  };
  // Chromium lets a second Escape in a row through, whatever `cancel` says.
  const onClose = ({ currentTarget }: SyntheticEvent<HTMLDialogElement>) => {
    if (!currentTarget.isConnected || currentTarget.open) return;
    currentTarget.showModal();
    dismiss(onDismiss);
  };

  const words = (
    <>
      <h2 id={titleId} className={styles.title}>
        {title}
      </h2>
      {children}
    </>
  );
  return (
    <dialog
      ref={dialog}
      role={role}
      className={classes(styles.dialog, opaque && styles.opaque)}
      data-cover={opaque || undefined}
      aria-labelledby={titleId}
      aria-describedby={describedBy}
      onCancel={onCancel}
      onClose={onClose}
    >
      {opaque ? (
        <>
          <BrandMark />
          <div className={styles.card}>{words}</div>
        </>
      ) : (
        words
      )}
    </dialog>
  );
}

/**
 * A page may lock in the moment in which one of its dialogs is about to open: that would take the sign-in's place in
 * front, unseen, and nobody could type there.
 */
function keepCoverInFront(opened: HTMLDialogElement): void {
  const cover = document.querySelector<HTMLDialogElement>('dialog[data-cover]:modal');
  if (!cover || cover.contains(opened)) return;
  cover.close();
  cover.showModal();
  cover.querySelector<HTMLElement>('[data-first-focus]')?.focus();
}
