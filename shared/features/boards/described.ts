// Boards, panels and notes as they are described. What is left out stays as it was; `id` changes what is named, `remove` removes.
// Findings are read one by one (read-finding.ts), so that one in unknown words is refused as a finding.
import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { boardSchema, eventsSchema, figureSchema, noteSchema, panelSchema, secondSchema, transformSchema, ySchema } from './model.ts';

const ref = z.string().max(200).optional();
const id = idSchema.optional();
const remove = z.boolean().optional();
const name = boardSchema.shape.name;
const moment = boardSchema.shape.first.optional();

const some = z.union([z.string().max(500), z.array(z.string().max(500)).max(64)]);
/** A series: what is left out may be anything. */
export const seriesAskedSchema = z.strictObject({
  measure: z.string().max(500).optional(),
  subject: z.string().max(500).optional(),
  area: some.nullish(),
  counterpart: z.string().max(500).nullish(),
  basis: some.nullish(),
  unit: z.string().max(40).nullish(),
  change: z.string().max(40).nullish(),
  isParted: z.boolean().optional(),
});
export const strandAskedSchema = z.union([
  z.strictObject({
    rates: name,
    basis: some.nullish(),
    as: z.enum(['amount', 'index']).optional(),
    base: z.iso.date().nullish(),
    years: z
      .string()
      .regex(/^\d{4}(\/\d{4})?$/)
      .nullish(),
  }),
  z.strictObject({ join: z.array(seriesAskedSchema).min(2).max(12), why: z.string().max(2000) }),
  seriesAskedSchema,
]);
export type StrandAsked = z.output<typeof strandAskedSchema>;

export const figureAskedSchema = z.union([
  z.strictObject({
    of: seriesAskedSchema,
    at: z.string().max(120),
    class: z.string().max(40).nullish(),
    issuer: z.string().max(500).nullish(),
  }),
  figureSchema.options[1],
]);
export type FigureAskedRecord = z.output<typeof figureAskedSchema>;

export const describedBoardSchema = z.strictObject({
  record: z.literal('board'),
  ref,
  id,
  remove,
  name: name.optional(),
  order: boardSchema.shape.place.optional(),
  axis: boardSchema.shape.axis.optional(),
  from: moment,
  to: moment,
});

export const describedPanelSchema = z.strictObject({
  record: z.literal('panel'),
  ref,
  id,
  remove,
  /** The name of its board. */
  board: name.optional(),
  name: name.optional(),
  order: panelSchema.shape.place.optional(),
  title: panelSchema.shape.title.optional(),
  findings: z
    .array(z.record(z.string().max(40), z.json()))
    .max(50)
    .optional(),
  strands: z.array(strandAskedSchema).max(50).optional(),
  form: panelSchema.shape.form.optional(),
  transform: transformSchema.nullish(),
  y: ySchema.nullish(),
  second: secondSchema.nullish(),
  events: z.array(eventsSchema).max(50).optional(),
  lanes: panelSchema.shape.lanes.optional(),
  known: panelSchema.shape.known.optional(),
  bridge: z.boolean().optional(),
  from: moment,
  to: moment,
});

export const describedNoteSchema = z.strictObject({
  record: z.literal('note'),
  ref,
  id,
  remove,
  on: z
    .union([
      z.strictObject({ claim: idSchema }),
      z.strictObject({ observation: figureAskedSchema }),
      z.strictObject({
        interval: z.strictObject({ thing: name, track: noteSchema.shape.track.unwrap(), claim: idSchema.nullish() }),
      }),
      z.strictObject({ when: z.string().max(120) }),
    ])
    .optional(),
  text: noteSchema.shape.text.optional(),
  /** The name of a panel, or BOARD/PANEL. */
  panel: z.string().max(1001).nullish(),
  lane: noteSchema.shape.lane.optional(),
});

export const describedInBoards = [describedBoardSchema, describedPanelSchema, describedNoteSchema] as const;
export type DescribedInBoards = z.output<(typeof describedInBoards)[number]>;
export type DescribedBoard = z.output<typeof describedBoardSchema>;
export type DescribedPanel = z.output<typeof describedPanelSchema>;
export type DescribedNote = z.output<typeof describedNoteSchema>;
