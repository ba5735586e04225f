import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { decimalTextSchema, qualifierSchema } from '../../quantity/model.ts';
import { claimRows, type Reads } from '../../reads.ts';
import { command, nothing, query } from '../../rpc.ts';
import { blockKinds, keptSchema, lockKindSchema, lockStateSchema, noteStyleSchema, reportLanguageSchema, reportNameSchema } from './model.ts';

export const quotedValueSchema = z.strictObject({
  low: decimalTextSchema.nullable(),
  high: decimalTextSchema.nullable(),
  qualifier: qualifierSchema,
  unit: z.string().nullable(),
  multiplier: z.int(),
  change: z.string().nullable(),
  /** As the lock would print it. */
  text: z.string(),
});

export const lockViewSchema = z.strictObject({
  id: idSchema,
  /** The block in which it stands. */
  block: idSchema,
  kind: lockKindSchema,
  target: z.string(),
  options: z.record(z.string(), z.string()),
  printed: z.string(),
  state: lockStateSchema,
  states: z.array(lockStateSchema),
  // biome-ignore lint/suspicious/noThenProperty: the word of the command line.
  then: quotedValueSchema,
  now: quotedValueSchema.nullable(),
  /** What changed, in which edit and by whom. */
  why: z.array(z.strictObject({ code: z.string(), claim: idSchema.nullable(), edit: z.int().nullable(), by: z.string().nullable() })),
  kept: keptSchema.nullable(),
  settled: z.boolean(),
  note: z.int().nullable(),
  claims: z.array(idSchema),
});
export type LockView = z.infer<typeof lockViewSchema>;

export const noteViewSchema = z.strictObject({ n: z.int(), words: z.string(), claims: z.array(idSchema) });
export type NoteView = z.infer<typeof noteViewSchema>;

export const typedViewSchema = z.strictObject({ exact: z.string(), block: idSchema, reason: z.string(), start: z.int(), end: z.int() });
export type TypedView = z.infer<typeof typedViewSchema>;

const count = z.int();
export const lockCountsSchema = z.record(lockStateSchema, count);
const countsByState = { gone: count, deprecated: count, differs: count, undecided: count, stale: count, sound: count } satisfies Record<
  z.infer<typeof lockStateSchema>,
  typeof count
>;
export const coverageSchema = z.strictObject({
  locked: count,
  ...countsByState,
  /** Numbers typed by hand, and those of them that have a reason. */
  typed: count,
  reasoned: count,
  unsettled: count,
});
export type Coverage = z.infer<typeof coverageSchema>;

export const blockViewSchema = z.strictObject({ id: idSchema, kind: z.enum(blockKinds), level: z.int(), text: z.string() });

export const reportViewSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  title: z.string(),
  lang: reportLanguageSchema,
  style: noteStyleSchema,
  /** The last edit, at which this is how it stands. */
  edit: z.int(),
  blocks: z.array(blockViewSchema),
  locks: z.array(lockViewSchema),
  notes: z.array(noteViewSchema),
  typed: z.array(typedViewSchema),
  coverage: coverageSchema,
  markdown: z.string(),
});
export type ReportView = z.infer<typeof reportViewSchema>;

const listedSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  title: z.string(),
  lang: reportLanguageSchema,
  locks: lockCountsSchema,
  typed: count,
  unsettled: count,
});

/** All that a lock can rest on. */
const rests: Reads = {
  ...claimRows,
  report: 'all',
  block: 'all',
  lock: 'all',
  thing: 'all',
  link: 'all',
  schedule: 'all',
  scale: 'all',
  conversion: 'all',
  event_verdict: 'all',
  formula_rule: 'all',
  check_rule: 'all',
  measure: 'all',
  model: 'all',
  model_input: 'all',
  model_formula: 'all',
  scenario: 'all',
  source: 'all',
};

export const reportFormats = ['docx', 'html', 'md'] as const;
export type ReportFormat = (typeof reportFormats)[number];
const why = z.string().trim().min(1).max(4000);
const named = { report: reportNameSchema };

export const reportsContract = {
  list: query('List the reports and the states of their locks', nothing, z.strictObject({ reports: z.array(listedSchema) }), rests),
  get: query('Read a report with its locks, notes and typed numbers', z.strictObject(named), reportViewSchema, rests),
  write: command(
    'Write a report as Markdown; locks that are new stand on what is there now',
    z.strictObject({
      ...named,
      markdown: z.string().max(20_000_000),
      lang: reportLanguageSchema.optional(),
      style: noteStyleSchema.optional(),
    }),
    reportViewSchema,
  ),
  take: command('Let a lock stand on what is there now', z.strictObject({ ...named, lock: idSchema }), reportViewSchema),
  keep: command('Keep what a lock printed, for a reason that is printed', z.strictObject({ ...named, lock: idSchema, why }), reportViewSchema),
  remove: command('Remove a report', z.strictObject(named), z.strictObject({ removed: count })),
  rename: command('Give a report another name', z.strictObject({ ...named, name: reportNameSchema }), z.strictObject({ id: idSchema })),
  export: query(
    'Hand a report over as a file; refused while something is open, unless it is said why',
    z.strictObject({ ...named, format: z.enum(reportFormats), why: why.optional() }),
    z.strictObject({ download: idSchema, name: z.string(), mediaType: z.string(), bytes: count, edit: count }),
    rests,
  ),
  print: query(
    'What a new lock would print',
    z.strictObject({ lock: z.string().min(1).max(4000), lang: reportLanguageSchema.default('en') }),
    z.strictObject({ printed: z.string(), state: lockStateSchema }),
    rests,
  ),
};
