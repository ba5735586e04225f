// Two processes that open one workbook at the same moment: one writes, the other is told.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openStore } from '../../electron/core/store/open.ts';
import type { Rig } from './figure.ts';
import type { Race } from './race-child.ts';

const child = fileURLToPath(new URL('./race-child.ts', import.meta.url));
const roundsOfAPair = 50;

interface Outcome {
  /** Rounds in which both got the workbook. */
  twice: number;
  /** Anything but one that writes and one that is told so. */
  odd: string[];
}

export const races: Rig = async (runs) => {
  const folder = mkdtempSync(join(tmpdir(), 'assay-race-'));
  try {
    const path = join(folder, 'race.assay');
    openStore({ path, mode: 'create' }).close();
    const sum: Outcome = { twice: 0, odd: [] };
    for (let done = 0; done < runs; done += roundsOfAPair) await race(path, { rounds: Math.min(roundsOfAPair, runs - done), way: 'locked', sum });
    const control: Outcome = { twice: 0, odd: [] };
    await race(path, { rounds: 5, way: 'unlocked', sum: control });
    return {
      figure: 'two processes racing: two writers',
      runs,
      value: sum.odd.length === 0 ? sum.twice : `${sum.twice}; ${sum.odd.length} rounds without one writer (${sum.odd[0]})`,
      limit: 0,
      ok: sum.twice === 0 && sum.odd.length === 0 && control.twice > 0,
      control: `past the lock both wrote in ${control.twice} of 5 rounds`,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

async function race(path: string, { rounds, way, sum }: { rounds: number; way: Race; sum: Outcome }): Promise<void> {
  const pair = [0, 1].map(() => fork(child, [path, way], { execArgv: [] }));
  try {
    await Promise.all(pair.map(nextWord));
    for (let round = 0; round < rounds; round += 1) {
      const words = (await tellBoth(pair, 'open')).toSorted();
      await tellBoth(pair, 'let go');
      if (words.every((word) => word === 'writer')) sum.twice += 1;
      else if (words.join() !== 'locked,writer') sum.odd.push(words.join(' and '));
    }
  } finally {
    for (const one of pair) one.kill('SIGKILL');
  }
}

function tellBoth(pair: readonly ChildProcess[], word: string): Promise<string[]> {
  const answers = pair.map(nextWord);
  for (const one of pair) one.send(word);
  return Promise.all(answers);
}

async function nextWord(one: ChildProcess): Promise<string> {
  return String((await once(one, 'message'))[0]);
}
