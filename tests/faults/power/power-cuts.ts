// Power cuts. A child's writes, flushes and names are recorded once; then the power goes at random places of that record.
// What was flushed is kept; what was not is dropped, torn or put out of order. The real app opens what is left: each
// acknowledged edit and backup must be there.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Figure, type Rig, skipped } from '../figure.ts';
import { plainApp } from '../plain-app.ts';
import { buildPreload, watchedEnvironment } from '../preload/preload.ts';
import { seededRandom } from '../random.ts';
import { Disk, type DiskOptions, type Image } from './disk.ts';
import { type DiskStep, readRecord } from './record.ts';

const child = fileURLToPath(new URL('./recorded-child.ts', import.meta.url));
/** Memory where there is such a folder: a cut writes some megabytes. */
const memoryFolder = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** What must be found after a cut: the edit, and a whole backup of this edit or a later one. */
interface Promised {
  edit: number | undefined;
  backupEdit: number | undefined;
}

interface Harm {
  lost: number;
  damaged: number;
  halves: number;
}

export const powerCuts: Rig = async (runs) => {
  const preload = buildPreload();
  if ('missing' in preload) return skipped('power cuts', preload.missing);
  const folder = mkdtempSync(join(memoryFolder, 'assay-power-'));
  try {
    const steps = recordedSteps(preload, folder);
    const cut = await replay(steps, { folder, runs });
    const controlRuns = Math.max(20, Math.round(runs / 20));
    const control = await replay(steps, { folder, runs: controlRuns, disk: { lagWithoutFlush: 40 } });
    const share = Math.round((100 * control.failed) / controlRuns);
    return {
      figure: 'power cuts: acknowledged edits lost / damaged / half',
      runs,
      value: `${cut.harm.lost}/${cut.harm.damaged}/${cut.harm.halves}`,
      limit: '0/0/0',
      ok: cut.failed === 0 && share >= 20,
      control: `flushes without effect: ${share} % of ${controlRuns} cuts did harm`,
    } satisfies Figure;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** The record names files under the folder that the child worked in. */
function recordedSteps(preload: { readonly path: string }, folder: string): DiskStep[] {
  const watched = join(folder, 'disk');
  const record = join(tmpdir(), `assay-record-${process.pid}`);
  mkdirSync(watched);
  try {
    const { status, stderr } = spawnSync(process.execPath, [child, watched], {
      env: watchedEnvironment(preload, { folder: watched, record }),
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`the recorded child failed: ${stderr}`);
    return readRecord(readFileSync(record));
  } finally {
    rmSync(record, { force: true });
    rmSync(watched, { recursive: true, force: true });
  }
}

async function replay(
  steps: readonly DiskStep[],
  { folder, runs, disk: options = {} }: { folder: string; runs: number; disk?: DiskOptions },
): Promise<{ harm: Harm; failed: number }> {
  const random = seededRandom(runs);
  const places = Array.from({ length: runs }, () => Math.floor(random() * steps.length)).toSorted((a, b) => a - b);
  const disk = new Disk(options);
  const promised: Promised = { edit: undefined, backupEdit: undefined };
  const harm: Harm = { lost: 0, damaged: 0, halves: 0 };
  const acks = ackReader(steps);
  let failed = 0;
  let next = 0;
  for (const [index, step] of steps.entries()) {
    disk.take(step);
    acks(step, promised);
    for (; places[next] === index; next += 1) {
      const image = disk.cut(random);
      const found = await inspect(image, { folder, promised, disk });
      harm.lost += found.lost;
      harm.damaged += found.damaged;
      harm.halves += found.halves;
      failed += Number(found.lost + found.damaged + found.halves > 0);
    }
  }
  return { harm, failed };
}

/** Takes what the child acknowledged from its own record. */
function ackReader(steps: readonly DiskStep[]): (step: DiskStep, promised: Promised) => void {
  const file = steps.find((step) => step.type === 'create' && step.path.endsWith('/acks'));
  const acks = file?.type === 'create' ? file.file : -1;
  return (step, promised) => {
    if (step.type !== 'write' || step.file !== acks) return;
    const [word, what = ''] = step.bytes.toString('utf8').trim().split(' ');
    if (word === 'edit') promised.edit = Number(what);
    else promised.backupEdit = Number(what);
  };
}

async function inspect(image: Image, { folder, promised, disk }: { folder: string; promised: Promised; disk: Disk }): Promise<Harm> {
  const place = join(folder, 'after');
  const original = join(folder, 'disk');
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place);
  for (const [path, bytes] of image) {
    const target = join(place, path.slice(original.length));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  }
  const harm = await openAndCheck(place, { isThere: image.has(join(original, 'w.assay')), edit: promised.edit });
  const backups = backupsIn(image);
  const isBackedUp = promised.backupEdit === undefined || backups.some(({ edit }) => edit >= promised.backupEdit!);
  const halfBackups = backups.filter(({ path, bytes }) => disk.seen(path)?.equals(bytes) === false).length;
  return { lost: harm.lost + Number(!isBackedUp), damaged: harm.damaged, halves: harm.halves + halfBackups };
}

/** Files under the final name of a backup, which ends in its last edit. */
function backupsIn(image: Image): { path: string; bytes: Buffer; edit: number }[] {
  return [...image].flatMap(([path, bytes]) => {
    const edit = /Z-(\d+)\.assay$/.exec(path)?.[1];
    return edit === undefined ? [] : [{ path, bytes, edit: Number(edit) }];
  });
}

async function openAndCheck(place: string, { isThere, edit }: { isThere: boolean; edit: number | undefined }): Promise<Harm> {
  if (!isThere) return { lost: edit === undefined ? 0 : 1, damaged: 0, halves: 0 };
  const app = plainApp(place);
  try {
    app.openPath(join(place, 'w.assay'));
    const { last } = await app.ask('history.state', {});
    const { problems } = await app.ask('workbook.verify', {});
    const halves = problems.filter((problem) => problem.includes('lost changes')).length;
    return { lost: Math.max(0, (edit ?? 0) - (last?.seq ?? 0)), damaged: problems.length > halves ? 1 : 0, halves };
  } catch {
    return { lost: 0, damaged: 1, halves: 0 };
  } finally {
    app.close();
  }
}
