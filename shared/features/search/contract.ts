import { z } from 'zod';
import { query } from '../../rpc.ts';

export const searchPlaces = ['source', 'passage', 'claim', 'note'] as const;
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
      limit: z.int().min(1).max(500).default(50),
    }),
    z.strictObject({ total: z.int(), hits: z.array(searchHitSchema) }),
  ),
};
