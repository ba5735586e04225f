// Works on a workbook without end and says on stdout what was acknowledged. With `early` it says so before the call: the
// control that must lose.
import { cpSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from '../../electron/core/app.ts';
import { ownMigrations } from '../../electron/core/store/migrate.ts';
import { twoFormats } from '../helpers/formats.ts';
import { plainApp, plainHost } from './plain-app.ts';

export const killedWork = ['edit', 'import', 'restore', 'create', 'migrate', 'sample'] as const;
export type KilledWork = (typeof killedWork)[number];
/** Claims of one captured array. */
export const claimsAtOnce: Readonly<Record<KilledWork, number>> = { edit: 3, import: 400, restore: 1, create: 1, migrate: 40, sample: 0 };

/** A workbook of an older format, to be brought to the newest. */
export const olderName = 'older.assay';

type Round = (app: App, round: { readonly number: number; readonly source: string; readonly folder: string }) => Promise<unknown>;

const rounds: Readonly<Record<KilledWork, Round>> = {
  async edit(app, { number, source }) {
    // What is undone here is an edit that nobody was told of.
    if (number % 7 === 0) {
      await app.ask('sources.update', { id: source, patch: { gradeReason: `note ${number}` } });
      await app.ask('history.undo', {});
    }
    if (number % 5 === 0) await app.ask('workbook.backup', {});
    await capture(app, source, { number, count: claimsAtOnce.edit });
    await note(app, source, number);
  },
  async import(app, { number, source }) {
    await capture(app, source, { number, count: claimsAtOnce.import });
    await note(app, source, number);
  },
  async restore(app, { number, source }) {
    await note(app, source, number);
    const { id } = await app.ask('workbook.backup', {});
    await app.ask('sources.update', { id: source, patch: { gradeReason: 'gone with the restore' } });
    await app.ask('workbook.restore', { id });
  },
  create: (app, { number, folder }) => app.createPath(join(folder, `created ${number}.assay`)),
  sample: (app, { number, folder }) => app.createPath(join(folder, `sample ${number}.assay`), { sample: true }),
  async migrate(app, { number, folder }) {
    const path = join(folder, `migrated ${number}.assay`);
    cpSync(join(folder, olderName), `${path}.copy`);
    renameSync(`${path}.copy`, path);
    app.openPath(path);
  },
};

function note(app: App, source: string, number: number) {
  return app.ask('sources.update', { id: source, patch: { note: `note ${number}` } });
}

export function capture(app: App, source: string, { number, count }: { number: number; count: number }) {
  return app.ask('claims.capture', {
    claims: Array.from({ length: count }, (_, part) => ({
      kind: 'statement' as const,
      actor: `Actor ${number}`,
      topic: `Part ${part}`,
      gist: `note ${number}`,
      passage: { source, exact: 'Template' },
    })),
  });
}

async function openTemplate(app: App, path: string): Promise<string> {
  app.openPath(path);
  const { rows } = await app.ask('sources.window', {});
  return rows[0]!.id;
}

if (import.meta.main) {
  const [path = '', folder = '', work = 'edit', mode = 'late'] = process.argv.slice(2);
  const app = plainApp(folder, plainHost(folder), work === 'migrate' ? twoFormats : ownMigrations);
  const source = work === 'migrate' ? '' : await openTemplate(app, path);
  const say = (line: string) => void writeSync(1, `${line}\n`);
  for (let number = 1; ; number += 1) {
    if (mode === 'early') say(`ack ${number}`);
    await rounds[work as KilledWork](app, { number, source, folder });
    if (mode === 'late') say(`ack ${number}`);
  }
}
