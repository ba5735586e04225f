// Sources: bring in, list, describe.
import { AppError } from '../../../../shared/errors.ts';
import type { SourceRow } from '../../../../shared/features/sources/contract.ts';
import type { Source } from '../../../../shared/features/sources/model.ts';
import { PeriodError, parsePeriod } from '../../../../shared/period/index.ts';
import type { Handlers } from '../../dispatch.ts';
import type { EditScope } from '../../edits/edits.ts';
import type { Files } from '../../host.ts';
import type { WindowReader } from '../../store/window.ts';
import type { Places } from './places.ts';
import { createReplaceHandlers, type ReplaceOptions } from './replace.ts';
import { type SourceCounts, type SourceRepository, sourceWindow } from './repository.ts';
import { readFiles, type SourceService } from './service.ts';
import { typeQuote } from './typed-quotes.ts';

export interface SourcesOptions extends Pick<ReplaceOptions, 'takeAlong' | 'rekeyClaims' | 'textChanges'> {
  readonly repository: SourceRepository;
  readonly service: SourceService;
  readonly files: Files;
  readonly windows: WindowReader;
  readonly places: Places;
  /** Passages and marks that go with a source; supplied by the passages feature. */
  dependentsOf(sourceId: string): readonly (readonly ['passage' | 'aside', string])[];
  /** Relative dates of its claims follow the date of a source; supplied by the claims feature. */
  followDate(sourceId: string, change: { readonly before: string | null; readonly after: string | null }, edit: EditScope): void;
  /** Coverage of a source by captured mentions; supplied by the passages feature. */
  countsOf(source: Source): SourceCounts;
}

export function createSourcesHandlers(options: SourcesOptions): Handlers<'sources'> {
  const { repository, service, files, windows, places, countsOf, dependentsOf, followDate } = options;
  const rowOf = (source: Source): SourceRow => ({ ...source, ...countsOf(source) });
  const getSource = (id: string): Source => {
    const source = repository.find(id);
    if (source === undefined) throw new AppError('not-found', 'There is no such source in this workbook.', { id });
    return source;
  };

  return {
    add: {
      async prepare({ files: handles, meta }) {
        checkDates(meta);
        return { ...(await readFiles(handles.map((handle) => files.take(handle)))), meta };
      },
      write({ read, refused, meta }, edit) {
        const added = read.map((item: Parameters<typeof service.keep>[0]) => service.keep(item, meta, edit));
        edit.name(added.length === 1 ? `Add ${added[0].title}` : `Add ${added.length} sources`);
        return { added, refused };
      },
    },
    paste: {
      async prepare({ text, meta }) {
        checkDates(meta);
        const name = meta.title ?? 'Pasted text';
        const { read, refused } = await readFiles([{ name: `${name}.txt`, mediaType: 'text/plain', bytes: Buffer.from(text, 'utf8') }]);
        const failed = refused[0];
        if (failed !== undefined) throw new AppError('unreadable', failed.why);
        return { item: read[0]!, meta: { ...meta, title: name } };
      },
      write({ item, meta }, edit) {
        edit.name(`Paste ${meta.title}`);
        return service.keep(item, meta, edit);
      },
    },
    window(request) {
      const { total, ids } = windows.read(sourceWindow, request);
      return { total, rows: repository.byIds(ids).map(rowOf) };
    },
    get: ({ id }) => rowOf(getSource(id)),
    ...createReplaceHandlers(options),
    layout: ({ id, start, end }) => places.describe(getSource(id), start === undefined ? undefined : [start, end ?? start + 1]),
    typeQuote: ({ id, page, text }, edit) => typeQuote(repository, getSource(id), { page, text }, edit),
    update({ id, patch }, edit) {
      checkDates(patch);
      if (patch.copyOf !== undefined && patch.copyOf !== null) checkCopy(repository, id, patch.copyOf);
      const { title, publishedOn: before } = getSource(id);
      edit.name(`Change ${title}`);
      edit.update('source', id, patch);
      if (patch.publishedOn !== undefined && patch.publishedOn !== before) followDate(id, { before, after: patch.publishedOn }, edit);
      return () => rowOf(getSource(id));
    },
    remove({ ids }, edit) {
      const counts = repository.claimCounts();
      for (const id of ids) {
        const source = getSource(id);
        if ((counts.get(id) ?? 0) > 0) {
          throw new AppError('conflict', `${source.title} carries ${counts.get(id)} claims. Nothing was removed. Remove its claims first.`, { id });
        }
        for (const [table, dependent] of dependentsOf(id)) edit.remove(table, dependent);
        edit.remove('source', id);
      }
      edit.name(ids.length === 1 ? 'Remove a source' : `Remove ${ids.length} sources`);
      return { removed: ids.length };
    },
  };
}

function checkDates(meta: { publishedOn?: string | null | undefined; retrievedOn?: string | null | undefined }): void {
  for (const [field, value] of [
    ['publishedOn', meta.publishedOn],
    ['retrievedOn', meta.retrievedOn],
  ] as const) {
    if (value !== undefined && value !== null) checkPeriod(field, value);
  }
}

/** @throws AppError `invalid-input` naming the field. */
export function checkPeriod(field: string, value: string): void {
  try {
    parsePeriod(value);
  } catch (error) {
    if (!(error instanceof PeriodError)) throw error;
    throw new AppError('invalid-input', `${field}: ${error.message} Nothing was changed.`, { field, value });
  }
}

/** A copy of a copy of itself would never end. */
function checkCopy(repository: SourceRepository, id: string, copyOf: string): void {
  for (let at: string | null = copyOf, steps = 0; at !== null && steps < 1000; steps += 1) {
    if (at === id) throw new AppError('invalid-input', 'copyOf: a source cannot be a copy of itself. Nothing was changed.', { field: 'copyOf' });
    at = repository.find(at)?.copyOf ?? null;
  }
}
