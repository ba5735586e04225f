// The Electron shell: one window, our pages under app://, and ports to the core.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, ipcMain, Menu, MessageChannelMain, protocol, session, utilityProcess } from 'electron';
import { AppError } from '../shared/errors.ts';
import { errorWords } from './commands/words.ts';
import { defaultFolders } from './core/node-host.ts';
import { startCoreThread } from './shells/core-thread.ts';
import { handOutPorts } from './shells/electron/ipc.ts';
import { menuTemplate } from './shells/electron/menu.ts';
import { pageResponse } from './shells/electron/protocol.ts';
import { forkUtility } from './shells/electron/utility-fork.ts';
import { appOrigin, appScheme, confine, confineSession, windowOptions } from './shells/electron/window.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const renderer = join(here, '../renderer');

protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } }]);

async function start(): Promise<void> {
  await app.whenReady();
  const path = process.argv.slice(1).find((word) => word.endsWith('.assay')) ?? null;
  const core = await startCoreThread({ folders: defaultFolders(), path }, forkUtility(utilityProcess));
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
  app.on('will-quit', () => void core.close());
}

function openWindow(): void {
  const window = new BrowserWindow(windowOptions(join(here, '../preload/preload.cjs'), app));
  confine(window.webContents);
  window.once('ready-to-show', () => window.show());
  void window.loadURL(`${appOrigin}/`);
}

start().catch((error: unknown) => {
  process.stderr.write(`error: ${error instanceof AppError ? errorWords(error) : String(error)}\n`);
  app.exit(1);
});
