import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';

const pathOf = (name: string) => fileURLToPath(new URL(`./${name}.ts`, import.meta.url));

function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}

/** Numbers of the children of a parent that was killed. */
async function orphansOf(names: readonly string[]): Promise<number[]> {
  const parent = spawn(process.execPath, [pathOf('forking-parent'), ...names.map(pathOf)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const said = await new Promise<string>((resolve) => parent.stdout.once('data', (piece) => resolve(String(piece))));
  const ids = said.trim().split(' ').map(Number);
  onTestFinished(() => {
    for (const id of ids) if (isRunning(id)) process.kill(id, 'SIGKILL');
  });
  parent.kill('SIGKILL');
  return ids;
}

describe('a child whose parent was killed', { tags: ['process'] }, () => {
  it('ends although it loops for ever; without its watcher it goes on', async () => {
    const [looping = 0, unwatched = 0] = await orphansOf(['looping-child', 'unwatched-child']);
    expect(isRunning(looping)).toBe(true);
    await expect.poll(() => isRunning(looping)).toBe(false);
    expect(isRunning(unwatched)).toBe(true);
  });
});
