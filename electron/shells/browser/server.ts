// The loopback shell: one page, its files and one WebSocket, on 127.0.0.1 only. Every request must name exactly this host, a
// cross-site origin is refused before anything is routed, and what is no request gets 400: nothing that is sent ends the process.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import type { KeptCore } from '../kept-core.ts';
import { type Access, createAccess, targetOf } from './access.ts';
import { enteredPage } from './entry-page.ts';
import { relay } from './relay.ts';
import { sendFile } from './static-files.ts';

export interface BrowserShellOptions {
  readonly core: Pick<KeptCore, 'connect'>;
  /** Folder of the built renderer. */
  readonly rendererFolder: string;
  /** 0 chooses a free port. */
  readonly port: number;
  /** Called when the last page has been gone for a while. */
  onEmpty?(): void;
}

export interface BrowserShell {
  /** Address that lets one browser in, once. */
  readonly url: string;
  /** Address without a secret. */
  readonly address: string;
  readonly port: number;
  /** A secret for the form that `entryPage` makes. */
  newEntry(): string;
  close(): Promise<void>;
}

/** One message: the largest call of the contract (a pasted text) with room to spare. */
const maxMessageBytes = 96 * 1024 * 1024;
/** Pages take one each; the others are requests under way, and those of whoever tries to keep the user out. */
const maxSockets = 512;
/** A reload closes and opens within this time. */
const emptyAfterMs = 8000;
const maxFormBytes = 4096;
/** Who connects and says nothing is let go soon. */
const patience = { headersTimeout: 4000, requestTimeout: 10_000, keepAliveTimeout: 5000, connectionsCheckingInterval: 1000 };

export async function startBrowserShell(options: BrowserShellOptions): Promise<BrowserShell> {
  const server = createServer({ ...patience, maxHeaderSize: 16_384 });
  server.maxConnections = maxSockets;
  listenToFailures(server);
  const port = await listen(server, options.port);
  const access = createAccess({ port });
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxMessageBytes });
  let emptyTimer: NodeJS.Timeout | undefined;

  server.on('request', (request, response) => answer(access, options.rendererFolder, request, response));
  server.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    const refusal = access.refuseUpgrade(request) ?? (targetOf(request)?.path === '/rpc' ? undefined : 404);
    const port = refusal === undefined ? options.core.connect() : undefined;
    if (port === undefined) {
      refuseSocket(socket, refusal === undefined ? '503 Starting again' : `${refusal} Refused`);
      return;
    }
    // Where the upgrade does not come about nobody closes the port.
    const onGone = () => port.close();
    socket.once('close', onGone);
    sockets.handleUpgrade(request, socket, head, (page: WebSocket) => {
      socket.off('close', onGone);
      clearTimeout(emptyTimer);
      relay(page, port);
      page.on('close', () => {
        clearTimeout(emptyTimer);
        if (sockets.clients.size === 0 && options.onEmpty !== undefined) emptyTimer = setTimeout(options.onEmpty, emptyAfterMs);
      });
    });
  });

  const address = `http://127.0.0.1:${port}/`;
  return {
    url: `${address}?token=${access.newEntry()}`,
    address,
    port,
    newEntry: access.newEntry,
    close() {
      clearTimeout(emptyTimer);
      for (const page of sockets.clients) page.terminate();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** A socket without a listener for its errors ends the process when its other side breaks off. */
function listenToFailures(server: Server): void {
  server.on('connection', (socket) => socket.on('error', () => socket.destroy()));
  server.on('clientError', (_error, socket) => {
    if (socket.writable) refuseSocket(socket as Socket, '400 Bad Request');
    else socket.destroy();
  });
}

function refuseSocket(socket: Socket, status: string): void {
  socket.on('error', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy());
}

/** Whatever goes wrong with one request is the end of that one. */
function answer(access: Access, folder: string, request: IncomingMessage, response: ServerResponse): void {
  response.on('error', () => response.destroy());
  try {
    const refusal = access.refuse(request);
    if (refusal !== undefined) refuse(response, refusal);
    else if (access.isForm(request)) readForm(request, response, access);
    else letIn(access.enter(request), { folder, request, response });
  } catch {
    if (response.headersSent) response.destroy();
    else refuse(response, 500);
  }
}

/** `cookie`: for whoever has brought an entry secret; the page comes without the secret in its address. */
function letIn(cookie: string | undefined, asked: { folder: string; request: IncomingMessage; response: ServerResponse }): void {
  if (cookie === undefined) {
    sendFile(asked);
    return;
  }
  asked.response.writeHead(303, { location: '/', 'set-cookie': cookie, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
  asked.response.end();
}

const reasons: Readonly<Record<number, string>> = { 400: 'This is no request.', 421: 'Wrong host.', 500: 'The file cannot be read.' };

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' });
  response.end(reasons[status] ?? 'Open Assay from its own window.');
}

function readForm(request: IncomingMessage, response: ServerResponse, access: Access): void {
  let body = '';
  request.on('data', (piece: Buffer) => {
    body += piece.toString('latin1');
    if (body.length > maxFormBytes) request.destroy();
  });
  request.on('error', () => response.destroy());
  request.on('end', () => {
    const cookie = access.enterByForm(body);
    if (cookie === undefined) {
      refuse(response, 403);
      return;
    }
    response.writeHead(200, { ...enteredPage.headers, 'set-cookie': cookie });
    response.end(enteredPage.html);
  });
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      // One connection that cannot be taken is not the end of the others.
      server.on('error', () => {});
      resolve((server.address() as AddressInfo).port);
    });
  });
}
