// The main job without a network: in a namespace that has none, loopback aside.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Rig, skipped } from '../figure.ts';

const child = fileURLToPath(new URL('./offline-child.ts', import.meta.url));
const figure = 'the main job in a namespace without network: steps that failed';

/** As root as it is; else as root of a namespace of one's own, where the system allows that. */
const ways: readonly (readonly string[])[] = [['-n'], ['-rn']];

export const offline: Rig = async (runs) => {
  const way = ways.find((flags) => spawnSync('unshare', [...flags, 'true']).status === 0);
  if (way === undefined) return skipped(figure, 'needs unshare and the right to use it');
  let failed = 0;
  for (let run = 0; run < runs; run += 1) failed += Number(!worksIn(way));
  // Control: in there a server elsewhere cannot be reached at all.
  const reach = "require('net').connect(80, '192.0.2.1').on('error', (error) => process.exit(error.code === 'ENETUNREACH' ? 7 : 0))";
  const isCut = spawnSync('unshare', [...way, process.execPath, '-e', reach], { timeout: 120_000 }).status === 7;
  return {
    figure,
    runs,
    value: failed,
    limit: 0,
    ok: failed === 0 && isCut,
    control: `another machine is ${isCut ? 'unreachable' : 'reachable'} from there`,
  };
};

function worksIn(way: readonly string[]): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'assay-offline-'));
  try {
    const { status, stderr } = spawnSync('unshare', [...way, process.execPath, child, folder], { encoding: 'utf8' });
    if (status !== 0) process.stderr.write(stderr);
    return status === 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
