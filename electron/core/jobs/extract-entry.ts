// Entry of the child process that reads foreign documents.
import { AppError } from '../../../shared/errors.ts';
import { answerParent } from './answer-parent.ts';
import { extract } from './extract/extract.ts';
import type { Extracted, ExtractRequest } from './extract/extracted.ts';

answerParent<ExtractRequest, Extracted>((request) =>
  extract(request).catch((error: unknown) => {
    throw error instanceof AppError ? error : unreadable(request.name, error);
  }),
);

function unreadable(name: string, error: unknown): AppError {
  const reason = error instanceof Error ? error.message.slice(0, 200) : String(error);
  if (error instanceof RangeError && reason.includes('call stack')) return new AppError('unreadable', 'reading.nestedTooDeeply', { name });
  return new AppError('unreadable', 'reading.failed', { name, reason });
}
