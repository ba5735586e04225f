// The gate for records: what no Assay could have written is refused, or shows nothing that no record could hold.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { derivedProblems } from '../../electron/core/derived.ts';
import { checkForeign } from '../../electron/core/store/foreign/check.ts';
import { settleCopy } from '../../electron/core/store/look.ts';
import { recordTables } from '../../shared/records/index.ts';
import { type Bent, bentDerived, bentRecords } from '../faults/hostile/bent-records.ts';
import { answersTo, logQueries, oddAnswers, stateQueries } from '../helpers/answers.ts';
import { fillWithEveryRecord } from '../helpers/every-record.ts';
import { startTestApp, temporaryFolder } from '../helpers/workbook.ts';

/** One bend in so many is tried; all of them with ASSAY_GATE=1, which tells too what was harmless. */
const share = Number(process.env.ASSAY_GATE ?? 24);

let sound: Buffer;

beforeAll(async () => {
  const { app, folder } = startTestApp();
  const path = join(folder, 'sound.assay');
  await app.createPath(path);
  await fillWithEveryRecord(app);
  app.close();
  settleCopy(path);
  const { readFileSync } = await import('node:fs');
  sound = readFileSync(path);
});

const refusals = /^(damaged|not-a-workbook|newer-workbook|SQLITE_(CORRUPT|NOTADB).*)$/;

/** What is wrong with how a bent workbook is met; undefined where it is refused, or where nothing odd can be seen in it. */
async function wrongWith({ name, bytes }: Bent): Promise<{ is: 'refused' | 'harmless' | 'wrong'; what: string }> {
  const path = join(temporaryFolder(), 'theirs.assay');
  const bent = bytes();
  writeFileSync(path, bent);
  try {
    await checkForeign({ copy: path, name }, derivedProblems);
  } catch (error) {
    const { code = '', details } = error as { code?: string; details?: { problem?: unknown } };
    const what = `${name}: ${JSON.stringify(details?.problem ?? String(error))}`;
    return { is: refusals.test(code) ? 'refused' : 'wrong', what };
  }
  writeFileSync(path, bent);
  const { app, logged } = startTestApp();
  try {
    app.openPath(path);
    const odd = oddAnswers(await answersTo(app, [...(await stateQueries(app)), ...(await logQueries(app))]));
    const seen = [...odd, ...logged];
    return seen.length === 0 ? { is: 'harmless', what: name } : { is: 'wrong', what: `${name}: ${seen[0]!.slice(0, 300)}` };
  } catch (error) {
    return { is: 'wrong', what: `${name}: opening ends with ${String(error)}` };
  } finally {
    app.close();
  }
}

describe('a workbook from elsewhere', () => {
  it.each(recordTables)(
    'is refused, or shows nothing odd, however a %s in it is bent',
    async (table) => {
      const bends = bentRecords(sound).get(table)!;
      // A switched rule has two columns.
      expect(bends.length).toBeGreaterThanOrEqual(table === 'check_rule' ? 25 : 40);
      const chosen = bends.filter((_, index) => (index + recordTables.indexOf(table)) % share === 0);
      const met = await inTurn(chosen);
      tell(table, met);
      expect(met.filter(({ is }) => is === 'wrong').map(({ what }) => what)).toEqual([]);
    },
    600_000,
  );

  it('is refused, or shows nothing odd, however its derived tables are bent', async () => {
    const met = await inTurn(bentDerived(sound).filter((_, index) => index % Math.min(share, 3) === 0));
    tell('derived', met);
    expect(met.filter(({ is }) => is === 'wrong').map(({ what }) => what)).toEqual([]);
  }, 600_000);

  it.each([
    ['source', 'language: empty'],
    ['passage', 'exact: nothing'],
    ['passage', 'start: negative'],
    ['passage', 'isPending: two'],
    ['formula_rule', 'formula: nothing'],
  ] as const)('once showed what went wrong: %s.%s', async (table, what) => {
    const bent = bentRecords(sound)
      .get(table)!
      .find(({ name }) => name === `${table}.${what}`)!;
    expect((await wrongWith(bent)).is).not.toBe('wrong');
  });

  it('is let in when nothing is bent, and when what is derived is to be made anew', async () => {
    expect(await wrongWith({ name: 'sound', bytes: () => sound })).toEqual({ is: 'harmless', what: 'sound' });
  });
});

async function inTurn(bends: readonly Bent[]) {
  const met: Awaited<ReturnType<typeof wrongWith>>[] = [];
  for (const bent of bends) met.push(await wrongWith(bent));
  return met;
}

/** For the eye: what was let in, and why. */
function tell(what: string, met: readonly { readonly is: string; readonly what: string }[]): void {
  if (process.env.ASSAY_GATE === undefined) return;
  for (const [is, all] of Map.groupBy(met, (one) => one.is)) console.log(what, is, all.length, is === 'refused' ? '' : all.map((one) => one.what));
}
