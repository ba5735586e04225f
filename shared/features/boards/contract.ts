import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { qualifierSchema } from '../../quantity/model.ts';
import { describedThings, observations, type Reads } from '../../reads.ts';
import { query } from '../../rpc.ts';
import { eventStatuses, figureStatuses } from '../claims/model.ts';
import { statusClassSchema } from '../ledger/model.ts';
import { windowSchema } from '../policy/contract.ts';
import { cycleTracks } from '../policy/tracks.ts';
import { problemWhys } from './checks.ts';
import { describedPanelSchema } from './described.ts';
import { findingStates, findingWhys, titleStates } from './findings.ts';
import { axes, boardSchema, boundTo, figureSchema, findingKinds, forms, noteSchema, panelSchema, standsSchema, strandSchema } from './model.ts';
import { noteStates } from './notes.ts';
import { hiddenWhys } from './parts.ts';

const day = z.string().nullable();
const amount = z.string().nullable();
const ids = z.array(idSchema);
const bounds = z.strictObject({ low: amount, high: amount });

export const markRoles = ['value', 'rival', 'hull', 'aside', 'reading', 'was'] as const;

const markSchema = z.strictObject({
  role: z.enum(markRoles),
  class: statusClassSchema,
  status: z.enum([...figureStatuses, ...eventStatuses]).nullable(),
  issuer: z.string().nullable(),
  period: z.string(),
  from: day,
  to: day,
  low: amount,
  high: amount,
  cap: amount,
  within: bounds.nullable(),
  qualifier: qualifierSchema,
  condition: z.string().nullable(),
  joined: z.boolean(),
  partial: z.boolean(),
  unsure: z.boolean(),
  open: z.boolean(),
  stack: z.strictObject({ from: z.string(), to: z.string() }).nullable(),
  claims: ids,
});

const axisSchema = z.strictObject({
  from: z.number(),
  to: z.number(),
  step: z.number(),
  unit: z.string().nullable(),
  log: z.boolean(),
  cut: z.boolean(),
});
const totalSchema = z.strictObject({ period: z.string(), low: amount, high: amount });
const spanSchema = z.strictObject({ from: day, to: day });
const gapWhys = ['none', 'disputed', 'no-prior', 'base-sign', 'part-missing'] as const;
export const sizeSchema = z.strictObject({ width: z.int().min(120).max(20_000), height: z.int().min(80).max(20_000) });

export const panelDrawingSchema = z.strictObject({
  title: z.string(),
  titleState: z.enum(titleStates),
  findings: z.array(z.strictObject({ is: z.enum(findingKinds), state: z.enum(findingStates), why: z.enum(findingWhys).nullable(), claims: ids })),
  problems: z.array(z.strictObject({ why: z.enum(problemWhys), claims: ids })),
  warnings: z.array(z.strictObject({ why: z.enum(['joined', 'second']), reason: z.string(), strands: z.array(z.int()) })),
  form: z.enum(forms),
  y: axisSchema,
  second: axisSchema.nullable(),
  multiples: z.array(axisSchema),
  /** Days since 1970. */
  span: z.strictObject({ from: z.number(), to: z.number() }),
  size: sizeSchema,
  strands: z.array(
    z.strictObject({
      key: strandSchema,
      name: z.string(),
      state: z.enum(['drawn', 'parted', 'missing']),
      axis: z.enum(['first', 'second']),
      unit: z.string().nullable(),
      marks: z.array(markSchema),
      gaps: z.array(z.strictObject({ from: day, to: day, why: z.enum(gapWhys), bridged: z.boolean() })),
    }),
  ),
  totals: z.array(totalSchema),
  rest: z.array(totalSchema),
  pairs: z.array(z.strictObject({ period: z.string(), x: bounds, y: bounds, claims: ids })),
  unpaired: ids,
  lines: z.array(
    z.strictObject({
      thing: z.string(),
      at: windowSchema,
      stage: z.string().nullable(),
      track: z.enum(cycleTracks).nullable(),
      step: z.int().nullable(),
      begins: z.boolean(),
      claims: ids,
    }),
  ),
  shades: z.array(
    z.strictObject({
      thing: z.string(),
      track: z.enum(cycleTracks),
      possible: spanSchema,
      core: spanSchema.nullable(),
      step: z.int(),
      claims: ids,
    }),
  ),
  lanes: z.array(z.string()),
  notes: z.array(
    z.strictObject({
      id: idSchema,
      text: z.string(),
      state: z.enum(noteStates),
      at: standsSchema.nullable(),
      was: standsSchema.nullable(),
      is: standsSchema.nullable(),
      claims: ids,
    }),
  ),
  labels: z.strictObject({
    wanted: z.int(),
    placed: z.array(
      z.strictObject({
        text: z.string(),
        of: z.enum(['value', 'strand', 'note', 'line']),
        x: z.number(),
        y: z.number(),
        w: z.number(),
        h: z.number(),
      }),
    ),
    counted: z.array(z.strictObject({ x: z.number(), n: z.int(), claims: ids })),
  }),
  legend: z.array(z.strictObject({ role: z.enum(markRoles), class: statusClassSchema })),
  sources: z.array(z.strictObject({ names: z.array(z.string()), title: z.string().nullable() })),
  hidden: z.array(z.strictObject({ why: z.enum(hiddenWhys), claims: ids })),
  sampled: z.strictObject({ of: z.int(), kept: z.int() }),
});

/** Boards and their panels beside what claims and descriptions say. */
const drawn: Reads = { ...observations, ...describedThings, board: 'all', panel: 'all', note: 'all' };
const named = z.string().min(1).max(500);
const size = sizeSchema.optional();

export const boardsContract = {
  list: query(
    'List the boards with their panels and the state of each title',
    z.strictObject({}),
    z.strictObject({
      boards: z.array(
        z.strictObject({
          id: idSchema,
          name: z.string(),
          axis: z.enum(axes),
          from: boardSchema.shape.first,
          to: boardSchema.shape.last,
          panels: z.array(panelSchema.extend({ titleState: z.enum(titleStates) })),
        }),
      ),
    }),
    drawn,
  ),
  panel: query('Draw a panel of a board as data', z.strictObject({ board: named, panel: named, size }), panelDrawingSchema, drawn),
  draw: query('Draw a panel that is not kept', z.strictObject({ panel: describedPanelSchema, size }), panelDrawingSchema, drawn),
  notes: query(
    'List the notes with where they stand',
    z.strictObject({}),
    z.strictObject({
      notes: z.array(
        z.strictObject({
          id: idSchema,
          bound: z.enum(boundTo),
          on: z.union([
            z.strictObject({ claim: idSchema }),
            z.strictObject({ observation: figureSchema }),
            z.strictObject({ interval: z.strictObject({ thing: z.string(), track: z.enum(cycleTracks), claim: idSchema.nullable() }) }),
            z.strictObject({ when: z.string() }),
          ]),
          text: z.string(),
          panel: noteSchema.shape.panel,
          lane: noteSchema.shape.lane,
          state: z.enum(noteStates),
          at: standsSchema.nullable(),
          was: standsSchema.nullable(),
          is: standsSchema.nullable(),
        }),
      ),
    }),
    drawn,
  ),
};
