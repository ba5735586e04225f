import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { messageSchema } from '../../message.ts';
import { measuredSchema } from '../../quantity/index.ts';
import { contradictions, matrices } from '../../reads.ts';
import { command, query } from '../../rpc.ts';
import { claimRowSchema } from '../claims/contract.ts';
import { ownValueSchema } from '../ledger/model.ts';
import { consistencySchema, hypothesisSchema } from './matrix.ts';
import { type ConflictKind, conflictGroupSchema, conflictKindSchema } from './model.ts';

/** `explained`: a tension; `closed`: the analyst decided; `stale`: decided, and a claim beneath it changed since. */
export const conflictStates = ['open', 'explained', 'closed', 'stale'] as const;
export const conflictOutcomes = ['adopt', 'own', 'open', 'not_comparable'] as const;

/** Kinds in which rival claims stand behind one observation, so that its verdict settles them. */
export const settledByVerdict: ReadonlySet<ConflictKind> = new Set(['value', 'precision', 'vintage', 'status']);

export const decisionSchema = z.strictObject({
  id: idSchema,
  outcome: z.enum(conflictOutcomes),
  claimId: idSchema.nullable(),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
});
export type Decision = z.infer<typeof decisionSchema>;

export const listedGroupSchema = conflictGroupSchema.extend({
  state: z.enum(conflictStates),
  title: messageSchema,
  decision: decisionSchema.nullable(),
});
export type ListedGroup = z.infer<typeof listedGroupSchema>;

/** A claim as a line of the queue names it: its value; what happened, or only the code of its stage or type; who speaks. */
export const leadSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('figure'), value: measuredSchema.nullable() }),
  z.strictObject({ kind: z.literal('event'), what: z.string(), code: z.string() }),
  z.strictObject({ kind: z.literal('statement'), actor: z.string() }),
]);
export type Lead = z.infer<typeof leadSchema>;

/** `against`: what stands against what; empty where there is one claim, or more than a line can name. */
export const queuedGroupSchema = listedGroupSchema.extend({ against: z.array(leadSchema) });
export type QueuedGroup = z.infer<typeof queuedGroupSchema>;

const questionSchema = z.string().trim().min(1).max(500);
const hypothesisTextSchema = z.string().trim().min(1).max(1000);
const evidenceSchema = z.array(idSchema).max(500);

export const matrixSchema = z.strictObject({
  id: idSchema,
  question: z.string(),
  hypotheses: z.array(hypothesisSchema),
  evidence: z.array(
    z.strictObject({
      row: claimRowSchema,
      /** By hypothesis id; what is not marked yet is absent. */
      marks: z.record(z.string(), consistencySchema),
      /** Whether the claim tells the hypotheses apart; null until it is fully marked. */
      tellsApart: z.boolean().nullable(),
    }),
  ),
});
export type Matrix = z.infer<typeof matrixSchema>;

export const conflictsContract = {
  list: query(
    'List the groups of claims that disagree',
    z.strictObject({ kind: conflictKindSchema.optional(), claim: idSchema.optional() }),
    z.strictObject({ groups: z.array(queuedGroupSchema) }),
    contradictions,
  ),
  get: query(
    'Read one group with its claims',
    z.strictObject({ id: z.string().max(80) }),
    listedGroupSchema.extend({ rows: z.array(claimRowSchema) }),
    { ...contradictions, claim: 'all' },
  ),
  decide: command(
    'Decide a group, with a reason; where its claims stand behind one observation, the ledger gets the verdict',
    z.strictObject({
      id: z.string().max(80),
      outcome: z.enum(conflictOutcomes),
      claimId: idSchema.nullable().default(null),
      /** Index of the adopted reading of that claim. */
      reading: z.int().min(0).max(15).nullable().default(null),
      own: ownValueSchema.nullable().default(null),
      reason: z.string().trim().min(1).max(4000),
    }),
    listedGroupSchema,
  ),
  reopen: command('Take the decision on a group back', z.strictObject({ id: z.string().max(80) }), listedGroupSchema),
  matrices: query(
    'List the matrices of rival explanations',
    z.strictObject({}),
    z.strictObject({
      matrices: z.array(z.strictObject({ id: idSchema, question: z.string(), hypotheses: z.int(), claims: z.int(), leading: z.array(z.string()) })),
    }),
    matrices,
  ),
  matrix: query('Read a matrix of rival explanations', z.strictObject({ id: idSchema }), matrixSchema, matrices),
  startMatrix: command(
    'Set rival explanations against the evidence; of a group, its causes and claims are taken',
    z.strictObject({
      groupId: z.string().max(80).optional(),
      question: questionSchema.optional(),
      hypotheses: z.array(hypothesisTextSchema).max(20).default([]),
      claimIds: evidenceSchema.default([]),
    }),
    matrixSchema,
  ),
  changeMatrix: command(
    'Change the question, the hypotheses or the evidence of a matrix',
    z.strictObject({
      id: idSchema,
      question: questionSchema.optional(),
      /** All hypotheses in their order; one without an id is new. */
      hypotheses: z
        .array(z.strictObject({ id: idSchema.optional(), text: hypothesisTextSchema }))
        .min(1)
        .max(20)
        .optional(),
      claimIds: evidenceSchema.optional(),
    }),
    matrixSchema,
  ),
  mark: command(
    'Mark a claim against a hypothesis',
    z.strictObject({ matrixId: idSchema, hypothesisId: idSchema, claimId: idSchema, consistency: consistencySchema.nullable() }),
    matrixSchema,
  ),
  removeMatrix: command('Remove a matrix', z.strictObject({ id: idSchema }), z.strictObject({ removed: z.int() })),
};
