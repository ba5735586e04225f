// The two ways to the core that a page has, for tests: a WebSocket to the loopback shell, a message port to the core.
import type { MessagePort } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import WebSocket from 'ws';
import type { BrowserShell } from '../../electron/shells/browser/server.ts';

type Loose = Record<string, Record<string, (input: unknown) => Promise<unknown>>>;

/** Answers a call of the contract as the core does; `error` is what came as the error's data. */
export type Caller = (name: string, input: unknown) => Promise<{ ok: true; value: unknown } | { ok: false; error: unknown }>;

export async function openSocket({ url, port }: BrowserShell): Promise<WebSocket> {
  const entry = await fetch(url, { redirect: 'manual' });
  const cookie = entry.headers.get('set-cookie')!.split(';')[0]!;
  const opened = new WebSocket(`ws://127.0.0.1:${port}/rpc`, { headers: { cookie, origin: `http://127.0.0.1:${port}` } });
  await new Promise((resolve, reject) => opened.once('open', resolve).once('error', reject));
  return opened;
}

export function viaSocket(socket: WebSocket): Caller {
  return viaClient(createORPCClient(new SocketLink({ websocket: socket as unknown as globalThis.WebSocket })));
}

export function viaPort(port: MessagePort): Caller {
  port.start();
  return viaClient(createORPCClient(new PortLink({ port })));
}

function viaClient(client: unknown): Caller {
  return async (name, input) => {
    const [feature, verb] = name.split('.') as [string, string];
    try {
      return { ok: true, value: await (client as Loose)[feature]![verb]!(input) };
    } catch (error) {
      return { ok: false, error: (error as { data: unknown }).data };
    }
  };
}
