import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { describedThings, observations, type Reads, timeMarks } from '../../reads.ts';
import { query } from '../../rpc.ts';
import { stances } from '../claims/model.ts';
import { thingStates, tracks, windowSchema } from '../policy/contract.ts';
import { stageDoes } from '../policy/model.ts';

/** An event or statement. Bounds are days; null is open. */
export const timelineItemSchema = z.strictObject({
  claimId: idSchema,
  kind: z.enum(['event', 'statement', 'figure']),
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

const ids = z.array(idSchema);
const amount = z.string().nullable();

/** What stands in a lane: the days it covers, and the claims that say so. */
export const timelineMarkSchema = z.strictObject({
  id: z.string(),
  /** `bar` an interval, `plan` a version of a planned figure, `step` and `band` a rate, `quote` a statement, `note` words of the analyst, `cluster` several that stand too close. */
  shape: z.enum(['bar', 'point', 'plan', 'step', 'band', 'note', 'quote', 'cluster']),
  track: z.enum(tracks).nullable(),
  /** What the stage of an event does to a life cycle. */
  does: z.enum(stageDoes).nullable(),
  stage: z.string().nullable(),
  /** 1, 2, 3 …: the steps of something in force. */
  step: z.int(),
  /** The list that it stands on. */
  batch: z.string().nullable(),
  label: z.string(),
  from: windowSchema,
  /** The first day no longer; null for a point, and for a bar that nothing ends. */
  to: windowSchema.nullable(),
  low: amount,
  high: amount,
  unit: z.string().nullable(),
  /** For what time a plan was made. */
  period: z.string().nullable(),
  /** The latest version of a plan. */
  current: z.boolean(),
  /** Its date is the analyst's, and no source's. */
  own: z.boolean(),
  n: z.int(),
  claims: ids,
  /** The claims by which a bar ends. */
  endedBy: ids,
});
export type TimelineMark = z.infer<typeof timelineMarkSchema>;

export const laneSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** Of what it is: a type of thing, `rate`, `statement`, `note`, `type`, `batch`, `actor` or `tag`. */
  kind: z.string(),
  /** The name of the thing that it is a part of. */
  parent: z.string().nullable(),
  state: z.enum(thingStates).nullable(),
  /** Lanes of parts whose marks stand here. */
  folded: z.int(),
  marks: z.array(timelineMarkSchema),
  /** Events without a date. */
  undated: ids,
});
export type Lane = z.infer<typeof laneSchema>;

const countedSchema = z.strictObject({ n: z.int(), claims: ids });

export const lanesBy = ['thing', 'type', 'batch', 'actor', 'tag'] as const;
export type LanesBy = (typeof lanesBy)[number];

/** What claims and descriptions say of things in time. */
const things: Reads = { ...observations, ...timeMarks, ...describedThings, note: 'all' };

export const timelineContract = {
  lanes: query(
    'Read what happened in lanes',
    z.strictObject({
      by: z.enum(lanesBy).default('thing'),
      /** Marks wholly outside are counted instead. */
      from: z.iso.date().optional(),
      to: z.iso.date().optional(),
      /** Lanes of parts deeper than this move into the lane of their whole. */
      fold: z.int().min(0).max(100).optional(),
      on: z.iso.date().optional(),
      /** Pixels of the lanes: marks that stand too close are joined, and labels have their places. */
      size: z.strictObject({ width: z.int().min(100).max(20_000), height: z.int().min(50).max(200_000) }).optional(),
    }),
    z.strictObject({
      lanes: z.array(laneSchema),
      labels: z
        .strictObject({
          wanted: z.int(),
          placed: z.array(z.strictObject({ text: z.string(), x: z.number(), y: z.number(), w: z.number(), h: z.number() })),
          counted: z.array(z.strictObject({ x: z.number(), n: z.int(), claims: ids })),
        })
        .nullable(),
      /** The claims that marks name, each once. */
      items: z.array(timelineItemSchema),
      /** What brought something about: from an event to what began or ended for it. */
      causes: z.array(z.strictObject({ from: idSchema, to: idSchema, proposed: z.boolean(), claims: ids })),
      before: countedSchema,
      after: countedSchema,
      undated: countedSchema,
    }),
    things,
  ),
};
