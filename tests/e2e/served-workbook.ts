// A served workbook for one browser test: a real server over a real file in a temporary folder.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base } from '@playwright/test';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sampleFolder = join(tmpdir(), `assay-sample-${process.pid}`);

export interface Served {
  readonly url: string;
  readonly path: string;
  readonly folder: string;
}

/** The sample is made once a run and copied for each test. */
function sampleWorkbook(): string {
  const path = join(sampleFolder, 'Chinese car makers in Russia.assay');
  if (existsSync(path)) return path;
  mkdirSync(sampleFolder, { recursive: true });
  const made = spawnSync(process.execPath, [join(root, 'electron/assay.mjs'), 'new', path, '--sample'], {
    env: { ...process.env, ASSAY_HOME: sampleFolder },
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(made.stderr);
  return path;
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

export const test = base.extend<{ author: string | null; served: Served; emptyServer: Served; noise: string[] }>({
  author: ['Test', { option: true }],
  served: async ({ author, noise: _noise }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'assay-page-'));
    const path = join(folder, 'Chinese car makers in Russia.assay');
    cpSync(sampleWorkbook(), path);
    const { url, server } = await startServer(path, folder, author);
    await use({ url, path, folder });
    server.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  },
  emptyServer: async ({ noise: _noise }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'assay-page-'));
    const { url, server } = await startServer(undefined, folder);
    await use({ url, path: '', folder });
    server.kill('SIGKILL');
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
