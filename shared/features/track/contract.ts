import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { observations } from '../../reads.ts';
import { query } from '../../rpc.ts';

export const trackOf = ['source', 'speaker', 'origin'] as const;
export const trackCounts = ['adopted', 'rejected', 'corrected', 'contradicted', 'open'] as const;
const count = z.int();

export const trackRecordSchema = z.strictObject({
  of: z.enum(trackOf),
  name: z.string(),
  figures: count,
  adopted: count,
  rejected: count,
  corrected: count,
  contradicted: count,
  open: count,
  /** What stands behind each number; `by`: the claim or the verdict that told otherwise, or adopted it. */
  cases: z.array(z.strictObject({ count: z.enum(trackCounts), claim: idSchema, by: z.string().nullable() })),
});
export type TrackRecord = z.infer<typeof trackRecordSchema>;

const name = z.string().min(1).max(1000).optional();

export const trackContract = {
  list: query(
    'Count how the figures of sources, speakers and origins fared',
    z.strictObject({ source: name, speaker: name, origin: name }),
    z.strictObject({ records: z.array(trackRecordSchema) }),
    { ...observations, source: 'all' },
  ),
};
