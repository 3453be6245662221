import { Trans, useLingui } from '@lingui/react/macro';
import { Check, KeyRound, LifeBuoy, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { type EventKind, isWarning, kindOf, type SecurityEvent } from '../../api/events.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { List, ListRow } from '../../ui/List.tsx';
import { Pill } from '../../ui/Pill.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { UntrustedText } from '../../ui/UntrustedText.tsx';
import { cleanText } from '../../ui/untrustedText.ts';

const icons: Record<EventKind, ReactNode> = {
  'sign-in-failed': <TriangleAlert />,
  'support-access': <LifeBuoy />,
  mfa: <KeyRound />,
  other: <Check />,
};

interface EventListProps {
  events: SecurityEvent[];
  /** How many are drawn at once. */
  atOnce?: number | undefined;
}

/** Events as they happened, in the API's words; without any it speaks to the one whose they are. */
export function EventList({ events, atOnce }: EventListProps) {
  const { t } = useLingui();
  if (events.length === 0) {
    return (
      <EmptyState icon={<Check />} title={<Trans>Nothing has happened, which is a good sign</Trans>}>
        <p>
          <Trans>Failed sign-ins and changes to your authenticator apps will show here.</Trans>
        </p>
      </EmptyState>
    );
  }
  return (
    <List label={t`Events`} items={events} atOnce={atOnce}>
      {(event) => <EventRow event={event} />}
    </List>
  );
}

function EventRow({ event }: { event: SecurityEvent }) {
  const kind = kindOf(event);
  const warning = isWarning(event) || kind === 'sign-in-failed';
  const kindName = <KindName kind={kind} event={event} />;
  const description = cleanText(event.description ?? '') && (
    <UntrustedText max={300}>{event.description ?? ''}</UntrustedText>
  );
  // Of these there are many, and their kind alone says little of what happened.
  const isTitledByKind = !description || kind === 'sign-in-failed' || kind === 'support-access';
  return (
    <ListRow
      icon={warning ? <TriangleAlert /> : icons[kind]}
      tone={warning ? 'warning' : 'neutral'}
      title={isTitledByKind ? kindName : description}
      details={isTitledByKind ? description : kindName}
      trailing={
        <>
          {isWarning(event) && (
            <Pill tone="warning">
              <Trans>Warning</Trans>
            </Pill>
          )}
          {event.timestamp ? <RelativeTime date={event.timestamp} /> : <Trans>Time not known</Trans>}
        </>
      }
    />
  );
}

function KindName({ kind, event }: { kind: EventKind; event: SecurityEvent }) {
  switch (kind) {
    case 'sign-in-failed':
      return <Trans>Sign-in failed</Trans>;
    case 'support-access':
      return <Trans>Support access</Trans>;
    case 'mfa':
      return <Trans>Multi-factor authentication</Trans>;
    case 'other':
      return (
        <UntrustedText otherwise={<Trans>Other event</Trans>}>{event.event_type?.description ?? ''}</UntrustedText>
      );
  }
}
