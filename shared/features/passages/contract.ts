import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { changeKindSchema, qualifierSchema } from '../../quantity/model.ts';
import { command, query } from '../../rpc.ts';
import { wordChangeSchema } from './anchoring/word-diff.ts';
import { anchorStateSchema, passagePatchSchema, passageSchema, placeSchema } from './model.ts';

/** A figure or date that the finder sees in a text. Positions are Unicode code points, end exclusive. */
export const foundSchema = z.strictObject({
  start: z.int(),
  end: z.int(),
  exact: z.string(),
  type: z.enum(['figure', 'date']),
  low: z.string().nullable(),
  high: z.string().nullable(),
  qualifier: qualifierSchema.nullable(),
  unit: z.string().nullable(),
  multiplier: z.int().nullable(),
  change: changeKindSchema.nullable(),
  edtf: z.string().nullable(),
  earliest: z.string().nullable(),
  latest: z.string().nullable(),
  captured: z.boolean(),
  setAside: z.boolean(),
});
export type Found = z.infer<typeof foundSchema>;

/** A passage that a newer text of its source left in doubt, with what it said and what stands there now. */
export const pendingSchema = z.strictObject({
  id: idSchema,
  sourceId: idSchema,
  sourceTitle: z.string(),
  state: anchorStateSchema,
  score: z.int(),
  /** The words as they were. */
  before: z.strictObject({ prefix: z.string(), exact: z.string(), suffix: z.string() }),
  /** Places in the text of now, the best first; of a changed passage its own. Each with what became of the words. */
  places: z.array(placeSchema.extend({ changes: z.array(wordChangeSchema) })),
  claimIds: z.array(idSchema),
});
export type PendingPassage = z.infer<typeof pendingSchema>;

export const importedAnnotationsSchema = z.strictObject({
  /** Documents kept, and those that were here already. */
  kept: z.int(),
  known: z.int(),
  /** Passages that carry an annotation of these documents. */
  passages: z.array(idSchema),
  /** Annotations without a place in a source of this workbook, and why. They are kept. */
  unplaced: z.array(z.strictObject({ annotation: z.string(), why: z.string() })),
});

export const passagesContract = {
  found: query(
    'List the figures and dates that the finder sees',
    z.strictObject({ sourceId: idSchema }),
    z.strictObject({ found: z.array(foundSchema) }),
  ),
  ofSource: query(
    'List the passages of a source with their claims',
    z.strictObject({ sourceId: idSchema }),
    z.strictObject({ passages: z.array(passageSchema.extend({ claimIds: z.array(idSchema) })) }),
  ),
  pending: query(
    'List the passages that a newer text left in doubt',
    z.strictObject({ sourceId: idSchema.optional() }),
    z.strictObject({ passages: z.array(pendingSchema) }),
  ),
  settle: command(
    'Accept the place of a passage, choose another, or say that it is lost',
    z.strictObject({
      id: idSchema,
      decision: z.enum(['accept', 'place', 'lost']),
      /** For `place`: code points of the text of now. */
      start: z.int().min(0).optional(),
      end: z.int().min(0).optional(),
    }),
    passageSchema,
  ),
  mark: command(
    'Mark words of a source without a claim',
    z.strictObject({ sourceId: idSchema, start: z.int().min(0), end: z.int().min(0), patch: passagePatchSchema.default({}) }),
    passageSchema,
  ),
  unmark: command('Remove a mark that carries no claim', z.strictObject({ id: idSchema }), z.strictObject({ id: idSchema })),
  coverage: query(
    'Count what the finder sees in all sources, and what of it is captured or set aside',
    z.strictObject({}),
    z.strictObject({ sources: z.int(), found: z.int(), captured: z.int(), setAside: z.int() }),
  ),
  importAnnotations: command(
    'Bring in Web Annotations; those whose words stand in a source become passages, all are kept as they are',
    z.strictObject({ json: z.string().min(2).max(20_000_000) }),
    importedAnnotationsSchema,
  ),
  annotations: query(
    'Give out all passages as Web Annotations, and those that came in as they came',
    z.strictObject({ sourceId: idSchema.optional() }),
    z.strictObject({ documents: z.array(z.unknown()) }),
  ),
  update: command(
    'Change comment, tags, colour or motivation of a passage',
    z.strictObject({ id: idSchema, patch: passagePatchSchema }),
    passageSchema,
  ),
  setAside: command(
    'Mark a found figure as not relevant, or take that back',
    z.strictObject({ sourceId: idSchema, start: z.int().min(0), end: z.int().min(0), aside: z.boolean() }),
    z.strictObject({ aside: z.boolean() }),
  ),
};
