import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { messageSchema } from '../../message.ts';
import { periodTextSchema, reliabilitySchema } from '../claims/model.ts';

export const sourceKinds = ['document', 'dataset'] as const;

/** Encodings that a user may choose, by the names of the platform. */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1251',
  'koi8-r',
  'ibm866',
  'iso-8859-5',
  'x-mac-cyrillic',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'windows-1252',
  'windows-1250',
  'windows-1254',
] as const;
export const encodingSchema = z.enum(encodings);
export type Encoding = z.infer<typeof encodingSchema>;

/** What was left out of the text, and how it read, so that the user can check it. */
export const droppedSchema = z.strictObject({ what: messageSchema, text: z.string() });
export type Dropped = z.infer<typeof droppedSchema>;

/** `since`: the day on which it replaced `before`, YYYY-MM-DD. */
export const newerTextSchema = z.strictObject({
  textSha256: z.string(),
  before: z.string(),
  publishedOn: z.string().nullable(),
  since: z.string(),
});

export const sourceSchema = z.strictObject({
  id: idSchema,
  title: z.string(),
  publisher: z.string().nullable(),
  author: z.string().nullable(),
  publishedOn: z.string().nullable(),
  /** Text version (`textSha256`) that the date of publication was given for: a newer text is not back-dated. */
  publishedText: z.string().nullable(),
  retrievedOn: z.string().nullable(),
  url: z.string().nullable(),
  language: z.string().nullable(),
  mediaType: z.string(),
  kind: z.enum(sourceKinds),
  grade: reliabilitySchema.nullable(),
  gradeReason: z.string().nullable(),
  copyOf: idSchema.nullable(),
  /** Sources that look like this one and were judged to be none of its originals. */
  notCopyOf: z.array(idSchema),
  note: z.string(),
  fileName: z.string().nullable(),
  /** sha-256 of the bytes as they came, lower-case hex. */
  sha256: z.string(),
  /** sha-256 of the extracted text in UTF-8. */
  textSha256: z.string(),
  sizeBytes: z.int(),
  /** Unicode code points of the extracted text. */
  chars: z.int(),
  encoding: z.string().nullable(),
  extractor: z.string(),
  dropped: z.array(droppedSchema),
  warnings: z.array(messageSchema),
  addedAt: z.string(),
  /** Texts that took the place of earlier ones, each with its own date of publication, the oldest first. */
  newerTexts: z.array(newerTextSchema),
  /** What a bibliography knows of it, CSL-JSON. */
  csl: z.record(z.string(), z.unknown()).nullable(),
});
export type Source = z.infer<typeof sourceSchema>;

/** An earlier source that says nearly the same; `share` of the words of the shorter text, in per cent. */
export const copyProposalSchema = z.strictObject({ id: idSchema, title: z.string(), share: z.int() });
export type CopyProposal = z.infer<typeof copyProposalSchema>;

/** The fields that a user may set. */
export const sourcePatchSchema = z.strictObject({
  title: z.string().trim().min(1).max(1000).optional(),
  publisher: z.string().trim().max(500).nullable().optional(),
  author: z.string().trim().max(500).nullable().optional(),
  publishedOn: periodTextSchema.nullable().optional(),
  retrievedOn: periodTextSchema.nullable().optional(),
  url: z.string().trim().max(4000).nullable().optional(),
  language: z.string().trim().max(35).nullable().optional(),
  grade: reliabilitySchema.nullable().optional(),
  gradeReason: z.string().max(4000).nullable().optional(),
  copyOf: idSchema.nullable().optional(),
  note: z.string().max(20_000).optional(),
});
export type SourcePatch = z.infer<typeof sourcePatchSchema>;
