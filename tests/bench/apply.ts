// An export taken back untouched, against reading the same file and nothing else; and how soon the first questions of a merge are there
// whose other copy changed one claim in a hundred.
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from '../../electron/core/app.ts';
import { forkNodeChild } from '../../electron/core/jobs/child.ts';
import { readingFailures, runJob } from '../../electron/core/jobs/run-job.ts';
import type { BenchResult, CountResult } from './bench.ts';
import { assayCommand, byTurns, median, run, timed } from './measure.ts';
import { type Desk, makeClaims, openDesk } from './workbooks.ts';

const defaultRows = 50_000;
const pairs = 5;
const apart = 100;
const caps = { timeoutMs: 600_000, memoryMb: 2048 };

export async function benchApply(rows = defaultRows): Promise<(BenchResult | CountResult)[]> {
  const desk = openDesk('apply');
  const path = join(desk.folder, 'apply.assay');
  try {
    await makeClaims(desk, path, rows);
    copyFileSync(path, join(desk.folder, 'theirs.assay'));
    const exported = join(desk.folder, 'apply.xlsx');
    await run(process.execPath, [assayCommand, 'export', path, exported], { env: desk.env });
    const app = desk.start();
    app.openPath(path);
    let left = 0;
    const turns = await byTurns(
      pairs,
      async () => {
        const file = desk.handOver(app, exported);
        return timed(async () => {
          const found = await app.ask('exchange.applyPreview', { file, hasBase: true });
          left = found.changed.length + found.added.length + found.deleted.length + found.conflicts.length;
        });
      },
      () => timed(() => readAlone(exported)),
    );
    if (left > 0) throw new Error(`${left} differences in a file that nobody touched`);
    const preview = await previewOfMerge(desk, app);
    return [
      { name: 'apply', ...turns, unit: 'ms', rows, fileMb: readFileSync(exported).length / 2 ** 20 },
      { name: 'merge-preview', value: preview, goal: 1500, ok: preview <= 1500, unit: 'ms', rows },
    ];
  } finally {
    desk.clear();
  }
}

function readAlone(path: string): Promise<unknown> {
  const request = { name: 'apply.xlsx', mediaType: '', bytes: new Uint8Array(readFileSync(path)) };
  return runJob('sheets-entry', request, { fork: forkNodeChild, caps, failures: readingFailures('apply.xlsx') });
}

async function previewOfMerge(desk: Desk, mine: App): Promise<number> {
  const theirs = desk.start();
  const path = join(desk.folder, 'theirs.assay');
  theirs.openPath(path);
  await noteSome(theirs, 'theirs');
  theirs.close();
  await noteSome(mine, 'mine');
  const taken: number[] = [];
  for (let round = 0; round < pairs; round += 1)
    taken.push(
      await timed(async () => {
        const found = await mine.ask('exchange.previewMerge', { theirs: desk.handOver(mine, path), answers: [] });
        if (found.open.length === 0) throw new Error('a merge of two notes asked nothing');
      }),
    );
  return median(taken);
}

async function noteSome(app: App, words: string): Promise<void> {
  const { claims } = await app.ask('claims.list', {});
  const cells = claims.filter((_, index) => index % apart === 0).map(({ id }) => ({ id, field: 'note', value: `Seen by ${words}` }));
  await app.ask('claims.setCells', { cells });
}
