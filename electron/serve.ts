// The browser shell as a program: core thread, loopback server and, where there is a display, an app window.
import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { AppError, toErrorShape } from '../shared/errors.ts';
import { message } from '../shared/message.ts';
import { listenToTerminal, printText, warn } from './commands/terminal.ts';
import { errorWords, words } from './commands/words.ts';
import { defaultFolders } from './core/node-host.ts';
import { type EntryFile, writeEntryFile } from './shells/browser/entry-page.ts';
import { type BrowserShell, startBrowserShell } from './shells/browser/server.ts';
import { findBrowser, hasDisplay, openWindow } from './shells/browser/window.ts';
import { startCoreThread } from './shells/core-thread.ts';
import { keepCore } from './shells/kept-core.ts';

export interface ServeOptions {
  readonly path: string | null;
  readonly port: number;
  /** Open an app window and stop when it is closed. */
  readonly isOpening: boolean;
  /** Folder of the built pages; found beside the sources or the bundle without. */
  readonly pages?: string;
}

export async function serve({ path, port, isOpening, pages = rendererFolder() }: ServeOptions): Promise<void> {
  listenToTerminal();
  const folders = defaultFolders();
  let shell: BrowserShell | undefined;
  let entry: EntryFile | undefined;
  const stop = async (exitCode: number) => {
    entry?.remove();
    await shell?.close();
    await core.close();
    process.exit(exitCode);
  };
  const saysSo = path === null ? undefined : setTimeout(() => warn(words(message('app:reading', { name: basename(path) }))), patienceMs);
  const core = await keepCore({
    start: (isAgain) => startCoreThread({ folders, path: isAgain || path === null ? null : resolve(path) }),
    onLost() {
      warn(`error: ${words(message('errors:install.coreEnded'))}`);
      void stop(1);
    },
  }).finally(() => clearTimeout(saysSo));
  const browser = isOpening && hasDisplay() ? findBrowser() : undefined;
  shell = await startBrowserShell({
    core,
    rendererFolder: pages,
    port,
    ...(browser === undefined ? {} : { onEmpty: () => void stop(0) }),
  });
  process.once('SIGINT', () => void stop(0));
  process.once('SIGTERM', () => void stop(0));
  if (browser === undefined) {
    printText(`Assay is at ${shell.url}\nThis address lets one browser in, once: open it in Chromium, Chrome or Edge. Press Ctrl+C here to stop.`);
    return;
  }
  printText(`Assay is at ${shell.address}`);
  entry = writeEntryFile(join(folders.settings, 'enter'), { port: shell.port, secret: shell.newEntry() });
  openWindow(browser, pathToFileURL(entry.path).href, join(folders.settings, 'window'));
}

/** A workbook that this machine does not know is checked to the last row before anything else happens. */
const patienceMs = 1500;

/** The built renderer, from source or from the bundle. */
export function rendererFolder(): string {
  const candidates = ['../out/renderer', '../renderer', '../../renderer'].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  const found = candidates.find((path) => existsSync(join(path, 'assets')));
  if (found === undefined) throw new AppError('not-found', 'install.notBuilt');
  return found;
}

export async function main(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { port: { type: 'string', default: '0' }, 'no-open': { type: 'boolean', default: false } },
  });
  await serve({ path: positionals[0] ?? null, port: Number(values.port), isOpening: !values['no-open'] });
}

if (import.meta.main) {
  main(process.argv.slice(2)).catch((error: unknown) => {
    warn(`error: ${toErrorShape(error).code}: ${errorWords(error)}`);
    process.exit(1);
  });
}
