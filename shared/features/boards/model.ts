// Boards of panels and the analyst's notes. A panel names what it draws by the keys of series, without their frequency, so that
// months and years of one series stand in one panel. Rules: boards.md.
import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { findPeriod } from '../../period/index.ts';
import { decimalTextSchema, unitCodeSchema } from '../../quantity/model.ts';
import { statusClassSchema } from '../ledger/model.ts';
import { cycleTracks } from '../policy/tracks.ts';

const name = z.string().trim().min(1).max(500);
const reason = z.string().max(2000);
export const momentSchema = z
  .string()
  .max(120)
  .refine((text) => findPeriod(text) !== undefined, 'errors:issue.period');

export const axes = ['shared', 'own'] as const;

export const boardSchema = z.strictObject({
  id: idSchema,
  name,
  /** Its position among the boards. */
  place: z.int().min(0).max(1_000_000),
  /** One time axis for all of its panels, or one each. */
  axis: z.enum(axes),
  /** EDTF: the first day that is shown, and the first no longer. */
  first: momentSchema.nullable(),
  last: momentSchema.nullable(),
});
export type Board = z.infer<typeof boardSchema>;

/** A series without its frequency. */
export const seriesNameSchema = z.strictObject({
  measure: z.string().max(500),
  subject: z.string().max(500),
  area: z.array(z.string().max(500)).max(64),
  counterpart: z.string().max(500).nullable(),
  basis: z.array(z.string().max(500)).max(64),
  unit: unitCodeSchema.nullable(),
  change: z.string().max(40).nullable(),
});
export type SeriesName = z.infer<typeof seriesNameSchema>;

/** `isParted`: claims were split off since the panel was written. */
export const seriesStrandSchema = seriesNameSchema.extend({ isParted: z.boolean().default(false) });
/** Rates of a thing as steps, and the path that follows them as a band a year. */
export const ratesStrandSchema = z.strictObject({
  rates: name,
  basis: z.array(z.string().max(500)).max(64),
  as: z.enum(['amount', 'index']),
  base: z.iso.date().nullable(),
  /** First and last year, such as 2024/2030. */
  years: z
    .string()
    .regex(/^\d{4}(\/\d{4})?$/)
    .nullable(),
});
/** Several series drawn as one, for a reason that is always shown. */
export const joinStrandSchema = z.strictObject({ join: z.array(seriesStrandSchema).min(2).max(12), why: reason.trim().min(1) });
export const strandSchema = z.union([seriesStrandSchema, ratesStrandSchema, joinStrandSchema]);
export type Strand = z.infer<typeof strandSchema>;
export type SeriesStrand = z.infer<typeof seriesStrandSchema>;
export type RatesStrand = z.infer<typeof ratesStrandSchema>;
export type JoinStrand = z.infer<typeof joinStrandSchema>;

export const forms = ['line', 'step', 'bars', 'stacked', 'share', 'scatter', 'multiples', 'timeline', 'statements'] as const;
export type Form = (typeof forms)[number];

export const transformSchema = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('index'), base: momentSchema }),
  z.strictObject({
    of: z.literal('change'),
    on: z.enum(['prior', 'year']),
    as: z.enum(['percent', 'points', 'absolute', 'factor']).nullish(),
  }),
]);
export type Transform = z.infer<typeof transformSchema>;

export const ySchema = z.strictObject({ from: z.number().nullish(), to: z.number().nullish(), log: z.boolean().nullish() });
export const secondSchema = z.strictObject({ strands: z.array(z.int().min(0).max(100)).max(100), why: reason });
export const eventsSchema = z.strictObject({ thing: name, tracks: z.array(z.enum(cycleTracks)).max(cycleTracks.length) });

/** A figure of a finding or a note: what a series holds at a time, or one claim. */
export const figureSchema = z.union([
  z.strictObject({ of: seriesNameSchema, at: momentSchema, class: statusClassSchema.nullish(), issuer: z.string().max(500).nullish() }),
  z.strictObject({ claim: idSchema }),
]);
export type Figure = z.infer<typeof figureSchema>;

const sideSchema = z.strictObject({ thing: name, stage: z.string().max(200), claim: idSchema.nullish() });
export type Side = z.infer<typeof sideSchema>;
export const whenSchema = z.union([z.strictObject({ before: sideSchema }), z.strictObject({ after: sideSchema })]);
export type When = z.infer<typeof whenSchema>;

export const hows = ['about', 'over', 'under', 'at_least', 'at_most'] as const;
const how = z.enum(hows);
/** By how much: exactly one of the numbers. */
export const bySchema = z.union([
  z.strictObject({ times: z.number(), how }),
  z.strictObject({ percent: z.number(), how }),
  z.strictObject({ points: z.number(), how }),
  z.strictObject({ absolute: z.number(), how }),
]);
export type By = z.infer<typeof bySchema>;

const when = whenSchema.nullish();
const of = seriesNameSchema;
export const findingKinds = ['rose', 'fell', 'peaked', 'bottomed', 'above', 'below', 'gap', 'share'] as const;
export const findingSchema = z.discriminatedUnion('is', [
  z.strictObject({ is: z.enum(['rose', 'fell']), of, from: momentSchema, to: momentSchema, by: bySchema.nullish(), when }),
  z.strictObject({ is: z.enum(['peaked', 'bottomed']), of, in: momentSchema, within: z.tuple([momentSchema, momentSchema]).nullish(), when }),
  z.strictObject({ is: z.enum(['above', 'below']), figure: figureSchema, than: z.union([z.number(), figureSchema]), when }),
  z.strictObject({ is: z.enum(['gap', 'share']), figure: figureSchema, than: figureSchema, by: bySchema, when }),
]);
export type Finding = z.infer<typeof findingSchema>;

export const panelSchema = z.strictObject({
  id: idSchema,
  board: idSchema,
  name,
  place: z.int().min(0).max(1_000_000),
  title: z.string().max(5000),
  findings: z.array(findingSchema).max(50),
  strands: z.array(strandSchema).max(50),
  form: z.enum(forms),
  transform: transformSchema.nullable(),
  y: ySchema.nullable(),
  second: secondSchema.nullable(),
  events: z.array(eventsSchema).max(50),
  /** Names of things whose lanes stand in the panel. */
  lanes: z.array(name).max(200),
  /** What was known on a day. */
  known: z.iso.date().nullable(),
  /** Dashes over what nobody told. */
  bridge: z.boolean(),
  first: momentSchema.nullable(),
  last: momentSchema.nullable(),
});
export type Panel = z.infer<typeof panelSchema>;

export const boundTo = ['claim', 'observation', 'interval', 'when'] as const;

/** Where something stands in a panel: days, and the bounds of its value. */
export const standsSchema = z.strictObject({
  from: z.string().nullable(),
  /** The first day no longer. */
  to: z.string().nullable(),
  low: decimalTextSchema.nullable(),
  high: decimalTextSchema.nullable(),
  unit: z.string().nullable(),
});
export type Stands = z.infer<typeof standsSchema>;

/** Words of the analyst on a claim, a figure of a series, an interval of a life cycle, or a day of their own. */
export const noteSchema = z.strictObject({
  id: idSchema,
  bound: z.enum(boundTo),
  /** The claim that it is on, or by which its interval begins. */
  claim: idSchema.nullable(),
  figure: figureSchema.nullable(),
  thing: name.nullable(),
  track: z.enum(cycleTracks).nullable(),
  moment: momentSchema.nullable(),
  text: z.string().trim().min(1).max(20_000),
  /** The only panel that it stands in. */
  panel: idSchema.nullable(),
  /** The name of the thing in whose lane it stands. */
  lane: name.nullable(),
  /** Where what it is on stood when it was written. */
  stood: standsSchema.nullable(),
});
export type Note = z.infer<typeof noteSchema>;
