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
  const why = error instanceof Error ? error.message.slice(0, 200) : 'unknown reason';
  if (error instanceof RangeError && why.includes('call stack'))
    return new AppError('unreadable', `${name} is nested too deeply to be read. Nothing was kept of it.`);
  return new AppError('unreadable', `${name} could not be read (${why}). Nothing was kept of it.`);
}
