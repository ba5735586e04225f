// Brings documents in: read in a child process, recognised when they are here already, kept as bytes and text under
// their hashes. A batch keeps what could be read and says of the rest why not.
import { createHash } from 'node:crypto';
import { toErrorShape } from '../../../../shared/errors.ts';
import type { AddResult } from '../../../../shared/features/sources/contract.ts';
import type { Source, SourcePatch } from '../../../../shared/features/sources/model.ts';
import type { EditScope } from '../../edits/edits.ts';
import type { HeldFile } from '../../host.ts';
import type { Extracted } from '../../jobs/extract/extract.ts';
import { runJob } from '../../jobs/run-job.ts';
import type { SourceRepository } from './repository.ts';

export interface ReadFile {
  readonly file: HeldFile;
  readonly extracted: Extracted;
}

export interface Refused {
  readonly file: string;
  readonly code: string;
  readonly why: string;
}

/** Reads files one after the other, each in its own child process. */
export async function readFiles(files: readonly HeldFile[]): Promise<{ read: ReadFile[]; refused: Refused[] }> {
  const read: ReadFile[] = [];
  const refused: Refused[] = [];
  for (const file of files) {
    try {
      const extracted = await runJob<Extracted>('extract-entry', { ...file, bytes: new Uint8Array(file.bytes) }, { what: file.name });
      read.push({ file, extracted });
    } catch (error) {
      const { code, message } = toErrorShape(error);
      refused.push({ file: file.name, code, why: message });
    }
  }
  return { read, refused };
}

export interface SourceService {
  keep(item: ReadFile, meta: SourcePatch, edit: EditScope): AddResult;
}

/** Counts the mentions that the finder sees; supplied by the passages feature. */
export type CountFound = (source: Source) => number;

export function createSourceService(
  repository: SourceRepository,
  countFound: CountFound,
  languageOf: (text: string) => string | null,
): SourceService {
  return {
    keep({ file, extracted }, meta, edit) {
      const hashes = { sha256: sha256(file.bytes), textSha256: sha256(Buffer.from(extracted.text, 'utf8')) };
      const twin = repository.findByBytes(hashes.sha256) ?? (extracted.text === '' ? undefined : repository.findByText(hashes.textSha256));
      if (twin !== undefined) return describe(twin, countFound(twin), twin.id);
      repository.keepContent(hashes.sha256, file.bytes);
      repository.keepText(hashes.textSha256, extracted.text);
      if (extracted.layout !== null) repository.keepLayout(hashes, extracted.layout);
      const source = buildSource({ file, extracted, meta, edit, hashes, language: extracted.language ?? languageOf(extracted.text) });
      edit.insert('source', source);
      return describe(source, countFound(source), null);
    },
  };
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
    note: meta.note ?? '',
    fileName: file.name,
    ...hashes,
    sizeBytes: file.bytes.length,
    chars: [...extracted.text].length,
    encoding: extracted.encoding,
    extractor: extracted.extractor,
    dropped: [...extracted.dropped],
    warnings: [...extracted.warnings],
    addedAt: edit.at,
  };
}

function describe(source: Source, figuresFound: number, duplicateOf: string | null): AddResult {
  const { id, title, kind, mediaType, language, publishedOn, chars, sha256: bytesHash, dropped, warnings } = source;
  return { id, title, kind, mediaType, language, publishedOn, chars, sha256: bytesHash, figuresFound, dropped, warnings, duplicateOf };
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
