// The same calls in-process, through a WebSocket and through a message port give the same answers.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type WebSocket from 'ws';
import { type App, createApp } from '../../electron/core/app.ts';
import { createNodeHost } from '../../electron/core/node-host.ts';
import { type BrowserShell, startBrowserShell } from '../../electron/shells/browser/server.ts';
import { createRpcHandler } from '../../electron/shells/rpc.ts';
import { findCall, methods } from '../../shared/contract.ts';
import { forkHere } from '../helpers/fork-here.ts';
import { openSocket, viaPort, viaSocket } from '../helpers/transports.ts';

let folder: string;
let app: App;
let shell: BrowserShell;
let socket: WebSocket;
let callers: Record<'in-process' | 'WebSocket' | 'port', (name: string, input: unknown) => Promise<unknown>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'assay-parity-'));
  app = createApp({
    host: createNodeHost({ workbooks: join(folder, 'w'), settings: join(folder, 's') }, {}, forkHere),
    clock: Date.now,
    log: { info: () => {}, error: () => {} },
  });
  await app.createPath(join(folder, 'parity.assay'), { sample: true });
  const rpc = createRpcHandler(app);
  const connect = () => {
    const { port1, port2 } = new MessageChannel();
    rpc.connect(port2);
    port2.start();
    return port1;
  };
  mkdirSync(join(folder, 'pages'));
  writeFileSync(join(folder, 'pages', 'index.html'), '<html></html>');
  shell = await startBrowserShell({ core: { connect }, rendererFolder: join(folder, 'pages'), port: 0 });
  socket = await openSocket(shell);
  callers = {
    'in-process': (name, input) => app.call(name, input),
    WebSocket: viaSocket(socket),
    port: viaPort(connect()),
  };
});

afterAll(async () => {
  socket.close();
  await shell.close();
  app.close();
  rmSync(folder, { recursive: true, force: true });
});

async function queryInputs(): Promise<Record<string, unknown>> {
  const { rows } = await app.ask('claims.window', { kind: 'figure' });
  const first = rows[0]!;
  const span = { start: first.passages[0]!.start, end: first.passages[0]!.end };
  return {
    'claims.window': {
      kind: 'event',
      sort: [{ field: 'subject', direction: 'desc' }],
      filter: [{ field: 'subject', op: 'contains', value: 'plant' }],
    },
    'claims.get': { id: first.id },
    'claims.trace': { id: first.id },
    'claims.ofSource': { sourceId: first.sourceId },
    'claims.draft': { sourceId: first.sourceId, ...span },
    'claims.terms': { field: 'basis' },
    'sources.get': { id: first.sourceId },
    'sources.text': { id: first.sourceId },
    'sources.content': { id: first.sourceId, offset: 10, count: 100 },
    'sources.layout': { id: first.sourceId, ...span },
    'passages.found': { sourceId: first.sourceId, start: 100, length: 5000 },
    'passages.step': { sourceId: first.sourceId, from: 100 },
    'passages.ofSource': { sourceId: first.sourceId },
    'ledger.observation': { id: first.observationId },
    'charts.panel': { seriesIds: (await app.ask('ledger.series', {})).series.slice(0, 2).map((one) => one.id), eventSubjects: ['Utilisation fee'] },
    'search.find': { query: 'fee' },
    'history.ofRecord': { record: first.id },
    'history.changes': { seq: 1 },
    'settings.get': { keys: ['theme'] },
  };
}

/** Each answer names a file of its own. */
const makesFile: ReadonlySet<string> = new Set(['exchange.export', 'exchange.share', 'readings.share', 'reports.export']);

describe('every call of the contract', () => {
  it('answers queries alike on all three ways', async () => {
    const inputs = await queryInputs();
    for (const name of methods.filter((one) => isQuery(one) && !makesFile.has(one))) {
      const answers = await Promise.all(Object.values(callers).map((call) => call(name, inputs[name] ?? {})));
      expect(JSON.parse(JSON.stringify(answers[1])), `${name} over WebSocket`).toEqual(JSON.parse(JSON.stringify(answers[0])));
      expect(JSON.parse(JSON.stringify(answers[2])), `${name} over a port`).toEqual(JSON.parse(JSON.stringify(answers[0])));
      // Nothing is lost in JSON: the in-process answer is JSON-safe as it is.
      expect(JSON.parse(JSON.stringify(answers[0])), `${name} is JSON-safe`).toEqual(answers[0]);
    }
  });

  it('keeps to its own output schema', async () => {
    const inputs = await queryInputs();
    for (const name of methods.filter(isQuery)) {
      const answer = (await app.call(name, inputs[name] ?? (name === 'exchange.export' ? { format: 'json' } : {}))) as {
        ok: boolean;
        value: unknown;
      };
      if (!answer.ok) continue;
      expect(findCall(name)!.output.safeParse(answer.value).error?.issues ?? [], name).toEqual([]);
    }
  });

  it('refuses alike: unknown names, extra keys, wrong types', async () => {
    for (const [name, input] of [
      ['claims.get', { id: 'nope-nope' }],
      ['claims.get', { id: 7 }],
      ['sources.window', { start: -1 }],
      ['workbook.info', { extra: 1 }],
    ] as const) {
      const answers = await Promise.all(Object.values(callers).map((call) => call(name, input)));
      expect(answers[0]).toMatchObject({ ok: false });
      expect(answers[1]).toEqual(answers[0]);
      expect(answers[2]).toEqual(answers[0]);
    }
  });
});

function isQuery(name: string): boolean {
  return findCall(name)!.kind === 'query';
}
