// A report is a list of blocks; what a block quotes from the workbook is a lock, which keeps what it stood on when it was printed.
// Rules: report.md.
import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { type Measured, measuredSchema } from '../../quantity/model.ts';
import { type ObservationKey, observationKeySchema } from '../ledger/model.ts';

export const reportLanguages = ['en', 'ru', 'zh'] as const;
export const reportLanguageSchema = z.enum(reportLanguages);
export type ReportLanguage = (typeof reportLanguages)[number];

/** How a note names its source. */
export const noteStyles = ['short', 'apa', 'gost', 'gbt'] as const;
export const noteStyleSchema = z.enum(noteStyles);
export type NoteStyle = (typeof noteStyles)[number];

export const reportNameSchema = z.string().trim().min(1).max(500);

export const reportSchema = z.strictObject({
  id: idSchema,
  name: reportNameSchema,
  title: z.string().max(1000),
  lang: reportLanguageSchema,
  style: noteStyleSchema,
});
export type Report = z.infer<typeof reportSchema>;

export const blockKinds = ['heading', 'paragraph', 'list', 'table', 'panel', 'quote', 'code'] as const;
export type BlockKind = (typeof blockKinds)[number];

export const blockSchema = z.strictObject({
  id: idSchema,
  report: idSchema,
  /** Its position among the blocks of the report. */
  place: z.int().min(0).max(10_000_000),
  kind: z.enum(blockKinds),
  /** Of a heading: 1 to 6, else 0. */
  level: z.int().min(0).max(6),
  /** Markdown; a lock stands in it as `[](lock:#ID)`. */
  text: z.string().max(200_000),
});
export type Block = z.infer<typeof blockSchema>;

export const lockKinds = ['obs', 'claim', 'reading', 'check', 'rate', 'plan', 'scenario', 'formula'] as const;
export const lockKindSchema = z.enum(lockKinds);
export type LockKind = (typeof lockKinds)[number];

/** What one of the inputs of a result said. */
const inputSchema = z.strictObject({ claim: idSchema, value: measuredSchema });

/** What a lock stood on. Compared with what is there now, and never with what happened in between. */
export interface LockGround {
  readonly value: Measured;
  /** What open readings span, for `show=band`; null where it says one thing. */
  readonly band: Measured | null;
  /** Of an observation and of a claim. */
  readonly key: ObservationKey | null;
  readonly status: string | null;
  readonly condition: string | null;
  /** Words of the source, for `show=original`. */
  readonly original: string;
  /** Of a reading: the words that name it. */
  readonly label: string | null;
  /** Claims that bore it. */
  readonly bearers: readonly string[];
  readonly inputs: readonly z.infer<typeof inputSchema>[];
  /** Members of a formula as they were, in their order. */
  readonly members: readonly { readonly member: string; readonly ground: LockGround }[];
}

export const lockGroundSchema: z.ZodType<LockGround> = z.strictObject({
  value: measuredSchema,
  band: measuredSchema.nullable(),
  key: observationKeySchema.nullable(),
  status: z.string().max(40).nullable(),
  condition: z.string().max(20_000).nullable(),
  original: z.string().max(20_000),
  label: z.string().max(500).nullable(),
  bearers: z.array(idSchema),
  inputs: z.array(inputSchema),
  members: z.array(z.strictObject({ member: z.string().max(4000), ground: z.lazy(() => lockGroundSchema) })),
});

export const keptSchema = z.strictObject({
  reason: z.string().trim().min(1).max(4000),
  /** Stands for what was there when it was kept. */
  against: z.string().max(64),
  by: z.string().max(500),
  at: z.iso.datetime(),
});

export const lockSchema = z.strictObject({
  id: idSchema,
  report: idSchema,
  kind: lockKindSchema,
  /** What stands behind KIND/. */
  target: z.string().max(4000),
  options: z.record(z.string().max(20), z.string().max(500)),
  ground: lockGroundSchema,
  /** Why the old value stays; null where nobody said. */
  kept: keptSchema.nullable(),
});
export type Lock = z.infer<typeof lockSchema>;

/** From the worst to the best. */
export const lockStates = ['gone', 'deprecated', 'differs', 'undecided', 'stale', 'sound'] as const;
export const lockStateSchema = z.enum(lockStates);
export type LockState = (typeof lockStates)[number];
