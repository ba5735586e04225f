// The real browser shell in a process of its own, over a workbook and a page of this test.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import WebSocket from 'ws';
import { plainApp } from '../faults/plain-app.ts';
import { enterByAddress } from './loopback.ts';

const child = fileURLToPath(new URL('../faults/calls/serving-child.ts', import.meta.url));

export interface ServedShell {
  readonly process: ChildProcess;
  readonly port: number;
  readonly folder: string;
  readonly path: string;
  /** What it has printed. */
  said(): string;
  /** A page that was let in. */
  openPage(): Promise<WebSocket>;
  isAlive(): boolean;
  stop(): Promise<void>;
}

export interface ServedOptions {
  readonly env?: NodeJS.ProcessEnv;
  /** Opens a window in the browser that `env` names. */
  readonly isOpening?: boolean;
  readonly sample?: boolean;
}

export async function startServedShell({ env = {}, isOpening = false, sample = false }: ServedOptions = {}): Promise<ServedShell> {
  const folder = mkdtempSync(join(tmpdir(), 'assay-served-'));
  const path = join(folder, 'served.assay');
  const app = plainApp(folder);
  await app.createPath(path, { sample });
  app.close();
  mkdirSync(join(folder, 'pages'));
  writeFileSync(join(folder, 'pages', 'index.html'), '<html></html>');
  const started = spawn(process.execPath, [child, path, join(folder, 'pages'), ...(isOpening ? ['open'] : [])], {
    env: { ...process.env, ASSAY_HOME: folder, ASSAY_AUTHOR: 'Test', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [started.stdout, started.stderr]) stream.on('data', (piece) => (said += String(piece)));
  const url = await new Promise<string>((resolve, reject) => {
    started.stdout.on('data', () => {
      const found = /(http:\/\/\S+)\n/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    started.once('exit', () => reject(new Error(said)));
  });
  const port = Number(new URL(url).port);
  let session: string | undefined;
  return {
    process: started,
    port,
    folder,
    path,
    said: () => said,
    async openPage() {
      session ??= await enterByAddress({ url, port });
      return openSocketWith(port, session);
    },
    isAlive: () => started.exitCode === null && started.signalCode === null,
    async stop() {
      if (started.exitCode === null && started.signalCode === null) {
        started.kill('SIGKILL');
        await once(started, 'exit');
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function openSocketWith(port: number, session: string): Promise<WebSocket> {
  const opened = new WebSocket(`ws://127.0.0.1:${port}/rpc`, {
    headers: { cookie: `assay_${port}=${session}`, origin: `http://127.0.0.1:${port}` },
  });
  await once(opened, 'open');
  return opened;
}
