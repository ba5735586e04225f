// Reports: blocks of text with locks on what the workbook says.
import { AppError } from '../../../../shared/errors.ts';
import { normalName } from '../../../../shared/features/claims/origin.ts';
import type { RecordChange } from '../../../../shared/features/history/contract.ts';
import type { ReportFormat } from '../../../../shared/features/reports/contract.ts';
import type { Lock, Report } from '../../../../shared/features/reports/model.ts';
import { printLock } from '../../../../shared/features/reports/print.ts';
import { readTarget } from '../../../../shared/features/reports/references.ts';
import type { Source } from '../../../../shared/features/sources/model.ts';
import type { Handlers } from '../../dispatch.ts';
import type { EditScope } from '../../edits/edits.ts';
import type { Files } from '../../host.ts';
import { createExaminer } from './examine.ts';
import { computedOnce, type ReportFacts } from './facts.ts';
import { citedIn, coverageOf, type Looked, type LookParts, look, typedIn } from './look.ts';
import { contentOf, type OutParts } from './out/content.ts';
import { createQuotes } from './quotes.ts';
import type { ReportsRepository } from './repository.ts';
import { writeReport } from './write.ts';

const mediaTypes: Readonly<Record<ReportFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
};

export interface ReportsOptions {
  readonly repository: ReportsRepository;
  readonly facts: ReportFacts;
  readonly sources: { all(): readonly Source[]; find(id: string): Source | undefined; text(source: Source): string };
  changesOf(record: string): readonly RecordChange[];
  readonly files: Pick<Files, 'offer'>;
  readonly out: Pick<OutParts, 'workbook' | 'inContext'>;
  lastEdit(): OutParts['edit'];
}

export function createReports({ repository, facts: given, sources, changesOf, files, out, lastEdit }: ReportsOptions) {
  const facts = computedOnce(given);
  const examiner = createExaminer(facts);
  const isQuoted = createQuotes(sources);
  const parts: LookParts = {
    facts,
    examiner,
    isQuoted,
    changesOf,
    findClaim: (id) => facts.findClaim(facts.staying(id)),
    findSource: sources.find,
  };

  /** By id or name; of two with one name the older. */
  function find(name: string): Report | undefined {
    const all = repository.reports();
    return all.find(({ id }) => id === name) ?? all.find((one) => normalName(one.name) === normalName(name));
  }

  /** @throws AppError `not-found` */
  function get(name: string): Report {
    const found = find(name);
    if (found === undefined) throw new AppError('not-found', 'reports.unknown', { name });
    return found;
  }

  const whole = (report: Report): Looked => ({ report, blocks: repository.blocksOf(report.id), locks: repository.locksOf(report.id) });
  const view = (name: string) => look(whole(get(name)), facts.version(), parts);

  function lockOf(report: Report, id: string): Lock {
    const found = repository.locksOf(report.id).find((one) => one.id === id);
    if (found === undefined) throw new AppError('not-found', 'reports.unknownLock', { id });
    return found;
  }

  function locksById(report: Report): ReadonlyMap<string, Lock> {
    return new Map(repository.locksOf(report.id).map((lock) => [lock.id, lock]));
  }

  function begin(name: string, edit: EditScope): Report {
    return { id: edit.newId(), name: name.trim(), title: '', lang: 'en', style: 'short' };
  }

  const handlers: Handlers<'reports'> = {
    list: () => ({
      reports: repository.reports().map((report) => {
        const looked = whole(report);
        const { typed, unsettled, locked: _locked, reasoned: _reasoned, ...locks } = coverageOf(citedIn(looked, examiner), typedIn(looked, isQuoted));
        const { id, name, title, lang } = report;
        return { id, name, title, lang, locks, typed, unsettled };
      }),
    }),
    get: ({ report }) => view(report),
    write({ report: name, markdown, lang, style }, edit) {
      const known = find(name);
      const before = known ?? begin(name, edit);
      const report: Report = { ...before, title: titleOf(markdown), lang: lang ?? before.lang, style: style ?? before.style };
      edit.name(known === undefined ? 'makeReport' : 'writeReport', { name: report.name });
      const { blocks, locks } = whole(report);
      const findLock = (id: string) =>
        repository
          .reports()
          .flatMap((one) => repository.locksOf(one.id))
          .find((one) => one.id === id);
      writeReport({ report, isNew: known === undefined, markdown, blocks, locks }, { examiner, today: facts.today, findLock }, edit);
      return () => view(report.id);
    },
    take({ report: name, lock: id }, edit) {
      const report = get(name);
      const lock = lockOf(report, id);
      const { now } = examiner.examine(lock, locksById(report));
      if (now === undefined || (now.value.low === null && now.value.high === null))
        throw new AppError('no-value', 'reports.nothingToTake', { field: 'lock' });
      edit.name('takeLock', { name: report.name });
      edit.update('lock', id, { ground: now, kept: null });
      return () => view(report.id);
    },
    keep({ report: name, lock: id, why }, edit) {
      const report = get(name);
      const { print } = examiner.examine(lockOf(report, id), locksById(report));
      edit.name('keepLock', { name: report.name });
      edit.update('lock', id, { kept: { reason: why, against: print, by: edit.author, at: edit.at } });
      return () => view(report.id);
    },
    remove({ report: name }, edit) {
      const { report, blocks, locks } = whole(get(name));
      edit.name('removeReport', { name: report.name });
      for (const { id } of blocks) edit.remove('block', id);
      for (const { id } of locks) edit.remove('lock', id);
      edit.remove('report', report.id);
      return { removed: 1 };
    },
    rename({ report: name, name: next }, edit) {
      const report = get(name);
      const taken = find(next);
      if (taken !== undefined && taken.id !== report.id) throw new AppError('conflict', 'reports.nameTaken', { name: next });
      edit.name('renameReport', { name: next });
      edit.update('report', report.id, { name: next });
      return { id: report.id };
    },
    async export({ report: name, format, why }) {
      const report = view(name);
      const { toFile } = await import('./out/files.ts');
      const bytes = await toFile(contentOf(report, why, { ...parts, ...out, edit: lastEdit() }), format);
      const file = { name: `${report.name.replace(/[\\/:*?"<>|]+/g, '-')}.${format}`, mediaType: mediaTypes[format] };
      return { ...file, download: files.offer({ ...file, bytes }), bytes: bytes.length, edit: report.edit };
    },
    print({ lock, lang }) {
      const target = readTarget(lock);
      const ground = examiner.take(target, new Map(), '');
      const { state } = examiner.examine({ ...target, ground, id: '' }, new Map());
      return { printed: printLock({ ...target, ground }, lang), state };
    },
  };
  return { handlers, whole: (name: string) => whole(get(name)), view, parts };
}

/** The words of the first heading of the first level, without what only marks them up. */
function titleOf(markdown: string): string {
  const [, words = ''] = /^ {0,3}#[ \t]+(.+?)(?:[ \t]+#+)?[ \t]*$/m.exec(markdown) ?? [];
  return words
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`]/g, '')
    .trim()
    .slice(0, 1000);
}
