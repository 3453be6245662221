import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type HtmlTagDescriptor, type Plugin, type PluginOption, type Rolldown } from 'vite';
import { allSpoken } from '../src/languages.ts';

type Page = { language: string; signIn: string; shapes: { paths: string; html: string }[]; broken: string };

/** The script by itself, and no words but the names of the languages. */
const FOR_DEV_SERVER: HtmlTagDescriptor[] = [
  {
    tag: 'script',
    attrs: { type: 'application/json', id: 'words' },
    children: JSON.stringify(Object.fromEntries(allSpoken().map((language) => [language, null]))),
  },
  { tag: 'script', attrs: { type: 'module', src: '/src/early.ts' } },
];

const CACHE = 'node_modules/.prerender';

/**
 * Puts the sign-in page into index.html, with its styles and its words in all languages, so that it can be read and
 * typed into before any script has come; and the shapes of pages, for those who are signed in. A small script in the
 * HTML itself (early.ts) chooses between them.
 * @param plugins those that the code needs to be built
 */
export function prerender(plugins: PluginOption[]): Plugin {
  return {
    name: 'prerender',
    transformIndexHtml: {
      order: 'post',
      handler: async (html, { server, bundle = {} }) => {
        if (server) return FOR_DEV_SERVER;
        const pages = await renderPages(plugins);
        const script = await earlyScript();
        const english = pages.find(({ language }) => language === 'en');
        if (!english) throw new Error('There is no English page to put into index.html');
        const words = JSON.stringify(wordsOf(pages, bundle)).replaceAll('<', '\\u003c');
        return inlineStyles(html, bundle).replace(
          /<title>.*<div id="root"><\/div>/s,
          (between) =>
            `${between.replace(/<title>.*?<\/title>/, titleOf(english.signIn)).replace('<div id="root"></div>', '')}` +
            `<div id="root" hidden>${bodyOf(english.signIn)}</div>\n` +
            english.shapes
              .map(({ paths, html }) => `    <template data-paths="${paths}">${html}</template>\n`)
              .join('') +
            `    <script type="application/json" id="words">${words}</script>\n` +
            `    <script>${script}</script>`,
        );
      },
    },
  };
}

async function renderPages(plugins: PluginOption[]): Promise<Page[]> {
  await build({
    configFile: false,
    logLevel: 'error',
    plugins,
    build: { ssr: 'src/prerender.tsx', outDir: CACHE, emptyOutDir: true, copyPublicDir: false, minify: false },
  });
  // A channel between tabs would keep this process alive.
  const { BroadcastChannel } = globalThis;
  Reflect.deleteProperty(globalThis, 'BroadcastChannel');
  try {
    const { renderPages: render } = await import(pathToFileURL(join(CACHE, 'prerender.js')).href);
    return render();
  } finally {
    globalThis.BroadcastChannel = BroadcastChannel;
  }
}

async function earlyScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'baseline-widely-available',
      lib: { entry: 'src/early.ts', formats: ['iife'], name: 'early' },
    },
  });
  const [{ output }] = built as Rolldown.RolldownOutput[] & [Rolldown.RolldownOutput];
  return output[0].code.trim();
}

/** For early.ts: each language's texts in the order in which they stand in the HTML, and the files that the app will need. */
function wordsOf(pages: Page[], bundle: Rolldown.OutputBundle) {
  const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
  const filesFor = (module: string) =>
    chunks
      .filter(({ facadeModuleId }) => facadeModuleId?.endsWith(module))
      .flatMap(({ fileName, imports }) => [fileName, ...imports])
      .filter((file) => !isOnEveryPage(file));
  const place = ({ language }: Page) => allSpoken().indexOf(language);
  return Object.fromEntries(
    pages
      .toSorted((one, other) => place(one) - place(other))
      .map(({ language, signIn, shapes, broken }) => {
        const start = filesFor(`/${language}/start.po`);
        return [
          language,
          {
            broken,
            signIn: { title: textsOf(titleOf(signIn))[0], texts: textsOf(bodyOf(signIn)), files: start },
            shape: {
              title: 'MFA portal',
              // The same in each.
              texts: textsOf(shapes[0]?.html ?? ''),
              files: [...start, ...filesFor(`/${language}/pages.po`), ...filesFor('/frame/Shell.tsx')],
            },
          },
        ];
      }),
  );
}

/** Whether a file is there from the start: index.html names it, or holds it. */
export function isOnEveryPage(file: string): boolean {
  return /\b(start|rolldown-runtime)-[^/]+$/.test(file);
}

/** The link stays, without being followed: what is loaded later would bring a sheet of that name again, after its own. */
function inlineStyles(html: string, bundle: Rolldown.OutputBundle): string {
  return html.replace(/<link rel="stylesheet"[^>]*href="[^"]*?(assets\/[^"]+)">/g, (link, path: string) => {
    const style = bundle[path];
    if (style?.type !== 'asset') throw new Error(`${path} is no style sheet of the build`);
    return `<style>${style.source}</style>${link.replace('>', ' disabled>')}`;
  });
}

function titleOf(page: string): string {
  return /^<title>.*?<\/title>/.exec(page)?.[0] ?? '';
}

function bodyOf(page: string): string {
  return page.slice(titleOf(page).length);
}

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'" };

function textsOf(html: string): string[] {
  return [...html.matchAll(/>([^<]+)</g)].map(([, text = '']) =>
    text.replace(/&(amp|lt|gt|quot|#x27);/g, (entity) => ENTITIES[entity] ?? entity),
  );
}
