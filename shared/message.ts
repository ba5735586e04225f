// What a person is told, before it is put into words: a key of the catalogue and its parameters. The core speaks in
// messages; the window and the command line put them into the user's language, with their numbers, units and dates.
import { z } from 'zod';
import { type Measured, measuredSchema } from './quantity/model.ts';

/** `namespace:path` of a catalogue in `resources/locales`, with what its placeholders stand for. `count` chooses the plural form. */
export interface Message {
  readonly key: string;
  readonly params?: MessageParams | undefined;
}

export type MessageParams = Readonly<Record<string, MessageParam>>;

/**
 * Text as it is (names, titles, words of a source), a number, a code that reads as words (`market_share`), a quantity, a period
 * (EDTF), another message, or several of these: "a, b and c", cut after `most` with the number of the others.
 */
export type MessageParam =
  | string
  | number
  | Message
  | { readonly code: string }
  | { readonly quantity: Measured }
  | { readonly period: string }
  | { readonly list: readonly MessageParam[]; readonly most?: number | undefined };

export const messageSchema: z.ZodType<Message> = z.strictObject({
  key: z.string().max(200),
  params: z
    .record(
      z.string(),
      z.lazy(() => messageParamSchema),
    )
    .optional(),
});

export const messageParamSchema: z.ZodType<MessageParam> = z.union([
  z.string(),
  z.number(),
  messageSchema,
  z.strictObject({ code: z.string() }),
  z.strictObject({ quantity: measuredSchema }),
  z.strictObject({ period: z.string() }),
  z.strictObject({ list: z.array(z.lazy(() => messageParamSchema)), most: z.int().min(1).optional() }),
]);

export function message(key: string, params?: MessageParams): Message {
  return params === undefined ? { key } : { key, params };
}
