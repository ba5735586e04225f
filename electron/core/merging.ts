// Puts the rules of a merge together with what they need of the features.

import { AppError } from '../../shared/errors.ts';
import type { Claim } from '../../shared/features/claims/model.ts';
import type { MergeNext, MergeResult } from '../../shared/features/exchange/merge.ts';
import { message } from '../../shared/message.ts';
import type { Stored } from '../../shared/records/index.ts';
import { toBody } from './features/claims/repository.ts';
import type { MergeOptions } from './features/exchange/merging.ts';
import { labelOf, observationIdOf, placeOf } from './features/ledger/service.ts';
import { createReanchoring } from './features/passages/reanchoring.ts';
import { createTableRepository, takeRows } from './features/tables/repository.ts';
import type { ForkChild } from './jobs/child.ts';
import { readForeign } from './jobs/foreign-workbook.ts';
import { compareWorkbooks, linesOf } from './merge/compare.ts';
import { type Merging, merge, previewMerge } from './merge/index.ts';
import { createCopyReader } from './merge/repository.ts';
import { blindMark } from './sharing/leave-out.ts';
import { readCopy, workbookIdIn } from './store/look.ts';
import { ownMigrations } from './store/migrate.ts';
import type { Sql } from './store/sql.ts';
import type { Readers } from './workbook/readers.ts';

interface MergingParts {
  readonly sql: Sql;
  readonly readers: Readers;
  /** Makes the child process in which a stranger's workbook is looked through. */
  readonly fork: ForkChild;
  /** Of a past state: the present. */
  readonly presentSql?: Sql | undefined;
}

export function mergingOf({ sql, readers, fork, presentSql }: MergingParts): MergeOptions {
  const { sources, places, names, passages } = readers;
  const merging: Merging = {
    sql,
    contents: {
      keep: sources.keepContent,
      keepText: sources.keepText,
      keepLayout: (sha256, textSha256, layout) => sources.keepLayout({ sha256, textSha256 }, JSON.parse(layout)),
    },
    context: {
      observationOf: (claim, source) =>
        placeOf(asClaim(claim), { nameOf: names.nameOf, source: (id) => (id === null ? undefined : source(id)) })?.observationId,
      seriesOf(claim, source) {
        const place = placeOf(asClaim(claim), { nameOf: names.nameOf, source: (id) => (id === null ? undefined : source(id)) });
        return place === undefined ? undefined : { id: place.seriesId, label: labelOf(place.key.series) };
      },
      observationIdOf,
    },
    carry({ sourceId, old, passages: ids, asides }, edit) {
      const source = sources.find(sourceId)!;
      const chosen: Parameters<typeof createReanchoring>[0] = {
        ofSource: () => ids.flatMap((id) => passages.find(id) ?? []) as ReturnType<typeof passages.ofSource>,
        asides: () => passages.asides(sourceId).filter(({ id }) => asides.includes(id)),
      };
      createReanchoring(chosen)(
        {
          sourceId,
          old: sources.text(old.textSha256),
          oldSha256: old.textSha256,
          fresh: sources.text(source.textSha256),
          freshSha256: source.textSha256,
          before: places.finderOf({ ...source, ...old }),
          now: places.finderOf(source),
        },
        edit,
      );
    },
  };
  return {
    preview: (theirs, answers) => previewMerge(merging, theirs, answers),
    merge(theirs, answers, edit) {
      return followed(readers, () => {
        const merged = merge(merging, theirs, answers, edit);
        takeRows(createTableRepository(theirs.sql), readers.tables);
        return merged;
      });
    },
    compare: (other) => compareWorkbooks(sql, other.sql),
    changedSince: () => compareWorkbooks(sql, presentSql ?? sql),
    lines: () => linesOf(sql),
    async open(file) {
      const { sql: foreign, close } = readCopy(await readForeign(file, { fork, migrations: ownMigrations }));
      if (createCopyReader(foreign).leftOut().has(blindMark)) {
        close();
        throw new AppError('blind', 'merge.blind');
      }
      return { theirs: { sql: foreign, id: workbookIdIn(foreign), name: file.name.replace(/\.assay$/i, '') }, close };
    },
  };
}

/** What is stale or in doubt since the merge is told once it is written. */
function followed({ ledger, passages, sources }: Readers, work: () => MergeResult): () => MergeResult {
  const stale = () => ledger.observations().filter(({ state }) => state === 'stale');
  const known = new Set([...stale(), ...passages.pending()].map(({ id }) => id));
  const result = work();
  return () => {
    const verdicts = stale().filter(({ id }) => !known.has(id));
    const doubtful = passages.pending().filter(({ id }) => !known.has(id));
    const after: MergeNext[] = [
      ...verdicts.map(({ id, series, period }) => ({
        kind: 'stale-verdict' as const,
        record: id,
        words: message('merge:after.stale-verdict', {
          measure: { code: series.measure },
          subject: series.subject,
          ...(period === null ? { period: '' } : { period: { period } }),
        }),
      })),
      ...doubtful.map(({ id, exact, source }) => ({
        kind: 'passage-in-doubt' as const,
        record: id,
        words: message('merge:after.passage-in-doubt', { exact, source: sources.find(source)?.title ?? '' }),
      })),
    ];
    return { ...result, after: [...after, ...result.after] };
  };
}

/** What the ledger asks of a claim, of its record alone. */
export function asClaim(record: Stored<'claim'>): Claim {
  return { ...toBody(record), id: record.id, sourceId: record.sourceId, passages: [], contentKey: '' } as unknown as Claim;
}
