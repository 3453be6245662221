import { Plural } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Card } from '../../ui/Card.tsx';
import styles from './Overview.module.css';

interface SummaryCardProps {
  icon: ReactNode;
  id: string;
  title: ReactNode;
  count: number;
  /** What the number counts. */
  counted: ReactNode;
  details: ReactNode;
  /** How many more there are that can't be counted. */
  unreadable: number;
  to: string;
  /** Says where the link goes, also to those who hear it alone. */
  link: ReactNode;
}

export function SummaryCard({ icon, id, title, count, counted, details, unreadable, to, link }: SummaryCardProps) {
  return (
    <Card className={styles.summary} aria-labelledby={id}>
      <div className={styles.summaryTitle}>
        <span className={styles.square} aria-hidden="true">
          {icon}
        </span>
        <h2 id={id}>{title}</h2>
      </div>
      <p className={styles.count}>
        <strong>{count}</strong> {counted}
      </p>
      <div className={styles.summaryFoot}>
        <div>
          <p>{details}</p>
          {unreadable > 0 && (
            <p>
              <Plural value={unreadable} one="# could not be shown" other="# could not be shown" />
            </p>
          )}
        </div>
        <Link to={to} aria-describedby={id}>
          {link}
        </Link>
      </div>
    </Card>
  );
}
