// Word documents by way of the HTML that mammoth makes of their styles: paragraphs, lists, tables, notes. The zip was looked
// through before; no other file is read and no picture is taken.

import { JSDOM } from 'jsdom';
import mammoth from 'mammoth';
import { AppError } from '../../../../../shared/errors.ts';
import { message } from '../../../../../shared/message.ts';
import { type Extracted, type ExtractRequest, normaliseText, nothingKnown } from '../extracted.ts';
import { blockTexts, paragraphsOf } from '../html/blocks.ts';
import { docxType } from '../media-type.ts';
import type { CheckedZip } from './check-zip.ts';
import { coreProperties, createdDay } from './core-properties.ts';
import { leftOutOf } from './left-out.ts';

export async function extractDocx(request: ExtractRequest, zip: CheckedZip): Promise<Extracted> {
  const html = await toHtml(request);
  const { document } = new JSDOM(html).window;
  for (const arrow of document.querySelectorAll('a[href^="#footnote-ref"], a[href^="#endnote-ref"]')) arrow.remove();
  const core = zip.kept.get('docProps/core.xml');
  const properties = coreProperties(core);
  const main = zip.kept.get('word/document.xml');
  const has = (mark: string) => main?.includes(mark) ?? false;
  const created = createdDay(core);
  return {
    ...nothingKnown,
    ...properties,
    title: properties.title ?? (document.querySelector('h1.title') ?? document.querySelector('h1'))?.textContent?.trim() ?? null,
    text: normaliseText(paragraphsOf(blockTexts(document.body))),
    mediaType: docxType,
    extractor: 'docx-1',
    dropped: [...leftOutOf(zip.names, parts), ...(has('<m:oMath') ? [{ what: message('reading:leftOut.equations'), text: '' }] : [])],
    warnings: [
      ...(created === null ? [] : [message('reading:warning.madeOn', { date: { period: created } })]),
      ...(has('<w:ins ') || has('<w:del ') || has('<w:moveTo ') ? [message('reading:warning.trackedChanges')] : []),
      ...(has('<w:vanish/>') ? [message('reading:warning.hiddenText')] : []),
    ],
  };
}

async function toHtml({ name, bytes }: ExtractRequest): Promise<string> {
  try {
    const made = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
      {
        externalFileAccess: false,
        includeEmbeddedStyleMap: false,
        styleMap: ["p[style-name='Title'] => h1.title:fresh"],
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      },
    );
    return made.value;
  } catch (error) {
    throw new AppError('unreadable', 'reading.damaged', { name, reason: error instanceof Error ? error.message : String(error) });
  }
}

const parts: readonly (readonly [RegExp, string])[] = [
  [/^word\/media\//, 'reading:leftOut.pictures'],
  [/^word\/header\d*\.xml$/, 'reading:leftOut.pageHeaders'],
  [/^word\/footer\d*\.xml$/, 'reading:leftOut.pageFooters'],
  [/^word\/comments\.xml$/, 'reading:leftOut.comments'],
  [/^word\/charts\//, 'reading:leftOut.charts'],
  [/^word\/vbaProject\.bin$/, 'reading:leftOut.macros'],
];
