// Steps of random scripts over reports and second readings.
import { writeFileSync } from 'node:fs';
import type { App } from '../../electron/core/app.ts';
import type { ClaimInput } from '../../shared/features/claims/model.ts';
import { startCopies } from './copies.ts';
import { handOver, type TestWorkbook } from './workbook.ts';

interface Chance {
  of<T>(list: readonly T[]): T;
  isLikely(): boolean;
}

type ReportPlay = (workbook: Pick<TestWorkbook, 'app' | 'files'>, chance: Chance) => Promise<unknown>;

const names = ['Note', 'Briefing'];

/** A report with a lock or two on what the ledger holds. */
async function write(app: App, chance: Chance, report: string): Promise<{ readonly id: string }> {
  const { observations } = await app.ask('ledger.list', {});
  const valued = observations.filter(({ low, high }) => low !== null || high !== null);
  const lock = () => (valued.length === 0 ? 'nothing' : `[](lock:obs/${chance.of(valued).id})`);
  return app.ask('reports.write', { report, markdown: `# ${report}\n\nIt came to ${lock()}, after ${chance.of([lock(), '12 %'])}.` });
}

async function aReport(app: App, chance: Chance): Promise<string> {
  const { reports } = await app.ask('reports.list', {});
  return reports.length > 0 ? chance.of(reports).id : (await write(app, chance, chance.of(names))).id;
}

async function aLock(app: App, chance: Chance): Promise<{ readonly report: string; readonly lock: string }> {
  const report = await aReport(app, chance);
  const { locks } = await app.ask('reports.get', { report });
  return { report, lock: locks.length === 0 ? report : chance.of(locks).id };
}

/** What a second reader sees in the first passage: the figure that stands there, or another. */
async function readAgain(other: App, chance: Chance): Promise<void> {
  const [source] = (await other.ask('sources.window', {})).rows;
  if (source === undefined) return;
  const [passage] = (await other.ask('passages.ofSource', { sourceId: source.id })).passages;
  if (passage === undefined) return;
  const low = chance.of(['50', '51']);
  const claim: ClaimInput = {
    kind: 'figure',
    measure: 'sales',
    subject: 'Cars',
    value: { low, high: low, qualifier: 'exact' },
    unit: 'UNITS',
    period: '2023',
    status: 'actual',
    passage: { source: source.id, exact: passage.exact, start: passage.start },
  };
  await other.call('claims.capture', { claims: [claim] });
  await other.call('readings.nothing', {});
}

async function secondReading({ app, files }: Pick<TestWorkbook, 'app' | 'files'>, chance: Chance): Promise<unknown> {
  const { download, bytes } = await app.ask('readings.share', {});
  const { piece } = files.read(download, 0, bytes);
  const copies = startCopies();
  writeFileSync(copies.path('share'), piece);
  if (chance.isLikely()) await copies.work('share', 'B. Placeholder', (other) => readAgain(other, chance));
  return app.ask('readings.second', { share: handOver(files, 'share.assay', copies.bytes('share')) });
}

export const reportPlays: Readonly<Record<string, ReportPlay>> = {
  'reports.write': ({ app }, chance) => write(app, chance, chance.of(names)),
  'reports.take': async ({ app }, chance) => app.ask('reports.take', await aLock(app, chance)),
  'reports.keep': async ({ app }, chance) => app.ask('reports.keep', { ...(await aLock(app, chance)), why: 'Both are quoted.' }),
  'reports.remove': async ({ app }, chance) => app.ask('reports.remove', { report: await aReport(app, chance) }),
  'reports.rename': async ({ app }, chance) => app.ask('reports.rename', { report: await aReport(app, chance), name: chance.of(['Note', 'Paper']) }),
  'readings.nothing': ({ app }) => app.ask('readings.nothing', {}),
  'readings.second': secondReading,
  'readings.settle': async ({ app, files }, chance) => {
    const { cases } = await app.ask('readings.agreement', {});
    if (cases.length === 0) return secondReading({ app, files }, chance);
    return app.ask('readings.settle', { case: chance.of(cases).id, take: chance.of(['first', 'second', 'both'] as const), why: 'Read once more.' });
  },
};
