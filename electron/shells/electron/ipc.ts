// Hands each of our own pages a port to the core. The page asks once after it loaded; frames of the contract then pass
// between the page's port and the core's port unchanged.
import type { IpcMain, IpcMainEvent, MessageChannelMain, MessagePortMain } from 'electron';
import type { CoreThread } from '../core-thread.ts';
import { isOwnPage } from './window.ts';

/** The one channel between page and main process. */
export const portChannel = 'assay:port';

export interface PortOptions {
  readonly ipcMain: Pick<IpcMain, 'on'>;
  readonly core: Pick<CoreThread, 'connect'>;
  createChannel(): MessageChannelMain;
}

export function handOutPorts({ ipcMain, core, createChannel }: PortOptions): void {
  ipcMain.on(portChannel, (event: IpcMainEvent) => {
    if (!isTrusted(event)) return;
    const { port1, port2 } = createChannel();
    relay(port1, core);
    event.senderFrame?.postMessage(portChannel, null, [port2]);
  });
}

/** Only the top frame of our own page. */
function isTrusted(event: IpcMainEvent): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame !== undefined && frame.parent === null && isOwnPage(frame.url);
}

function relay(page: MessagePortMain, core: Pick<CoreThread, 'connect'>): void {
  const port = core.connect();
  page.on('message', (event) => port.postMessage(event.data));
  port.on('message', (message: unknown) => page.postMessage(message));
  page.on('close', () => port.close());
  page.start();
}
