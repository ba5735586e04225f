// The real app over a folder of its own, quiet, on the real clock.
import { join } from 'node:path';
import { type App, createApp } from '../../electron/core/app.ts';
import type { Host } from '../../electron/core/host.ts';
import { createNodeHost } from '../../electron/core/node-host.ts';
import { type Migrations, ownMigrations } from '../../electron/core/store/migrate.ts';

export function plainHost(folder: string): Host {
  return createNodeHost({ workbooks: join(folder, 'w'), settings: join(folder, 's') }, {});
}

export function plainApp(folder: string, host = plainHost(folder), migrations: Migrations = ownMigrations): App {
  return createApp({ host, migrations, clock: Date.now, log: { info: () => {}, error: () => {} } });
}
