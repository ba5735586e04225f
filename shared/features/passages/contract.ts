import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { changeKindSchema, qualifierSchema } from '../../quantity/model.ts';
import { command, query } from '../../rpc.ts';
import { passageRefSchema } from '../claims/model.ts';

/** A figure or date that the finder sees in a text. Positions are Unicode code points, end exclusive. */
export const foundSchema = z.strictObject({
  start: z.int(),
  end: z.int(),
  exact: z.string(),
  type: z.enum(['figure', 'date']),
  low: z.string().nullable(),
  high: z.string().nullable(),
  qualifier: qualifierSchema.nullable(),
  unit: z.string().nullable(),
  multiplier: z.int().nullable(),
  change: changeKindSchema.nullable(),
  edtf: z.string().nullable(),
  earliest: z.string().nullable(),
  latest: z.string().nullable(),
  captured: z.boolean(),
  setAside: z.boolean(),
});
export type Found = z.infer<typeof foundSchema>;

export const passagesContract = {
  found: query(
    'List the figures and dates that the finder sees',
    z.strictObject({ sourceId: idSchema }),
    z.strictObject({ found: z.array(foundSchema) }),
  ),
  ofSource: query(
    'List the passages of a source with their claims',
    z.strictObject({ sourceId: idSchema }),
    z.strictObject({ passages: z.array(passageRefSchema.extend({ claimIds: z.array(idSchema) })) }),
  ),
  setAside: command(
    'Mark a found figure as not relevant, or take that back',
    z.strictObject({ sourceId: idSchema, start: z.int().min(0), end: z.int().min(0), aside: z.boolean() }),
    z.strictObject({ aside: z.boolean() }),
  ),
};
