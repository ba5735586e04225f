// A passage with everything that is kept of it; a claim shows only where it stands (`PassageRef`).
import { z } from 'zod';
import { anchorStates, passageRefSchema } from '../claims/model.ts';

/** Motivations of the Web Annotation vocabulary, https://www.w3.org/TR/annotation-vocab/#motivation. */
export const motivations = [
  'assessing',
  'bookmarking',
  'classifying',
  'commenting',
  'describing',
  'editing',
  'highlighting',
  'identifying',
  'linking',
  'moderating',
  'questioning',
  'replying',
  'tagging',
] as const;
/** What a colour of a passage says; the reader shows a sign beside it. */
export const passageColours = ['key', 'supports', 'doubt', 'question', 'later'] as const;

/** A place in the text of a source, code points, end exclusive. */
export const placeSchema = z.strictObject({
  start: z.int(),
  end: z.int(),
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  /** How well words and surroundings fit, 0 to 100. */
  score: z.int(),
  /** Of a block of cells: where it would stand. */
  cells: z.string().optional(),
});

export type Place = z.infer<typeof placeSchema>;

/** Where a passage stood, and how it read, in the version of the text before. */
export const formerPlaceSchema = placeSchema.omit({ score: true, cells: true }).extend({ textSha256: z.string() });

export const passageSchema = passageRefSchema.extend({
  /** Version of the text in which it stands. */
  textSha256: z.string(),
  score: z.int().min(0).max(100),
  /** Waits for the analyst: it changed, or was not found in the newer text. */
  isPending: z.boolean(),
  was: formerPlaceSchema.nullable(),
  proposals: z.array(placeSchema),
  /** Markdown. */
  comment: z.string(),
  tags: z.array(z.string()),
  colour: z.enum(passageColours).nullable(),
  motivation: z.enum(motivations),
});
export type Passage = z.infer<typeof passageSchema>;

export const passagePatchSchema = z.strictObject({
  comment: z.string().max(20_000).optional(),
  tags: z.array(z.string().trim().min(1).max(200)).max(64).optional(),
  colour: z.enum(passageColours).nullable().optional(),
  motivation: z.enum(motivations).optional(),
});

export type PassagePatch = z.infer<typeof passagePatchSchema>;

/** What a new passage holds beside its place. */
export const plainPassage = {
  page: null,
  sheet: null,
  cells: null,
  state: 'same',
  score: 100,
  isPending: false,
  was: null,
  proposals: [] as Place[],
  comment: '',
  tags: [] as string[],
  colour: null,
  motivation: 'highlighting',
} satisfies Omit<Passage, 'id' | 'source' | 'textSha256' | 'exact' | 'prefix' | 'suffix' | 'start' | 'end'>;

export const anchorStateSchema = z.enum(anchorStates);
