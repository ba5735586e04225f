import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { messageSchema } from '../../message.ts';
import { claimRows, nothingRead } from '../../reads.ts';
import { command, query, windowInputShape, windowOf } from '../../rpc.ts';
import {
  anchorStates,
  capturedSchema,
  cellsSchema,
  claimInputSchema,
  claimKindSchema,
  claimSchema,
  credibilitySchema,
  passageInputSchema,
  passageRefSchema,
  ranks,
  reliabilitySchema,
} from './model.ts';

export const observationStates = ['single', 'agreed', 'revised', 'disputed', 'decided', 'stale'] as const;

/** A claim as a grid shows it: with the words of its source, its support and the state of its observation. */
export const claimRowSchema = claimSchema.extend({
  sourceTitle: z.string().nullable(),
  grade: reliabilitySchema.nullable(),
  /** First of the chain, or null where no origin is named. */
  origin: z.string().nullable(),
  /** Independent origins behind the same observation. */
  support: z.int(),
  observationId: z.string().nullable(),
  state: z.enum(observationStates).nullable(),
  /** Other claims on the same observation. */
  rivals: z.int(),
});
export type ClaimRow = z.infer<typeof claimRowSchema>;

export const captureResultSchema = z.strictObject({
  id: idSchema,
  ref: z.string().nullable(),
  passage: z.strictObject({ id: idSchema, state: z.enum(anchorStates), start: z.int(), end: z.int() }).nullable(),
  /** Id of the claim that already said this of the same passage; then nothing new was stored for it. */
  duplicateOf: idSchema.nullable(),
});

/** The claim in the form of the command line, with what the workbook knows beside it. */
export const listedClaimSchema = z.looseObject({
  id: idSchema,
  kind: claimKindSchema,
  contentKey: z.string(),
  origins: z.array(z.string()),
  support: z.int(),
});

export const traceSchema = z.strictObject({
  claim: listedClaimSchema,
  passage: z
    .strictObject({
      id: idSchema,
      source: idSchema,
      sourceTitle: z.string(),
      exact: z.string(),
      before: z.string(),
      after: z.string(),
      start: z.int(),
      end: z.int(),
      page: z.int().nullable(),
      sheet: z.string().nullable(),
      cells: z.string().nullable(),
      state: z.enum(anchorStates),
    })
    .nullable(),
  passages: z.array(passageRefSchema),
  /** From the origin to the source in the workbook. */
  chain: z.array(
    z.strictObject({
      name: z.string(),
      part: z.enum(['origin', 'reported', 'held']),
      grade: reliabilitySchema.nullable(),
      date: z.string().nullable(),
      sourceId: idSchema.nullable(),
    }),
  ),
  usedBy: z.array(z.strictObject({ record: z.string(), id: z.string(), label: messageSchema })),
});
export type Trace = z.infer<typeof traceSchema>;

/** Why a claim says something else than its passage. */
const reasonSchema = z.string().trim().max(2000);

/** Fields that a grid cell may change. Values are as typed; they are parsed and refused with the field's name. */
export const cellSchema = z.strictObject({ id: idSchema, field: z.string().max(64), value: z.string().max(20_000).nullable() });

/** Claims that something is done with at once. */
const chosenIds = z.array(idSchema).min(1).max(50_000);
const tagsSchema = z.array(z.string().trim().min(1).max(500)).max(64).default([]);

/** Fields for which the words that a workbook uses already are proposed. */
export const termFields = [
  'measure',
  'subject',
  'basis',
  'area',
  'counterpart',
  'unit',
  'actor',
  'topic',
  'saidBy',
  'via',
  'tags',
  'type',
  'depth',
  'batch',
  'details',
] as const;
export type TermField = (typeof termFields)[number];

export const claimsContract = {
  capture: command(
    'Capture claims with their passages, all or none',
    z.strictObject({ claims: z.array(claimInputSchema).min(1).max(10_000) }),
    z.strictObject({ claims: z.array(captureResultSchema) }),
  ),
  window: query(
    'Read a window of the figures, events or statements',
    z.strictObject({ kind: claimKindSchema, ...windowInputShape }),
    windowOf(claimRowSchema),
    claimRows,
  ),
  list: query(
    'List claims in the form in which they are captured',
    z.strictObject({ kind: claimKindSchema.optional(), source: idSchema.optional() }),
    z.strictObject({ claims: z.array(listedClaimSchema) }),
    claimRows,
  ),
  get: query('Read one claim', z.strictObject({ id: idSchema }), claimRowSchema, claimRows),
  trace: query(
    'Trace a claim to its passage and origin',
    z.strictObject({ id: idSchema, context: z.int().min(0).max(2000).default(240) }),
    traceSchema,
    { ...claimRows, source: 'all' },
  ),
  ofSource: query(
    'Read all claims of a source, in the order of their passages',
    z.strictObject({ sourceId: idSchema }),
    z.strictObject({ rows: z.array(claimRowSchema) }),
    claimRows,
  ),
  setCells: command(
    'Change cells of claims, all or none',
    z.strictObject({
      cells: z.array(cellSchema).min(1).max(20_000),
      how: z.enum(['paste', 'fill', 'clear', 'replace']).optional(),
      reason: reasonSchema.optional(),
    }),
    z.strictObject({ changed: z.int() }),
  ),
  replace: command(
    'Replace what a claim says',
    z.strictObject({ id: idSchema, claim: claimInputSchema, reason: reasonSchema.optional() }),
    claimRowSchema,
  ),
  partings: query(
    'Tell which claims would no longer say what their passages read as',
    z.strictObject({
      cells: z.array(cellSchema).max(20_000).default([]),
      claims: z
        .array(z.strictObject({ id: idSchema, claim: claimInputSchema }))
        .max(1000)
        .default([]),
    }),
    z.strictObject({ partings: z.array(z.strictObject({ id: idSchema, captured: capturedSchema, now: capturedSchema })) }),
    claimRows,
  ),
  asCaptured: command(
    'Let claims say again what was captured',
    z.strictObject({ ids: z.array(idSchema).min(1).max(10_000) }),
    z.strictObject({ changed: z.int() }),
  ),
  addPassage: command(
    'Let a claim rest on one more passage of its source',
    z.strictObject({ id: idSchema, passage: passageInputSchema }),
    claimRowSchema,
  ),
  dropPassage: command('Take a passage from a claim', z.strictObject({ id: idSchema, passageId: idSchema }), claimRowSchema),
  grade: command(
    'Give claims a credibility, a rank, or both',
    z.strictObject({ ids: chosenIds, credibility: credibilitySchema.optional(), rank: z.enum(ranks).optional() }),
    z.strictObject({ changed: z.int() }),
  ),
  tag: command(
    'Add tags to claims and take tags from them',
    z.strictObject({ ids: chosenIds, add: tagsSchema, drop: tagsSchema }),
    z.strictObject({ changed: z.int() }),
  ),
  remove: command('Remove claims', z.strictObject({ ids: chosenIds }), z.strictObject({ removed: z.int() })),
  draft: query(
    'Propose a claim from selected words of a source',
    z.strictObject({
      sourceId: idSchema,
      start: z.int().min(0),
      end: z.int().min(0),
      kind: claimKindSchema.default('figure'),
      /** A block of cells over several rows, from `start` to `end`. */
      cells: cellsSchema.optional(),
    }),
    z.strictObject({
      claim: z.record(z.string(), z.unknown()),
      /** Why a field was filled: field name to words. */
      inferred: z.record(z.string(), messageSchema),
      /** The field that the text leaves least sure. */
      unsure: z.string().nullable(),
    }),
    nothingRead,
  ),
  terms: query(
    'Propose words that this workbook already uses in a field',
    z.strictObject({
      field: z.enum(termFields),
      typed: z.string().max(200).default(''),
    }),
    z.strictObject({ terms: z.array(z.strictObject({ text: z.string(), uses: z.int() })) }),
    { claim: 'all' },
  ),
};
