import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import type { Plugin } from 'vite';

/**
 * Numbers the messages in the built files: a catalogue becomes a list without their ids, which are hashes. Those do not
 * compress, and were a quarter of each language.
 */
export function messageNumbers(): Plugin {
  let start: string[] = [];
  let pages: string[] = [];
  let numbers = new Map<string, number>();

  return {
    name: 'message-numbers',
    apply: 'build',
    buildStart: async () => {
      start = await idsOf('start');
      pages = (await idsOf('pages')).filter((id) => !start.includes(id));
      numbers = new Map([...start, ...pages].map((id, number) => [id, number]));
    },
    // Lingui's macros and catalogues have become code by then.
    enforce: 'post',
    transform: {
      filter: { id: /\/src\/.*\.(po|tsx?)$/ },
      handler: (code, path) => {
        if (path.endsWith('/start.po')) return { code: listed(code, start, 0), map: null };
        if (path.endsWith('/pages.po')) return { code: listed(code, pages, start.length), map: null };
        const numbered = code.replaceAll(/\bid: "([\w-]{6})"/g, (found, id) => {
          const number = numbers.get(id);
          return number === undefined ? found : `id: "${number}"`;
        });
        return { code: numbered, map: null };
      },
    },
  };
}

async function idsOf(part: string): Promise<string[]> {
  // Not at the top: the development server starts without it.
  const { formatter } = await import('@lingui/format-po');
  const english = readFileSync(`src/locales/en/${part}.po`, 'utf8');
  return Object.keys(formatter().parse(english, { locale: 'en', sourceLocale: 'en', filename: part }));
}

function listed(catalogue: string, ids: string[], first: number): string {
  return catalogue.replace(/JSON\.parse\(".*"\)/, (parsing) => {
    const messages = runInNewContext(parsing);
    const list = JSON.stringify(ids.map((id) => messages[id]));
    return `Array(${first}).concat(JSON.parse(${JSON.stringify(list)}))`;
  });
}
