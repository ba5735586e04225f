// Two ways to the core with the same link on top: a WebSocket to the loopback server, or a message port that Electron's
// preload hands over. Nothing above this file knows which one is in use.
import type { ClientContext, ClientLink } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import { WebSocket as ReconnectingSocket } from 'partysocket';
import { useConnection } from './connection.ts';

export type Link = ClientLink<ClientContext>;

let connectAgain: (() => void) | undefined;

/** Looks for the core at once instead of at the next turn. */
export function reconnect(): void {
  connectAgain?.();
}

function openSocketLink(): Link {
  const url = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/rpc`;
  const socket = new ReconnectingSocket(url, [], {
    minReconnectionDelay: 250,
    maxReconnectionDelay: 4000,
    connectionTimeout: 5000,
    maxEnqueuedMessages: 0,
  });
  socket.addEventListener('open', () => useConnection.getState().set('open'));
  socket.addEventListener('close', () => useConnection.getState().set('lost'));
  connectAgain = () => socket.reconnect();
  return new SocketLink({ websocket: socket as unknown as WebSocket });
}

function isPortMessage(event: MessageEvent<unknown>): boolean {
  return event.source === window && typeof event.data === 'object' && event.data !== null && (event.data as { type?: unknown }).type === 'assay:port';
}

function openPortLink(): Promise<Link> {
  return new Promise((resolve) => {
    function receive(event: MessageEvent<unknown>): void {
      const port = event.ports[0];
      if (!isPortMessage(event) || port === undefined) return;
      window.removeEventListener('message', receive);
      port.start();
      useConnection.getState().set('open');
      resolve(new PortLink({ port }));
    }
    window.addEventListener('message', receive);
    window.postMessage({ type: 'assay:ready' }, '*');
  });
}

/** Opens the transport of the shell that shows this page. */
export function openLink(): Promise<Link> {
  return document.documentElement.dataset.shell === 'electron' ? openPortLink() : Promise.resolve(openSocketLink());
}
