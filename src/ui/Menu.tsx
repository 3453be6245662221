import { Check } from 'lucide-react';
import {
  createContext,
  type KeyboardEvent,
  type ReactNode,
  startTransition,
  use,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import styles from './Menu.module.css';
import { itemAfter } from './menuKeys.ts';

interface MenuProps {
  /** The name of the open menu. */
  label: string;
  /** What the button shows, which is also its name. */
  trigger: ReactNode;
  children: ReactNode;
}

const CloseContext = createContext<() => void>(() => undefined);

/**
 * A menu button (the pattern of the ARIA Authoring Practices). It opens in the flow, above its button, so that it needs no
 * positioning: where there is no room for it, what it stands in scrolls.
 */
export function Menu({ label, trigger, children }: MenuProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!open) return;
    // All of it, down to its button: the last item, too, is seen at once.
    menu.current?.parentElement?.scrollIntoView({ block: 'end' });
    menu.current?.querySelector<HTMLElement>('[role^=menuitem]')?.focus({ preventScroll: true });
  }, [open]);

  // Laying out what comes or goes takes longer than a press may wait for its answer: that is painted first.
  const show = () => startTransition(() => setOpen(true));
  const close = () => {
    button.current?.focus({ preventScroll: true });
    startTransition(() => setOpen(false));
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key === 'Escape') return close();
    const item = itemAfter(event, event.currentTarget);
    if (!item) return;
    event.preventDefault();
    item.focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only watches over the focus of the button and its menu
    <div
      className={styles.menu}
      onBlur={({ currentTarget, relatedTarget }) => currentTarget.contains(relatedTarget) || setOpen(false)}
      // A press on the button, or between it and its menu, would take the focus out of the open menu and close it.
      onMouseDown={(event) => {
        const isInMenu = event.target instanceof Node && menu.current?.contains(event.target);
        if (open && !isInMenu) event.preventDefault();
      }}
    >
      <button
        ref={button}
        type="button"
        className={styles.trigger}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => (open ? close() : show())}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          show();
        }}
      >
        {trigger}
      </button>
      {open && (
        <div
          ref={menu}
          id={id}
          role="menu"
          aria-label={label}
          tabIndex={-1}
          className={styles.popup}
          onKeyDown={onKeyDown}
          // The second half of a double tap on the button was not meant for the item that has come to lie there.
          onClickCapture={(event) => event.detail > 1 && event.stopPropagation()}
        >
          <CloseContext value={close}>{children}</CloseContext>
        </div>
      )}
    </div>
  );
}

interface MenuItemProps {
  onSelect: () => void;
  icon?: ReactNode;
  children: ReactNode;
}

export function MenuItem({ onSelect, icon, children }: MenuItemProps) {
  const close = use(CloseContext);
  const select = () => {
    close();
    onSelect();
  };
  return (
    <button type="button" role="menuitem" tabIndex={-1} className={styles.item} onClick={select}>
      <span className={styles.mark} aria-hidden="true">
        {icon}
      </span>
      {children}
    </button>
  );
}

interface MenuRadioGroupProps<Value extends string> {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  options: { value: Value; label: ReactNode }[];
}

/** One of several; the menu stays open, so that one sees what has changed. */
export function MenuRadioGroup<Value extends string>({ label, value, onChange, options }: MenuRadioGroupProps<Value>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is no child of a menu
    <div role="group" aria-label={label} className={styles.group}>
      <div className={styles.groupLabel} aria-hidden="true">
        {label}
      </div>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          role="menuitemradio"
          aria-checked={option.value === value}
          tabIndex={-1}
          className={styles.item}
          onClick={() => onChange(option.value)}
        >
          <span className={styles.mark} aria-hidden="true">
            {option.value === value && <Check />}
          </span>
          {option.label}
        </button>
      ))}
    </div>
  );
}
