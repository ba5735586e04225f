// Hands each of our own pages a port to the core. The page asks once after it loaded; frames of the contract then pass
// between the page's port and the core's port unchanged.
import type { IpcMain, IpcMainEvent, MessageChannelMain, MessagePortMain } from 'electron';
import type { KeptCore } from '../kept-core.ts';
import { isOwnPage } from './window.ts';

/** The one channel between page and main process. */
export const portChannel = 'assay:port';

export interface PortOptions {
  readonly ipcMain: Pick<IpcMain, 'on'>;
  readonly core: Pick<KeptCore, 'connect'>;
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

/** While the core is started again the page gets a port that closes; it is loaded anew when the core is back. */
function relay(page: MessagePortMain, core: Pick<KeptCore, 'connect'>): void {
  const port = core.connect();
  if (port === undefined) {
    page.close();
    return;
  }
  page.on('message', (event) => port.postMessage(event.data));
  port.on('message', (message: unknown) => page.postMessage(message));
  page.on('close', () => port.close());
  port.on('close', () => page.close());
  page.start();
}
