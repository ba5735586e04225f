import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { claimRows, namesInUse } from '../../reads.ts';
import { command, query } from '../../rpc.ts';
import { claimRowSchema } from '../claims/contract.ts';
import { actorKinds, actorSchema, judgementOutcomes, judgementSchema, nameSchema, nameUses, relationSchema, roleSchema } from './model.ts';

/** An actor as the workbook knows it: its record where there is one, and every name that claims use for it. */
export const actorRowSchema = z.strictObject({
  /** The name that stands for the actor. */
  name: z.string(),
  /** Other names of the same actor. */
  otherNames: z.array(z.string()),
  kind: z.enum(actorKinds).nullable(),
  actorId: idSchema.nullable(),
  claims: z.int(),
  uses: z.array(z.enum(nameUses)),
});
export type ActorRow = z.infer<typeof actorRowSchema>;

export const proposalSchema = z.strictObject({
  one: z.string(),
  other: z.string(),
  /** Claims that use either name. */
  claimsOfOne: z.int(),
  claimsOfOther: z.int(),
  outcome: z.enum(judgementOutcomes).nullable(),
});
export type NameProposal = z.infer<typeof proposalSchema>;

const actorDraftSchema = z.strictObject({
  /** Absent: a new record. */
  id: idSchema.optional(),
  name: nameSchema,
  kind: z.enum(actorKinds).nullable().default(null),
  aliases: z.array(nameSchema).max(200).default([]),
  roles: z.array(roleSchema).max(200).default([]),
  relations: z.array(relationSchema).max(200).default([]),
  note: z.string().max(20_000).default(''),
});

export const actorsContract = {
  list: query(
    'List the actors and names of the workbook',
    z.strictObject({ typed: z.string().max(200).default('') }),
    z.strictObject({ actors: z.array(actorRowSchema), total: z.int() }),
    namesInUse,
  ),
  get: query(
    'Read one actor by any of its names',
    z.strictObject({ name: nameSchema, limit: z.int().min(1).max(500).default(100) }),
    actorRowSchema.extend({
      record: actorSchema.nullable(),
      judgements: z.array(judgementSchema),
      /** The first claims that use one of its names. */
      rows: z.array(claimRowSchema),
    }),
    { ...claimRows, ...namesInUse, claim: 'all' },
  ),
  proposals: query('Propose names that may be one', z.strictObject({}), z.strictObject({ proposals: z.array(proposalSchema) }), namesInUse),
  judgements: query('List what was judged of names', z.strictObject({}), z.strictObject({ judgements: z.array(judgementSchema) }), {
    judgement: 'all',
  }),
  save: command('Describe an actor: names, kind, roles, relations', actorDraftSchema, actorSchema),
  remove: command('Remove the description of an actor; claims keep its name', z.strictObject({ id: idSchema }), z.strictObject({ removed: z.int() })),
  judge: command(
    'Judge two names the same, not the same or undecided',
    z.strictObject({ one: nameSchema, other: nameSchema, outcome: z.enum(judgementOutcomes), reason: z.string().trim().max(4000).default('') }),
    judgementSchema,
  ),
  withdraw: command('Take a judgement on two names back', z.strictObject({ id: idSchema }), z.strictObject({ removed: z.int() })),
};
