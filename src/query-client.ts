import { QueryClient } from '@tanstack/react-query';

/** ky retries, alone; nothing is held back to be sent later. Reads come again by themselves after a lost connection. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: false, networkMode: 'always', refetchOnReconnect: true, staleTime: 10_000 },
    mutations: { retry: false, networkMode: 'always' },
  },
});
