// One build for both shells: Node entries in out/main, the sandboxed preload as CommonJS in out/preload, the interface in
// out/renderer. The browser shell serves the same files that the Electron window loads.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

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
          'extract-entry': 'electron/core/jobs/extract-entry.ts',
          'foreign-workbook-entry': 'electron/core/jobs/foreign-workbook-entry.ts',
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
    plugins: [react()],
    build: {
      outDir: 'out/renderer',
      emptyOutDir: true,
      minify: true,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: 'renderer/index.html' },
    },
  },
});
