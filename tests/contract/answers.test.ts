// Questions asked together, as a page asks them: over a message port, with the answers that it holds.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, createApp } from '../../electron/core/app.ts';
import { createNodeHost } from '../../electron/core/node-host.ts';
import { createRpcHandler } from '../../electron/shells/rpc.ts';
import type { Question, Reply } from '../../shared/answers.ts';
import { type Difference, type Json, withDifference } from '../../shared/difference.ts';
import { forkHere } from '../helpers/fork-here.ts';

let folder: string;
let app: App;
let read: (input: unknown) => Promise<AsyncIterable<Reply[]>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'assay-answers-'));
  app = createApp({
    host: createNodeHost({ workbooks: join(folder, 'w'), settings: join(folder, 's') }, { ASSAY_AUTHOR: 'Test' }, forkHere),
    clock: Date.now,
    log: { info: () => {}, error: () => {} },
  });
  await app.createPath(join(folder, 'answers.assay'), { sample: true });
  const { port1, port2 } = new MessageChannel();
  createRpcHandler(app).connect(port2);
  port2.start();
  port1.start();
  const client = createORPCClient(new RPCLink({ port: port1 })) as unknown as { answers: { read: typeof read } };
  read = client.answers.read;
});

afterAll(() => {
  app.close();
  rmSync(folder, { recursive: true, force: true });
});

async function ask(...questions: Omit<Question, 'nr' | 'address'>[]): Promise<Reply[]> {
  const replies: Reply[] = [];
  const asked = questions.map((question, nr) => ({ ...question, nr, address: {} }));
  for await (const some of await read({ questions: asked })) replies.push(...some);
  return replies.sort((a, b) => a.nr - b.nr);
}

const window = { method: 'claims.window', input: { kind: 'figure' } };

describe('questions asked together', () => {
  it('are each answered as when asked alone', async () => {
    const [rows, info] = await ask({ ...window, held: null }, { method: 'workbook.info', input: {}, held: null });
    expect(rows).toMatchObject({ nr: 0, whole: await app.ask('claims.window', { kind: 'figure' }) });
    expect(info).toMatchObject({ nr: 1, whole: await app.ask('workbook.info', {}) });
  });
  it('that read nothing of the workbook are answered before those that may take long', async () => {
    const arrived: string[][] = [];
    const questions = [
      { ...window, nr: 0, held: null, address: {} },
      { method: 'workbook.info', input: {}, nr: 1, held: null, address: {} },
      { method: 'settings.get', input: { keys: ['theme'] }, nr: 2, held: null, address: {} },
    ];
    for await (const some of await read({ questions })) arrived.push(some.map(({ nr }) => questions[nr]!.method));
    expect(arrived[0]).toEqual(['settings.get']);
    expect(arrived.slice(1).flat().sort()).toEqual(['claims.window', 'workbook.info']);
  });
  it('that were answered before and have the same answer are told so', async () => {
    const [first] = await ask({ ...window, held: null });
    expect(await ask({ ...window, held: heldOf(first!) })).toEqual([{ nr: 0, same: true }]);
  });
  it('are told what became other in the answer that is held', async () => {
    const [first] = await ask({ ...window, held: null });
    const before = (first as { whole: Json }).whole;
    const { rows } = await app.ask('claims.window', { kind: 'figure' });
    await app.ask('claims.setCells', { cells: [{ id: rows[3]!.id, field: 'note', value: 'seen' }] });
    const [second] = await ask({ ...window, held: heldOf(first!) });
    expect(JSON.stringify(second).length).toBeLessThan(300);
    expect(withDifference(before, (second as unknown as { difference: Difference }).difference)).toEqual(
      await app.ask('claims.window', { kind: 'figure' }),
    );
  });
  it('are answered whole where the core no longer knows what is held', async () => {
    const [reply] = await ask({ ...window, held: 'of another core.1' });
    expect(reply).toHaveProperty('whole');
  });
  it('fail each for itself', async () => {
    const [unknown, written, sound] = await ask(
      { method: 'claims.get', input: { id: 'nobody' }, held: null },
      { method: 'claims.setCells', input: { cells: [] }, held: null },
      { method: 'history.state', input: {}, held: null },
    );
    expect(unknown).toMatchObject({ error: { code: 'not-found' } });
    expect(written).toMatchObject({ error: { code: 'invalid-input', key: 'calls.noQuery' } });
    expect(sound).toHaveProperty('whole');
  });
  it('are refused where they are none', async () => {
    for (const input of [{}, { questions: [] }, { questions: [{ nr: 0 }] }, { questions: Array.from({ length: 501 }, () => null) }])
      await expect(read(input)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });
});

function heldOf(reply: Reply): string {
  return (reply as { held: string }).held;
}
