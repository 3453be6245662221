import { Trans, useLingui } from '@lingui/react/macro';
import { Download } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { currentTicket, keepTicket } from '../../session/ticket.ts';
import { Button } from '../../ui/Button.tsx';
import { Card, CardHeading } from '../../ui/Card.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { UntrustedText } from '../../ui/UntrustedText.tsx';
import { cleanText } from '../../ui/untrustedText.ts';
import { useFocusOnMount } from '../../ui/useFocusOnMount.ts';
import styles from './ReceiptCard.module.css';
import { ReceiptPeople } from './ReceiptPeople.tsx';
import { type Receipt, receiptCsv, receiptJson, receiptText } from './receipt.ts';
import { useReceiptWords } from './useReceiptWords.ts';

interface ReceiptCardProps {
  receipt: Omit<Receipt, 'ticket'>;
  /** What was done and what failed, in a sentence or two. */
  children: ReactNode;
}

/** After acting: what to put into the ticket. It takes the focus, since what was pressed is gone. */
export function ReceiptCard({ receipt, children }: ReceiptCardProps) {
  const { t } = useLingui();
  const words = useReceiptWords();
  const [ticket, setTicket] = useState(currentTicket);
  const heading = useFocusOnMount<HTMLHeadingElement>();
  const whole = { ...receipt, ticket: cleanText(ticket) };
  const { at } = receipt;
  const ticketWords = <UntrustedText>{whole.ticket}</UntrustedText>;
  const by = <UntrustedText>{receipt.by}</UntrustedText>;
  const fileName = `receipt-${at.toISOString().slice(0, 19).replaceAll(':', '')}Z`;

  return (
    <Card aria-labelledby="receipt" className={styles.card}>
      <CardHeading id="receipt" headingRef={heading} title={<Trans>Receipt</Trans>} />
      <div className={styles.receipt}>
        <div className={styles.summary}>
          {children}
          <p className={styles.quiet}>
            {words.exactTime(at)} · <Trans>By {by}</Trans>
          </p>
          {whole.ticket && (
            <p className={styles.ticket}>
              <Trans>Ticket: {ticketWords}</Trans>
            </p>
          )}
        </div>
        <div className={styles.foot}>
          <TextField
            label={<Trans>Ticket (optional)</Trans>}
            autoComplete="off"
            value={ticket}
            onChange={({ target }) => {
              setTicket(target.value);
              keepTicket(target.value);
            }}
          />
          <CopyButton look="filled" size="normal" text={() => receiptText(whole, words)} label={t`Copy`} />
          <Button icon={<Download />} onClick={() => save(`${fileName}.csv`, 'text/csv', receiptCsv(whole))}>
            <Trans>Download CSV</Trans>
          </Button>
          <Button icon={<Download />} onClick={() => save(`${fileName}.json`, 'application/json', receiptJson(whole))}>
            <Trans>Download JSON</Trans>
          </Button>
        </div>
        <ReceiptPeople rows={receipt.rows} />
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
