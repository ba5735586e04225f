// Keeps documents that were read: recognised when they are here already, stored as bytes and text under their hashes.
import { createHash } from 'node:crypto';
import type { AddResult } from '../../../../shared/features/sources/contract.ts';
import type { Source, SourcePatch } from '../../../../shared/features/sources/model.ts';
import type { EditScope } from '../../edits/edits.ts';
import type { Extracted } from '../../jobs/extract/extracted.ts';
import type { MeasuredFile, Measures } from './measure.ts';
import type { ReadFile } from './read-files.ts';
import type { SourceRepository } from './repository.ts';

/** What is known as soon as a source is kept; what it looks like is told once the edit is over. */
export type Kept = Omit<AddResult, 'copyProposal'>;

/** A text before it is kept, with what the finder goes by. */
export interface FreshText extends Pick<Source, 'textSha256' | 'publishedOn' | 'language' | 'kind' | 'chars' | 'title'> {
  readonly text: string;
}

export interface SourceService {
  textOf(item: MeasuredFile, meta: SourcePatch): FreshText;
  /** The source that holds the same bytes or says the same. */
  twinOf(extracted: Extracted, hashes: Pick<Source, 'sha256' | 'textSha256'>): Source | undefined;
  keep(item: MeasuredFile, meta: SourcePatch, edit: EditScope): Kept;
  /** The same of a table, whose cells must stand where they were read: a source of the same bytes that was read otherwise is another. */
  keepTable(item: MeasuredFile, meta: SourcePatch, edit: EditScope): Source;
}

/** Counts the mentions that the finder sees; supplied by the passages feature. */
export type CountFound = (source: Source) => { readonly figures: number; readonly dates: number };

export interface ServiceOptions {
  readonly repository: SourceRepository;
  readonly countFound: CountFound;
  languageOf(text: string): string | null;
}

export function createSourceService({ repository, countFound, languageOf }: ServiceOptions): SourceService {
  function keepText(measures: Measures, { text, layout }: Extracted): void {
    repository.keepText(measures.textSha256, text);
    if (layout !== null) repository.keepLayout(measures, layout);
    if (measures.sketch !== undefined) repository.keepSketch(measures.textSha256, measures.sketch);
  }

  /** The letters of a table say little of its language; one that cannot be told is not known. */
  const languageIn = ({ language, kind, text }: Extracted) => determined(language) ?? (kind === 'dataset' ? null : determined(languageOf(text)));

  /** What the user says wins over what the document says; neither is invented. */
  function textOf({ file, extracted, measures }: MeasuredFile, meta: SourcePatch): FreshText {
    return {
      text: extracted.text,
      textSha256: measures.textSha256,
      chars: measures.chars,
      kind: extracted.kind,
      title: meta.title ?? extracted.title ?? file.name,
      publishedOn: meta.publishedOn ?? extracted.publishedOn,
      language: determined(meta.language ?? null) ?? languageIn(extracted),
    };
  }

  /** Mails of the same words that were sent on different days, or by different people, are different documents. */
  function twinOf(extracted: Extracted, { sha256, textSha256 }: Pick<Source, 'sha256' | 'textSha256'>): Source | undefined {
    const same = repository.findByBytes(sha256);
    if (same !== undefined || extracted.text === '') return same;
    const alike = repository.allByText(textSha256);
    if (extracted.mediaType !== 'message/rfc822') return alike[0];
    const isSameMail = (source: Source) => source.publishedOn === extracted.publishedOn && source.author === extracted.author;
    return alike.find((source) => source.mediaType !== extracted.mediaType || isSameMail(source));
  }

  function insert(item: MeasuredFile, meta: SourcePatch, edit: EditScope): Source {
    const { file, extracted, measures } = item;
    const { text: _text, ...known } = textOf(item, meta);
    repository.keepContent(measures.sha256, file.bytes);
    keepText(measures, extracted);
    const source = buildSource({ file, extracted, meta, edit, known: { ...known, sha256: measures.sha256 } });
    edit.insert('source', source);
    return source;
  }

  return {
    textOf,
    twinOf,
    keep(item, meta, edit) {
      const { file, extracted, measures } = item;
      const twin = twinOf(extracted, measures);
      if (twin !== undefined) return { file: file.name, ...describe(twin, countFound(twin), twin.id) };
      const source = insert(item, meta, edit);
      return { file: file.name, ...describe(source, countFound(source), null) };
    },
    keepTable(item, meta, edit) {
      const { sha256, textSha256 } = item.measures;
      const twin = repository.allByText(textSha256).find((source) => source.sha256 === sha256 && source.kind === 'dataset');
      return twin ?? insert(item, meta, edit);
    },
  };
}

/** BCP 47 writes `und` for a language that nobody could tell; here that is simply not known. */
export function determined(language: string | null): string | null {
  return language !== null && /^und\b/i.test(language) ? null : language;
}

/** What follows from how the bytes were read. */
export function textFields({ encoding, extractor, dropped, warnings }: Extracted) {
  return { encoding, extractor, dropped: [...dropped], warnings: [...warnings] };
}

interface Parts extends ReadFile {
  readonly meta: SourcePatch;
  readonly edit: EditScope;
  readonly known: Omit<FreshText, 'text'> & Pick<Source, 'sha256'>;
}

function buildSource({ file, extracted, meta, edit, known }: Parts): Source {
  return {
    ...known,
    id: edit.newId(),
    publisher: meta.publisher ?? extracted.publisher,
    author: meta.author ?? extracted.author,
    publishedText: known.publishedOn === null ? null : known.textSha256,
    retrievedOn: meta.retrievedOn ?? null,
    url: meta.url ?? extracted.url,
    mediaType: extracted.mediaType,
    grade: meta.grade ?? null,
    gradeReason: meta.gradeReason ?? null,
    copyOf: meta.copyOf ?? null,
    notCopyOf: [],
    note: meta.note ?? '',
    fileName: file.name,
    sizeBytes: file.bytes.length,
    ...textFields(extracted),
    addedAt: edit.at,
    newerTexts: [],
    csl: null,
  };
}

function describe(source: Source, { figures, dates }: ReturnType<CountFound>, duplicateOf: string | null): Omit<Kept, 'file'> {
  const { id, title, kind, mediaType, language, publishedOn, chars, sha256: bytesHash, dropped, warnings } = source;
  const found = { figuresFound: figures, found: figures + dates };
  return { id, title, kind, mediaType, language, publishedOn, chars, sha256: bytesHash, ...found, dropped, warnings, duplicateOf };
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
