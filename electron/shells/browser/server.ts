// The loopback shell: one page, its files and one WebSocket, on 127.0.0.1 only. A token in the first address becomes a
// cookie; every request must name exactly this host, a cross-site origin is refused before anything is routed.
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import type { CoreThread } from '../core-thread.ts';
import { type Access, createAccess } from './access.ts';
import { sendFile } from './static-files.ts';

export interface BrowserShellOptions {
  readonly core: Pick<CoreThread, 'connect'>;
  /** Folder of the built renderer. */
  readonly rendererFolder: string;
  /** 0 chooses a free port. */
  readonly port: number;
  /** Called when the last page has been gone for a while. */
  onEmpty?(): void;
}

export interface BrowserShell {
  /** Address with the token; opens the page once. */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** One message: the largest call of the contract (a pasted text) with room to spare. */
const maxMessageBytes = 96 * 1024 * 1024;
const maxSockets = 64;
/** A reload closes and opens within this time. */
const emptyAfterMs = 8000;

export async function startBrowserShell(options: BrowserShellOptions): Promise<BrowserShell> {
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 20_000, maxHeaderSize: 16_384 });
  server.maxConnections = maxSockets;
  const port = await listen(server, options.port);
  const access = createAccess({ port, token: randomBytes(32).toString('base64url') });
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxMessageBytes });
  let emptyTimer: NodeJS.Timeout | undefined;

  server.on('request', (request, response) => answer(access, options.rendererFolder, request, response));
  server.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    const refusal = request.url === '/rpc' ? access.refuseUpgrade(request) : 404;
    if (refusal !== undefined) {
      socket.end(`HTTP/1.1 ${refusal} Refused\r\nConnection: close\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (page) => {
      clearTimeout(emptyTimer);
      relay(page, options.core);
      page.on('close', () => {
        clearTimeout(emptyTimer);
        if (sockets.clients.size === 0 && options.onEmpty !== undefined) emptyTimer = setTimeout(options.onEmpty, emptyAfterMs);
      });
    });
  });

  return {
    url: `http://127.0.0.1:${port}/?token=${access.token}`,
    port,
    close() {
      clearTimeout(emptyTimer);
      for (const page of sockets.clients) page.terminate();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** Frames pass through unchanged: the core's port speaks the same protocol. */
function relay(page: WebSocket, core: Pick<CoreThread, 'connect'>): void {
  const port = core.connect();
  page.on('message', (data, isBinary) => port.postMessage(isBinary ? new Uint8Array(data as Buffer) : data.toString()));
  port.on('message', (message: string | Uint8Array) => {
    if (page.readyState === page.OPEN) page.send(message);
  });
  page.on('close', () => port.close());
  page.on('error', () => page.terminate());
}

function answer(access: Access, folder: string, request: IncomingMessage, response: ServerResponse): void {
  const refusal = access.refuse(request);
  if (refusal !== undefined) {
    response.writeHead(refusal, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' });
    response.end(refusal === 421 ? 'Wrong host.' : 'Open Assay from its own window.');
    return;
  }
  const entry = access.enter(request);
  if (entry !== undefined) {
    response.writeHead(303, { location: '/', 'set-cookie': entry.cookie, 'cache-control': 'no-store' });
    response.end();
    return;
  }
  sendFile({ folder, request, response });
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
