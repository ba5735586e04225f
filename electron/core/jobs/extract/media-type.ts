// What a file is, by its first bytes, then its name; the announced media type is believed last. Zip and OLE containers are
// told apart by what they hold, so that a wrong ending neither hides a document nor makes one.
import type { ExtractRequest } from './extracted.ts';

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const byEnding: Readonly<Record<string, string>> = {
  txt: 'text/plain',
  text: 'text/plain',
  log: 'text/plain',
  md: 'text/markdown',
  markdown: 'text/markdown',
  html: 'text/html',
  htm: 'text/html',
  xhtml: 'text/html',
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  tab: 'text/tab-separated-values',
  eml: 'message/rfc822',
  mbox: 'message/rfc822',
  mht: 'message/rfc822',
  mhtml: 'message/rfc822',
};

const magics: readonly (readonly [string, string])[] = [
  ['PK\u0003\u0004', 'application/zip'],
  ['PK\u0005\u0006', 'application/zip'],
  ['\u0089PNG', 'image/png'],
  ['\u00ff\u00d8\u00ff', 'image/jpeg'],
  ['GIF8', 'image/gif'],
  ['BM', 'image/bmp'],
  ['II*\u0000', 'image/tiff'],
  ['MM\u0000*', 'image/tiff'],
  ['RIFF', 'application/x-riff'],
  ['\u007fELF', 'application/x-executable'],
  ['MZ\u0090', 'application/x-executable'],
  ['SQLite format 3', 'application/vnd.sqlite3'],
  ['\u00d0\u00cf\u0011\u00e0', 'application/x-ole-storage'],
  ['\u001f\u008b', 'application/gzip'],
  ['7z\u00bc\u00af', 'application/x-7z-compressed'],
  ['Rar!', 'application/vnd.rar'],
  ['{\\rtf', 'application/rtf'],
];
/** Short magics are common words as well: they count only in bytes that are not text. */
const weakMagics = new Set(['BM', 'RIFF']);

export function mediaTypeOf({ name, mediaType, bytes }: Pick<ExtractRequest, 'name' | 'mediaType' | 'bytes'>): string {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  // Readers of PDF accept up to 1 KiB of other bytes before the mark.
  if (head.includes('%PDF-')) return 'application/pdf';
  const magic = magics.find(([start]) => head.startsWith(start) && (!weakMagics.has(start) || head.includes('\0')))?.[1];
  if (magic === 'application/x-ole-storage') return oleTypeOf(bytes);
  if (magic !== undefined) return magic;
  if (/^(\u00ef\u00bb\u00bf)?\s*(<\?xml[^>]*>\s*)?(<!--(?:(?!-->)[\s\S])*-->\s*)*(<!doctype html|<html|<head|<body)\b/i.test(head))
    return 'text/html';
  const ending = byEnding[name.split('.').at(-1)?.toLowerCase() ?? ''];
  if (isMail(head) && ending !== 'text/html' && ending !== 'text/markdown') return 'message/rfc822';
  if (ending !== undefined) return ending;
  return mediaType.startsWith('text/') ? (mediaType.split(';')[0] ?? 'text/plain') : 'text/plain';
}

/** A mail begins with header lines, among them at least two that every mail has. */
function isMail(head: string): boolean {
  const lines = head.split(/\r?\n/);
  if (!/^(?:From |[A-Za-z][A-Za-z0-9-]*:)/.test(lines[0] ?? '')) return false;
  const end = lines.indexOf('');
  const headers = lines.slice(0, end < 0 ? lines.length - 1 : end);
  if (!headers.every((line) => /^(?:[A-Za-z][A-Za-z0-9-]*:|[ \t]|From )/.test(line))) return false;
  const names = new Set(headers.map((line) => /^([A-Za-z-]+):/.exec(line)?.[1]?.toLowerCase()));
  const known = ['from', 'date', 'subject', 'message-id', 'mime-version', 'received', 'return-path'].filter((word) => names.has(word));
  return known.length >= 3 || (known.length >= 2 && (names.has('mime-version') || names.has('message-id')));
}

const oleStreams: readonly (readonly [string, string])[] = [
  ['EncryptedPackage', 'application/x-encrypted-office'],
  ['WordDocument', 'application/msword'],
  ['Workbook', 'application/vnd.ms-excel'],
  ['Book', 'application/vnd.ms-excel'],
  ['PowerPoint Document', 'application/vnd.ms-powerpoint'],
  ['__properties_version1.0', 'application/vnd.ms-outlook'],
];

/** The directory of an OLE file names its streams in UTF-16. */
function oleTypeOf(bytes: Uint8Array): string {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return oleStreams.find(([stream]) => all.includes(Buffer.from(`${stream}\0`, 'utf16le')))?.[1] ?? 'application/x-ole-storage';
}

/** What a zip is: by the main part that its list of types names, else by the entries that each format must have. */
export function zipTypeOf(names: readonly string[], contentTypes = ''): string {
  const has = (name: string) => names.includes(name);
  if (/wordprocessingml\.(document|template)\.main|word\.(document|template)\.macroEnabled/.test(contentTypes)) return docxType;
  if (/spreadsheetml\.(sheet|template)\.main|ms-excel\.(sheet|template)\.macroEnabled\.main/.test(contentTypes)) return xlsxType;
  if (has('xl/workbook.bin')) return 'application/vnd.ms-excel.sheet.binary.macroEnabled.12';
  if (has('ppt/presentation.xml')) return 'application/vnd.openxmlformats-officedocument.presentationml.presentation';
  if (has('META-INF/container.xml')) return 'application/epub+zip';
  if (has('content.xml') && has('META-INF/manifest.xml')) return 'application/vnd.oasis.opendocument';
  return 'application/zip';
}
