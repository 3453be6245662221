import { i18n, type Messages } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { renderToString } from 'react-dom/server';
import { createMemoryRouter } from 'react-router';
import { App } from './app.tsx';
import { Root } from './pages/Root.tsx';
import { RouteFailed } from './pages/RouteFailed.tsx';
import { SignInPage } from './pages/sign-in/SignInPage.tsx';
import { LoadingPage } from './ui/LoadingPage.tsx';
import { SHAPES, type Shape } from './ui/shapes.ts';

const catalogues = import.meta.glob<{ messages: Messages }>('./locales/*/start.po', { eager: true });

/** The HTML of what stands in index.html, in each language: the sign-in page, and the shapes of the others. */
export function renderPages() {
  return Object.entries(catalogues).map(([path, { messages }]) => {
    const [, language = ''] = /locales\/([^/]+)\//.exec(path) ?? [];
    i18n.load(language, messages);
    i18n.activate(language);
    const broken = i18n._(msg`The portal could not be loaded. Check your connection, then load this page again.`);
    return { language, broken, signIn: render('/sign-in'), shapes: Object.values(SHAPES).map(drawn) };
  });
}

const drawn = ({ paths, example }: (typeof SHAPES)[Shape]) => ({ paths, html: render(example) });

function render(path: string): string {
  const routes = [
    {
      Component: Root,
      ErrorBoundary: RouteFailed,
      children: [
        { path: 'sign-in', Component: SignInPage },
        { path: '*', Component: LoadingPage },
      ],
    },
  ];
  const html = renderToString(<App router={createMemoryRouter(routes, { initialEntries: [path] })} />);
  // early.ts sets the focus; the browser would look for one too, and complain that it came second.
  return html.replaceAll(' autofocus=""', '');
}
