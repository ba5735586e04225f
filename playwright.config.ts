import { defineConfig } from '@playwright/test';
import { requireBrowser } from './tests/browser.mjs';

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/pages',
  globalSetup: './tests/e2e/make-sample.ts',
  // Tests wait for states; these limits only end one that hangs, also on a machine that is busy with other work.
  timeout: 1_800_000,
  expect: { timeout: 120_000 },
  workers: 2,
  fullyParallel: true,
  // A loaded machine may miss a moment once; a fault fails twice. A second try is listed as flaky.
  retries: process.env.CI ? 1 : 0,
  use: {
    viewport: { width: 1440, height: 900 },
    actionTimeout: 120_000,
    // A trace of every test takes a third of the work; one that failed here can be run again with --trace=on.
    trace: 'on-first-retry',
    launchOptions: {
      executablePath: requireBrowser(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
      ignoreDefaultArgs: ['--hide-scrollbars'],
    },
  },
});
