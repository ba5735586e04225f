// A claim is one thing that one source says. Three kinds share the fields of provenance; each adds its own body.
// These schemas are the form of the command line and of the contract; the store keeps the same fields as columns.
import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { changeKindSchema, multiplierSchema, quantitySchema, unitCodeSchema } from '../../quantity/model.ts';
import { pathSchema, readingSchema } from '../../quantity/readings.ts';

const shortText = z.string().trim().min(1).max(500);
const longText = z.string().max(20_000);
/** EDTF text; its bounds are checked where it is stored, so that the message can name the field. */
export const periodTextSchema = z.string().trim().min(1).max(120);
const oneOrMany = z.union([shortText, z.array(shortText).max(32)]);
const manyNames = oneOrMany.default([]);

export const claimKinds = ['figure', 'event', 'statement'] as const;
export const claimKindSchema = z.enum(claimKinds);
export type ClaimKind = z.infer<typeof claimKindSchema>;

export const figureStatuses = ['actual', 'estimate', 'forecast', 'provisional', 'target', 'plan', 'differs'] as const;
export const eventStatuses = ['happened', 'planned', 'expected'] as const;
export const stances = ['supports', 'opposes', 'doubts', 'affirms', 'denies', 'expects', 'neutral'] as const;
export const hedges = ['stated', 'attributed', 'anonymous', 'projected', 'opinion', 'inferred'] as const;
export const subjectTypes = ['instrument', 'project', 'listing', 'market', 'topic', 'actor'] as const;
export const ranks = ['preferred', 'normal', 'deprecated'] as const;

/** Admiralty credibility 1 (confirmed) to 6 (cannot be judged). */
export const credibilitySchema = z.int().min(1).max(6);
/** Admiralty reliability A (completely reliable) to F (cannot be judged). */
export const reliabilitySchema = z.enum(['A', 'B', 'C', 'D', 'E', 'F']);

export const speakerSchema = z.strictObject({ name: shortText, role: shortText.nullable().optional() });
export type Speaker = z.infer<typeof speakerSchema>;

/** What else an event says of its subject: a product, a site, an owner. `is` names the kind of detail. */
export const detailSchema = z.strictObject({ is: shortText, value: shortText });
export type Detail = z.infer<typeof detailSchema>;

export const cellsSchema = z
  .string()
  .max(40)
  .regex(/^[A-Z]{1,3}[1-9]\d{0,6}(:[A-Z]{1,3}[1-9]\d{0,6})?$/, 'errors:issue.cells');

/** Where the words stand. `start` counts Unicode code points of the source's extracted text. */
export const passageInputSchema = z.strictObject({
  source: shortText,
  exact: z.string().min(1).max(100_000),
  prefix: z.string().max(1000).optional(),
  suffix: z.string().max(1000).optional(),
  start: z.int().min(0).optional(),
  end: z.int().min(0).optional(),
  page: z.int().min(1).nullable().optional(),
  /** A block of cells over several rows, such as `B7:D9`: `exact` is then its cells row by row, apart by tabs, and `start` where the first stands. */
  cells: cellsSchema.optional(),
});
export type PassageInput = z.infer<typeof passageInputSchema>;

const provenance = {
  ref: z.string().max(200).optional(),
  original: longText.default(''),
  saidBy: z.union([shortText, speakerSchema, z.array(z.union([shortText, speakerSchema])).max(32)]).default([]),
  via: manyNames,
  madeOn: periodTextSchema.nullable().default(null),
  madeOnBasis: longText.nullable().default(null),
  credibility: credibilitySchema.default(6),
  hedge: shortText.default('stated'),
  note: longText.default(''),
  tags: z.array(shortText).max(64).default([]),
  rank: z.enum(ranks).default('normal'),
  rankReason: longText.nullable().default(null),
  passage: passageInputSchema.optional(),
  passages: z.array(passageInputSchema).max(32).optional(),
};

const scope = {
  area: oneOrMany.nullable().default(null),
  counterpart: shortText.nullable().default(null),
};

export const figureInputSchema = z.strictObject({
  kind: z.literal('figure'),
  ...provenance,
  ...scope,
  measure: shortText,
  subject: shortText,
  basis: oneOrMany.nullable().default(null),
  period: periodTextSchema.nullable().default(null),
  periodBasis: longText.nullable().default(null),
  value: quantitySchema,
  unit: unitCodeSchema.nullable().default(null),
  multiplier: multiplierSchema.default(0),
  change: changeKindSchema.nullable().default(null),
  status: z.enum(figureStatuses).default('actual'),
  vintage: shortText.nullable().default(null),
  condition: longText.nullable().default(null),
  /** true for "by 2035"; or the deadline itself, as EDTF. */
  deadline: z.union([z.boolean(), periodTextSchema]).default(false),
  per: z.enum(['year', 'half', 'quarter', 'month', 'week', 'day']).nullable().default(null),
  path: pathSchema.nullable().default(null),
  readings: z.array(readingSchema).max(16).default([]),
});

export const eventInputSchema = z.strictObject({
  kind: z.literal('event'),
  ...provenance,
  ...scope,
  subject: shortText,
  subjectType: z.enum(subjectTypes).nullable().default(null),
  /** A word of the workbook's stages: the usual ones, or one of its scales. */
  stage: shortText.nullable().default(null),
  type: shortText.nullable().default(null),
  what: longText.default(''),
  when: periodTextSchema.nullable().default(null),
  whenBasis: longText.nullable().default(null),
  /** The last day of what is temporary, EDTF. */
  until: periodTextSchema.nullable().default(null),
  /** "if new sanctions": what has to come about first. */
  condition: longText.nullable().default(null),
  status: z.enum(eventStatuses).default('happened'),
  magnitude: quantitySchema.nullable().default(null),
  unit: unitCodeSchema.nullable().default(null),
  multiplier: multiplierSchema.default(0),
  change: changeKindSchema.nullable().default(null),
  by: manyNames,
  counterparties: manyNames,
  cause: longText.nullable().default(null),
  /** A step of a ladder of the workbook. */
  depth: shortText.nullable().default(null),
  sequence: manyNames,
  /** The list or decision that it is one of many of. */
  batch: shortText.nullable().default(null),
  details: z.array(detailSchema).max(64).default([]),
});

export const statementInputSchema = z.strictObject({
  kind: z.literal('statement'),
  ...provenance,
  actor: shortText,
  role: shortText.nullable().default(null),
  topic: shortText,
  stance: z.enum(stances).default('neutral'),
  gist: longText.default(''),
  basis: oneOrMany.nullable().default(null),
  period: periodTextSchema.nullable().default(null),
  condition: longText.nullable().default(null),
});

/** In the form of the command line `null` and absent both mean unknown. */
function withoutNulls(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return input;
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null));
}

/** A claim as captured: the JSON form of the command line. */
export const claimInputSchema = z.preprocess(withoutNulls, z.discriminatedUnion('kind', [figureInputSchema, eventInputSchema, statementInputSchema]));
export type ClaimInput = z.input<typeof figureInputSchema> | z.input<typeof eventInputSchema> | z.input<typeof statementInputSchema>;
export type ParsedClaim = z.output<typeof claimInputSchema>;

/** State of an anchored span against the current text of its source. */
export const anchorStates = ['same', 'moved', 'changed', 'lost'] as const;
export const passageRefSchema = z.strictObject({
  id: idSchema,
  source: idSchema,
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  start: z.int(),
  end: z.int(),
  page: z.int().nullable(),
  /** In data sets: where the words stand, such as `B7` or `B7:D9` of a sheet. */
  sheet: z.string().nullable(),
  cells: z.string().nullable(),
  state: z.enum(anchorStates),
});
export type PassageRef = z.infer<typeof passageRefSchema>;

/** What a figure or an event said when it was captured. */
export const capturedSchema = z.strictObject({
  value: quantitySchema.nullable(),
  unit: z.string().nullable(),
  multiplier: z.int(),
  change: changeKindSchema.nullable(),
  period: z.string().nullable(),
});
export type Captured = z.infer<typeof capturedSchema>;

/** One stored claim, flat: every field of every kind, `null` or empty where the kind has none. Rules and grids read this. */
export const claimSchema = z.strictObject({
  id: idSchema,
  kind: claimKindSchema,
  contentKey: z.string(),
  sourceId: idSchema.nullable(),
  passages: z.array(passageRefSchema),

  measure: z.string().nullable(),
  subject: z.string().nullable(),
  /** Words of the workbook's vocabulary, as are stage and depth. */
  subjectType: z.string().nullable(),
  area: z.array(z.string()),
  counterpart: z.string().nullable(),
  basis: z.array(z.string()),
  /** Figures and statements: the period; events: when. EDTF text. */
  period: z.string().nullable(),
  periodBasis: z.string().nullable(),
  /** Figures: the value; events: the magnitude. */
  value: quantitySchema.nullable(),
  unit: z.string().nullable(),
  multiplier: z.int(),
  change: changeKindSchema.nullable(),
  /** Figure status, event status, or null for statements. */
  status: z.enum([...figureStatuses, ...eventStatuses]).nullable(),
  vintage: z.string().nullable(),
  condition: z.string().nullable(),
  deadline: z.union([z.boolean(), z.string()]),
  per: z.enum(['year', 'half', 'quarter', 'month', 'week', 'day']).nullable(),
  path: pathSchema.nullable(),
  readings: z.array(readingSchema),

  stage: z.string().nullable(),
  type: z.string().nullable(),
  what: z.string(),
  by: z.array(z.string()),
  counterparties: z.array(z.string()),
  cause: z.string().nullable(),
  depth: z.string().nullable(),
  sequence: z.array(z.string()),
  until: z.string().nullable(),
  batch: z.string().nullable(),
  details: z.array(detailSchema),

  actor: z.string().nullable(),
  role: z.string().nullable(),
  topic: z.string().nullable(),
  stance: z.enum(stances).nullable(),
  gist: z.string(),

  original: z.string(),
  saidBy: z.array(speakerSchema),
  via: z.array(z.string()),
  /** As entered; null follows the source's date, see `madeOnEffective`. */
  madeOn: z.string().nullable(),
  madeOnBasis: z.string().nullable(),
  credibility: credibilitySchema,
  hedge: z.string(),
  note: z.string(),
  tags: z.array(z.string()),
  rank: z.enum(ranks),
  rankReason: z.string().nullable(),

  /** What was captured, where the claim no longer says what its passage reads as; else null. */
  captured: capturedSchema.nullable(),
  /** Why it says something else; empty where nobody said. */
  capturedReason: z.string(),
});
export type Claim = z.infer<typeof claimSchema>;

/** What rules need to know of the source beside a claim. */
export interface ClaimSource {
  readonly id: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly publishedOn: string | null;
  readonly grade: string | null;
  readonly copyOf: string | null;
}
