// The browser shell as a program: core thread, loopback server and, where there is a display, an app window.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { AppError, toErrorShape } from '../shared/errors.ts';
import { errorWords } from './commands/words.ts';
import { defaultFolders } from './core/node-host.ts';
import { startBrowserShell } from './shells/browser/server.ts';
import { findBrowser, hasDisplay, openWindow } from './shells/browser/window.ts';
import { startCoreThread } from './shells/core-thread.ts';

export interface ServeOptions {
  readonly path: string | null;
  readonly port: number;
  /** Open an app window and stop when it is closed. */
  readonly isOpening: boolean;
}

export async function serve({ path, port, isOpening }: ServeOptions): Promise<void> {
  const folders = defaultFolders();
  const core = await startCoreThread({ folders, path: path === null ? null : resolve(path) });
  const browser = isOpening && hasDisplay() ? findBrowser() : undefined;
  const stop = async () => {
    await shell.close();
    await core.close();
    process.exit(0);
  };
  const shell = await startBrowserShell({
    core,
    rendererFolder: rendererFolder(),
    port,
    ...(browser === undefined ? {} : { onEmpty: () => void stop() }),
  });
  process.once('SIGINT', () => void stop());
  process.once('SIGTERM', () => void stop());
  process.stdout.write(`Assay is at ${shell.url}\n`);
  if (browser === undefined) process.stdout.write('Open this address in Chromium, Chrome or Edge. Press Ctrl+C here to stop.\n');
  else openWindow(browser, shell.url, join(folders.settings, 'window'));
}

/** The built renderer, from source or from the bundle. */
export function rendererFolder(): string {
  const candidates = ['../out/renderer', '../renderer', '../../renderer'].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  const found = candidates.find((path) => existsSync(join(path, 'assets')));
  if (found === undefined) throw new AppError('not-found', 'install.notBuilt');
  return found;
}

export async function main(words: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { port: { type: 'string', default: '0' }, 'no-open': { type: 'boolean', default: false } },
  });
  await serve({ path: positionals[0] ?? null, port: Number(values.port), isOpening: !values['no-open'] });
}

if (import.meta.main) {
  main(process.argv.slice(2)).catch((error: unknown) => {
    process.stderr.write(`error: ${toErrorShape(error).code}: ${errorWords(error)}\n`);
    process.exit(1);
  });
}
