import { type ReactNode, Suspense, useState } from 'react';
import { lazily } from '../../ui/lazily.ts';
import { useSingleKey } from '../parts/singleKeys.ts';

const [KeyboardHelp, loadKeyboardHelp] = lazily(async () => (await import('./KeyboardHelp.tsx')).KeyboardHelp);

/** The list of keys, which `?` shows, and what else calls `showKeys`. */
export function useKeyboardHelp(): { showKeys: () => void; keyboardHelp: ReactNode } {
  const [shown, setShown] = useState(false);
  // Shown when its code is there: a page must not go because its help does not come.
  const showKeys = () => {
    loadKeyboardHelp().then(
      () => setShown(true),
      () => undefined,
    );
  };
  useSingleKey('?', showKeys);
  return {
    showKeys,
    keyboardHelp: shown && (
      <Suspense>
        <KeyboardHelp onClose={() => setShown(false)} />
      </Suspense>
    ),
  };
}
