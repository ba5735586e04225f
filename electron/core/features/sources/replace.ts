// A newer version of the text of a source. What was there stays in the workbook under its hash, and in the history.
import { AppError } from '../../../../shared/errors.ts';
import type { RecordChange } from '../../../../shared/features/history/contract.ts';
import type { ReplaceResult } from '../../../../shared/features/sources/contract.ts';
import type { PlaceFinder } from '../../../../shared/features/sources/layout.ts';
import type { Source } from '../../../../shared/features/sources/model.ts';
import type { Handlers } from '../../dispatch.ts';
import type { EditScope } from '../../edits/edits.ts';
import type { Files } from '../../host.ts';
import type { ForkChild } from '../../jobs/child.ts';
import { plainText } from '../../jobs/extract/plain.ts';
import { checkDates } from './check-fields.ts';
import { type FigureFinder, withFigures } from './figures.ts';
import { type MeasuredFile, measured } from './measure.ts';
import type { Places } from './places.ts';
import { type ReadFile, readOne } from './read-files.ts';
import type { SourceRepository } from './repository.ts';
import { textFields } from './service.ts';

export interface ReplaceOptions {
  readonly repository: SourceRepository;
  readonly files: Files;
  readonly fork: ForkChild;
  readonly places: Pick<Places, 'finderOf'>;
  getSource(id: string): Source;
  /** Takes the passages of a source to its new text; supplied by the passages feature. */
  takeAlong(
    text: { sourceId: string; old: string; oldSha256: string; fresh: string; freshSha256: string; before: PlaceFinder; now: PlaceFinder },
    edit: EditScope,
  ): Pick<ReplaceResult, 'counts' | 'passages' | 'asidesDropped'>;
  readonly mentions: FigureFinder;
  /** Changes of the text's hash, newest first; supplied by the history. */
  textChanges(sourceId: string): readonly RecordChange[];
}

export function createReplaceHandlers(options: ReplaceOptions): Pick<Handlers<'sources'>, 'replace' | 'reread' | 'versions' | 'text'> {
  const { repository, files, fork, getSource } = options;

  function versionsOf(source: Source) {
    const seen = new Map<string, { textSha256: string; edit: number; at: string; isCurrent: boolean }>();
    for (const { new: now, seq, at, field } of options.textChanges(source.id)) {
      const textSha256 = field === '*' ? (now as Source | null)?.textSha256 : (now as string | null);
      if (textSha256 == null) continue;
      seen.delete(textSha256);
      seen.set(textSha256, { textSha256, edit: seq, at, isCurrent: textSha256 === source.textSha256 });
    }
    return [...seen.values()];
  }

  /** The date and language of a source stay when its text is replaced. */
  async function lookedThrough(source: Source, read: ReadFile): Promise<MeasuredFile> {
    const item = await measured(read);
    const { text, kind } = item.extracted;
    const { textSha256, chars } = item.measures;
    return withFigures(options.mentions, item, { ...source, text, kind, textSha256, chars });
  }

  return {
    replace: {
      async prepare({ id, file, text, date }) {
        checkDates({ publishedOn: date ?? null });
        const source = getSource(id);
        return {
          id,
          date,
          item: await lookedThrough(source, await readNewer(fork, source, { file: file === undefined ? undefined : files.take(file), text })),
        };
      },
      write({ id, item, date }: { id: string; item: MeasuredFile; date: string | undefined }, edit) {
        edit.name('newerText', { title: getSource(id).title });
        return replaceText(options, getSource(id), { item, edit, date: date ?? null });
      },
    },
    reread: {
      async prepare({ id, encoding }) {
        const source = getSource(id);
        assertEncoded(source);
        const file = { name: source.fileName ?? `${source.title}.txt`, mediaType: source.mediaType, bytes: repository.content(source.sha256) };
        return { id, item: await lookedThrough(source, { file, extracted: await readOne(fork, file, encoding) }) };
      },
      write({ id, item }: { id: string; item: MeasuredFile }, edit) {
        const source = getSource(id);
        edit.name('reread', { title: source.title, encoding: item.extracted.encoding ?? 'utf-8' });
        return replaceText(options, source, { item, edit, date: undefined });
      },
    },
    versions: ({ id }) => ({ versions: versionsOf(getSource(id)) }),
    text({ id, version }) {
      const source = getSource(id);
      const wanted = version ?? source.textSha256;
      if (wanted !== source.textSha256 && versionsOf(source).every((one) => one.textSha256 !== wanted))
        throw new AppError('not-found', 'sources.noSuchVersion', { id, version: wanted });
      return { id, text: repository.text(wanted) };
    },
  };
}

/** One that is only read otherwise goes on under its hash, as old as it was. */
function newerTextsOf(
  { newerTexts, textSha256: before }: Source,
  textSha256: string,
  { date, day }: { readonly date: string | null | undefined; readonly day: string },
): Source['newerTexts'] {
  if (textSha256 === before) return newerTexts;
  if (date !== undefined) return [...newerTexts, { textSha256, before, publishedOn: date, since: day }];
  const last = newerTexts.at(-1);
  return last === undefined ? newerTexts : [...newerTexts.slice(0, -1), { ...last, textSha256 }];
}

interface Newer {
  readonly file: ReturnType<Files['take']> | undefined;
  readonly text: string | undefined;
}

async function readNewer(fork: ForkChild, source: Source, { file, text }: Newer): Promise<ReadFile> {
  if (file !== undefined && text === undefined) return { file, extracted: await readOne(fork, file) };
  if (text === undefined || file !== undefined) throw new AppError('invalid-input', 'sources.fileOrText');
  const held = { name: source.fileName ?? `${source.title}.txt`, mediaType: 'text/plain', bytes: Buffer.from(text, 'utf8') };
  return { file: held, extracted: plainText(text) };
}

function assertEncoded({ title, encoding }: Source): void {
  if (encoding !== null) return;
  throw new AppError('invalid-input', 'sources.fixedEncoding', { field: 'encoding', title });
}

interface Replacing {
  readonly item: MeasuredFile;
  readonly edit: EditScope;
  /** When the newer text was published; undefined where it is the same text, read otherwise. */
  readonly date: string | null | undefined;
}

function replaceText(options: ReplaceOptions, source: Source, { item, edit, date }: Replacing): ReplaceResult {
  const { repository } = options;
  const { file, extracted } = item;
  const { sha256, textSha256, chars } = item.measures;
  const hashes = { sha256, textSha256 };
  repository.keepContent(hashes.sha256, file.bytes);
  repository.keepText(hashes.textSha256, extracted.text);
  if (extracted.layout !== null) repository.keepLayout(hashes, extracted.layout);
  const { mediaType, kind, warnings } = extracted;
  edit.update('source', source.id, {
    ...hashes,
    ...textFields(extracted),
    chars,
    mediaType,
    kind,
    fileName: file.name,
    sizeBytes: file.bytes.length,
    newerTexts: newerTextsOf(source, textSha256, { date, day: edit.at.slice(0, 10) }),
  });
  const old = repository.text(source.textSha256);
  const now = { ...source, ...hashes, chars };
  const moved = options.takeAlong(
    {
      sourceId: source.id,
      old,
      oldSha256: source.textSha256,
      fresh: extracted.text,
      freshSha256: textSha256,
      before: options.places.finderOf(source),
      now: options.places.finderOf(now),
    },
    edit,
  );
  return {
    id: source.id,
    title: source.title,
    chars: now.chars,
    sha256: hashes.sha256,
    replaced: source.textSha256,
    isUnchanged: hashes.textSha256 === source.textSha256,
    ...moved,
    warnings: [...warnings],
  };
}
