import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { nothingRead } from '../../reads.ts';
import { query } from '../../rpc.ts';

export const exportFormats = ['xlsx', 'csv', 'json'] as const;
/** Tables of an export, in the order of its sheets. */
export const exportTableNames = [
  'Figures',
  'Events',
  'Statements',
  'Ledger',
  'Instruments',
  'Projects',
  'Stages',
  'Rates',
  'Plans',
  'Positions',
  'Batches',
  'Sources',
] as const;
export type ExportTable = (typeof exportTableNames)[number];
/** Of the words in the file: a language with its script and region at most, such as `zh-Hans` or `pt-BR`. */
const languageSchema = z.string().regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/);

export const exchangeContract = {
  export: query(
    'Hand the workbook over as a file',
    z.strictObject({
      format: z.enum(exportFormats),
      language: languageSchema.default('en'),
      /** Of a CSV, which holds one table: without it all claims. */
      table: z.enum(exportTableNames).optional(),
      /** The day on which states are told; without it today. */
      on: z.iso.date().optional(),
    }),
    z.strictObject({ download: idSchema, name: z.string(), mediaType: z.string(), bytes: z.int(), claims: z.int(), sources: z.int() }),
    nothingRead,
  ),
};
