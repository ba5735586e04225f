import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { leftToTheWhole } from './tests/tags.mjs';

/** Only ends a test that hangs, also on a machine that is busy with other work: tests wait for states, never for a time. */
const hangsAfterMs = 300_000;

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/e2e/**'],
    tags: leftToTheWhole,
    testTimeout: hangsAfterMs,
    hookTimeout: hangsAfterMs,
    expect: { poll: { timeout: hangsAfterMs } },
    // Processes, since the command line stands in a folder of its own. Each runs many files: loading the core anew for each
    // took longer than most of them, so what a test sets outside itself it puts back.
    // One for each processor: without a word one is left idle.
    maxWorkers: availableParallelism(),
    pool: 'forks',
    isolate: false,
    globalSetup: ['tests/compiled.ts'],
    setupFiles: ['tests/setup.ts'],
    unstubEnvs: true,
  },
});
