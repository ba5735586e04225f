// Turns the bytes of a document into the one text that all positions count in: NFC, LF, no BOM. What was dropped is
// listed; what the document says about itself is proposed, nothing is invented.

import { AppError } from '../../../../shared/errors.ts';
import { message } from '../../../../shared/message.ts';
import { decode } from './encoding/decode.ts';
import { type Extracted, type ExtractRequest, normaliseText, nothingKnown } from './extracted.ts';
import { docxType, mediaTypeOf, xlsxType, zipTypeOf } from './media-type.ts';
import { refusalOf } from './refusals.ts';

export async function extract(request: ExtractRequest): Promise<Extracted> {
  if (request.bytes.length === 0) throw new AppError('unreadable', 'reading.empty', { name: request.name });
  const mediaType = mediaTypeOf(request);
  const extracted = withinLimits(keepable(await extractAs(mediaType, request)));
  if (extracted.text.trim() === '' && extracted.layout?.kind !== 'pages') throw new AppError('unreadable', 'reading.noText', { name: request.name });
  return extracted;
}

/** NUL and half characters cannot be kept exactly; they are shown as U+FFFD, one for one, and said. */
function keepable(extracted: Extracted): Extracted {
  const text = extracted.text.replaceAll('\0', '\uFFFD').toWellFormed();
  if (text === extracted.text) return extracted;
  return { ...extracted, text, warnings: [...extracted.warnings, message('reading:warning.brokenCharacters')] };
}

/** What a document says of itself is proposed in one line, and no longer than a field takes. */
function withinLimits(extracted: Extracted): Extracted {
  const line = (text: string | null, most: number) => text?.toWellFormed().replace(/\s+/g, ' ').trim().slice(0, most).toWellFormed() || null;
  return {
    ...extracted,
    title: line(extracted.title, 1000),
    publisher: line(extracted.publisher, 500),
    author: line(extracted.author, 500),
    language: line(extracted.language, 35),
    url: line(extracted.url, 4000),
    dropped: extracted.dropped.slice(0, mostDropped),
  };
}
const mostDropped = 500;

async function extractAs(mediaType: string, request: ExtractRequest): Promise<Extracted> {
  switch (mediaType) {
    case 'text/html':
      return (await import('./html/html.ts')).extractHtml(request);
    case 'text/markdown':
      return (await import('./markdown.ts')).extractMarkdown(request);
    case 'text/plain':
      return request.isTable ? extractTable(request) : extractPlain(request);
    case 'text/csv':
    case 'text/tab-separated-values':
      return (await import('./tables/csv.ts')).extractCsv(mediaType, request);
    case 'message/rfc822':
      return (await import('./mail/mail.ts')).extractMail(request);
    case 'application/pdf':
      return (await import('./pdf/pdf.ts')).extractPdf(request);
    case 'application/zip':
      return extractZip(request);
    default:
      throw refusalOf(request.name, mediaType);
  }
}

async function extractZip(request: ExtractRequest): Promise<Extracted> {
  const { checkZip } = await import('./office/check-zip.ts');
  const zip = await checkZip(request, isKept);
  const mediaType = zipTypeOf(zip.names, zip.kept.get('[Content_Types].xml')?.toString('utf8'));
  if (mediaType === docxType) return (await import('./office/docx.ts')).extractDocx(request, zip);
  if (mediaType === xlsxType) return (await import('./tables/xlsx/xlsx.ts')).extractXlsx(request, zip);
  throw refusalOf(request.name, mediaType);
}

/** Parts may have any name. The sheets of a spreadsheet come in as a stream; nothing else that is large is needed of it. */
function isKept(entry: string, sizeBytes: number): boolean {
  if (!/\.(xml|rels)$/i.test(entry)) return false;
  return !entry.startsWith('xl/') || sizeBytes <= smallPart || /(^|\/)(workbook|styles|sharedStrings)\d*\.xml$/i.test(entry);
}

const smallPart = 256 * 1024;

/** Text that is to be a table: JSON of statistics, or cells apart by a separator. */
async function extractTable(request: ExtractRequest): Promise<Extracted> {
  const json = (await import('./tables/json-tables.ts')).extractJsonTable(request);
  return json ?? (await import('./tables/csv.ts')).extractCsv('text/csv', request);
}

function extractPlain(request: ExtractRequest): Extracted {
  const { text, encoding, warnings } = decode(request);
  return { ...nothingKnown, text: normaliseText(text), mediaType: 'text/plain', encoding, extractor: 'plain-1', warnings };
}
