import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { messageSchema } from '../../message.ts';
import { contradictions, nothingRead, sourceRows, texts } from '../../reads.ts';
import { command, query, windowInputShape, windowOf } from '../../rpc.ts';
import { periodTextSchema } from '../claims/model.ts';
import { hostContract, pieceBytes } from '../host/contract.ts';
import { anchorStateSchema } from '../passages/model.ts';
import { bibliographyContract } from './bibliography/contract.ts';
import { sheetLayoutSchema } from './cells.ts';
import { boxSchema, pageLayoutSchema } from './layout.ts';
import { copyProposalSchema, encodingSchema, sourcePatchSchema, sourceSchema } from './model.ts';

export const sourceRowSchema = sourceSchema.extend({
  claims: z.int(),
  /** Mentions seen by the finder, captured and set aside. */
  found: z.int(),
  captured: z.int(),
  setAside: z.int(),
  /** Proposed, not decided: see `sources.judgeCopy`. */
  copyProposal: copyProposalSchema.nullable(),
});
export type SourceRow = z.infer<typeof sourceRowSchema>;

export const addResultSchema = z.strictObject({
  /** As it was handed over; a known source may have come under another name. */
  file: z.string(),
  id: idSchema,
  title: z.string(),
  kind: sourceSchema.shape.kind,
  mediaType: z.string(),
  language: z.string().nullable(),
  publishedOn: z.string().nullable(),
  chars: z.int(),
  sha256: z.string(),
  figuresFound: z.int(),
  /** Figures and dates, as the Reader counts them. */
  found: z.int(),
  dropped: sourceSchema.shape.dropped,
  warnings: z.array(messageSchema),
  /** Id of a source with the same bytes or the same text; then nothing new was stored. */
  duplicateOf: idSchema.nullable(),
  /** An earlier source that says nearly the same under another title; proposed, not decided. */
  copyProposal: copyProposalSchema.nullable(),
});
export type AddResult = z.infer<typeof addResultSchema>;

/** What adding a file would make of it; nothing is stored. */
export const sourcePreviewSchema = z.strictObject({
  name: z.string(),
  kind: sourceSchema.shape.kind,
  mediaType: z.string(),
  encoding: z.string().nullable(),
  extractor: z.string(),
  title: z.string().nullable(),
  publisher: z.string().nullable(),
  author: z.string().nullable(),
  publishedOn: z.string().nullable(),
  language: z.string().nullable(),
  url: z.string().nullable(),
  /** The first characters of the text. */
  start: z.string(),
  chars: z.int(),
  dropped: sourceSchema.shape.dropped,
  warnings: z.array(messageSchema),
  duplicateOf: idSchema.nullable(),
});
export type SourcePreview = z.infer<typeof sourcePreviewSchema>;

/** What became of the passages of a source whose text was replaced. */
export const replaceResultSchema = z.strictObject({
  id: idSchema,
  title: z.string(),
  chars: z.int(),
  sha256: z.string(),
  /** The text that was there stays readable under its hash. */
  replaced: z.string(),
  isUnchanged: z.boolean(),
  counts: z.strictObject({ same: z.int(), moved: z.int(), changed: z.int(), lost: z.int() }),
  passages: z.array(
    z.strictObject({
      id: idSchema,
      state: anchorStateSchema,
      score: z.int(),
      start: z.int(),
      end: z.int(),
      exact: z.string(),
      was: z.string(),
      isPending: z.boolean(),
    }),
  ),
  /** “Not relevant” marks whose words are gone. */
  asidesDropped: z.int(),
  warnings: z.array(messageSchema),
});
export type ReplaceResult = z.infer<typeof replaceResultSchema>;

/** What goes with sources that are removed, and what loses claims that it rests on. */
export const removalSchema = z.strictObject({
  sources: z.int(),
  claims: z.int(),
  /** Marked words, with their notes. */
  passages: z.int(),
  /** Verdicts, and decisions on conflicts, that weighed one of the claims. */
  verdicts: z.int(),
  decisions: z.int(),
});
export type Removal = z.infer<typeof removalSchema>;

const sourceChangeSchema = z.strictObject({ id: idSchema, patch: sourcePatchSchema });

export const sourcesContract = {
  add: command(
    'Bring in files that were handed over',
    z.strictObject({
      files: z.array(idSchema).min(1).max(500),
      meta: sourcePatchSchema.default({}),
      /** Detected for each file when absent. */
      encoding: encodingSchema.optional(),
      /** Name under which the caller follows and cancels the work: `host.jobs`, `host.cancelJob`. */
      job: idSchema.optional(),
    }),
    z.strictObject({
      added: z.array(addResultSchema),
      /** Files that could not be read; the others were kept. */
      refused: z.array(z.strictObject({ file: z.string(), code: z.string(), why: messageSchema })),
      /** Files that were not read any more because the job was cancelled; those read before it are kept. */
      cancelled: z.int(),
    }),
  ),
  preview: query(
    'Look at a file that was handed over, before it is added',
    z.strictObject({ file: idSchema, encoding: encodingSchema.optional() }),
    sourcePreviewSchema,
    nothingRead,
  ),
  reread: command(
    'Read the file of a source again in another encoding; its passages go along',
    z.strictObject({ id: idSchema, encoding: encodingSchema }),
    replaceResultSchema,
  ),
  paste: command(
    'Bring in pasted text',
    z.strictObject({ text: z.string().min(1).max(20_000_000), meta: sourcePatchSchema.default({}) }),
    addResultSchema,
  ),
  window: query('Read a window of the sources', z.strictObject(windowInputShape), windowOf(sourceRowSchema), sourceRows),
  get: query('Read one source', z.strictObject({ id: idSchema }), sourceRowSchema, sourceRows),
  text: query(
    'Read the extracted text, of now or of an earlier version',
    z.strictObject({ id: idSchema, version: z.string().length(64).optional() }),
    z.strictObject({ id: idSchema, text: z.string() }),
    texts,
  ),
  replace: command(
    'Bring in a newer version of the text of a source; its passages go where their words are',
    z.strictObject({
      id: idSchema,
      file: idSchema.optional(),
      text: z.string().min(1).max(20_000_000).optional(),
      /** When the newer text was published, EDTF; without it, some day between the older one and today. */
      date: periodTextSchema.optional(),
    }),
    replaceResultSchema,
  ),
  versions: query(
    'List the versions of the text of a source, newest first',
    z.strictObject({ id: idSchema }),
    z.strictObject({ versions: z.array(z.strictObject({ textSha256: z.string(), edit: z.int(), at: z.string(), isCurrent: z.boolean() })) }),
    texts,
  ),
  layout: query(
    'Read where the text of a source lies on its pages or sheets, and where a span of it stands',
    z.strictObject({ id: idSchema, start: z.int().min(0).optional(), end: z.int().min(0).optional() }),
    z.strictObject({
      /** Sizes in points of 1/72 inch; positions are code points of the text. */
      pages: z.array(z.strictObject({ number: z.int(), start: z.int(), end: z.int(), width: z.number(), height: z.number() })),
      sheets: z.array(sheetLayoutSchema),
      place: z
        .strictObject({ page: z.int().nullable(), sheet: z.string().nullable(), cells: z.string().nullable(), boxes: z.array(boxSchema) })
        .nullable(),
    }),
    texts,
  ),
  page: query(
    'Read where the lines of the text stand on one page',
    z.strictObject({ id: idSchema, page: z.int().min(1) }),
    pageLayoutSchema.pick({ number: true, width: true, height: true, lines: true }),
    texts,
  ),
  content: query(
    'Read a piece of the file of a source, as it came',
    z.strictObject({ id: idSchema, offset: z.int().min(0), count: z.int().min(1).max(pieceBytes).default(pieceBytes) }),
    hostContract.readDownload.output,
    texts,
  ),
  cells: query(
    'Read rows of a sheet of a data set',
    z.strictObject({ id: idSchema, sheet: z.int().min(0), start: z.int().min(0).default(0), count: z.int().min(1).max(500).default(100) }),
    z.strictObject({
      total: z.int(),
      columns: z.int(),
      /** Words of the first row. */
      head: z.array(z.string()),
      /** `row` as the file counts it; `starts` are code points of the text at which the cells begin. */
      rows: z.array(z.strictObject({ row: z.int(), cells: z.array(z.string()), starts: z.array(z.int()) })),
    }),
    texts,
  ),
  typeQuote: command(
    'Type words that stand on a page of a PDF but not in its text',
    z.strictObject({ id: idSchema, page: z.int().min(1), text: z.string().trim().min(1).max(20_000) }),
    z.strictObject({ id: idSchema, page: z.int(), start: z.int(), end: z.int() }),
  ),
  ...bibliographyContract,
  judgeCopy: command(
    'Accept or refuse that a source is a copy of another',
    z.strictObject({ id: idSchema, of: idSchema, isCopy: z.boolean() }),
    sourceRowSchema,
  ),
  update: command('Change what is known of a source', sourceChangeSchema, sourceRowSchema),
  updateAll: command(
    'Change what is known of several sources in one edit',
    z.strictObject({ changes: z.array(sourceChangeSchema).min(1).max(10_000) }),
    z.array(sourceRowSchema),
  ),
  removal: query(
    'Tell what would go with sources, and which decisions rest on it',
    z.strictObject({ ids: z.array(idSchema).min(1).max(500) }),
    removalSchema,
    { ...contradictions, ...sourceRows, claim: 'all', passage: 'all' },
  ),
  remove: command(
    'Remove sources; those with claims only together with them',
    z.strictObject({
      ids: z.array(idSchema).min(1).max(500),
      /** The claims, and whatever stands on the sources, go with them in the same edit. */
      withClaims: z.boolean().default(false),
    }),
    z.strictObject({ removed: z.int(), claims: z.int() }),
  ),
};
