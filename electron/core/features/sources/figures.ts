// A text is looked through for figures before the edit that keeps it, so that the edit need not wait. Where the finder had to
// give up, the source says so.

import { type Message, message } from '../../../../shared/message.ts';
import type { ReadFile, Watching } from './read-files.ts';
import type { FreshText } from './service.ts';

/** Supplied by the passages feature. */
export interface FigureFinder {
  /** @throws AppError `cancelled`; why it had to give up otherwise is the answer. */
  prepare(text: Omit<FreshText, 'text'>, watching: Watching & { readonly text?: string }): Promise<{ readonly why: Message } | undefined>;
  prepareAll(texts: readonly Omit<FreshText, 'text'>[]): Promise<void>;
}

export async function withFigures<T extends ReadFile>(finder: FigureFinder, item: T, text: FreshText, watching: Watching = {}): Promise<T> {
  const failed = await finder.prepare(text, { ...watching, text: text.text });
  if (failed === undefined) return item;
  const warning = message('reading:warning.noFigures', { cause: failed.why });
  return { ...item, extracted: { ...item.extracted, warnings: [...item.extracted.warnings, warning] } };
}
