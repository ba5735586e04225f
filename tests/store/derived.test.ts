// Derived tables follow every edit; made anew from the records they are the same.
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derivedProblems } from '../../electron/core/derived.ts';
import { checkForeign } from '../../electron/core/store/foreign/check.ts';
import { stateOf } from '../helpers/answers.ts';
import { beginning, play, scripts, unplayed } from '../helpers/scripts.ts';
import { runsOf } from '../helpers/share.ts';
import type { TestWorkbook } from '../helpers/workbook.ts';

const runs = Number(process.env.ASSAY_DERIVED_RUNS ?? runsOf({ few: 4, whole: 8 }));

/** Slow: they start a process each. */
const inProcesses = ['sources.add', 'sources.reread'];

function dump({ path }: TestWorkbook): Record<string, unknown[]> {
  const db = new Database(path, { readonly: true });
  try {
    const rows = (text: string) => db.prepare(text).raw().all();
    db.exec('CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, search_index, instance)');
    return {
      claim_index: rows('SELECT * FROM claim_index ORDER BY claim'),
      claim_passage: rows('SELECT * FROM claim_passage ORDER BY claim, position'),
      claim_key: rows('SELECT claim, position, hex(key) FROM claim_key ORDER BY claim, position'),
      search_chunk: rows('SELECT * FROM search_chunk ORDER BY id'),
      search_index: rows('SELECT rowid FROM search_index ORDER BY rowid'),
      words: rows('SELECT term, doc, col, offset FROM temp.words ORDER BY term, doc, col, offset'),
    };
  } finally {
    db.close();
  }
}

describe('the derived tables', () => {
  it('are the same made anew, after any script of commands', async () => {
    expect(unplayed).toEqual([]);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('full', 'small'), scripts({ maxLength: 20, without: inProcesses }), async (kind, script) => {
        const workbook = await beginning(kind);
        for (const step of script) await play(workbook, step);
        const [followed, shown] = [dump(workbook), await stateOf(workbook.app)];
        expect((await workbook.app.ask('workbook.verify', {})).problems).toEqual([]);
        expect((await workbook.app.ask('workbook.rebuild', {})).differed).toEqual([]);
        expect(dump(workbook)).toEqual(followed);
        expect(await stateOf(workbook.app)).toBe(shown);
        workbook.close();
        // The gate for strangers lets in whatever Assay writes.
        await checkForeign({ copy: workbook.path, name: 'own' }, derivedProblems);
      }),
      { numRuns: runs },
    );
  }, 600_000);

  it.each([
    'DELETE FROM claim_index WHERE claim = 1',
    'UPDATE claim_passage SET passage = 1',
    'DELETE FROM claim_key',
    'DELETE FROM search_index WHERE rowid IN (SELECT rowid FROM search_index LIMIT 2)',
  ])('are found by a check and mended by making them anew: %s', async (bend) => {
    const workbook = await beginning('full');
    const before = dump(workbook);
    workbook.close();
    const db = new Database(workbook.path);
    db.exec(bend);
    db.close();
    workbook.app.openPath(workbook.path);
    expect(dump(workbook)).not.toEqual(before);
    expect((await workbook.app.ask('workbook.verify', {})).ok).toBe(false);
    expect((await workbook.app.ask('workbook.rebuild', {})).differed).not.toEqual([]);
    expect((await workbook.app.ask('workbook.verify', {})).problems).toEqual([]);
    expect(dump(workbook)).toEqual(before);
  });
});
