// Entry of the child process that reads tables for an import.
import { AppError } from '../../../shared/errors.ts';
import { answerParent } from './answer-parent.ts';
import { readTableFile, type TableAnswer, type TableRequest } from './tables/read-table-file.ts';

answerParent<TableRequest, TableAnswer>((request) =>
  readTableFile(request).catch((error: unknown) => {
    if (error instanceof AppError) throw error;
    const reason = error instanceof Error ? error.message.slice(0, 200) : String(error);
    throw new AppError('unreadable', 'reading.failed', { name: request.name, reason });
  }),
);
