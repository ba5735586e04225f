// One flipped bit anywhere in the file: what the app shows is either what was written, or a refusal.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import { everything } from './everything.ts';
import type { Rig } from './figure.ts';
import { plainApp } from './plain-app.ts';

export const bitFlips: Rig = async (runs) => {
  const folder = mkdtempSync(join(tmpdir(), 'assay-flip-'));
  try {
    const path = join(folder, 'sample.assay');
    const app = plainApp(folder);
    await app.createPath(path, { sample: true });
    const before = await everything(app);
    app.close();
    const outcomes = { changed: 0, told: 0, same: 0 };
    let unnoticedBySqlite = 0;
    for (let run = 0; run < runs; run += 1) {
      const outcome = await flipOnce(folder, path, run, before);
      outcomes[outcome.kind] += 1;
      if (outcome.kind === 'told' && outcome.isRowDigest) unnoticedBySqlite += 1;
    }
    return {
      figure: 'bit flips shown as if they were data',
      runs,
      value: outcomes.changed,
      limit: 0,
      ok: outcomes.changed === 0 && unnoticedBySqlite > 0,
      control: `${outcomes.told} told, ${unnoticedBySqlite} of them by row digests alone: without those they would have been shown; ${outcomes.same} did not touch what is shown`,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** What is said where a digest of Assay's own found the damage. */
const digestKeys = new Set(['edits.damagedRecord', 'edits.damagedHistory', 'sources.damagedText', 'sources.damagedFile', 'sources.damagedLayout']);

async function flipOnce(
  folder: string,
  path: string,
  run: number,
  before: string,
): Promise<{ kind: 'changed' | 'told' | 'same'; isRowDigest: boolean }> {
  const copy = join(folder, `flip-${run}.assay`);
  cpSync(path, copy);
  const bytes = readFileSync(copy);
  // A fixed walk over the file: the same flips in every run of the suite.
  const at = 100 + ((run * 2_654_435_761) % (bytes.length - 100));
  bytes[at] = bytes[at]! ^ (1 << (run % 8));
  writeFileSync(copy, bytes);
  const app = plainApp(join(folder, 'home'));
  try {
    app.openPath(copy);
    const now = await everything(app);
    return { kind: now === before ? 'same' : 'changed', isRowDigest: false };
  } catch (error) {
    return { kind: 'told', isRowDigest: error instanceof AppError && digestKeys.has(error.key) };
  } finally {
    app.close();
    for (const suffix of ['', '-wal', '-shm', '-lock']) rmSync(copy + suffix, { force: true });
  }
}
