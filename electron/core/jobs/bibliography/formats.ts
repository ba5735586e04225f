// CSL-JSON, BibTeX and RIS as text. The type of a text is told here and forced on the library, which would otherwise take
// an address for something to fetch.
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { AppError } from '../../../../shared/errors.ts';
import type { CslItem } from '../../../../shared/features/sources/bibliography/csl.ts';

export type Format = 'csl' | 'bibtex' | 'ris';

const types: Readonly<Record<Exclude<Format, 'csl'>, string>> = { bibtex: '@biblatex/text', ris: '@ris/file' };

export interface ReadBibliography {
  readonly format: Format;
  readonly items: readonly CslItem[];
}

/** For text from elsewhere only in a child process. @throws AppError `invalid-input` for what is none of the three. */
export function readItems(text: string): ReadBibliography {
  const format = formatOf(text);
  if (format === undefined) throw new AppError('invalid-input', 'bibliography.unknownFormat');
  try {
    const items = format === 'csl' ? [JSON.parse(text)].flat() : new Cite(text, { forceType: types[format], generateGraph: false }).data;
    return { format, items: items.filter(isItem).map(plain) };
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).split('\n')[0]!.slice(0, 200);
    throw new AppError('invalid-input', 'bibliography.notUnderstood', { reason });
  }
}

export function writeItems(items: readonly CslItem[], format: Format): string {
  if (format === 'csl') return `${JSON.stringify(items, null, 2)}\n`;
  return new Cite(
    items.map((item) => ({ ...item })),
    { forceType: '@csl/list+object', generateGraph: false },
  ).format(format);
}

function formatOf(text: string): Format | undefined {
  const start = text.replace(/^\uFEFF/, '').trimStart();
  if (/^[[{]/.test(start)) return 'csl';
  if (/^TY {2}- /m.test(start)) return 'ris';
  return /^\s*@\s*[a-z]+\s*[{(]/im.test(start) ? 'bibtex' : undefined;
}

function isItem(one: unknown): one is CslItem {
  return typeof one === 'object' && one !== null && !Array.isArray(one);
}

/** Marks of the library's own way through the text are no part of an item. */
function plain({ _graph, ...item }: CslItem): CslItem {
  return { ...item, type: typeof item.type === 'string' ? item.type : 'document' };
}
