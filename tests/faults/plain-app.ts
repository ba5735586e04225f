// The real app over a folder of its own, quiet, on the real clock.
import { join } from 'node:path';
import { type App, createApp } from '../../electron/core/app.ts';
import type { Host } from '../../electron/core/host.ts';
import { createNodeHost } from '../../electron/core/node-host.ts';

export function plainHost(folder: string): Host {
  return createNodeHost({ workbooks: join(folder, 'w'), settings: join(folder, 's') }, {});
}

export function plainApp(folder: string, host = plainHost(folder)): App {
  return createApp({ host, clock: Date.now, log: { info: () => {}, error: () => {} } });
}
