// The real app over a folder of its own, quiet, on the real clock. Foreign work is done in this process, unless a rig is about
// processes: a start takes longer than most of that work.
import { join } from 'node:path';
import { type App, createApp } from '../../electron/core/app.ts';
import type { Host } from '../../electron/core/host.ts';
import type { ForkChild } from '../../electron/core/jobs/child.ts';
import { createNodeHost } from '../../electron/core/node-host.ts';
import { type Migrations, ownMigrations } from '../../electron/core/store/migrate.ts';
import { forkHere } from '../helpers/fork-here.ts';

export function plainHost(folder: string, fork: ForkChild = forkHere): Host {
  return createNodeHost({ workbooks: join(folder, 'w'), settings: join(folder, 's') }, {}, fork);
}

export function plainApp(folder: string, host = plainHost(folder), migrations: Migrations = ownMigrations): App {
  return createApp({ host, migrations, clock: Date.now, log: { info: () => {}, error: () => {} } });
}
