import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { history, nothingRead } from '../../reads.ts';
import { command, query } from '../../rpc.ts';
import { answerSchema, differenceSchema, mergeResultSchema } from './merge.ts';

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
  previewMerge: query(
    'Show what merging another workbook comes to and what would be asked',
    z.strictObject({ theirs: idSchema, answers: z.array(answerSchema).max(100_000).default([]) }),
    mergeResultSchema,
    history,
  ),
  merge: command(
    'Take another workbook into this one, in one edit',
    z.strictObject({ theirs: idSchema, answers: z.array(answerSchema).max(100_000).default([]) }),
    mergeResultSchema,
  ),
  text: query(
    'Show all that the workbook says as lines in an order that does not change',
    z.strictObject({}),
    z.strictObject({ lines: z.array(z.string()) }),
    history,
  ),
  compare: query('Show in which records another workbook differs', z.strictObject({ other: idSchema }), differenceSchema, history),
};
