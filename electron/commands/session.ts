// Opens a workbook for one command, in this process.
import { resolve } from 'node:path';
import { type App, createApp } from '../core/app.ts';
import type { Files } from '../core/host.ts';
import { createStderrLog } from '../core/log.ts';
import { createNodeHost } from '../core/node-host.ts';
import { UsageError } from './parse.ts';

export interface CommandSession {
  readonly app: App;
  readonly files: Files;
}

export async function withWorkbook<T>(file: string | undefined, work: (session: CommandSession) => Promise<T>): Promise<T> {
  if (file === undefined) throw new UsageError('Which workbook? Give its file.');
  const session = startSession();
  try {
    await session.app.open(resolve(file));
    return await work(session);
  } finally {
    session.app.close();
  }
}

export function startSession(): CommandSession {
  const host = createNodeHost();
  return { app: createApp({ host, clock: Date.now, log: createStderrLog() }), files: host.files };
}
