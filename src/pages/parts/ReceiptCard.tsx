import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Download } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { currentTicket, keepTicket } from '../../session/ticket.ts';
import { Button } from '../../ui/Button.tsx';
import { Card, CardHeading } from '../../ui/Card.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './ReceiptCard.module.css';
import { type Receipt, receiptCsv, receiptJson, receiptText } from './receipt.ts';
import { useReceiptWords } from './useReceiptWords.ts';

interface ReceiptCardProps {
  receipt: Omit<Receipt, 'ticket'>;
  /** What was done and what failed, in a sentence or two. */
  children: ReactNode;
}

/** Rows on the page; all of them are in what is copied or downloaded. */
const LISTED = 50;

/** After acting: what to put into the ticket. */
export function ReceiptCard({ receipt, children }: ReceiptCardProps) {
  const { t } = useLingui();
  const words = useReceiptWords();
  const [ticket, setTicket] = useState(currentTicket);
  const isOfMany = new Set(receipt.rows.map(({ userId }) => userId)).size > 1;
  const whole = { ...receipt, ticket: ticket.trim() };
  return (
    <Card tone={receipt.rows.every(({ isDone }) => isDone) ? 'good' : 'warning'} aria-labelledby="receipt">
      <CardHeading id="receipt" title={<Trans>Receipt</Trans>} />
      <div className={styles.receipt}>
        {children}
        <ul className={styles.rows}>
          {receipt.rows.slice(0, LISTED).map(({ userId, name, email, item, itemId, result, reason }) => (
            <li key={`${userId} ${item} ${itemId}`}>
              {isOfMany && `${name || email}: `}
              {item}: {result}
              {reason && `, ${reason}`}
            </li>
          ))}
          {receipt.rows.length > LISTED && (
            <li>
              <Plural value={receipt.rows.length - LISTED} one="and # more" other="and # more" />
            </li>
          )}
        </ul>
        <p className={styles.when}>
          {words.localTime(receipt.at)} · {receipt.at.toISOString().slice(0, 19).replace('T', ' ')} UTC · {receipt.by}
        </p>
        <div className={styles.foot}>
          <TextField
            label={<Trans>Ticket</Trans>}
            autoComplete="off"
            value={ticket}
            onChange={({ target }) => {
              setTicket(target.value);
              keepTicket(target.value);
            }}
          />
          <CopyButton size="normal" text={receiptText(whole, words)} label={t`Copy`} />
          <Button icon={<Download />} onClick={() => save('receipt.csv', 'text/csv', receiptCsv(whole, words))}>
            <Trans>Download CSV</Trans>
          </Button>
          <Button icon={<Download />} onClick={() => save('receipt.json', 'application/json', receiptJson(whole))}>
            <Trans>Download JSON</Trans>
          </Button>
        </div>
      </div>
    </Card>
  );
}

function save(name: string, type: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}
