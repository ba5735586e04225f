// The gate for records: what no Assay could have written is refused and named, or shows nothing that no record could hold.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../../electron/core/app.ts';
import { derivedProblems } from '../../../electron/core/derived.ts';
import { checkForeign } from '../../../electron/core/store/foreign/check.ts';
import { settleCopy } from '../../../electron/core/store/look.ts';
import { recordTables } from '../../../shared/records/index.ts';
import { answersTo, logQueries, oddAnswers, stateQueries } from '../../helpers/answers.ts';
import { fillWithEveryRecord } from '../../helpers/every-record.ts';
import type { Rig } from '../figure.ts';
import { plainApp, plainHost } from '../plain-app.ts';
import { type Bent, bentRecords } from './bent-records.ts';

/** As many bends of each record, spread over all that can be done to it. */
export const gate: Rig = async (runs) => {
  const folder = mkdtempSync(join(tmpdir(), 'assay-gate-'));
  try {
    const chosen = chooseBends(await soundWorkbook(folder), Math.ceil(runs / recordTables.length));
    const sum = { refused: 0, harmless: 0, wrong: [] as string[] };
    for (const bent of chosen) {
      const { is, what } = await meet(folder, bent);
      if (is === 'wrong') sum.wrong.push(what);
      else sum[is] += 1;
    }
    const control = await firstOdd(folder, chosen);
    return {
      figure: 'records that no Assay could have written, let in and shown',
      runs: chosen.length,
      value: sum.wrong.length === 0 ? 0 : `${sum.wrong.length} (${sum.wrong.slice(0, 3).join('; ')})`,
      limit: 0,
      ok: sum.wrong.length === 0 && sum.refused > 0 && control !== undefined,
      control: `${sum.refused} refused, ${sum.harmless} harmless; opened unasked: ${control ?? 'nothing odd'}`,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

export async function soundWorkbook(folder: string): Promise<Buffer> {
  const path = join(folder, 'sound.assay');
  const app = plainApp(join(folder, 'home'));
  await app.createPath(path);
  await fillWithEveryRecord(app);
  app.close();
  settleCopy(path);
  return readFileSync(path);
}

/** With few of each, the records take turns in what is done to them. */
function chooseBends(sound: Buffer, each: number): Bent[] {
  const all = bentRecords(sound);
  return recordTables.flatMap((table, turn) => {
    const bends = all.get(table)!;
    const count = Math.min(each, bends.length);
    const first = turn / recordTables.length;
    return Array.from({ length: count }, (_, index) => bends[Math.floor(((index + first) * bends.length) / count)]!);
  });
}

const refusals = /^(damaged|not-a-workbook|newer-workbook|SQLITE_(CORRUPT|NOTADB).*)$/;

export interface Met {
  readonly is: 'refused' | 'harmless' | 'wrong';
  readonly what: string;
}

/** How a bent workbook is met at the gate, and what is seen in it where it is let in. */
export async function meet(folder: string, { name, bytes }: Bent): Promise<Met> {
  const path = join(folder, 'theirs.assay');
  const copy = join(folder, 'checked.assay');
  writeFileSync(path, bytes());
  cpSync(path, copy);
  try {
    await checkForeign({ copy, name }, derivedProblems);
  } catch (error) {
    const { code = '', details } = error as { code?: string; details?: { problem?: unknown } };
    return { is: refusals.test(code) ? 'refused' : 'wrong', what: `${name}: ${JSON.stringify(details?.problem ?? String(error))}` };
  }
  const odd = await oddIn(folder, path);
  return odd === undefined ? { is: 'harmless', what: name } : { is: 'wrong', what: `${name}: ${odd}` };
}

/** What no record could hold, in the answers to all queries; undefined when there is nothing of the kind. */
async function oddIn(folder: string, path: string): Promise<string | undefined> {
  const home = mkdtempSync(join(folder, 'theirs-'));
  const logged: string[] = [];
  const log = { info: () => {}, error: (event: string) => void logged.push(event) };
  const app = createApp({ host: plainHost(home), clock: Date.now, log });
  try {
    app.openPath(path);
    const odd = oddAnswers(await answersTo(app, [...(await stateQueries(app)), ...(await logQueries(app))]));
    return [...odd, ...logged][0]?.slice(0, 300);
  } catch (error) {
    return `opening ends with ${String(error)}`;
  } finally {
    app.close();
    rmSync(home, { recursive: true, force: true });
  }
}

/** The control: the first bent workbook that shows something odd when nobody looks through it. */
async function firstOdd(folder: string, bends: readonly Bent[]): Promise<string | undefined> {
  for (const { name, bytes } of bends) {
    const path = join(folder, 'unasked.assay');
    writeFileSync(path, bytes());
    const odd = await oddIn(folder, path);
    if (odd !== undefined) return `${name}: ${odd.slice(0, 120)}`;
  }
  return undefined;
}
