// The states of all instruments, from claims that lie on the disk, against reading those claims from SQL; and again after one
// edit. Processor time, in turns, in one run.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, createApp } from '../../electron/core/app.ts';
import { createClaimRepository } from '../../electron/core/features/claims/repository.ts';
import { createNodeHost } from '../../electron/core/node-host.ts';
import { openStore } from '../../electron/core/store/open.ts';
import type { ClaimInput } from '../../shared/features/claims/model.ts';
import type { BenchResult } from './bench.ts';

const defaultRows = 100_000;
const things = 2000;
const pairs = 3;
const stages = ['proposed', 'adopted', 'in_force', 'amended', 'suspended', 'resumed'] as const;

export async function benchLifecycle(rows = defaultRows): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), 'assay-lifecycle-'));
  const path = join(folder, 'lifecycle.assay');
  const open = () =>
    createApp({
      host: createNodeHost({ workbooks: join(folder, 'w'), settings: join(folder, 's') }, { ASSAY_AUTHOR: 'Bench' }),
      clock: Date.now,
      log: { info: () => {}, error: () => {} },
    });
  try {
    const first = open();
    await first.createPath(path);
    await fill(first, rows);
    first.close();
    const ours: number[] = [];
    const peer: number[] = [];
    const edited: number[] = [];
    for (let pair = 0; pair < pairs; pair += 1) {
      peer.push(await cpuMs(() => readPlainly(path)));
      const app = open();
      app.openPath(path);
      ours.push(await cpuMs(() => app.ask('policy.instruments', {})));
      const { claims } = await app.ask('claims.list', { kind: 'event' });
      await app.ask('claims.setCells', { cells: [{ id: claims[pair]!.id, field: 'when', value: '2019-02-03' }] });
      edited.push(await cpuMs(() => app.ask('policy.instruments', {})));
      app.close();
    }
    const ratios = ours.map((ms, index) => ms / peer[index]!);
    const afterOneEdit = median(edited.map((ms, index) => ms / peer[index]!));
    return { name: 'lifecycle', ratio: median(ratios), ours: median(ours), peer: median(peer), unit: 'ms', pairs, rows, things, afterOneEdit };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readPlainly(path: string): void {
  const store = openStore({ path, mode: 'read' });
  createClaimRepository(store.sql).all();
  store.close();
}

async function fill(app: App, rows: number): Promise<void> {
  const { id } = await app.ask('sources.paste', { text: 'It was told.', meta: { title: 'Report', publishedOn: '2025' } });
  for (let from = 0; from < rows; from += 10_000) {
    const claims = Array.from({ length: Math.min(10_000, rows - from) }, (_, index) => eventOf(id, from + index));
    await app.ask('claims.capture', { claims });
  }
}

function eventOf(source: string, number: number): ClaimInput {
  const turn = Math.floor(number / things);
  return {
    kind: 'event',
    subject: `Instrument ${number % things}`,
    subjectType: 'instrument',
    stage: stages[turn % stages.length]!,
    what: `step ${turn}`,
    when: `${1990 + (turn % 35)}-0${1 + (turn % 9)}`,
    passage: { source, exact: 'It was told.' },
  };
}

async function cpuMs(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
