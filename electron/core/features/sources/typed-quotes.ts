// Words that a reader of a scan types off a page. They are put at the end of the text, so that no passage before them
// moves, and the layout says on which page they stand.

import type { Output } from '../../../../shared/contract.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { Layout } from '../../../../shared/features/sources/layout.ts';
import type { Source } from '../../../../shared/features/sources/model.ts';
import { type Message, message } from '../../../../shared/message.ts';
import type { EditScope } from '../../edits/edits.ts';
import type { SourceRepository } from './repository.ts';
import { sha256 } from './service.ts';

export interface TypedQuote {
  readonly page: number;
  readonly text: string;
}

export interface QuoteKeeping {
  readonly repository: SourceRepository;
  /** Passages stand in the longer text where they stood; supplied by the passages feature. */
  standIn(sourceId: string, textSha256: string, edit: EditScope): void;
}

/** @throws AppError `invalid-input` where the source has no such page. */
export function typeQuote({ repository, standIn }: QuoteKeeping, source: Source, quote: TypedQuote, edit: EditScope): Output<'sources.typeQuote'> {
  const layout = repository.layout(source);
  const page = layout?.kind === 'pages' ? layout.pages.find((one) => one.number === quote.page) : undefined;
  if (layout?.kind !== 'pages' || page === undefined) throw noSuchPage(source, layout, quote.page);
  const before = repository.text(source.textSha256);
  const gap = before === '' ? '' : '\n\n';
  const typed = quote.text.replace(/\r\n?/g, '\n').normalize('NFC');
  const start = source.chars + gap.length;
  const end = start + [...typed].length;
  const text = `${before}${gap}${typed}`;
  const textSha256 = sha256(Buffer.from(text, 'utf8'));
  repository.keepText(textSha256, text);
  repository.keepLayout({ sha256: source.sha256, textSha256 }, { kind: 'pages', pages: [...layout.pages, { ...page, start, end, lines: [] }] });
  edit.name('typeQuote', { page: quote.page, title: source.title });
  standIn(source.id, textSha256, edit);
  edit.update('source', source.id, { textSha256, ...dateGoesAlong(source, textSha256), chars: end, warnings: withTyped(source.warnings) });
  return { id: source.id, page: quote.page, start, end };
}

/** It is the same document: what was said of its date holds. */
function dateGoesAlong({ publishedText, textSha256: before }: Source, textSha256: string): Pick<Source, 'publishedText'> {
  return { publishedText: publishedText === before ? textSha256 : publishedText };
}

const typedWords = message('reading:warning.typedByHand');

function withTyped(warnings: readonly Message[]): Message[] {
  return warnings.some((one) => one.key === typedWords.key) ? [...warnings] : [...warnings, typedWords];
}

function noSuchPage(source: Source, layout: Layout | undefined, page: number): AppError {
  const pages = layout?.kind === 'pages' ? Math.max(0, ...layout.pages.map((one) => one.number)) : 0;
  const details = { field: 'page', title: source.title };
  return pages === 0
    ? new AppError('invalid-input', 'sources.noPages', details)
    : new AppError('invalid-input', 'sources.fewerPages', { ...details, count: pages, page });
}
