// Sources: bring in, list, describe.
import { AppError } from '../../../../shared/errors.ts';
import type { SourceRow } from '../../../../shared/features/sources/contract.ts';
import type { Source, SourcePatch } from '../../../../shared/features/sources/model.ts';
import type { Handlers } from '../../dispatch.ts';
import type { EditScope } from '../../edits/edits.ts';
import type { WindowReader } from '../../store/window.ts';
import { createBibliographyHandlers } from './bibliography/index.ts';
import { checkCopy, checkDates } from './check-fields.ts';
import { createContents } from './contents.ts';
import { createIntake, type IntakeOptions } from './intake.ts';
import type { Places } from './places.ts';
import { createRemovalHandlers, type RemovalOptions } from './removal.ts';
import { createReplaceHandlers, type ReplaceOptions } from './replace.ts';
import { type SourceCounts, sourceWindow } from './repository.ts';
import { determined } from './service.ts';
import { type QuoteKeeping, typeQuote } from './typed-quotes.ts';

export interface SourcesOptions extends Omit<IntakeOptions, 'getSource'>, Omit<ReplaceOptions, 'getSource'>, Omit<RemovalOptions, 'getSource'> {
  readonly windows: WindowReader;
  readonly places: Places;
  /** Relative dates of its claims follow the date of a source; supplied by the claims feature. */
  followDate(sourceId: string, change: { readonly before: string | null; readonly after: string | null }, edit: EditScope): void;
  /** Passages stand in a longer text where they stood; supplied by the passages feature. */
  readonly standIn: QuoteKeeping['standIn'];
  /** Coverage of a source by captured mentions; supplied by the passages feature. */
  countsOf(source: Source): SourceCounts;
}

interface SourceChange {
  readonly id: string;
  readonly patch: SourcePatch;
}

export function createSourcesHandlers(options: SourcesOptions): Handlers<'sources'> {
  const { repository, copies, windows, places, mentions, countsOf, followDate, standIn } = options;
  const rowOf = (source: Source): SourceRow => ({ ...source, ...countsOf(source), copyProposal: copies.proposalFor(source) });
  const getSource = (id: string): Source => {
    const source = repository.find(id);
    if (source === undefined) throw new AppError('not-found', 'sources.unknown', { id });
    return source;
  };

  async function prepareChange({ id, patch: asked }: SourceChange): Promise<SourceChange> {
    checkDates(asked);
    const patch = { ...asked, ...(asked.language === undefined ? {} : { language: determined(asked.language) }) };
    const { publishedOn, language } = patch;
    const source = getSource(id);
    await mentions.prepare({ ...source, ...(publishedOn === undefined ? {} : { publishedOn }), ...(language === undefined ? {} : { language }) }, {});
    return { id, patch };
  }

  function writeChange({ id, patch }: SourceChange, edit: EditScope): void {
    if (patch.copyOf !== undefined && patch.copyOf !== null) checkCopy(repository, id, patch.copyOf);
    const { publishedOn: before, textSha256 } = getSource(id);
    edit.update('source', id, {
      ...patch,
      ...(patch.publishedOn === undefined ? {} : { publishedText: patch.publishedOn === null ? null : textSha256 }),
    });
    if (patch.publishedOn !== undefined && patch.publishedOn !== before) followDate(id, { before, after: patch.publishedOn }, edit);
  }

  function writeChanges(changes: readonly SourceChange[], edit: EditScope): void {
    const [first, ...others] = [...new Set(changes.map(({ id }) => id))];
    if (first !== undefined && others.length === 0) edit.name('changeSource', { title: getSource(first).title });
    else edit.name('changeSources', { count: others.length + 1 });
    for (const change of changes) writeChange(change, edit);
  }

  const contents = createContents(repository);
  const intake = createIntake({ ...options, getSource });
  return {
    ...intake,
    async window(request) {
      const { ids, ...page } = windows.read(sourceWindow, request);
      const sources = repository.byIds(ids);
      await mentions.prepareAll(sources);
      return { ...page, rows: sources.map(rowOf) };
    },
    async get({ id }) {
      await mentions.prepareAll([getSource(id)]);
      return rowOf(getSource(id));
    },
    ...createReplaceHandlers({ ...options, getSource }),
    ...createBibliographyHandlers(repository, options.fork),
    layout: ({ id, start, end }) => places.describe(getSource(id), start === undefined ? undefined : [start, end ?? start + 1]),
    page: ({ id, page }) => places.page(getSource(id), page),
    content: ({ id, ...piece }) => contents.piece(getSource(id).sha256, piece),
    cells: ({ id, ...window }) => places.cells(getSource(id), window),
    typeQuote: ({ id, page, text }, edit) => typeQuote({ repository, standIn }, getSource(id), { page, text }, edit),
    judgeCopy({ id, of, isCopy }, edit) {
      const [source, original] = [getSource(id), getSource(of)];
      if (isCopy) checkCopy(repository, id, of);
      edit.name(isCopy ? 'isCopy' : 'isNoCopy', { title: source.title, original: original.title });
      edit.update(
        'source',
        id,
        isCopy ? { copyOf: of } : { copyOf: source.copyOf === of ? null : source.copyOf, notCopyOf: [...new Set([...source.notCopyOf, of])] },
      );
      return () => rowOf(getSource(id));
    },
    update: {
      prepare: prepareChange,
      write(change: SourceChange, edit) {
        writeChanges([change], edit);
        return () => rowOf(getSource(change.id));
      },
    },
    updateAll: {
      async prepare({ changes }) {
        const prepared: SourceChange[] = [];
        for (const change of changes) prepared.push(await prepareChange(change));
        return prepared;
      },
      write(changes: readonly SourceChange[], edit) {
        writeChanges(changes, edit);
        return () => changes.map(({ id }) => rowOf(getSource(id)));
      },
    },
    ...createRemovalHandlers({ ...options, getSource }),
  };
}
