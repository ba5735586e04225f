// Between a page's WebSocket and its port to the core: frames pass through unchanged, and each side ends with the other.
import type { MessagePort } from 'node:worker_threads';
import type { WebSocket } from 'ws';

/** A page that is gone without a word is noticed within two of these. */
const pingMs = 30_000;
/** A page that does not take what it asked for is cut off before it fills the memory. */
const mostUnsentBytes = 512 * 1024 * 1024;

export function relay(page: WebSocket, port: MessagePort): void {
  let isThere = true;
  const pinging = setInterval(() => {
    if (!isThere) page.terminate();
    isThere = false;
    if (page.readyState === page.OPEN) page.ping();
  }, pingMs);
  pinging.unref();
  page.on('pong', () => {
    isThere = true;
  });
  page.on('message', (data, isBinary) => port.postMessage(isBinary ? new Uint8Array(data as Buffer) : data.toString()));
  port.on('message', (message: string | Uint8Array) => {
    if (page.readyState !== page.OPEN) return;
    if (page.bufferedAmount > mostUnsentBytes) page.terminate();
    else page.send(message);
  });
  page.on('close', () => {
    clearInterval(pinging);
    port.close();
  });
  // The core ended, or cut this page off: it connects again.
  port.on('close', () => page.terminate());
  page.on('error', () => page.terminate());
}
