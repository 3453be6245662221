import { Trans, useLingui } from '@lingui/react/macro';
import { type ComponentProps, memo, type ReactNode, startTransition, useRef, useState } from 'react';
import { Button } from './Button.tsx';
import { classes } from './classes.ts';
import styles from './List.module.css';

/** Rows that are drawn at once, a few screens of them: each takes a millisecond, and thousands would make the page wait. */
const AT_ONCE = 30;
/** Rows that each press adds, for which no page waits. */
const MORE = 100;

interface ListProps<Item extends { id: number }> {
  items: readonly Item[];
  /** The row of one; called for those alone that are drawn. */
  children: (item: Item, place: number) => ReactNode;
  label: string;
  atOnce?: number | undefined;
}

/** A list of things with hairlines between; it lies in a flush card. */
export function List<Item extends { id: number }>({ items, children, label, atOnce = AT_ONCE }: ListProps<Item>) {
  const { i18n } = useLingui();
  const [more, setMore] = useState(0);
  const drawn = Math.min(atOnce + more, items.length);
  const [shown, all] = [i18n.number(drawn), i18n.number(items.length)];
  const list = useRef<HTMLUListElement>(null);
  const showMore = () => {
    // The button that was pressed will be gone.
    if (drawn + MORE >= items.length) list.current?.focus({ preventScroll: true });
    startTransition(() => setMore(more + MORE));
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noRedundantRoles: Safari drops the role from lists without bullets */}
      <ul ref={list} tabIndex={-1} role="list" aria-label={label} className={styles.list}>
        {items.slice(0, drawn).map((item, place) => (
          <Row key={item.id} item={item} place={place} draw={children} />
        ))}
      </ul>
      {drawn < items.length && (
        <p className={styles.more}>
          <Button onClick={showMore}>
            <Trans>Show more</Trans>
          </Button>
          {/* Also on paper, where the rest is missing. */}
          <span role="status">
            <Trans>
              Showing {shown} of {all}
            </Trans>
          </span>
        </p>
      )}
    </>
  );
}

interface RowProps<Item> {
  item: Item;
  place: number;
  draw: (item: Item, place: number) => ReactNode;
}

function DrawnRow<Item>({ item, place, draw }: RowProps<Item>): ReactNode {
  return draw(item, place);
}

/** Showing more draws none of those anew that are there. */
const Row = memo(DrawnRow) as typeof DrawnRow;

interface ListRowProps extends Omit<ComponentProps<'li'>, 'title'> {
  /** Before the icon: a checkbox for selecting. */
  leading?: ReactNode;
  icon?: ReactNode;
  title: ReactNode;
  details?: ReactNode;
  /** At the end: a pill or a date. */
  trailing?: ReactNode;
  /** Buttons. On a narrow screen they fill the bottom of the row, which is a card there. */
  actions?: ReactNode;
  tone?: 'neutral' | 'warning' | 'good' | 'danger' | undefined;
}

export function ListRow({
  leading,
  icon,
  title,
  details,
  trailing,
  actions,
  tone = 'neutral',
  className,
  ...rest
}: ListRowProps) {
  return (
    <li {...rest} className={classes(styles.row, className)}>
      {leading && <div className={styles.leading}>{leading}</div>}
      {icon && (
        <span className={classes(styles.icon, styles[tone])} aria-hidden="true">
          {icon}
        </span>
      )}
      <div className={styles.words}>
        <div className={styles.title}>{title}</div>
        {details && <div className={styles.details}>{details}</div>}
      </div>
      {trailing && <div className={styles.trailing}>{trailing}</div>}
      {actions && (
        <div className={styles.actions} data-row-actions="">
          {actions}
        </div>
      )}
    </li>
  );
}
