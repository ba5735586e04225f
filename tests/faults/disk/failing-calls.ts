// The k-th write, flush, rename or new file fails: the disk is full, or it is broken, for one call or until it is repaired.
// Every refusal is typed, nothing acknowledged is lost, no temporary file stays, reading and export go on, and writing
// goes on once the disk works again.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Rig, skipped } from '../figure.ts';
import { plainApp } from '../plain-app.ts';
import { buildPreload, watchedEnvironment } from '../preload/preload.ts';
import type { FailingRun, FailingSums } from './failing-child.ts';

const child = fileURLToPath(new URL('./failing-child.ts', import.meta.url));
const noSpace = 28;
const inputOutput = 5;
/** Calls that the child's work makes on a sound disk, with room to spare. */
const mostCalls = 480;
const figure = 'k-th write, flush or rename fails: untyped / lost / left behind / stuck';

export const failingCalls: Rig = async (runs) => {
  const preload = buildPreload();
  if ('missing' in preload) return skipped(figure, preload.missing);
  const folder = mkdtempSync(join(tmpdir(), 'assay-failing-'));
  try {
    await makeTemplate(folder);
    const { status, stdout, stderr } = spawnSync(process.execPath, [child, folder, JSON.stringify(chosenRuns(runs))], {
      env: watchedEnvironment(preload, { folder }),
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    if (status !== 0) throw new Error(`the child failed: ${stderr}`);
    const sums = JSON.parse(stdout) as FailingSums;
    const harm = [sums.untyped.length, sums.lost + sums.damaged, sums.leftovers, sums.stuck.length];
    return {
      figure,
      runs: sums.runs,
      value: harm.join('/'),
      limit: '0/0/0/0',
      ok: harm.every((count) => count === 0) && sums.refused > 0 && sums.resumed > 0,
      control: `${sums.hit} runs met the failure, ${sums.resumed} wrote on as soon as there was space; ${sums.refused} refused edits would have been lost, had their answer been believed early`,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Spread over all calls; with enough runs every call fails in each of the four ways. */
function chosenRuns(runs: number): FailingRun[] {
  const ways = [
    { errno: noSpace, count: mostCalls * 10 },
    { errno: inputOutput, count: 1 },
    { errno: noSpace, count: 1 },
    { errno: inputOutput, count: mostCalls * 10 },
  ];
  return Array.from({ length: runs }, (_, run) => ({ at: 1 + Math.floor((run * mostCalls) / runs), ...ways[run % ways.length]! }));
}

async function makeTemplate(folder: string): Promise<void> {
  const app = plainApp(folder);
  await app.createPath(join(folder, 'template.assay'));
  await app.ask('sources.paste', { text: 'Template with words', meta: { title: 'Template' } });
  app.close();
}
