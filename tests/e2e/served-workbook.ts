// A served workbook for one browser test: a real server over a real file in a temporary folder. The tests of a worker share
// a profile of the browser, which keeps what it compiled of the pages; each has a page, a server and an origin of its own.
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, test as base } from '@playwright/test';
import { sampleWorkbook } from './make-sample.ts';
import { killServer, startServer } from './server.ts';

export { killServer, startServer };

export interface Served {
  readonly url: string;
  readonly path: string;
  readonly folder: string;
}

/** What a server keeps of the window, by key. */
export function keptSettings(folder: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(join(folder, 'settings', 'settings.json'), 'utf8'));
}

export interface OfTest {
  readonly author: string | null;
  readonly served: Served;
  readonly emptyServer: Served;
  readonly noise: string[];
}

export interface OfWorker {
  readonly profile: BrowserContext;
}

export const test = base.extend<OfTest, OfWorker>({
  profile: [
    async ({ browser }, use, { project }) => {
      const profile = await browser.newContext({ viewport: project.use.viewport! });
      profile.setDefaultTimeout(project.use.actionTimeout!);
      await use(profile);
      await profile.close();
    },
    { scope: 'worker' },
  ],
  context: ({ profile }, use) => use(profile),
  page: async ({ context }, use) => {
    const page = await context.newPage();
    await use(page);
    await page.close();
    await context.clearCookies();
  },
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
