import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { measuredSchema } from '../../quantity/index.ts';
import { describedThings, observations } from '../../reads.ts';
import { command, query } from '../../rpc.ts';
import { observationStates } from '../claims/contract.ts';
import { figureStatuses } from '../claims/model.ts';
import { seriesSchema } from '../ledger/model.ts';
import { intervalSchema } from '../policy/contract.ts';
import { timelineItemSchema } from '../timeline/contract.ts';

/** A number lives on a period. Bounds are decimal text in the series' unit, scaled (multiplier applied); null is open. */
export const chartPointSchema = z.strictObject({
  claimId: idSchema,
  observationId: z.string(),
  period: z.string(),
  earliest: z.string().nullable(),
  latest: z.string().nullable(),
  low: z.string().nullable(),
  high: z.string().nullable(),
  /** Open readings of the claim: the band they span. */
  bandLow: z.string().nullable(),
  bandHigh: z.string().nullable(),
  /** As worded, or as the adopted reading or own value has it. */
  value: measuredSchema,
  status: z.enum(figureStatuses),
  /** Adopted, the only one, or one among rivals. */
  role: z.enum(['adopted', 'sole', 'rival']),
  state: z.enum(observationStates),
  issuer: z.string().nullable(),
  sourceTitle: z.string().nullable(),
});
export type ChartPoint = z.infer<typeof chartPointSchema>;

export const chartsContract = {
  panel: query(
    'Read the points of chosen series with the events around them',
    z.strictObject({ seriesIds: z.array(z.string().max(80)).min(1).max(12), eventSubjects: z.array(z.string().max(500)).max(32).default([]) }),
    z.strictObject({
      series: z.array(seriesSchema.extend({ points: z.array(chartPointSchema) })),
      events: z.array(timelineItemSchema.extend({ subject: z.string() })),
      /** When those subjects were in force: the same intervals as on the time line. */
      shades: z.array(intervalSchema.pick({ from: true, to: true, step: true, claims: true }).extend({ subject: z.string() })),
      /** Who says it and where it stands; each pair once. */
      sources: z.array(chartPointSchema.pick({ issuer: true, sourceTitle: true })),
    }),
    { ...observations, ...describedThings },
  ),
  move: command(
    "Move a note of one's own to another day or span",
    z.strictObject({ id: idSchema, to: z.string().min(1).max(120) }),
    z.strictObject({ id: idSchema, to: z.string() }),
  ),
};
