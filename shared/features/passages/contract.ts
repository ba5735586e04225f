import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { messageSchema } from '../../message.ts';
import { changeKindSchema, qualifierSchema } from '../../quantity/model.ts';
import { mentions, passagesRead } from '../../reads.ts';
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

/** The longest stretch of a text whose mentions are told at once, in code points. */
export const mostFoundLength = 100_000;

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
  unplaced: z.array(z.strictObject({ annotation: z.string(), why: messageSchema })),
});

export const passagesContract = {
  found: query(
    'List the figures and dates that the finder sees in a stretch of a text, and count all of the text',
    z.strictObject({ sourceId: idSchema, start: z.int().min(0).default(0), length: z.int().min(1).max(mostFoundLength).default(mostFoundLength) }),
    z.strictObject({
      /** Those that start in the stretch. */
      found: z.array(foundSchema),
      /** Place of the first of them among all of the text, from 0. */
      first: z.int(),
      total: z.int(),
      captured: z.int(),
      setAside: z.int(),
    }),
    mentions,
  ),
  step: query(
    'Find the next or previous figure or date, around the ends of the text; open ones first',
    z.strictObject({
      sourceId: idSchema,
      /** Code point to step from. */
      from: z.int().min(0),
      /** The one that starts at `from` is the current one: the step leaves it. */
      isOn: z.boolean().default(false),
      direction: z.enum(['next', 'previous']).default('next'),
      /** Only what is neither captured nor set aside, while any other such is left. */
      onlyOpen: z.boolean().default(true),
    }),
    z.strictObject({ mention: foundSchema.nullable(), index: z.int() }),
    mentions,
  ),
  ofSource: query(
    'List the passages of a source with their claims',
    z.strictObject({ sourceId: idSchema }),
    z.strictObject({ passages: z.array(passageSchema.extend({ claimIds: z.array(idSchema) })) }),
    passagesRead,
  ),
  pending: query(
    'List the passages that a newer text left in doubt',
    z.strictObject({ sourceId: idSchema.optional() }),
    z.strictObject({ passages: z.array(pendingSchema) }),
    passagesRead,
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
    mentions,
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
    { ...passagesRead, annotation: 'all', source: 'all' },
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
