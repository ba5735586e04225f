// Two processes that open one workbook at the same time: one writes, the other is told.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openStore } from '../../electron/core/store/open.ts';
import type { Rig } from './figure.ts';

const child = fileURLToPath(new URL('./race-child.ts', import.meta.url));

export const races: Rig = async (runs) => {
  const folder = mkdtempSync(join(tmpdir(), 'assay-race-'));
  try {
    const paths = Array.from({ length: 2 }, (_, index) => join(folder, `race-${index}.assay`));
    for (const path of paths) openStore({ path, mode: 'create' }).close();
    let twice = 0;
    let untold = 0;
    for (let run = 0; run < runs; run += 1) {
      const said = await Promise.all([start(paths[0]!), start(paths[0]!)]);
      if (said.filter((word) => word === 'writer').length > 1) twice += 1;
      if (!said.every((word) => word === 'writer' || word === 'locked')) untold += 1;
    }
    // Control: two files are no race, both must get theirs.
    const apart = await Promise.all([start(paths[0]!), start(paths[1]!)]);
    const both = apart.filter((word) => word === 'writer').length;
    return {
      figure: 'two processes racing: two writers',
      runs,
      value: twice + untold,
      limit: 0,
      ok: twice + untold === 0 && both === 2,
      control: `without a shared file ${both} of 2 write at once`,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

function start(path: string): Promise<string> {
  return new Promise((resolve) => {
    const started = spawn(process.execPath, [child, path], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    started.stdout.on('data', (piece) => (said += String(piece)));
    started.once('close', () => resolve(said.trim()));
  });
}
