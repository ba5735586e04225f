import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { claimRows, history, nothingRead } from '../../reads.ts';
import { command, nothing, query } from '../../rpc.ts';
import { appliedSchema, applyAnswerSchema, comparisonSchema } from './applied.ts';
import { type Extra, extraSchema } from './extras.ts';
import { answerSchema, differenceSchema, mergeResultSchema } from './merge.ts';
import { shareChoiceSchema, shareContentSchema } from './share.ts';

/** `html`: an evidence pack; `zip`: a data package; `jsonld`: the passages as Web Annotations. */
export const exportFormats = ['xlsx', 'csv', 'json', 'html', 'zip', 'jsonld'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What a format holds where nothing was said of it: what is edited outside must come back whole. */
export function usualExtras(format: ExportFormat): readonly Extra[] {
  return format === 'xlsx' || format === 'csv' || format === 'json' ? ['notes', 'grades'] : [];
}

/** Tables of an export, in the order of its sheets. */
export const exportTableNames = [
  'Figures',
  'Events',
  'Statements',
  'Ledger',
  'Matrix',
  'Conflicts',
  'Instruments',
  'Projects',
  'Stages',
  'Rates',
  'Plans',
  'Positions',
  'Batches',
  'Sources',
  'Passages',
  'About',
] as const;
export type ExportTable = (typeof exportTableNames)[number];
/** Of the words in the file: a language with its script and region at most, such as `zh-Hans` or `pt-BR`. */
const languageSchema = z.string().regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/);

const editedShape = {
  /** Handle of the file. */
  file: z.string().max(64),
  /** Without it the file is compared with the workbook as it is, two ways. */
  hasBase: z.boolean().default(true),
};

export const exchangeContract = {
  export: query(
    'Hand the workbook over as a file',
    z.strictObject({
      format: z.enum(exportFormats),
      language: languageSchema.default('en'),
      /** Of a CSV, which holds one table: without it all claims. */
      table: z.enum(exportTableNames).optional(),
      /** Only these series and what is on these sources; without both, everything. */
      series: z.array(z.string().max(80)).max(1000).default([]),
      sources: z.array(idSchema).max(100_000).default([]),
      /** What is private in some hands; without it what is usual for the format. */
      with: z.array(extraSchema).optional(),
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
  changedSince: query('Compare a past state with the present', nothing, differenceSchema, history),
  compare: query('Show in which records another workbook differs', z.strictObject({ other: idSchema }), differenceSchema, history),
  sharePreview: query('Say what a colleague would find in a part of the workbook', shareChoiceSchema, shareContentSchema, history),
  share: query(
    'Make a workbook of a part of this one, that merges back',
    shareChoiceSchema,
    z.strictObject({ download: idSchema, name: z.string(), mediaType: z.string(), bytes: z.int(), claims: z.int(), sources: z.int() }),
    nothingRead,
  ),
  applyPreview: query('Compare a spreadsheet that was edited outside with the workbook', z.strictObject(editedShape), comparisonSchema, {
    ...claimRows,
    source: 'all',
  }),
  apply: command(
    'Take back a spreadsheet that was edited outside',
    z.strictObject({
      ...editedShape,
      /** What becomes of a changed value or period: a claim of the file beside the old one, or the old one corrected. */
      as: z.enum(['claims', 'edit']).default('claims'),
      /** Changes and new rows are taken unless an answer says otherwise, deletions only where one says so. */
      answers: z.array(applyAnswerSchema).max(100_000).default([]),
    }),
    appliedSchema,
  ),
};
