// How long Assay takes to start: `assay info` of the sample in processor time against `node -e 0`, and from the launch of the browser
// shell to the first rows on screen against a page that does nothing.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { requireBrowser } from '../browser.mjs';
import { killServer, startServer } from '../e2e/server.ts';
import type { BenchResult } from './bench.ts';
import { assayCommand, byTurns, MissingPeer, run, timed } from './measure.ts';
import { infoCpuMs, nodeCpuMs } from './open.ts';
import { type Desk, openDesk } from './workbooks.ts';

const pairs = 7;

/** The processor time of the command line. */
export async function benchCli(): Promise<BenchResult> {
  const desk = openDesk('cli');
  try {
    const { path, env } = await sampleOn(desk);
    const turns = await byTurns(
      pairs,
      () => infoCpuMs(path, env),
      () => nodeCpuMs(['-e', '0'], env),
    );
    return { name: 'cli', ...turns, unit: 'ms' };
  } finally {
    desk.clear();
  }
}

export async function benchStart(): Promise<BenchResult[]> {
  return [await benchCli(), await benchFirstRows()];
}

async function benchFirstRows(): Promise<BenchResult> {
  const desk = openDesk('start');
  const browser = await chromium.launch({ executablePath: requireBrowser() });
  try {
    const { path } = await sampleOn(desk);
    const turns = await byTurns(
      pairs,
      () => firstRows(browser, path, desk.folder),
      () => emptyPage(browser),
    );
    return { name: 'start', ...turns, unit: 'ms' };
  } finally {
    await browser.close();
    desk.clear();
  }
}

async function sampleOn(desk: Desk) {
  const path = join(desk.folder, 'sample.assay');
  await run(process.execPath, [assayCommand, 'new', path, '--sample'], { env: desk.env });
  return { path, env: { ...process.env, ...desk.env } };
}

/** The server's launch counts as the user waits for it. */
async function firstRows(browser: Browser, path: string, folder: string): Promise<number> {
  const context = await browser.newContext();
  try {
    let stop = async () => {};
    const ms = await timed(async () => {
      const { url, server } = await startServer(path, folder, 'Bench');
      stop = () => killServer(server);
      const page = await context.newPage();
      await page.goto(url);
      await page.locator('.ag-row').first().waitFor();
    });
    await stop();
    return ms;
  } catch (error) {
    throw error instanceof Error && error.message.includes('build') ? new MissingPeer('Build the pages first: npm run build') : error;
  } finally {
    await context.close();
  }
}

/** A process that serves one page which draws one row. */
async function emptyPage(browser: Browser): Promise<number> {
  const context = await browser.newContext();
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end(`<!doctype html><title>Empty</title><div id="root"></div><script>root.innerHTML = '<div class="ag-row">0</div>'</script>`);
  });
  try {
    return await timed(async () => {
      await run(process.execPath, ['-e', '0']);
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const page = await context.newPage();
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      await page.locator('.ag-row').first().waitFor();
    });
  } finally {
    server.close();
    await context.close();
  }
}
