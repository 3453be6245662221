import { Plural, Trans } from '@lingui/react/macro';
import { Pill } from '../../ui/Pill.tsx';
import { UntrustedText } from '../../ui/UntrustedText.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import styles from './ReceiptCard.module.css';
import { byPerson, type ReceiptRow } from './receipt.ts';

/** People on the page; all of them are in what is copied or downloaded. */
const LISTED = 50;

/** Each person with what went and what did not; those first with whom something failed. */
export function ReceiptPeople({ rows }: { rows: ReceiptRow[] }) {
  const people = byPerson(rows);
  const isDone = ({ rows: own }: { rows: ReceiptRow[] }) => own.every((row) => row.isDone);
  const ordered = [...people.filter((person) => !isDone(person)), ...people.filter(isDone)];
  return (
    <div>
      <div className={styles.people}>
        {ordered.slice(0, LISTED).map(({ who, rows: own }) => (
          <div key={who.userId ?? who.email} className={styles.person}>
            <Who row={who} />
            <ul className={styles.rows}>
              {own
                .toSorted((one, other) => Number(one.isDone) - Number(other.isDone))
                .map((row) => (
                  <Row key={`${row.item} ${row.itemId}`} row={row} />
                ))}
            </ul>
          </div>
        ))}
      </div>
      {ordered.length > LISTED && (
        <p className={styles.quiet}>
          <Plural
            value={ordered.length - LISTED}
            one="# more is in what is copied or downloaded."
            other="# more are in what is copied or downloaded."
          />
        </p>
      )}
    </div>
  );
}

function Who({ row: { userId, name, email } }: { row: ReceiptRow }) {
  return (
    <h3>
      {name && <UntrustedText>{name}</UntrustedText>}{' '}
      <span className={styles.quiet}>
        {email && <UntrustedText>{email}</UntrustedText>}
        {userId !== undefined && (
          <>
            {' · '}
            <Trans>User ID {String(userId)}</Trans>
          </>
        )}
      </span>
    </h3>
  );
}

function Row({ row: { item, itemId, isDone, result, reason, at } }: { row: ReceiptRow }) {
  const wasTried = at !== undefined;
  const tone = wasTried ? (isDone ? 'good' : 'danger') : isDone ? 'neutral' : 'warning';
  return (
    <li className={styles.row}>
      <span>
        <UntrustedText>{item}</UntrustedText>
        <VisuallyHidden>: </VisuallyHidden>
      </span>
      <span className={styles.result}>
        <Pill tone={tone}>{result}</Pill>
      </span>
      <span>
        {reason && (
          <>
            <VisuallyHidden>, </VisuallyHidden>
            <UntrustedText max={300}>{reason}</UntrustedText>{' '}
          </>
        )}
        {itemId !== undefined && (
          <span className={styles.quiet}>
            <Trans>ID {String(itemId)}</Trans>
          </span>
        )}
      </span>
    </li>
  );
}
