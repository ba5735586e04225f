// What one edit costs in a workbook of 100,000 claims, read lists included: deprecating a claim, changing the date of a
// source, judging two names the same, and taking each back; against reading ledger and conflicts of the whole workbook anew.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, createApp } from '../../electron/core/app.ts';
import { createNodeHost } from '../../electron/core/node-host.ts';
import type { ClaimInput } from '../../shared/features/claims/model.ts';
import type { BenchResult } from './bench.ts';

const defaultRows = 100_000;
const batch = 10_000;
const sources = 40;

export async function benchFollow(rows = defaultRows): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), 'assay-follow-'));
  const start = () =>
    createApp({
      host: createNodeHost({ workbooks: join(folder, 'w'), settings: join(folder, 's') }, {}),
      clock: Date.now,
      log: { info: () => {}, error: () => {} },
    });
  const path = join(folder, 'follow.assay');
  try {
    const filling = start();
    await filling.createPath(path);
    await fill(filling, rows);
    filling.close();
    const app = start();
    app.openPath(path);
    const peer = await timed(() => look(app));
    const steps = await editAndLook(app);
    app.close();
    const ours = Math.max(...Object.values(steps));
    return { name: 'follow', ratio: ours / peer, ours, peer, unit: 'ms', pairs: 1, rows, steps };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function look(app: App): Promise<void> {
  await app.ask('ledger.list', {});
  await app.ask('conflicts.list', {});
  await app.ask('workbook.info', {});
}

async function editAndLook(app: App): Promise<Record<string, number>> {
  const claimId = (await app.ask('conflicts.list', {})).groups[0]!.claims[0]!;
  const sourceId = (await app.ask('sources.window', {})).rows[0]!.id;
  const edits: Readonly<Record<string, () => Promise<unknown>>> = {
    deprecate: () => app.ask('claims.setCells', { cells: [{ id: claimId, field: 'rank', value: 'deprecated' }] }),
    date: () => app.ask('sources.update', { id: sourceId, patch: { publishedOn: '2024' } }),
    judge: () => app.ask('actors.judge', { one: 'Region 1', other: 'Region 51', outcome: 'same' }),
  };
  const taken: Record<string, number> = {};
  for (const [name, edit] of Object.entries(edits)) {
    taken[name] = await timed(() => edit().then(() => look(app)));
    taken[`${name}, undone`] = await timed(() => app.ask('history.undo', {}).then(() => look(app)));
  }
  return taken;
}

async function fill(app: App, rows: number): Promise<void> {
  const ids: string[] = [];
  for (let nth = 0; nth < sources; nth += 1) {
    const text = `Yearbook ${nth}. ${Array.from({ length: 50 }, (_, at) => `Figure ${at} is here.`).join(' ')}`;
    ids.push((await app.ask('sources.paste', { text, meta: { title: `Yearbook ${nth}`, publisher: `Office ${nth % 7}`, publishedOn: '2025' } })).id);
  }
  for (let from = 0; from < rows; from += batch)
    await app.ask('claims.capture', { claims: Array.from({ length: Math.min(batch, rows - from) }, (_, at) => claimOf(from + at, ids)) });
}

/** Yearly series of 25 years with four claims a year, one year in twenty in dispute. */
function claimOf(nth: number, sourceIds: readonly string[]): ClaimInput {
  const series = Math.floor(nth / 100);
  const year = 2000 + (Math.floor(nth / 4) % 25);
  const value = String(10_000 + series + 7 * (year - 2000) + (nth % 80 === 0 ? 3000 : 0));
  return {
    kind: 'figure',
    measure: `output_of_good_${series % 50}`,
    subject: `Region ${series}`,
    area: 'UT',
    basis: 'all goods',
    period: String(year),
    value: { low: value, high: value, qualifier: 'exact' },
    unit: 'UNITS',
    saidBy: [`Agency ${nth % 4}`],
    passage: { source: sourceIds[nth % sources]!, exact: `Figure ${nth % 50} is here.` },
  };
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}
