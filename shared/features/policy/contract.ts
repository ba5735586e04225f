import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { messageSchema } from '../../message.ts';
import { describedThings, observations, type Reads } from '../../reads.ts';
import { command, query } from '../../rpc.ts';
import { describedInBoards } from '../boards/described.ts';
import { stances } from '../claims/model.ts';
import {
  conversionSchema,
  eventVerdictSchema,
  linkKinds,
  linkSchema,
  ownRateSchema,
  scaleKinds,
  scaleSchema,
  scheduleForms,
  scheduleSchema,
  stageDoes,
  stageTracks,
  thingSchema,
  thingTypes,
} from './model.ts';
import { cycleTracks } from './tracks.ts';

const { name, note } = thingSchema.shape;
const ref = z.string().max(200).optional();
const scheduleShape = scheduleSchema.shape;
const conversionShape = conversionSchema.shape;

const endSchema = z.union([z.strictObject({ name }), z.strictObject({ claim: idSchema })]);

/** Records as they are described: what is left out stays as it was, or is empty. */
export const describedSchema = z.discriminatedUnion('record', [
  z.strictObject({ ...thingSchema.partial().shape, name, record: z.literal('thing'), ref }),
  z.strictObject({
    record: z.literal('link'),
    ref,
    id: idSchema.optional(),
    kind: z.enum(linkKinds),
    from: endSchema,
    to: endSchema,
    period: linkSchema.shape.period.optional(),
    claims: linkSchema.shape.claims.optional(),
    note: note.optional(),
  }),
  z.strictObject({
    record: z.literal('schedule'),
    ref,
    id: idSchema.optional(),
    of: name,
    gives: scheduleShape.gives,
    to: scheduleShape.recipient.optional(),
    driver: scheduleShape.driver,
    unit: scheduleShape.unit.optional(),
    form: z.enum(scheduleForms),
    points: scheduleShape.points.optional(),
    formula: scheduleShape.formula.optional(),
    floor: scheduleShape.floor.optional(),
    cap: scheduleShape.cap.optional(),
    period: scheduleShape.period.optional(),
    claims: scheduleShape.claims.optional(),
    note: note.optional(),
  }),
  z.strictObject({
    record: z.literal('scale'),
    ref,
    id: idSchema.optional(),
    code: scaleSchema.shape.code,
    kind: z.enum(scaleKinds),
    label: scaleSchema.shape.label.optional(),
    steps: scaleSchema.shape.steps,
  }),
  z.strictObject({
    record: z.literal('conversion'),
    ref,
    id: idSchema.optional(),
    name: conversionShape.name,
    from: conversionShape.fromUnit,
    to: conversionShape.toUnit,
    claim: idSchema.nullish(),
    own: ownRateSchema.nullish(),
    note: note.optional(),
  }),
  ...describedInBoards,
]);
export type Described = z.output<typeof describedSchema>;
export type DescribedOf<K extends Described['record']> = Extract<Described, { record: K }>;

const day = z.string().nullable();
export const windowSchema = z.strictObject({ earliest: day, latest: day });
const ids = z.array(idSchema);
const decimal = z.string().nullable();

export { cycleTracks as tracks, type Track } from './tracks.ts';
export const thingStates = ['draft', 'decided', 'in_force', 'paused', 'halted', 'ended', 'planned', 'hypothetical', 'overdue', 'unknown'] as const;
export type ThingState = (typeof thingStates)[number];

/** Why something began or ended, in the words of the claim; `events` are those that a link names, or, where proposed, that the words name. */
export const causeSchema = z.strictObject({
  /** Whose event was brought about. */
  claim: idSchema,
  words: z.string(),
  events: ids,
  proposed: z.boolean(),
});

export const intervalSchema = z.strictObject({
  track: z.enum(cycleTracks),
  stage: z.string().nullable(),
  /** 1, 2, 3 …: the steps of something in force. */
  step: z.int(),
  from: windowSchema,
  /** The first day no longer; null where nothing ends it. */
  to: windowSchema.nullable(),
  until: day,
  by: z.array(z.string()),
  with: z.array(z.string()),
  details: z.record(z.string(), z.array(z.string())),
  depth: z.string().nullable(),
  /** What no text of this interval says, but one before it: `by`, `with`, `depth` or kinds of details. */
  carried: z.array(z.string()),
  condition: z.string().nullable(),
  /** Earlier dates of a plan. */
  was: z.array(z.strictObject({ from: windowSchema, madeOn: windowSchema, claims: ids })),
  causes: z.array(causeSchema),
  claims: ids,
  /** The claims that end it. */
  endedBy: ids,
});
export type Interval = z.infer<typeof intervalSchema>;

export const listingSchema = z.strictObject({ batch: z.string(), from: windowSchema, to: windowSchema.nullable(), claims: ids });
export type Listing = z.infer<typeof listingSchema>;

export const problemSchema = z.strictObject({ kind: z.string(), why: messageSchema, claims: ids });
export type Problem = z.infer<typeof problemSchema>;

const namedThing = { name: z.string(), names: z.array(z.string()), types: z.array(z.string()), class: z.string().nullable() };

/** What was decided on events of the thing. */
export const eventVerdictAnswerSchema = eventVerdictSchema.omit({ ground: true }).extend({
  isStale: z.boolean(),
  /** What changed beneath it; empty unless stale. */
  staleBecause: z.array(messageSchema),
});
export type EventVerdictAnswer = z.infer<typeof eventVerdictAnswerSchema>;

export const lifeCycleSchema = z.strictObject({
  name: z.string(),
  types: z.array(z.string()),
  state: z.enum(thingStates),
  intervals: z.array(intervalSchema),
  listings: z.array(listingSchema),
  /** Where it is expected back after its end: the claims of that end. */
  returns: ids,
  problems: z.array(problemSchema),
  /** Claims that fit several transitions. */
  unplaced: ids,
  verdicts: z.array(eventVerdictAnswerSchema),
});
export type LifeCycle = z.infer<typeof lifeCycleSchema>;

export const listedThingSchema = z.strictObject({ ...namedThing, state: z.enum(thingStates), since: windowSchema.nullable(), claims: z.int() });

const bandSchema = z.strictObject({ low: decimal, high: decimal });
export const rateSchema = z.strictObject({
  class: z.string(),
  unit: z.string().nullable(),
  on: z.strictObject({ low: decimal, high: decimal, stage: z.string().nullable(), claims: ids, disputed: z.boolean() }).nullable(),
  steps: z.array(z.strictObject({ from: windowSchema, low: decimal, high: decimal, isChange: z.boolean(), disputed: z.boolean(), claims: ids })),
  readings: z.array(z.strictObject({ label: messageSchema, at: z.record(z.string(), bandSchema) })),
  band: z.record(z.string(), bandSchema),
  /** What is missing for a rate. */
  needs: z.array(messageSchema),
  /** All that it rests on: paths and levels, or the evidence of a schedule and its driver. */
  claims: ids,
});
export type Rate = z.infer<typeof rateSchema>;

export const positionSchema = z.strictObject({
  actor: z.string(),
  about: z.string(),
  stance: z.enum(stances),
  when: windowSchema,
  gist: z.string(),
  by: z.string().nullable(),
  /** The person who spoke for the organisation. */
  via: z.string().nullable(),
  /** false where only a group without a name is said to hold it. */
  named: z.boolean(),
  state: z.enum(['held', 'changed', 'disputed']),
  earlier: z.array(z.strictObject({ stance: z.enum(stances), when: windowSchema, gist: z.string(), claims: ids })),
  claims: ids,
});
export type Position = z.infer<typeof positionSchema>;

export const planSchema = z.strictObject({
  name: z.string(),
  measure: z.string(),
  period: z.string().nullable(),
  state: z.enum(['single', 'revised']),
  issuer: z.string().nullable(),
  unit: z.string().nullable(),
  vintages: z.array(
    z.strictObject({
      low: decimal,
      high: decimal,
      madeOn: windowSchema,
      current: z.boolean(),
      change: z.strictObject({ percent: decimal }).nullable(),
      claims: ids,
    }),
  ),
  actual: z.strictObject({ low: decimal, high: decimal, claims: ids }).nullable(),
  /** Per cent of the plan that was last told before the period ended. */
  attainment: bandSchema.nullable(),
  problems: z.array(problemSchema),
});
export type Plan = z.infer<typeof planSchema>;

export const countSchema = z.strictObject({
  of: z.string(),
  claim: idSchema,
  low: decimal,
  high: decimal,
  named: z.int(),
  members: z.array(z.string()),
  result: z.enum(['agrees', 'short', 'over', 'untold']),
});
export type Count = z.infer<typeof countSchema>;

export const batchSchema = z.strictObject({
  name: z.string(),
  authority: z.string().nullable(),
  when: windowSchema,
  members: z.array(z.strictObject({ name: z.string(), on: windowSchema, off: windowSchema.nullable(), claims: ids })),
  counts: z.array(countSchema),
  effects: ids,
});
export type Batch = z.infer<typeof batchSchema>;

export const inForceSchema = z.strictObject({
  name: z.string(),
  answer: z.enum(['yes', 'no', 'unsure']),
  state: z.enum(thingStates),
  since: windowSchema.nullable(),
  until: windowSchema.nullable(),
  /** Nobody has told of that day. */
  assumed: z.boolean(),
  why: z.array(z.strictObject({ words: messageSchema, claims: ids })),
});
export type InForce = z.infer<typeof inForceSchema>;

export const thingPageSchema = lifeCycleSchema.extend({
  names: namedThing.names,
  class: namedThing.class,
  summary: z.string(),
  record: thingSchema.nullable(),
  parts: z.array(z.string()),
  rates: z.array(rateSchema),
  schedules: z.array(scheduleSchema.extend({ to: z.string().nullable() })),
  positions: z.array(positionSchema),
  plans: z.array(planSchema),
  counts: z.array(countSchema),
  comparable: z.array(z.string()),
  depth: z.string().nullable(),
});
export type ThingPage = z.infer<typeof thingPageSchema>;

/** What claims say of things, and what is described of them. */
const policies: Reads = { ...observations, ...describedThings, claim: { except: ['tags', 'original'] }, passage: ['place'] };

const on = z.iso.date().optional();
const named = z.strictObject({ name: z.string().min(1).max(500), on });

export const policyContract = {
  describe: command(
    'Describe things, links, schedules, scales, conversions, boards, panels and notes, all or none',
    z.strictObject({ records: z.array(describedSchema).min(1).max(10_000) }),
    z.strictObject({ records: z.array(z.strictObject({ record: z.string(), id: idSchema, ref: z.string().nullable() })) }),
  ),
  forget: command(
    'Remove what was described',
    z.strictObject({ record: z.enum(['thing', 'link', 'schedule', 'scale', 'conversion']), id: idSchema }),
    z.strictObject({ removed: z.int() }),
  ),
  decide: command(
    'Give a verdict on events that claims date or name apart, with a reason',
    z.strictObject({
      claims: ids.min(1).max(1000),
      /** The claim that is followed; without it and without an own date the verdict is "cannot be decided yet". */
      claimId: idSchema.nullable().default(null),
      own: eventVerdictSchema.shape.own.default(null),
      reason: z.string().trim().min(1).max(4000),
    }),
    z.strictObject({ id: idSchema }),
  ),
  reopen: command('Take a verdict on events back', z.strictObject({ id: idSchema }), z.strictObject({ removed: z.int() })),
  described: query(
    'Read what was described',
    z.strictObject({}),
    z.strictObject({
      things: z.array(thingSchema),
      links: z.array(linkSchema),
      schedules: z.array(scheduleSchema),
      scales: z.array(scaleSchema),
      conversions: z.array(conversionSchema),
      verdicts: z.array(eventVerdictSchema.omit({ ground: true })),
    }),
    describedThings,
  ),
  words: query(
    'Read the words that stages, depths, classes, batches and details have here',
    z.strictObject({}),
    z.strictObject({
      stages: z.array(z.strictObject({ code: z.string(), label: z.string(), does: z.enum(stageDoes), on: z.enum(stageTracks) })),
      ladders: z.array(scaleSchema.pick({ code: true, label: true, steps: true })),
      types: z.array(z.enum(thingTypes)),
      classes: z.array(z.string()),
      batches: z.array(z.string()),
      details: z.array(z.string()),
    }),
    { ...describedThings, claim: ['batch', 'details', 'depth', 'stage'] },
  ),
  instruments: query('List the instruments', z.strictObject({ on }), z.array(listedThingSchema), policies),
  projects: query('List the projects', z.strictObject({ on }), z.array(listedThingSchema), policies),
  lifecycle: query('Read the life cycle of a thing', named, lifeCycleSchema, policies),
  instrument: query('Read what is known of an instrument', named, thingPageSchema, policies),
  project: query('Read what is known of a project', named, thingPageSchema, policies),
  inforce: query(
    'Tell what was in force on a day',
    /** One thing by its name, else all of a type. */
    z.strictObject({ name: z.string().max(500).optional(), type: z.enum(['instrument', 'project']).optional(), on }),
    z.array(inForceSchema),
    policies,
  ),
  rates: query(
    'Read the rates of an instrument',
    z.strictObject({
      name: z.string().min(1).max(500),
      on,
      as: z.enum(['amount', 'index']).default('amount'),
      base: z.iso.date().optional(),
      /** First and last year, such as 2024/2030. */
      years: z
        .string()
        .regex(/^\d{4}(\/\d{4})?$/)
        .optional(),
      given: z.record(z.string().max(200), z.string().max(60)).default({}),
    }),
    z.array(rateSchema),
    policies,
  ),
  plans: query('List plans with their versions', z.strictObject({ name: z.string().max(500).optional() }), z.array(planSchema), policies),
  positions: query(
    'List who stands where on what',
    z.strictObject({ about: z.string().max(500).optional(), actor: z.string().max(500).optional() }),
    z.array(positionSchema),
    policies,
  ),
  batches: query('List the batches of listings', z.strictObject({ name: z.string().max(500).optional() }), z.array(batchSchema), policies),
  counts: query('Set stated counts beside what is named', z.strictObject({}), z.array(countSchema), policies),
  convert: query(
    'Convert a figure at a named rate',
    z.strictObject({ claim: idSchema, with: z.string().min(1).max(500) }),
    z.strictObject({ low: decimal, high: decimal, unit: z.string(), conversion: z.string(), claims: ids }),
    policies,
  ),
};
