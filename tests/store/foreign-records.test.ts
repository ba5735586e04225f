// The gate for records beside its rig (tests/faults/hostile/gate.ts): what once showed what went wrong, and what is derived.
import { beforeAll, describe, expect, it } from 'vitest';
import { recordTables } from '../../shared/records/index.ts';
import { bentDerived, bentRecords } from '../faults/hostile/bent-records.ts';
import { type Met, meet, soundWorkbook } from '../faults/hostile/gate.ts';
import { temporaryFolder } from '../helpers/workbook.ts';

let sound: Buffer;

beforeAll(async () => {
  sound = await soundWorkbook(temporaryFolder());
});

describe('a workbook from elsewhere', () => {
  it('can be bent in forty ways and more at each record', () => {
    const bent = bentRecords(sound);
    // A switched rule has two columns.
    const few = recordTables.filter((table) => bent.get(table)!.length < (table === 'check_rule' ? 35 : 40));
    expect(few).toEqual([]);
  });

  it('is refused, or shows nothing odd, however its derived tables are bent', async () => {
    const folder = temporaryFolder();
    const met: Met[] = [];
    for (const bent of bentDerived(sound).filter((_, index) => index % 3 === 0)) met.push(await meet(folder, bent));
    expect(met.filter(({ is }) => is === 'wrong').map(({ what }) => what)).toEqual([]);
  });

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
    expect((await meet(temporaryFolder(), bent)).is).not.toBe('wrong');
  });

  it('is let in when nothing is bent, and when what is derived is to be made anew', async () => {
    expect(await meet(temporaryFolder(), { name: 'sound', bytes: () => sound })).toEqual({ is: 'harmless', what: 'sound' });
  });
});
