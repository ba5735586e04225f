// What one edit costs in a workbook of 100,000 claims, read lists included: deprecating a claim, changing the date of a
// source, judging two names the same, and taking each back; against reading ledger and conflicts of the whole workbook anew.
import { join } from 'node:path';
import type { App } from '../../electron/core/app.ts';
import type { BenchResult } from './bench.ts';
import { timed } from './measure.ts';
import { makeClaims, openDesk } from './workbooks.ts';

const defaultRows = 100_000;

export async function benchFollow(rows = defaultRows): Promise<BenchResult> {
  const desk = openDesk('follow');
  const path = join(desk.folder, 'follow.assay');
  try {
    await makeClaims(desk, path, rows);
    const app = desk.start();
    app.openPath(path);
    const peer = await timed(() => look(app));
    const steps = await editAndLook(app);
    const ours = Math.max(...Object.values(steps));
    return { name: 'follow', ratio: ours / peer, ours, peer, unit: 'ms', pairs: 1, rows, steps };
  } finally {
    desk.clear();
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
