import { zodResolver } from '@hookform/resolvers/zod';
import { i18n } from '@lingui/core';
import { I18nProvider, useLingui } from '@lingui/react';
import { QueryClient, QueryClientProvider, useMutation } from '@tanstack/react-query';
import ky from 'ky';
import { useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { useForm } from 'react-hook-form';
import { createBrowserRouter, RouterProvider } from 'react-router';
import * as z from 'zod/mini';

/** What the portal is built on, and nothing of the portal: the least that a sign-in page on this stack can weigh. */
const credentials = z.object({ username: z.string(), password: z.string().check(z.minLength(1)) });
const tokens = z.object({ auth_token: z.string() });

function SignIn() {
  const { i18n } = useLingui();
  const { register, handleSubmit } = useForm({ resolver: zodResolver(credentials) });
  const signIn = useMutation({
    mutationFn: (json: z.output<typeof credentials>) => ky.post('/api/v1/authenticate', { json }).json(tokens),
  });
  useEffect(() => {
    performance.mark('ready');
  }, []);
  return (
    <form onSubmit={handleSubmit((typed) => signIn.mutate(typed))}>
      <label>
        {i18n._('Email')} <input autoComplete="username" {...register('username')} />
      </label>
      <label>
        {i18n._('Password')} <input type="password" autoComplete="current-password" {...register('password')} />
      </label>
      <button type="submit">{i18n._('Sign in')}</button>
    </form>
  );
}

i18n.loadAndActivate({ locale: 'en', messages: {} });
const router = createBrowserRouter([{ path: '*', Component: SignIn, loader: () => null }]);
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={new QueryClient()}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </I18nProvider>,
  );
}
