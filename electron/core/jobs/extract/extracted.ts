// What every reader of a format takes and gives: the bytes of a document, and its one text with what it says about itself.

import type { Layout } from '../../../../shared/features/sources/layout.ts';
import type { Dropped } from '../../../../shared/features/sources/model.ts';
import type { Message } from '../../../../shared/message.ts';

export interface ExtractRequest {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** Encoding chosen by the user; detected when absent. */
  readonly encoding?: string | undefined;
  /** To be read as a table, also where it is plain text or JSON. */
  readonly isTable?: boolean | undefined;
  /** Separator of cells chosen by the user; told by the text when absent. */
  readonly separator?: string | undefined;
}

export interface Extracted {
  readonly text: string;
  readonly kind: 'document' | 'dataset';
  /** Where the text lies on pages or sheets; null where the format has neither. */
  readonly layout: Layout | null;
  readonly mediaType: string;
  readonly encoding: string | null;
  readonly extractor: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly author: string | null;
  readonly publishedOn: string | null;
  readonly language: string | null;
  readonly url: string | null;
  readonly dropped: readonly Dropped[];
  readonly warnings: readonly Message[];
}

/** What a reader of one format starts from. */
export const nothingKnown = {
  kind: 'document',
  layout: null,
  encoding: null,
  title: null,
  publisher: null,
  author: null,
  publishedOn: null,
  language: null,
  url: null,
  dropped: [],
  warnings: [],
} as const;

/** NFC, LF line ends, no BOM. Everything else stays as written, so that quotes can be found again. */
export function normaliseText(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC');
}
