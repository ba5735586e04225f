// Word documents by way of the HTML that mammoth makes of their styles: paragraphs, lists, tables, notes. The zip was looked
// through before; no other file is read and no picture is taken.
import { JSDOM } from 'jsdom';
import mammoth from 'mammoth';
import { AppError } from '../../../../../shared/errors.ts';
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
    dropped: [...leftOutOf(zip.names, parts), ...(has('<m:oMath') ? [{ what: 'equations', text: '' }] : [])],
    warnings: [
      ...(created === null ? [] : [`The file says that it was made on ${created}; that need not be the day of publication.`]),
      ...(has('<w:ins ') || has('<w:del ') || has('<w:moveTo ')
        ? ['The file holds tracked changes: what was inserted is part of the text, what was deleted is not.']
        : []),
      ...(has('<w:vanish/>') ? ['Text that Word hides is part of the text.'] : []),
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
    throw new AppError('unreadable', `${name} is damaged: ${error instanceof Error ? error.message : 'it cannot be read'}. It was not added.`);
  }
}

const parts: readonly (readonly [RegExp, string])[] = [
  [/^word\/media\//, 'pictures'],
  [/^word\/header\d*\.xml$/, 'page headers'],
  [/^word\/footer\d*\.xml$/, 'page footers'],
  [/^word\/comments\.xml$/, 'comments'],
  [/^word\/charts\//, 'charts'],
  [/^word\/vbaProject\.bin$/, 'macros'],
];
