// What a workbook says of its things beside what claims say: which names are one instrument or project, how things hang
// together, by what schedule a rate is reckoned, which words order stages and depths, at what rate money is converted.
// Rules: policy.md. Records refer by name, so that uniting two names rewrites nothing.
import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { findPeriod } from '../../period/index.ts';
import { decimalTextSchema as decimal, unitCodeSchema } from '../../quantity/model.ts';
import { subjectTypes } from '../claims/model.ts';
import { groundSchema } from '../ledger/standing.ts';

const name = z.string().trim().min(1).max(500);
const code = z.string().trim().min(1).max(200);
const words = z.string().max(2000);
const note = z.string().max(20_000);
const span = z
  .string()
  .max(120)
  .refine((text) => findPeriod(text) !== undefined, 'errors:issue.period')
  .nullable();
const evidence = z.array(idSchema).max(1000);

export const thingTypes = subjectTypes;

export const thingSchema = z.strictObject({
  id: idSchema,
  name,
  aliases: z.array(name).max(200),
  types: z.array(z.enum(thingTypes)).max(thingTypes.length),
  /** A fee, a duty, a listing: a word of the workbook's own. */
  class: code.nullable(),
  /** Codes of scales that order its stages and its depths. */
  stages: code.nullable(),
  ladder: code.nullable(),
  area: z.array(code).max(64),
  summary: words,
  note,
});
export type Thing = z.infer<typeof thingSchema>;

export const linkKinds = ['part_of', 'replaces', 'cause', 'affects', 'comparable', 'counts'] as const;
export type LinkKind = (typeof linkKinds)[number];

/** One end by name or by claim: exactly one of the two is set. */
export const linkSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(linkKinds),
  fromName: name.nullable(),
  fromClaim: idSchema.nullable(),
  toName: name.nullable(),
  toClaim: idSchema.nullable(),
  period: span,
  claims: evidence,
  note,
});
export type Link = z.infer<typeof linkSchema>;

export const scheduleForms = ['proportional', 'steps', 'linear', 'formula'] as const;
export const driverSchema = z.strictObject({ measure: code, unit: unitCodeSchema.nullable() });

export const scheduleSchema = z.strictObject({
  id: idSchema,
  of: name,
  gives: z.enum(['rate', 'share']),
  /** To whom the share goes. */
  recipient: name.nullable(),
  driver: driverSchema,
  unit: unitCodeSchema.nullable(),
  form: z.enum(scheduleForms),
  /** Pairs of driver and result, drivers rising. */
  points: z.array(z.tuple([decimal, decimal])).max(1000),
  formula: z.string().max(500),
  floor: decimal.nullable(),
  cap: decimal.nullable(),
  period: span,
  claims: evidence,
  note,
});
export type Schedule = z.infer<typeof scheduleSchema>;

export const stageDoes = ['drafts', 'decides', 'opens', 'holds', 'changes', 'pauses', 'resumes', 'closes', 'notes'] as const;
export const stageTracks = ['draft', 'force', 'either'] as const;

export const stepSchema = z.strictObject({
  code,
  label: z.string().max(200).default(''),
  /** Stages only: what the word does to a life cycle, and to which track. */
  does: z.enum(stageDoes).nullable().default(null),
  on: z.enum(stageTracks).nullable().default(null),
  /** Stages only: a stage that must come before. */
  after: code.nullable().default(null),
});
export type ScaleStep = z.infer<typeof stepSchema>;

export const scaleKinds = ['stages', 'ladder'] as const;
export const scaleSchema = z.strictObject({
  id: idSchema,
  code,
  kind: z.enum(scaleKinds),
  label: z.string().max(200),
  /** A ladder from the shallowest to the deepest. */
  steps: z.array(stepSchema).min(1).max(200),
});
export type Scale = z.infer<typeof scaleSchema>;

export const ownRateSchema = z.strictObject({ value: decimal, unit: unitCodeSchema, reason: z.string().trim().min(1).max(2000) });

export const conversionSchema = z.strictObject({
  id: idSchema,
  name,
  fromUnit: unitCodeSchema,
  toUnit: unitCodeSchema,
  /** The claim that states the rate, or a rate of the analyst's own with a reason: exactly one of the two is set. */
  claim: idSchema.nullable(),
  own: ownRateSchema.nullable(),
  note,
});
export type Conversion = z.infer<typeof conversionSchema>;

/** What the analyst holds of an event that claims date or name apart: one of the claims, or a date of one's own. */
export const eventVerdictSchema = z.strictObject({
  id: idSchema,
  /** The claims that were weighed, sorted. */
  claims: z.array(idSchema).min(1).max(1000),
  /** The claim that is followed. Neither it nor an own date: "cannot be decided yet". */
  claimId: idSchema.nullable(),
  own: span,
  reason: z.string().max(4000),
  by: z.string().max(500),
  at: z.iso.datetime(),
  /** What each claim said when it was weighed, by claim id. */
  ground: groundSchema,
});
export type EventVerdict = z.infer<typeof eventVerdictSchema>;

/** What the rules read of a workbook's own descriptions. */
export interface Descriptions {
  readonly things: readonly Thing[];
  readonly links: readonly Link[];
  readonly schedules: readonly Schedule[];
  readonly scales: readonly Scale[];
  readonly conversions: readonly Conversion[];
  readonly verdicts: readonly EventVerdict[];
}
