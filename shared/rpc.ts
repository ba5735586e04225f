// How a call of the contract is declared. Three verbs: a `query` reads and must not write; a `command` runs inside one
// edit and can be undone; an `action` changes what is not part of the workbook's history (open, close, undo, settings).
// Handlers, both transports, the client and the tests are all derived from these declarations.

import { z } from 'zod';
import { messageSchema } from './message.ts';
import { nothingRead, type Reads, touchedSchema } from './reads.ts';

export type CallKind = 'query' | 'command' | 'action';

export interface Call<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType, K extends CallKind = CallKind> {
  readonly kind: K;
  readonly input: I;
  readonly output: O;
  readonly reads: Reads;
  /** One sentence for the palette, the CLI and the docs. */
  readonly does: string;
}

/** `reads` says what the answer rests on: after an edit that touched nothing of it, the answer is the same. */
export function query<I extends z.ZodType, O extends z.ZodType>(does: string, input: I, output: O, reads: Reads): Call<I, O, 'query'> {
  return { kind: 'query', does, input, output, reads };
}

export function command<I extends z.ZodType, O extends z.ZodType>(does: string, input: I, output: O): Call<I, O, 'command'> {
  return { kind: 'command', does, input, output, reads: nothingRead };
}

export function action<I extends z.ZodType, O extends z.ZodType>(does: string, input: I, output: O): Call<I, O, 'action'> {
  return { kind: 'action', does, input, output, reads: nothingRead };
}

export type FeatureContract = Readonly<Record<string, Call>>;

/** Input of a call that takes nothing. */
export const nothing = z.strictObject({});

/** Which workbook a call is for, by its id in the library, and at which edit or date. Without: the one that is worked on, as it is now. */
export const addressSchema = z.strictObject({
  workbook: z.string().max(64).optional(),
  at: z.union([z.int().min(0), z.string().min(1).max(64)]).optional(),
  /** As its sources had it on a day, YYYY-MM-DD. */
  knownOn: z.iso.date().optional(),
});
export type Address = z.infer<typeof addressSchema>;

/** What a change tells the views: names of records and groups, and ids; never data. */
export const changeEventSchema = z.strictObject({
  type: z.enum(['workbook.changed', 'workbook.opened', 'workbook.closed', 'job.progressed', 'workbook.troubled']),
  /** Id of the workbook in the library; null where it is not about one. */
  workbook: z.string().nullable(),
  edit: z.int().nullable(),
  touched: z.record(z.string(), touchedSchema),
  /** The job that went on, and nothing else. */
  job: z.string().nullable(),
  /** What keeps the workbook from being written. */
  note: messageSchema.nullable(),
});
export type ChangeEvent = z.infer<typeof changeEventSchema>;

// ---- windows over long lists ---------------------------------------------------------------------------------------

export const sortSchema = z.strictObject({ field: z.string().max(64), direction: z.enum(['asc', 'desc']) });
export const filterSchema = z.strictObject({
  field: z.string().max(64),
  op: z.enum(['contains', 'equals', 'notEquals', 'startsWith', 'greaterThan', 'lessThan', 'blank', 'notBlank', 'in']),
  value: z.union([z.string().max(1000), z.array(z.string().max(200)).max(200)]).optional(),
});
export type Sort = z.infer<typeof sortSchema>;
export type Filter = z.infer<typeof filterSchema>;

/** A window of a sorted, filtered list: positions `start` to `start + count`, end exclusive. */
export const windowInputShape = {
  sort: z.array(sortSchema).max(4).default([]),
  filter: z.array(filterSchema).max(16).default([]),
  start: z.int().min(0).max(10_000_000).default(0),
  count: z.int().min(1).max(500).default(100),
  /** A name of the caller's own: rows stay where the first window of this name showed them, and what came since stands at the end. */
  order: z.string().min(1).max(64).optional(),
};

/** `isSorted`: the rows stand as they would if they were sorted now. */
export function windowOf<T extends z.ZodType>(row: T) {
  return z.strictObject({ total: z.int(), rows: z.array(row), isSorted: z.boolean() });
}
