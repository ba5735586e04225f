// A served workbook for one browser test: a real server over a real file in a temporary folder.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base } from '@playwright/test';
import { sampleWorkbook } from './make-sample.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Served {
  readonly url: string;
  readonly path: string;
  readonly folder: string;
}

/** With `author` null the window asks for a name before the first edit. */
export function startServer(
  path: string | undefined,
  folder: string,
  author: string | null = 'Test',
): Promise<{ url: string; server: ChildProcess }> {
  const server = spawn(process.execPath, [join(root, 'electron/serve.ts'), ...(path === undefined ? [] : [path]), '--no-open'], {
    env: { ...process.env, ASSAY_HOME: folder, ASSAY_AUTHOR: author ?? undefined },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    let said = '';
    server.stdout.on('data', (piece) => {
      said += String(piece);
      const url = /http:\/\/\S+/.exec(said)?.[0];
      if (url !== undefined) resolve({ url, server });
    });
    server.stderr.on('data', (piece) => (said += String(piece)));
    server.once('exit', () => reject(new Error(said)));
  });
}

/** As a crash ends it; nothing of it runs any more afterwards. */
export async function killServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  server.kill('SIGKILL');
  await once(server, 'exit');
}

/** What a server keeps of the window, by key. */
export function keptSettings(folder: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(join(folder, 'settings', 'settings.json'), 'utf8'));
}

export const test = base.extend<{ author: string | null; served: Served; emptyServer: Served; noise: string[] }>({
  author: ['Test', { option: true }],
  served: async ({ author, noise: _noise }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'assay-page-'));
    const path = join(folder, 'Chinese car makers in Russia.assay');
    cpSync(sampleWorkbook(), path);
    const { url, server } = await startServer(path, folder, author);
    await use({ url, path, folder });
    await killServer(server);
    rmSync(folder, { recursive: true, force: true });
  },
  emptyServer: async ({ noise: _noise }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'assay-page-'));
    const { url, server } = await startServer(undefined, folder);
    await use({ url, path: '', folder });
    await killServer(server);
    rmSync(folder, { recursive: true, force: true });
  },
  /** Errors of the page: a test fails on any, whatever else it saw. */
  noise: [
    async ({ page }, use) => {
      const heard: string[] = [];
      page.on('pageerror', (error) => heard.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') heard.push(message.text());
      });
      const asked: string[] = [];
      page.on('request', (request) => {
        if (!/^(http:\/\/127\.0\.0\.1:|ws:\/\/127\.0\.0\.1:|blob:|data:)/.test(request.url())) asked.push(request.url());
      });
      await use(heard);
      if (heard.length + asked.length > 0) throw new Error(`the page said: ${[...heard, ...asked].join('\n')}`);
    },
    { auto: true },
  ],
});

export { expect } from '@playwright/test';
