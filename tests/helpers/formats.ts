// Two formats of a workbook, as the next Assay will know them. The older one knew no reason of a rank, called a note a remark, and
// wrote `plain` where `stated` is written now: a field that came, one that was renamed, and one whose values changed.
import Database from 'better-sqlite3';
import { type ConvertRecord, convertTable } from '../../electron/core/store/convert.ts';
import { type Migrations, ownMigrations } from '../../electron/core/store/migrate.ts';
import { ddlOf, type FormField, type RecordForm } from '../../electron/core/store/record-form.ts';

const [first, newest] = [ownMigrations[0]!, ownMigrations.at(-1)!];
const claim = newest.forms.claim!;

/** What makes the tables of today at once. */
const sqlOfToday = Object.entries(newest.forms).reduce(
  (sql, [table, form]) => {
    const before = first.forms[table];
    return before === undefined ? `${sql}\n${ddlOf(form)}` : sql.replace(ddlOf(before), ddlOf(form));
  },
  ownMigrations.map(({ sql }) => sql).join('\n'),
);

const olderClaim: RecordForm = {
  ...claim,
  fields: claim.fields.flatMap((field): FormField[] => {
    if (field.name === 'rankReason') return [];
    if (field.name === 'note') return [{ ...field, name: 'remark', column: 'remark', group: 'remark' }];
    return field.name === 'hedge' ? [{ ...field, default: 'plain' }] : [field];
  }),
};

const toNewer: ConvertRecord = ({ remark, ...record }) => ({
  ...record,
  note: remark,
  rankReason: null,
  hedge: record.hedge === 'plain' ? 'stated' : record.hedge,
});
const toOlder: ConvertRecord = ({ note, rankReason: _none, ...record }) => ({
  ...record,
  remark: note,
  hedge: record.hedge === 'stated' ? 'plain' : record.hedge,
});

export const migrations: Migrations = Object.assign(
  [
    { sql: sqlOfToday.replace(ddlOf(claim), ddlOf(olderClaim)), forms: { ...newest.forms, claim: olderClaim } },
    {
      sql: 'CREATE TABLE colour (code TEXT PRIMARY KEY, label TEXT NOT NULL) STRICT;',
      forms: newest.forms,
      convert: { claim: toNewer },
    },
  ],
  { module: import.meta.url },
);
export const twoFormats = migrations;

/** Turns a closed workbook of today into one that an Assay of the older format wrote. */
export function makeOlder(path: string): void {
  const db = new Database(path);
  db.pragma('foreign_keys = OFF');
  db.transaction(() => {
    convertTable(db, { before: claim, after: olderClaim, convert: toOlder });
    db.pragma('user_version = 1');
  })();
  db.close();
}
