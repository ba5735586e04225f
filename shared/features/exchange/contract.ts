import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { nothingRead } from '../../reads.ts';
import { query } from '../../rpc.ts';

export const exportFormats = ['xlsx', 'csv', 'json'] as const;
/** Of the words in the file: a language with its script and region at most, such as `zh-Hans` or `pt-BR`. */
const languageSchema = z.string().regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/);

export const exchangeContract = {
  export: query(
    'Hand the workbook over as a file',
    z.strictObject({ format: z.enum(exportFormats), language: languageSchema.default('en') }),
    z.strictObject({ download: idSchema, name: z.string(), mediaType: z.string(), bytes: z.int(), claims: z.int(), sources: z.int() }),
    nothingRead,
  ),
};
