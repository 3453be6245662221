import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, useLayoutEffect } from 'react';
import type { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { queryClient } from './query-client.ts';

interface AppProps {
  router: ReturnType<typeof createBrowserRouter>;
  /** Called once all that is shown answers. */
  onReady?: () => void;
}

/** The whole of it; the same where the first page is made at build time, or taking it over would fail. */
export function App({ router, onReady }: AppProps) {
  // Once React has taken over all that is shown, not a frame later.
  useLayoutEffect(() => onReady?.(), [onReady]);
  return (
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </I18nProvider>
    </StrictMode>
  );
}
