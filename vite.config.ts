import { lingui, linguiTransformerBabelPreset } from '@lingui/vite-plugin';
import babel from '@rolldown/plugin-babel';
import react, { reactCompilerPreset } from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { messageNumbers } from './deploy/message-numbers.ts';
import { nginxFiles } from './deploy/nginx-files.ts';
import { isOnEveryPage, prerender } from './deploy/prerender.ts';
import { portalServer } from './deploy/serve.ts';
import { originOf } from './deploy/settings.ts';
import { bundleRecord } from './scripts/bundle.ts';

/**
 * The order of cascade layers is settled by their first mention, and any of the style sheets may arrive first: each
 * one states it.
 */
const layerOrder: Plugin = {
  name: 'layer-order',
  enforce: 'pre',
  transform: {
    filter: { id: /\.css$/ },
    handler: (code) => ({ code: `@layer reset, tokens, base, components, pages;\n${code}`, map: null }),
  },
};

// Lingui would have its native transform used: its binary asks for Node 22, and npm on Node 20 leaves it out.
process.env.LINGUI_SUPPRESS_BABEL_WARNING = 'yes';

const { EMNIFY_API_URL, PORT } = process.env;
const proxy = EMNIFY_API_URL
  ? { '/api': { target: originOf('EMNIFY_API_URL', EMNIFY_API_URL), changeOrigin: true } }
  : {};
const port = Number(PORT ?? 4173);

/** Where lists are long and forms stay open. Elsewhere what it adds, a tenth of the code, saves nothing that one feels. */
const COMPILED = /src\/pages\/((?!frame|overview|sign-in|parts)\w+\/|parts\/DeviceRow)/;
const preset = reactCompilerPreset();
const compiler = { ...preset, rolldown: { ...preset.rolldown, filter: { ...preset.rolldown.filter, id: COMPILED } } };

const code = [
  layerOrder,
  lingui({ failOnMissing: true, failOnCompileError: true }),
  // Babel runs the last preset first: the macros have to see the code as it was written.
  babel({ presets: [compiler, linguiTransformerBabelPreset()] }),
];

export default defineConfig({
  // The files find each other from where they are: the path of a deployment is known when it starts, not here.
  base: './',
  plugins: [
    react(),
    ...code,
    messageNumbers(),
    prerender(code),
    portalServer(EMNIFY_API_URL !== undefined),
    nginxFiles,
    bundleRecord,
  ],
  // React has it by now; what stands in for it in older ones would go along for nothing.
  resolve: { alias: { 'use-sync-external-store/shim': 'react' } },
  build: {
    target: 'baseline-widely-available',
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_, files) => files.filter((file) => !isOnEveryPage(file)),
    },
    chunkSizeWarningLimit: 600,
    // The licences of what is bundled ask for their texts to come along.
    license: { fileName: 'licences.md' },
    rolldownOptions: {
      // All that the first page needs in one file: a dozen small ones pack worse and are a dozen requests.
      output: {
        // The words of a language, told apart from code by name.
        chunkFileNames: ({ facadeModuleId }) => {
          const words = /locales\/([^/]+)\/\w+\.po$/.exec(facadeModuleId ?? '');
          return words ? `assets/words-${words[1]}-[hash].js` : 'assets/[name]-[hash].js';
        },
        codeSplitting: {
          groups: [
            { name: 'start', test: /src\/main\.tsx$/, priority: 2 },
            // What more than one page needs; forms and codes stay with those few that have any.
            { name: 'pages', test: /src\/(api|pages|session|ui)\/|@tanstack|lucide/, minShareCount: 2, priority: 1 },
          ],
        },
      },
    },
  },
  // The HTML of a deployment names files that are none of these.
  optimizeDeps: { entries: 'index.html' },
  server: { proxy, port, strictPort: PORT !== undefined },
  preview: { proxy, port, strictPort: true },
});
