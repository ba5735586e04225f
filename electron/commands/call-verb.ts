// Every call of the contract without a window: one request a line in, one answer a line out, in order, in one process.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Result } from '../../shared/errors.ts';
import type { Address } from '../../shared/rpc.ts';
import type { App } from '../core/app.ts';
import { type Command, UsageError } from './parse.ts';
import { startSession } from './session.ts';
import { hasNoReader, printJson } from './terminal.ts';
import { needed } from './verb.ts';
import { errorWords } from './words.ts';

interface Request extends Address {
  readonly method: string;
  readonly input?: unknown;
}

/** A workbook that is not there yet is made. */
export async function callLines({ words: [file, from] }: Command): Promise<undefined> {
  const path = resolve(needed(file, 'Which workbook? Give its file.'));
  if (from !== '-') throw new UsageError('The requests come from standard input: assay call FILE -');
  const { app } = startSession();
  try {
    if (existsSync(path)) await app.open(path);
    else await app.createPath(path);
    for await (const line of createInterface({ input: process.stdin })) {
      if (hasNoReader()) break;
      if (line.trim() !== '') printJson(worded(await answerLine(app, line)));
    }
  } finally {
    app.close();
  }
  return undefined;
}

async function answerLine(app: App, line: string): Promise<Result<unknown>> {
  const request = readRequest(line);
  if (request === undefined) return { ok: false, error: { code: 'invalid-input', key: 'call.noRequest', details: {} } };
  const { method, input = {}, ...address } = request;
  return app.call(method, input, address);
}

function readRequest(line: string): Request | undefined {
  try {
    const request: unknown = JSON.parse(line);
    return typeof request === 'object' && request !== null && 'method' in request && typeof request.method === 'string'
      ? (request as Request)
      : undefined;
  } catch {
    return undefined;
  }
}

/** The code and its parameters are for programs, the sentence for who reads along. */
function worded(result: Result<unknown>): unknown {
  return result.ok ? result : { ok: false, error: { ...result.error, message: errorWords(result.error) } };
}
