// Keeps documents that were read: recognised when they are here already, stored as bytes and text under their hashes.
import { createHash } from 'node:crypto';
import type { AddResult } from '../../../../shared/features/sources/contract.ts';
import type { Source, SourcePatch } from '../../../../shared/features/sources/model.ts';
import type { EditScope } from '../../edits/edits.ts';
import type { Extracted } from '../../jobs/extract/extract.ts';
import type { Copies } from './copies.ts';
import type { ReadFile } from './read-files.ts';
import type { SourceRepository } from './repository.ts';

/** What is known as soon as a source is kept; what it looks like is told once the edit is over. */
export type Kept = Omit<AddResult, 'copyProposal'>;

export interface SourceService {
  keep(item: ReadFile, meta: SourcePatch, edit: EditScope): Kept;
}

/** Counts the mentions that the finder sees; supplied by the passages feature. */
export type CountFound = (source: Source) => number;

export interface ServiceOptions {
  readonly repository: SourceRepository;
  readonly copies: Pick<Copies, 'keepSketch'>;
  readonly countFound: CountFound;
  languageOf(text: string): string | null;
}

export function createSourceService({ repository, copies, countFound, languageOf }: ServiceOptions): SourceService {
  function keepText(hashes: Pick<Source, 'sha256' | 'textSha256'>, { text, layout, kind }: Extracted): void {
    repository.keepText(hashes.textSha256, text);
    if (layout !== null) repository.keepLayout(hashes, layout);
    copies.keepSketch({ ...hashes, kind }, text);
  }

  /** The letters of a table say little of its language. */
  const languageIn = ({ language, kind, text }: Extracted) => language ?? (kind === 'dataset' ? null : languageOf(text));

  return {
    keep({ file, extracted }, meta, edit) {
      const hashes = { sha256: sha256(file.bytes), textSha256: textHash(extracted) };
      const twin = repository.findByBytes(hashes.sha256) ?? (extracted.text === '' ? undefined : repository.findByText(hashes.textSha256));
      if (twin !== undefined) return { file: file.name, ...describe(twin, countFound(twin), twin.id) };
      repository.keepContent(hashes.sha256, file.bytes);
      keepText(hashes, extracted);
      const source = buildSource({ file, extracted, meta, edit, hashes, language: languageIn(extracted) });
      edit.insert('source', source);
      return { file: file.name, ...describe(source, countFound(source), null) };
    },
  };
}

function textHash({ text }: Extracted): string {
  return sha256(Buffer.from(text, 'utf8'));
}

/** What follows from how the bytes were read. */
export function textFields({ text, encoding, extractor, dropped, warnings }: Extracted) {
  return { chars: [...text].length, encoding, extractor, dropped: [...dropped], warnings: [...warnings] };
}

interface Parts extends ReadFile {
  readonly meta: SourcePatch;
  readonly edit: EditScope;
  readonly hashes: { readonly sha256: string; readonly textSha256: string };
  readonly language: string | null;
}

/** What the user says wins over what the document says; neither is invented. */
function buildSource({ file, extracted, meta, edit, hashes, language }: Parts): Source {
  return {
    id: edit.newId(),
    title: meta.title ?? extracted.title ?? file.name,
    publisher: meta.publisher ?? extracted.publisher,
    author: meta.author ?? extracted.author,
    publishedOn: meta.publishedOn ?? extracted.publishedOn,
    retrievedOn: meta.retrievedOn ?? null,
    url: meta.url ?? extracted.url,
    language: meta.language ?? language,
    mediaType: extracted.mediaType,
    kind: extracted.kind,
    grade: meta.grade ?? null,
    gradeReason: meta.gradeReason ?? null,
    copyOf: meta.copyOf ?? null,
    notCopyOf: [],
    note: meta.note ?? '',
    fileName: file.name,
    ...hashes,
    sizeBytes: file.bytes.length,
    ...textFields(extracted),
    addedAt: edit.at,
    csl: null,
  };
}

function describe(source: Source, figuresFound: number, duplicateOf: string | null): Omit<Kept, 'file'> {
  const { id, title, kind, mediaType, language, publishedOn, chars, sha256: bytesHash, dropped, warnings } = source;
  return { id, title, kind, mediaType, language, publishedOn, chars, sha256: bytesHash, figuresFound, dropped, warnings, duplicateOf };
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
