// Entry of the child process that reads spreadsheets which were edited outside.

import { AppError } from '../../../shared/errors.ts';
import type { ReadWorkbook } from '../../../shared/features/sources/read-sheet.ts';
import { answerParent } from './answer-parent.ts';
import type { ExtractRequest } from './extract/extracted.ts';
import { readValues } from './extract/tables/xlsx/read-values.ts';

answerParent<ExtractRequest, ReadWorkbook>((request) =>
  readValues(request).catch((error: unknown) => {
    if (error instanceof AppError) throw error;
    throw new AppError('unreadable', 'reading.failed', {
      name: request.name,
      reason: error instanceof Error ? error.message.slice(0, 200) : String(error),
    });
  }),
);
