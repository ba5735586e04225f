// Files of released formats: each frozen as it was written then, and still read.
import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { migrate, ownMigrations } from '../../electron/core/store/migrate.ts';
import { ddlOf, ownForms } from '../../electron/core/store/record-form.ts';
import { recordTables } from '../../shared/records/index.ts';
import { answersTo, logQueries, oddAnswers, stateQueries } from '../helpers/answers.ts';
import { startTestApp } from '../helpers/workbook.ts';
import { makeFrozen } from './fixtures/make-frozen.ts';

const frozen = (format: number) => fileURLToPath(new URL(`./fixtures/format-${format}.assay`, import.meta.url));

describe('a frozen workbook', () => {
  it.runIf(process.env.ASSAY_MAKE_FIXTURE !== undefined)('is made', () => makeFrozen(frozen(Number(process.env.ASSAY_MAKE_FIXTURE))));
});

describe.each([1, 3])('a workbook of format %i', (format) => {
  it('is let in, verified, and shows what was written then', async () => {
    const { app, folder, logged } = startTestApp();
    const path = join(folder, 'old.assay');
    cpSync(frozen(format), path);
    await app.open(path);
    expect((await app.ask('workbook.verify', {})).problems).toEqual([]);
    expect((await app.ask('workbook.rebuild', {})).differed).toEqual([]);
    expect(await app.ask('workbook.info', {})).toMatchObject({ sources: 2, claims: { figure: 7, event: 2, statement: 2 }, actors: 9 });
    const { claims } = await app.ask('claims.list', {});
    expect(claims[0]).toMatchObject({ measure: 'market_share', value: { low: '50', high: null, qualifier: 'over' }, tags: ['one', 'two'] });
    expect(claims[0]!.contentKey).toBe('3f8de4ed2b166c97b3e67d29e2bdc389');
    const { edits } = await app.ask('history.list', { limit: 1000 });
    expect(new Set(edits.filter((edit) => edit.kind !== 'migrate').map((edit) => edit.author))).toEqual(new Set(['A. Placeholder']));
    expect(edits.find((edit) => edit.kind === 'undo')).toBeDefined();
    const { observations } = await app.ask('ledger.list', {});
    expect(observations.filter((one) => one.verdict !== null).map((one) => one.verdict?.reason)).toEqual([
      'Between the two.',
      'The first is nearer.',
    ]);
    expect(oddAnswers(await answersTo(app, [...(await stateQueries(app)), ...(await logQueries(app))]))).toEqual([]);
    expect(logged).toEqual([]);
  });

  it('holds every record of its day at least twice', () => {
    const db = new Database(frozen(format), { readonly: true });
    const few = Object.keys(ownMigrations[format - 1]!.forms).filter(
      (table) => (db.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number) < 2,
    );
    db.close();
    expect(few).toEqual([]);
  });
});

describe('the tables of records', () => {
  it('are made by the migrations word for word as they are declared', () => {
    const made = tablesOf((db) => migrate(db, ownMigrations));
    const declared = tablesOf((db) => db.exec(recordTables.map((table) => ddlOf(ownForms[table]!)).join('\n')));
    const differing = [...declared].filter(([name, sql]) => made.get(name) !== sql).map(([, sql]) => sql);
    expect(
      differing,
      'A declaration in shared/records says otherwise than the newest migration makes. Released migrations are never edited: add one to electron/core/store/migrations with the forms of today (JSON of ownForms) and what becomes of each record (convert). The tables as declared are printed below.',
    ).toEqual([]);
    expect(
      JSON.stringify(ownMigrations.at(-1)!.forms),
      'The forms frozen beside the newest migration are not those of today: print JSON of ownForms.',
    ).toBe(JSON.stringify(ownForms));
  });
});

describe('a released format', () => {
  // SHA-256 of the forms beside each migration, in the order of formats.
  const released = [
    '1a1a9f3a50d8202ae909d0fb150023ab78cd4bf916077b74373fc1dd8c0fa5eb',
    '788b2a806eb69dbf23fd7b8c836f990486770af499133fafb8f95f48181490cb',
    'f1fb8059dce797849d5878cfb03679aee6451c7d9d8aa46152689f11afc13ebb',
    '87919bc6016a1233c852c3c63a373911ed01dd443a3e8f8f600607efa1d6587e',
    'ea8eb4858bb891236d754af75a3673a5c6629b290fdf94699e0867453578e147',
  ];

  it('stays as people have it: what changes is a format of its own', () => {
    const folder = fileURLToPath(new URL('../../electron/core/store/migrations/', import.meta.url));
    const names = readdirSync(folder)
      .filter((name) => name.endsWith('-forms.json'))
      .sort();
    const digests = names.map((name) =>
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    );
    expect(
      digests,
      'Workbooks of a released format would be refused or misread. If a workbook of the format may be in anybody’s hands, leave its forms alone and add a migration. Only forms that were never released may get another digest here.',
    ).toEqual(released);
    expect(names).toHaveLength(ownMigrations.length);
  });
});

function tablesOf(make: (db: Database.Database) => void): Map<string, string> {
  const db = new Database(':memory:');
  make(db);
  const rows = db.prepare('SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL').all() as { name: string; sql: string }[];
  db.close();
  return new Map(rows.map(({ name, sql }) => [name, sql]));
}
