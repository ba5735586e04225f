// What a file is, by its first bytes, then its name; the announced media type is believed last.
import type { ExtractRequest } from './extract.ts';

const byEnding: Readonly<Record<string, string>> = {
  txt: 'text/plain',
  text: 'text/plain',
  log: 'text/plain',
  md: 'text/markdown',
  markdown: 'text/markdown',
  html: 'text/html',
  htm: 'text/html',
  xhtml: 'text/html',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  eml: 'message/rfc822',
};

const magics: readonly (readonly [string, string])[] = [
  ['%PDF-', 'application/pdf'],
  ['PK\u0003\u0004', 'application/zip'],
  ['\u0089PNG', 'image/png'],
  ['\u00ff\u00d8\u00ff', 'image/jpeg'],
  ['GIF8', 'image/gif'],
  ['\u007fELF', 'application/x-executable'],
  ['MZ\u0090', 'application/x-executable'],
  ['SQLite format 3', 'application/vnd.sqlite3'],
  ['\u00d0\u00cf\u0011\u00e0', 'application/x-ole-storage'],
  ['\u001f\u008b', 'application/gzip'],
];

export function mediaTypeOf({ name, mediaType, bytes }: Pick<ExtractRequest, 'name' | 'mediaType' | 'bytes'>): string {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  const magic = magics.find(([start]) => head.startsWith(start))?.[1];
  const ending = byEnding[name.split('.').at(-1)?.toLowerCase() ?? ''];
  if (magic !== undefined) return magic === 'application/zip' && ending?.includes('openxml') ? ending : magic;
  if (ending !== undefined) return ending;
  if (/^\s*(<!doctype html|<html)/i.test(head)) return 'text/html';
  return mediaType.startsWith('text/') ? (mediaType.split(';')[0] ?? 'text/plain') : 'text/plain';
}
