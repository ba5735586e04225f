// Opens a workbook for one command, in this process.
import { resolve } from 'node:path';
import type { Address } from '../../shared/rpc.ts';
import { type App, createApp } from '../core/app.ts';
import type { Clock, Files } from '../core/host.ts';
import { createStderrLog } from '../core/log.ts';
import { createNodeHost } from '../core/node-host.ts';
import { UsageError } from './parse.ts';

export interface CommandSession {
  readonly app: App;
  readonly files: Files;
}

/** `address`: a past state of the workbook. */
export async function withWorkbook<T>(file: string | undefined, work: (session: CommandSession) => Promise<T>, address?: Address): Promise<T> {
  if (file === undefined) throw new UsageError('Which workbook? Give its file.');
  const session = startSession();
  try {
    await session.app.open(resolve(file));
    return await work(address === undefined ? session : at(session, address));
  } finally {
    session.app.close();
  }
}

export function startSession(): CommandSession {
  const host = createNodeHost();
  return { app: createApp({ host, clock: clockOf(process.env), log: createStderrLog() }), files: host.files };
}

/** The same calls, of a past state. */
function at(session: CommandSession, address: Address): CommandSession {
  const { app } = session;
  return {
    ...session,
    app: { ...app, call: (method, input) => app.call(method, input, address), ask: (method, input) => app.ask(method, input, address) },
  };
}

/** `ASSAY_CLOCK`, for tests, is the moment at which the clock starts; it goes on by a second with each look. */
export function clockOf({ ASSAY_CLOCK: start }: NodeJS.ProcessEnv): Clock {
  const startMs = start === undefined ? Number.NaN : Date.parse(start);
  if (Number.isNaN(startMs)) return Date.now;
  let now = startMs - 1000;
  return () => (now += 1000);
}
