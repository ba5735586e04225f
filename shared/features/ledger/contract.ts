import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { decimalTextSchema, qualifierSchema } from '../../quantity/model.ts';
import { command, query } from '../../rpc.ts';
import { claimRowSchema } from '../claims/contract.ts';
import { observationSchema, seriesSchema } from './model.ts';

export const ledgerContract = {
  series: query('List the series of the workbook', z.strictObject({}), z.strictObject({ series: z.array(seriesSchema) })),
  list: query(
    'Read the observations of all series, or of one',
    z.strictObject({ series: z.string().max(500).optional() }),
    z.strictObject({ observations: z.array(observationSchema) }),
  ),
  observation: query(
    'Read one observation with its claims',
    z.strictObject({ id: z.string().max(80) }),
    observationSchema.extend({ rows: z.array(claimRowSchema) }),
  ),
  decide: command(
    'Give a verdict on an observation, with a reason',
    z.strictObject({
      observationId: z.string().max(80),
      claimId: idSchema.nullable().default(null),
      reading: z.int().min(0).max(15).nullable().default(null),
      own: z
        .strictObject({ low: decimalTextSchema.nullable(), high: decimalTextSchema.nullable(), qualifier: qualifierSchema })
        .nullable()
        .default(null),
      reason: z.string().trim().min(1).max(4000),
    }),
    observationSchema,
  ),
  reopen: command('Take a verdict back', z.strictObject({ observationId: z.string().max(80) }), observationSchema),
};
