// Turns the bytes of a document into the one text that all positions count in: NFC, LF, no BOM. What was dropped is
// listed; what the document says about itself is proposed, nothing is invented.
import { AppError } from '../../../../shared/errors.ts';
import { decode } from './decode.ts';
import { mediaTypeOf } from './media-type.ts';

export interface ExtractRequest {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** Encoding chosen by the user; detected when absent. */
  readonly encoding?: string;
}

export interface Extracted {
  readonly text: string;
  readonly mediaType: string;
  readonly encoding: string | null;
  readonly extractor: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly author: string | null;
  readonly publishedOn: string | null;
  readonly language: string | null;
  readonly url: string | null;
  readonly dropped: readonly { readonly what: string; readonly text: string }[];
  readonly warnings: readonly string[];
}

export const nothingKnown = { title: null, publisher: null, author: null, publishedOn: null, language: null, url: null } as const;

export async function extract(request: ExtractRequest): Promise<Extracted> {
  if (request.bytes.length === 0) throw new AppError('unreadable', `${request.name} is empty. It was not added.`);
  const mediaType = mediaTypeOf(request);
  const extracted = keepable(await extractAs(mediaType, request));
  if (extracted.text.trim() === '') throw new AppError('unreadable', `No text was found in ${request.name}. It was not added.`);
  return extracted;
}

/** NUL and half characters cannot be kept exactly; they are shown as U+FFFD, and said. */
function keepable(extracted: Extracted): Extracted {
  const text = extracted.text.replaceAll('\0', '\uFFFD').toWellFormed();
  if (text === extracted.text) return extracted;
  return { ...extracted, text, warnings: [...extracted.warnings, 'The text held NUL signs or half characters; they show as \uFFFD.'] };
}

async function extractAs(mediaType: string, request: ExtractRequest): Promise<Extracted> {
  switch (mediaType) {
    case 'text/html':
      return (await import('./html.ts')).extractHtml(request);
    case 'text/plain':
    case 'text/markdown':
      return extractPlain(mediaType, request);
    default:
      throw new AppError(
        'unreadable',
        `Assay cannot read ${request.name} yet (${mediaType}). Save it as text or HTML and add that. It was not added.`,
        { mediaType },
      );
  }
}

function extractPlain(mediaType: string, request: ExtractRequest): Extracted {
  const { text, encoding, warnings } = decode(request);
  return { ...nothingKnown, text: normaliseText(text), mediaType, encoding, extractor: 'plain-1', dropped: [], warnings };
}

/** NFC, LF line ends, no BOM. Everything else stays as written, so that quotes can be found again. */
export function normaliseText(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC');
}
