import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { completeCatalogues } from './checks/complete-catalogues.cjs';
import { frenchTypography } from './checks/french-typography.cjs';

const here = import.meta.dirname;

/** The browser's half goes to `dist/web/client`, the half that the api renders public pages with to `dist/web/server`. */
export default defineConfig(({ isSsrBuild }) => ({
  root: here,
  base: '/',
  resolve: { alias: { '@': resolve(here, 'src') } },
  plugins: [completeCatalogues(resolve(here, 'src')), frenchTypography()],
  // The server's half is one file with everything in it: an installation needs none of these packages.
  ssr: { noExternal: true },
  build: {
    outDir: resolve(here, '../../dist/web', isSsrBuild ? 'server' : 'client'),
    emptyOutDir: true,
    target: 'es2022',
    // One style sheet: a page that arrives as a document is never seen without its style.
    cssCodeSplit: false,
    manifest: !isSsrBuild,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rollupOptions: {
      // "use client" speaks to frameworks that this application has none of.
      onwarn: (warning, warn) => {
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
      },
      ...(isSsrBuild
        ? { output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false } }
        : {}),
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
}));
