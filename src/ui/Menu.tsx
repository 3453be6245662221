import { Menu as BaseMenu } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Menu.module.css';

// Base UI weighs more than all else here: nothing but what is loaded after sign-in may import this file.

interface MenuProps {
  /** The name of the open menu. */
  label: string;
  /** What the button shows, which is also its name. */
  trigger: ReactNode;
  children: ReactNode;
}

export function Menu({ label, trigger, children }: MenuProps) {
  return (
    <BaseMenu.Root modal={false}>
      <BaseMenu.Trigger className={styles.trigger}>{trigger}</BaseMenu.Trigger>
      <BaseMenu.Portal>
        <BaseMenu.Positioner className={styles.positioner} sideOffset={6} collisionPadding={8} align="start">
          <BaseMenu.Popup className={styles.popup} aria-label={label} aria-labelledby={undefined}>
            {children}
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}

interface MenuItemProps {
  onSelect: () => void;
  icon?: ReactNode;
  children: ReactNode;
}

export function MenuItem({ onSelect, icon, children }: MenuItemProps) {
  return (
    <BaseMenu.Item className={styles.item} onClick={onSelect}>
      <span className={styles.mark} aria-hidden="true">
        {icon}
      </span>
      {children}
    </BaseMenu.Item>
  );
}

interface MenuRadioGroupProps<Value extends string> {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  options: { value: Value; label: ReactNode }[];
}

export function MenuRadioGroup<Value extends string>({ label, value, onChange, options }: MenuRadioGroupProps<Value>) {
  return (
    <BaseMenu.RadioGroup className={styles.group} aria-label={label} value={value} onValueChange={onChange}>
      <div className={styles.groupLabel} aria-hidden="true">
        {label}
      </div>
      {options.map((option) => (
        <BaseMenu.RadioItem key={option.value} value={option.value} className={styles.item}>
          <span className={styles.mark} aria-hidden="true">
            <BaseMenu.RadioItemIndicator>
              <Check />
            </BaseMenu.RadioItemIndicator>
          </span>
          {option.label}
        </BaseMenu.RadioItem>
      ))}
    </BaseMenu.RadioGroup>
  );
}
