// Actors and names. Claims keep the names that their sources use; which names mean one actor is a judgement of the analyst,
// kept beside the claims and undone like any other edit. Nothing here ever rewrites a claim.
import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { periodTextSchema } from '../claims/model.ts';

export const actorKinds = ['company', 'brand', 'public_body', 'association', 'person', 'research_institute', 'media'] as const;
/** An actor owns another, is a brand of it, or is a member of it. */
export const relationKinds = ['owns', 'brand_of', 'member_of'] as const;
export const judgementOutcomes = ['same', 'not_same', 'undecided'] as const;
/** Where claims use a name. */
export const nameUses = ['subject', 'actor', 'saidBy', 'via', 'by', 'counterparties', 'publisher'] as const;

export const nameSchema = z.string().trim().min(1).max(500);

export const roleSchema = z.strictObject({
  role: nameSchema,
  /** Where the role is held, by name. */
  at: nameSchema.nullable().default(null),
  /** EDTF: when the role was held. */
  period: periodTextSchema.nullable().default(null),
});

export const relationSchema = z.strictObject({
  kind: z.enum(relationKinds),
  other: nameSchema,
  period: periodTextSchema.nullable().default(null),
});

export const actorSchema = z.strictObject({
  id: idSchema,
  name: nameSchema,
  kind: z.enum(actorKinds).nullable(),
  /** Other names, in any script. */
  aliases: z.array(nameSchema),
  roles: z.array(roleSchema),
  relations: z.array(relationSchema),
  note: z.string(),
});
export type Actor = z.infer<typeof actorSchema>;

export const judgementSchema = z.strictObject({
  id: idSchema,
  one: nameSchema,
  other: nameSchema,
  outcome: z.enum(judgementOutcomes),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
});
export type Judgement = z.infer<typeof judgementSchema>;
