import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { messageSchema } from '../../message.ts';
import { changeKindSchema, decimalTextSchema, qualifierSchema } from '../../quantity/model.ts';
import { observationStates } from '../claims/contract.ts';
import { figureStatuses } from '../claims/model.ts';

/** What a series is made of; two series that differ only in basis are different series. */
export const seriesKeySchema = z.strictObject({
  measure: z.string(),
  subject: z.string(),
  area: z.array(z.string()),
  counterpart: z.string().nullable(),
  basis: z.array(z.string()),
  unit: z.string().nullable(),
  change: z.string().nullable(),
  frequency: z.string(),
});
export type SeriesKey = z.infer<typeof seriesKeySchema>;

/** What has happened as far as anyone knows, or what somebody expects, aims at or plans: claims of two classes never rival each other. */
export const statusClasses = ['outcome', 'forecast', 'target', 'plan'] as const;
export const statusClassSchema = z.enum(statusClasses);
export type StatusClass = z.infer<typeof statusClassSchema>;

/** What an observation is on; forecasts, targets and plans are observations of each issuer. */
export const observationKeySchema = z.strictObject({
  series: seriesKeySchema,
  period: z.string().nullable(),
  class: statusClassSchema,
  issuer: z.string().nullable(),
});
export type ObservationKey = z.infer<typeof observationKeySchema>;

export const seriesSchema = seriesKeySchema.extend({ id: z.string(), label: z.string(), observations: z.int(), claims: z.int() });
export type Series = z.infer<typeof seriesSchema>;

/** A value of the analyst's own, in the unit and multiplier of the first claim on the observation. */
export const ownValueSchema = z.strictObject({ low: decimalTextSchema.nullable(), high: decimalTextSchema.nullable(), qualifier: qualifierSchema });
export type OwnValue = z.infer<typeof ownValueSchema>;

export const verdictSchema = z.strictObject({
  id: idSchema,
  observationId: z.string(),
  /** Adopted claim, or null for an own value or "cannot be decided yet". */
  claimId: idSchema.nullable(),
  /** Index of the adopted reading of that claim. */
  reading: z.int().nullable(),
  own: ownValueSchema.nullable(),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
  isStale: z.boolean(),
  /** What changed beneath it; empty unless stale. */
  staleBecause: z.array(messageSchema),
});
export type Verdict = z.infer<typeof verdictSchema>;

export const observationSchema = z.strictObject({
  id: z.string(),
  seriesId: z.string(),
  series: seriesKeySchema,
  period: z.string().nullable(),
  low: z.string().nullable(),
  high: z.string().nullable(),
  qualifier: qualifierSchema,
  unit: z.string().nullable(),
  multiplier: z.int(),
  change: changeKindSchema.nullable(),
  status: z.enum(figureStatuses),
  class: statusClassSchema,
  /** Who forecasts, aims at or plans it; null for outcomes. */
  issuer: z.string().nullable(),
  state: z.enum(observationStates),
  /** The claim that it shows, or one of those, no longer says what its passage reads as. */
  differs: z.boolean(),
  claims: z.array(idSchema),
  support: z.int(),
  /** Where claims are in dispute: what each of them states, every value once. */
  rivals: z.array(
    z.strictObject({ low: decimalTextSchema.nullable(), high: decimalTextSchema.nullable(), qualifier: qualifierSchema, multiplier: z.int() }),
  ),
  verdict: verdictSchema.nullable(),
});
export type Observation = z.infer<typeof observationSchema>;
