// A conflict is a group of claims that disagree, with its kind; a tension is an apparent one that scope explains. Kinds and
// their order of proof are those of the design's table "Comparable, then equal".
import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { type Message, messageSchema } from '../../message.ts';
import type { Claim, ClaimSource } from '../claims/model.ts';
import type { Measures } from '../ledger/measures.ts';

export const conflictKinds = [
  'value',
  'precision',
  'period',
  'basis',
  'status',
  'vintage',
  'unit',
  'part_total',
  'order',
  'identity',
  'evidence_date',
  'stance',
  'coincidence',
  'same_origin',
  'cause',
  'doubt',
] as const;
export const conflictKindSchema = z.enum(conflictKinds);
export type ConflictKind = z.infer<typeof conflictKindSchema>;

export const conflictGroupSchema = z.strictObject({
  /** Stable: made of the kind and the claims. */
  id: z.string(),
  kind: conflictKindSchema,
  claims: z.array(idSchema),
  /** Explained by scope: to be known, not to be decided. */
  tension: z.boolean(),
  /** A sentence with the values. */
  why: messageSchema,
  differs: z.array(z.string()),
  agrees: z.array(z.string()),
});
export type ConflictGroup = z.infer<typeof conflictGroupSchema>;

/** What the finder needs to know beside the claims. */
/** A step of a ladder of depths. */
export interface LadderStep {
  readonly code: string;
  readonly label: string;
}

export interface ConflictContext {
  source(id: string | null): ClaimSource | undefined;
  /** The name that stands for an alias; the name itself where nothing was judged. */
  nameOf(name: string): string;
  readonly measures: Measures;
  /** What the analyst judged of two names; undefined where nothing was. */
  judged(one: string, other: string): 'same' | 'not_same' | 'undecided' | undefined;
  /** Ladders of depths, each from the shallowest step. */
  readonly ladders: readonly (readonly LadderStep[])[];
}

/** A group before it has an id and its fields are compared. */
export interface Finding {
  readonly kind: ConflictKind;
  readonly claims: readonly Claim[];
  readonly tension: boolean;
  readonly why: Message;
}
