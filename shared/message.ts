// What a person is told, before it is put into words: a key of the catalogue and its parameters. The core speaks in
// messages; the window and the command line put them into the user's language, with their numbers, units and dates.
import { z } from 'zod';
import { codeWords } from './code-words.ts';
import { formatPeriod } from './period/index.ts';
import { formatQuantity, type Measured, measuredSchema } from './quantity/index.ts';

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

const messageParamSchema: z.ZodType<MessageParam> = z.union([
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

/** How one edge of the program puts messages into words. */
export interface Wording {
  /** BCP 47. */
  readonly locale: string;
  /** The sentence of a key, its placeholders filled in; the key itself where the catalogue lacks it. */
  translate(key: string, values: Readonly<Record<string, string | number>>): string;
}

export function inWords({ key, params = {} }: Message, wording: Wording): string {
  return wording.translate(key, Object.fromEntries(Object.entries(params).map(([name, value]) => [name, paramInWords(value, wording)])));
}

/** Numbers stay numbers: the catalogue formats them and chooses plurals by them. */
function paramInWords(param: MessageParam, wording: Wording): string | number {
  if (typeof param !== 'object') return param;
  if ('key' in param) return inWords(param, wording);
  if ('code' in param) return codeWords(param.code);
  if ('quantity' in param) return formatQuantity(param.quantity, { locale: wording.locale });
  if ('period' in param) return formatPeriod(param.period, wording.locale);
  return listInWords(param, wording);
}

function listInWords(
  { list, most = Number.POSITIVE_INFINITY }: { readonly list: readonly MessageParam[]; readonly most?: number | undefined },
  wording: Wording,
): string {
  const items = [...new Set(list.slice(0, most).map((item) => String(paramInWords(item, wording))))];
  const others = list.length > most ? [wording.translate('words:more', { count: list.length - most })] : [];
  return listFormat(wording.locale).format([...items, ...others]);
}

const listFormats = new Map<string, Intl.ListFormat>();

/** English as elsewhere in Assay: no comma before "and". */
function listFormat(locale: string): Intl.ListFormat {
  const known = listFormats.get(locale) ?? new Intl.ListFormat(locale === 'en' ? 'en-GB' : locale);
  listFormats.set(locale, known);
  return known;
}

/** What an error says; of its details those that a sentence can hold. */
export function messageOf({ key, details }: { readonly key: string; readonly details: Readonly<Record<string, unknown>> }): Message {
  const params = Object.entries(details).filter(([, value]) => messageParamSchema.safeParse(value).success);
  return { key: `errors:${key}`, params: Object.fromEntries(params) as MessageParams };
}
