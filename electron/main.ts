// The Electron shell: one instance, one window, our pages under app://, and ports to the core.
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, dialog, ipcMain, Menu, MessageChannelMain, protocol, session, utilityProcess, type WebContents } from 'electron';
import { message } from '../shared/message.ts';
import { errorWords, words } from './commands/words.ts';
import { defaultFolders } from './core/node-host.ts';
import { startCoreThread } from './shells/core-thread.ts';
import { isFirst, isWorkbookName } from './shells/electron/instance.ts';
import { handOutPorts } from './shells/electron/ipc.ts';
import { menuTemplate } from './shells/electron/menu.ts';
import { pageResponse } from './shells/electron/protocol.ts';
import { forkUtility } from './shells/electron/utility-fork.ts';
import { appOrigin, appScheme, askBeforeLeaving, confine, confineSession, watchPages, windowOptions } from './shells/electron/window.ts';
import { type KeptCore, keepCore } from './shells/kept-core.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const renderer = join(here, '../renderer');
let core: KeptCore | undefined;
let isOver = false;

protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
app.on('web-contents-created', (_event, contents) => {
  confine(contents);
  askBeforeLeaving(contents, () => leaves(contents));
  watchPages(contents, { say: (reason) => tell(words(message('errors:install.pageEnded', { reason }))) });
});
app.on('child-process-gone', (_event, { type, reason }) => {
  if (reason !== 'clean-exit') process.stderr.write(`${JSON.stringify({ level: 'error', event: 'a part ended', type, reason })}\n`);
});

async function start(path: string | null): Promise<void> {
  await app.whenReady();
  core = await keepCore({
    start: (isAgain) => startCoreThread({ folders: defaultFolders(), path: isAgain ? null : path }, forkUtility(utilityProcess)),
    onBack() {
      for (const window of BrowserWindow.getAllWindows()) window.webContents.reload();
    },
    onLost: () => end(words(message('errors:install.coreEnded'))),
    onRefused: (error) => tell(errorWords(error)),
  });
  protocol.handle(appScheme, (request) => pageResponse(renderer, request.url));
  confineSession(session.defaultSession);
  handOutPorts({ ipcMain, core, createChannel: () => new MessageChannelMain() });
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform)));
  openWindow();
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('will-quit', () => void core?.close());
}

function openWindow(): void {
  const window = new BrowserWindow(windowOptions(join(here, '../preload/preload.cjs'), app));
  window.once('ready-to-show', () => window.show());
  void window.loadURL(`${appOrigin}/`);
}

/** A second start brings the window to the front, with its file in it. */
function showWith(path: string | null): void {
  const [window] = BrowserWindow.getAllWindows();
  if (window?.isMinimized()) window.restore();
  window?.focus();
  if (path !== null) core?.open(resolve(path));
}

function tell(sentence: string): void {
  dialog.showErrorBox('Assay', sentence);
}

function leaves(contents: WebContents): boolean {
  const buttons = [words(message('app:leave.stay')), words(message('app:leave.close'))];
  const options = { type: 'question', message: words(message('app:leave.title')), buttons, defaultId: 0, cancelId: 0 } as const;
  const window = BrowserWindow.fromWebContents(contents);
  return (window === null ? dialog.showMessageBoxSync(options) : dialog.showMessageBoxSync(window, options)) === 1;
}

function end(sentence: string): void {
  if (isOver) return;
  isOver = true;
  tell(sentence);
  app.exit(1);
}

const wanted = process.argv.slice(1).find(isWorkbookName);
const path = wanted === undefined ? null : resolve(wanted);
if (isFirst({ app, onHandedOver: showWith }, path)) start(path).catch((error: unknown) => end(errorWords(error)));
else app.exit(0);
