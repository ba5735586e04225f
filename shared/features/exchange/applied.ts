// What an edited spreadsheet says beside the workbook that it was exported from.
import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { claimKindSchema } from '../claims/model.ts';

/** What is not taken, and why: cells and columns that say nothing of their own, and what cannot be read. */
export const ignoredKinds = [
  'own-sheet',
  'own-column',
  'own-row',
  'computed-sheet',
  'computed-column',
  'missing-sheet',
  'error',
  'formula',
  'merged',
  'cut-text',
  'copy',
  'unreadable',
  'not-in-file',
  'new-source',
] as const;
export type IgnoredKind = (typeof ignoredKinds)[number];

export const ignoredSchema = z.strictObject({
  what: z.enum(ignoredKinds),
  sheet: z.string(),
  column: z.string(),
  /** The first cell or row of its kind. */
  at: z.string().nullable(),
  text: z.string(),
  count: z.int(),
});
export type Ignored = z.infer<typeof ignoredSchema>;

const tableSchema = z.enum(['claim', 'source']);
const placeShape = { sheet: z.string(), row: z.int() };

/** A field, or a group of fields that is one, which the file says otherwise than the export did. */
export const appliedChangeSchema = z.strictObject({
  table: tableSchema,
  record: idSchema,
  field: z.string(),
  from: z.unknown(),
  to: z.unknown(),
  /** Every field of it that changes, by name. */
  fields: z.record(z.string(), z.unknown()),
  ...placeShape,
  /** Where its passage would be: the cell that says it. */
  cell: z.string(),
});
export type AppliedChange = z.infer<typeof appliedChangeSchema>;

/** A row of the user's own that says something new. `id` names it in answers. */
export const appliedRowSchema = z.strictObject({
  id: z.string(),
  kind: claimKindSchema,
  claim: z.record(z.string(), z.unknown()),
  ...placeShape,
  cells: z.array(z.string()),
});
export type AppliedRow = z.infer<typeof appliedRowSchema>;

/** A record whose row is gone: a proposal, nothing more. */
export const appliedDeletionSchema = z.strictObject({ table: tableSchema, record: idSchema });
export type AppliedDeletion = z.infer<typeof appliedDeletionSchema>;

/** `field`: both changed it. `value`: cells of one row say two things. `id`: the row bears the id of another. */
export const applyConflictKinds = ['field', 'deleted-edited', 'value', 'id'] as const;
export const applyTakes = ['mine', 'theirs', 'base', 'cells', 'words'] as const;
export const appliedConflictSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(applyConflictKinds),
  table: tableSchema,
  record: idSchema,
  field: z.string(),
  base: z.unknown(),
  mine: z.unknown(),
  theirs: z.unknown(),
  /** Every field that theirs changes, by name, and what they were. */
  fields: z.record(z.string(), z.unknown()),
  baseFields: z.record(z.string(), z.unknown()),
  ...placeShape,
  cell: z.string(),
  answers: z.array(z.enum(applyTakes)),
});
export type AppliedConflict = z.infer<typeof appliedConflictSchema>;

export const comparisonSchema = z.strictObject({
  unchanged: z.int(),
  changed: z.array(appliedChangeSchema),
  added: z.array(appliedRowSchema),
  deleted: z.array(appliedDeletionSchema),
  conflicts: z.array(appliedConflictSchema),
  ignored: z.array(ignoredSchema),
  /** What people wrote beside cells. */
  remarks: z.array(z.string()),
});
export type Comparison = z.infer<typeof comparisonSchema>;

/** The most exact line wins: a record and a field, a record, everything. `take: 'mine'` leaves out a change. */
export const applyAnswerSchema = z.strictObject({
  record: z.string().max(200),
  field: z.string().max(64).default('*'),
  take: z.enum(applyTakes),
});
export type ApplyAnswer = z.infer<typeof applyAnswerSchema>;

/** What was written: records that changed, rows that came, records that went, and the claims that were made for them. */
export const appliedSchema = comparisonSchema.extend({
  applied: z.strictObject({
    changed: z.int(),
    added: z.int(),
    deleted: z.int(),
    claims: z.array(idSchema),
    /** The edited file, where a claim stands on it. */
    source: idSchema.nullable(),
  }),
});
