import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { query } from '../../rpc.ts';
import { claimKindSchema, periodTextSchema, reliabilitySchema } from '../claims/model.ts';

/** In the order in which hits are listed. */
export const searchPlaces = ['claim', 'source', 'passage', 'note'] as const;
export type SearchPlace = (typeof searchPlaces)[number];
export const searchHitSchema = z.strictObject({
  where: z.enum(searchPlaces),
  /** Id of the source or of the claim. */
  id: z.string(),
  title: z.string(),
  snippet: z.string(),
  /** Code points of the snippet that match, relative to the snippet. */
  marks: z.array(z.strictObject({ start: z.int(), end: z.int() })),
  /** For hits in a source's text: code point of the first match there. */
  start: z.int().nullable(),
  rank: z.number(),
});
export type SearchHit = z.infer<typeof searchHitSchema>;

export const searchContract = {
  find: query(
    'Search sources, passages, claims and notes',
    z.strictObject({
      query: z.string().trim().min(1).max(400),
      where: z.array(z.enum(searchPlaces)).max(4).default([]),
      sources: z.array(idSchema).max(500).optional(),
      /** BCP 47 languages of the source; `zh` takes `zh-Hans` too. */
      languages: z.array(z.string().max(35)).max(20).optional(),
      /** When the source was published, EDTF, ends included. */
      from: periodTextSchema.optional(),
      until: periodTextSchema.optional(),
      kinds: z.array(claimKindSchema).max(3).optional(),
      grades: z.array(reliabilitySchema).max(6).optional(),
      limit: z.int().min(1).max(500).default(50),
    }),
    z.strictObject({
      /** Entries that match: claims, passages, notes, and pieces of the texts of sources. */
      total: z.int(),
      counts: z.strictObject({ claim: z.int(), source: z.int(), passage: z.int(), note: z.int() }),
      hits: z.array(searchHitSchema),
    }),
    { claim: 'all', source: 'all', passage: ['place'] },
  ),
};
