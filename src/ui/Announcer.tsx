import { useSyncExternalStore } from 'react';
import { VisuallyHidden } from './VisuallyHidden.tsx';

const listeners = new Set<() => void>();
let announcement = { message: '', turn: 0 };

/** Says something to assistive technology, politely; the same words said twice are heard twice. */
export function announce(message: string): void {
  announcement = { message, turn: announcement.turn + 1 };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const getAnnouncement = () => announcement;

/** The live regions of the portal, mounted once. Two take turns, so that a repeated message is a change. */
export function Announcer() {
  const { message, turn } = useSyncExternalStore(subscribe, getAnnouncement, getAnnouncement);
  return (
    <VisuallyHidden>
      <span role="status">{turn % 2 === 0 ? message : ''}</span>
      <span role="status">{turn % 2 === 1 ? message : ''}</span>
    </VisuallyHidden>
  );
}
