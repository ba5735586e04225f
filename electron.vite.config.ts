// One build for both shells: Node entries in out/main, the sandboxed preload as CommonJS in out/preload, the interface in
// out/renderer. The browser shell serves the same files that the Electron window loads.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/** What pages of a PDF may need beside its reader: maps of letters, standard fonts, decoders of pictures that need no WebAssembly. */
const pdfParts = {
  name: 'pdf-parts',
  generateBundle(this: { emitFile(file: { type: 'asset'; fileName: string; source: Uint8Array }): void }) {
    const folder = dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')));
    for (const part of ['cmaps', 'standard_fonts', 'wasm']) {
      for (const name of readdirSync(join(folder, part)).filter((file) => part !== 'wasm' || /fallback|LICENSE/.test(file))) {
        this.emitFile({ type: 'asset', fileName: `pdf/${part}/${name}`, source: readFileSync(join(folder, part, name)) });
      }
    }
  },
};

export default defineConfig({
  main: {
    build: {
      externalizeDeps: true,
      outDir: 'out/main',
      rolldownOptions: {
        input: {
          main: 'electron/main.ts',
          serve: 'electron/serve.ts',
          cli: 'electron/cli.ts',
          'core-worker': 'electron/core-worker.ts',
          'bibliography-entry': 'electron/core/jobs/bibliography-entry.ts',
          'check-entry': 'electron/core/jobs/check-entry.ts',
          'extract-entry': 'electron/core/jobs/extract-entry.ts',
          'finder-entry': 'electron/core/jobs/finder-entry.ts',
          'foreign-workbook-entry': 'electron/core/jobs/foreign-workbook-entry.ts',
          'sheets-entry': 'electron/core/jobs/sheets-entry.ts',
          'tables-entry': 'electron/core/jobs/tables-entry.ts',
          'simulation-entry': 'electron/core/jobs/simulation-entry.ts',
          'simulation-worker': 'electron/core/jobs/simulation-worker.ts',
        },
        output: { entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      rolldownOptions: { input: { preload: 'electron/preload.ts' }, output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: 'renderer',
    base: './',
    plugins: [react(), pdfParts],
    worker: { format: 'es' },
    build: {
      outDir: 'out/renderer',
      emptyOutDir: true,
      minify: true,
      modulePreload: { polyfill: false },
      // Pages come from the machine itself: what is large is loaded when its view is first opened.
      chunkSizeWarningLimit: 4000,
      rolldownOptions: {
        input: 'renderer/index.html',
        // A chunk of its own is read in its turn, which is the first; inside another it would come after what that one needs.
        output: { codeSplitting: { groups: [{ name: 'trusted-types', test: /trusted-types/ }] } },
      },
    },
  },
});
