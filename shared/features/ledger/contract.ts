import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { messageSchema } from '../../message.ts';
import { changeKindSchema, unitCodeSchema } from '../../quantity/model.ts';
import { claimRows, observations } from '../../reads.ts';
import { command, query } from '../../rpc.ts';
import { claimRowSchema, observationStates } from '../claims/contract.ts';
import { measureDraftSchema, measureSchema } from './measures.ts';
import { observationSchema, ownValueSchema, seriesSchema } from './model.ts';

const nameText = z.string().trim().min(1).max(500);
/** The parts of a series key to change; the others stay. */
export const seriesPatchSchema = z
  .strictObject({
    measure: nameText.optional(),
    subject: nameText.optional(),
    area: z.array(nameText).max(32).optional(),
    counterpart: nameText.nullable().optional(),
    basis: z.array(nameText).max(32).optional(),
    unit: unitCodeSchema.nullable().optional(),
  })
  .refine((patch) => Object.keys(patch).length > 0, 'errors:issue.seriesPatch');
export type SeriesPatch = z.infer<typeof seriesPatchSchema>;

const renamedSchema = z.strictObject({
  claims: z.int(),
  /** The series in which the claims stand now. */
  series: z.array(z.string()),
  /** Whether they stand in a series that was there before. */
  joined: z.boolean(),
});

/** Ids of two series. */
const twoSeriesSchema = z.strictObject({ one: z.string().max(80), other: z.string().max(80) });
/** Two series and the field in which they differ. */
const seriesPairSchema = z.strictObject({ one: seriesSchema, other: seriesSchema, field: z.enum(['measure', 'subject', 'basis']) });

/** As its sources had it on a day: what may have been said stands beside, and whether a verdict came later. */
export const listedObservationSchema = observationSchema.extend({
  state: z.enum([...observationStates, 'unsure']),
  unsure: z.array(z.strictObject({ claim: idSchema, why: z.enum(['undated', 'window']) })),
  later: z.boolean(),
});
export type ListedObservation = z.infer<typeof listedObservationSchema>;

export const ledgerContract = {
  series: query('List the series of the workbook', z.strictObject({}), z.strictObject({ series: z.array(seriesSchema) }), observations),
  list: query(
    'Read the observations of all series, or of one',
    z.strictObject({ series: z.string().max(500).optional() }),
    z.strictObject({ observations: z.array(observationSchema) }),
    observations,
  ),
  asSaid: query(
    'Read the observations as the sources had them on a day, with what may have been said',
    z.strictObject({ series: z.string().max(500).optional() }),
    z.strictObject({ observations: z.array(listedObservationSchema) }),
    observations,
  ),
  observation: query(
    'Read one observation with its claims',
    z.strictObject({ id: z.string().max(80) }),
    observationSchema.extend({
      rows: z.array(claimRowSchema),
      /** What the default order of proof would adopt, and why; null where nothing sets one claim before the others. */
      proposal: z.strictObject({ claimId: idSchema, why: messageSchema }).nullable(),
    }),
    { ...claimRows, ...observations, claim: 'all' },
  ),
  seriesFor: query(
    'Say which series a figure would join, and which are near one that it would begin',
    z.strictObject({
      measure: nameText,
      subject: nameText,
      area: z.array(nameText).max(32).default([]),
      counterpart: nameText.nullable().default(null),
      basis: z.array(nameText).max(32).default([]),
      unit: unitCodeSchema.nullable().default(null),
      change: changeKindSchema.nullable().default(null),
      /** EDTF; it tells how often the series is measured. */
      period: z.string().max(200).nullable().default(null),
    }),
    z.strictObject({
      /** Null where it begins one. */
      series: seriesSchema.nullable(),
      /** The nearest first. */
      near: z.array(seriesSchema),
    }),
    observations,
  ),
  alike: query(
    'Propose series that may be one under another name',
    z.strictObject({}),
    z.strictObject({
      pairs: z.array(seriesPairSchema),
      /** Judged to be two, and not proposed again. */
      apart: z.array(seriesPairSchema),
    }),
    { ...observations, series_apart: 'all' },
  ),
  keepApart: command('Judge two series not to be one under two names', twoSeriesSchema, twoSeriesSchema),
  proposeAgain: command('Take back that two series are not one', twoSeriesSchema, twoSeriesSchema),
  renameSeries: command(
    'Rename a series; to the name of another, it joins that one',
    z.strictObject({ seriesId: z.string().max(80), to: seriesPatchSchema }),
    renamedSchema,
  ),
  splitSeries: command(
    'Move claims to a series of their own, or to another',
    z.strictObject({ claimIds: z.array(idSchema).min(1).max(10_000), to: seriesPatchSchema }),
    renamedSchema,
  ),
  measures: query(
    'List the measures with what is known of them',
    z.strictObject({}),
    z.strictObject({
      measures: z.array(
        z.strictObject({
          code: z.string(),
          claims: z.int(),
          /** The unit of the first claim on it. */
          unit: z.string().nullable(),
          family: z.string(),
          isAdditive: z.boolean(),
          described: measureSchema.nullable(),
        }),
      ),
    }),
    { claim: ['measure', 'value'], measure: 'all' },
  ),
  describeMeasure: command('Say what a measure counts, its family, unit, range and whether it adds up', measureDraftSchema, measureSchema),
  forgetMeasure: command('Forget what was said of a measure', z.strictObject({ id: idSchema }), z.strictObject({ removed: z.int() })),
  decide: command(
    'Give a verdict on an observation, with a reason',
    z.strictObject({
      observationId: z.string().max(80),
      claimId: idSchema.nullable().default(null),
      reading: z.int().min(0).max(15).nullable().default(null),
      own: ownValueSchema.nullable().default(null),
      reason: z.string().trim().min(1).max(4000),
    }),
    observationSchema,
  ),
  reopen: command('Take a verdict back', z.strictObject({ observationId: z.string().max(80) }), observationSchema),
};
