// Runs inside a watched process: works on a workbook while a chosen call of the disk fails, then looks at what is left.
// Takes the runs as JSON on the command line, prints one JSON line with the sums.
import { cpSync, mkdirSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type AppError, errorCodes } from '../../../shared/errors.ts';
import { plainApp } from '../plain-app.ts';
import { callKinds, failCalls, healDisk } from '../preload/preload.ts';

export interface FailingRun {
  /** The `at`-th write, flush, name or new file fails. */
  readonly at: number;
  readonly errno: number;
  /** How many calls fail from there on. */
  readonly count: number;
}

export interface FailingSums {
  runs: number;
  /** Runs in which a call did fail. */
  hit: number;
  untyped: string[];
  lost: number;
  damaged: number;
  leftovers: number;
  /** What should have worked and did not. */
  stuck: string[];
  /** Runs in which writing went on without opening the workbook again. */
  resumed: number;
  /** Edits that were refused and are not there: lost, had one believed them done. */
  refused: number;
}

const noSpace = 28;
const [folder = '', runsText = '[]'] = process.argv.slice(2);
const sums: FailingSums = { runs: 0, hit: 0, untyped: [], lost: 0, damaged: 0, leftovers: 0, stuck: [], resumed: 0, refused: 0 };
const template = join(folder, 'template.assay');

for (const run of JSON.parse(runsText) as FailingRun[]) await failOnce(run);
writeSync(1, `${JSON.stringify(sums)}\n`);

async function failOnce(run: FailingRun): Promise<void> {
  const place = join(folder, 'run');
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place);
  const path = join(place, 'w.assay');
  cpSync(template, path);
  const app = plainApp(place);
  app.openPath(path);
  const { rows } = await app.ask('sources.window', {});
  const id = rows[0]!.id;
  const promised = { edit: 0 };
  const attempt = <T>(work: () => T | Promise<T>) => tryStep(work, run);
  const edit = async (work: () => Promise<unknown>) => {
    if (!(await attempt(work))) sums.refused += 1;
    else promised.edit = (await app.ask('history.state', {})).last?.seq ?? 0;
  };
  const note = (text: string) => app.ask('sources.update', { id, patch: { note: text } });

  failCalls({ kinds: callKinds.all, ...run });
  await edit(() => note('one'));
  await edit(() => app.ask('claims.capture', { claims: [{ kind: 'statement', actor: 'A', topic: 'T', passage: { source: id, exact: 'words' } }] }));
  await attempt(() => app.ask('workbook.backup', {}));
  await edit(() => app.ask('history.undo', {}));
  await attempt(() => app.ask('settings.set', { key: 'theme', value: 'dark' }));
  await mustWork('reading', run, () => app.ask('sources.window', {}));
  await mustWork('export', run, () => app.ask('exchange.export', { format: 'json' }));
  await mustWork('info', run, () => app.ask('workbook.info', {}));
  await attempt(() => app.createPath(join(place, 'other.assay')));
  await attempt(() => app.openPath(path));
  const { workbook } = await app.ask('library.current', {});
  const isOurs = workbook?.name === 'w';
  if (isOurs) await edit(() => note('two'));
  if (isOurs) await restoreOnce();
  const { failed, failedFlushes } = healDisk();

  sums.runs += 1;
  sums.hit += Number(failed > 0);
  // Space is back: writing goes on where it was. After a failed flush or a broken disk the workbook is opened again first.
  if (run.errno !== noSpace || failedFlushes > 0 || !isOurs) app.close();
  else sums.resumed += 1;
  await mustWork('opening again', run, () => app.openPath(path));
  await mustWork('writing again', run, () => note('three'));
  promised.edit = (await app.ask('history.state', {})).last?.seq ?? 0;
  app.close();
  await lookAfterwards(path, promised.edit);
  sums.leftovers += readdirSync(place, { recursive: true }).filter((name) => /\.tmp(-|$)|-lock/.test(String(name))).length;

  async function restoreOnce(): Promise<void> {
    const { backups } = await app.ask('workbook.backups', {});
    const [newest] = backups;
    if (newest === undefined) return;
    await checkPromise();
    if (await attempt(() => app.ask('workbook.restore', { id: newest.id }))) promised.edit = newest.edit;
    else promised.edit = Math.min(promised.edit, newest.edit);
  }

  async function checkPromise(): Promise<void> {
    const { last } = await app.ask('history.state', {});
    if ((last?.seq ?? 0) < promised.edit) sums.lost += 1;
  }
}

/** Whether it was done; what was refused must be refused in a typed way. */
async function tryStep(work: () => unknown, run: FailingRun): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    const { code, message } = error as AppError;
    if (!errorCodes.includes(code) || code === 'unexpected') sums.untyped.push(`${JSON.stringify(run)} ${code}: ${message}`);
    return false;
  }
}

async function mustWork(what: string, run: FailingRun, work: () => unknown): Promise<void> {
  try {
    await work();
  } catch (error) {
    sums.stuck.push(`${JSON.stringify(run)} ${what}: ${(error as AppError).code} ${(error as Error).message}`);
  }
}

async function lookAfterwards(path: string, edit: number): Promise<void> {
  const app = plainApp(join(path, '..', 'after'));
  try {
    app.openPath(path);
    const { last } = await app.ask('history.state', {});
    if ((last?.seq ?? 0) < edit) sums.lost += 1;
    if (!(await app.ask('workbook.verify', {})).ok) sums.damaged += 1;
  } catch {
    sums.damaged += 1;
  } finally {
    app.close();
  }
}
