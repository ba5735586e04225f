// Questions asked together and the answers to them. A page says which answer it holds already; what comes back is that nothing
// became other, what did, or the whole answer.
import { z } from 'zod';
import type { Difference, Json } from './difference.ts';
import type { ErrorShape } from './errors.ts';

export const questionSchema = z.strictObject({
  /** Names the question among those asked together. */
  nr: z.int().min(0),
  method: z.string().max(80),
  input: z.unknown(),
  /** Checked with the call. */
  address: z.unknown(),
  /** Name of the answer that the page holds; null without one. */
  held: z.string().max(64).nullable(),
});
export const questionsSchema = z.strictObject({ questions: z.array(questionSchema).min(1).max(500) });
export type Question = z.infer<typeof questionSchema>;

/** `held` names the answer for the next time; null where it is too long to be kept. */
export type Reply = { readonly nr: number } & (
  | { readonly same: true }
  | { readonly held: string; readonly difference: Difference }
  | { readonly held: string | null; readonly whole: Json }
  | { readonly error: ErrorShape }
);
