import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { timeMarks } from '../../reads.ts';
import { query } from '../../rpc.ts';
import { stances } from '../claims/model.ts';

/** One bar or mark. Bounds are days; null is open. */
export const timelineItemSchema = z.strictObject({
  claimId: idSchema,
  kind: z.enum(['event', 'statement']),
  label: z.string(),
  stage: z.string().nullable(),
  stance: z.enum(stances).nullable(),
  status: z.string().nullable(),
  when: z.string().nullable(),
  earliest: z.string().nullable(),
  latest: z.string().nullable(),
  /** true: throughout the bounds; false: some time between them. */
  isThroughout: z.boolean(),
  isApproximate: z.boolean(),
  sourceTitle: z.string().nullable(),
});
export type TimelineItem = z.infer<typeof timelineItemSchema>;

export const laneSchema = z.strictObject({ id: z.string(), label: z.string(), type: z.string(), items: z.array(timelineItemSchema) });
export type Lane = z.infer<typeof laneSchema>;

export const timelineContract = {
  lanes: query(
    'Read the events in lanes',
    z.strictObject({ by: z.enum(['subject', 'type', 'actor', 'tag']).default('subject'), withStatements: z.boolean().default(true) }),
    z.strictObject({ lanes: z.array(laneSchema), undated: z.int(), earliest: z.string().nullable(), latest: z.string().nullable() }),
    timeMarks,
  ),
};
