import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import type { Plugin } from 'vite';

/** Not among the public files: it tells what the portal is made of, module by module. */
const RECORD = 'node_modules/.cache/bundle.json';

/** A file of JavaScript in the built portal. */
export interface Chunk {
  file: string;
  /** The module that it is loaded for, from the root of the project. */
  loadedFor: string | undefined;
  /** The chunks that it can't start without. */
  imports: string[];
  css: string[];
  /** Bytes of each module in it before minifying, by its path. */
  modules: Record<string, number>;
}

/** Writes down what went into the built files, for the scripts that weigh and list it. */
export const bundleRecord: Plugin = {
  name: 'bundle-record',
  apply: 'build',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      if (this.environment.name !== 'client') return;
      const chunks: Chunk[] = [];
      for (const part of Object.values(bundle)) {
        if (part.type !== 'chunk') continue;
        const modules = Object.entries(part.modules).map(([id, { renderedLength }]) => [pathOf(id), renderedLength]);
        chunks.push({
          file: part.fileName,
          loadedFor: part.facadeModuleId ? pathOf(part.facadeModuleId) : undefined,
          imports: part.imports,
          css: [...(part.viteMetadata?.importedCss ?? [])],
          modules: Object.fromEntries(modules),
        });
      }
      mkdirSync(dirname(RECORD), { recursive: true });
      writeFileSync(RECORD, JSON.stringify(chunks));
    },
  },
};

/** What the last build recorded. @throws Error when nothing was built */
export function readBundle(): Chunk[] {
  return JSON.parse(readFileSync(RECORD, 'utf8'));
}

/** Of a module made by the bundler the part that names a file. */
function pathOf(id: string): string {
  return relative('.', id.replace(/^\0/, '').replace(/\?.*$/, ''));
}
