// Entry of the child process that reads one foreign document and then ends.
import { AppError, toErrorShape } from '../../../shared/errors.ts';
import { type ExtractRequest, extract } from './extract/extract.ts';

process.once('message', (request) => {
  extract(request as ExtractRequest)
    .then((value) => answer({ ok: true, value }))
    .catch((error: unknown) => answer({ ok: false, error: toErrorShape(error instanceof AppError ? error : unreadable(error)) }));
});

function unreadable(error: unknown): AppError {
  const why = error instanceof Error ? error.message.slice(0, 200) : 'unknown reason';
  return new AppError('unreadable', `The file could not be read (${why}). Nothing was kept of it.`);
}

function answer(message: object): void {
  process.send?.(message, () => process.disconnect());
}
