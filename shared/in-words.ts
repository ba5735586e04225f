// Messages in the words of a language: for the window and the command line, which alone speak to people.
import { codeWords } from './code-words.ts';
import { type Message, type MessageParam, type MessageParams, messageParamSchema, messageSchema } from './message.ts';
import { formatPeriod } from './period/index.ts';
import { formatQuantity } from './quantity/index.ts';

/** How one edge of the program puts messages into words. */
export interface Wording {
  /** BCP 47. */
  readonly locale: string;
  /** The sentence of a key, its placeholders filled in; the key itself where the catalogue lacks it. */
  translate(key: string, values: Readonly<Record<string, string | number>>): string;
}

export function inWords({ key, params = {} }: Message, wording: Wording): string {
  const inPlace = ([name, value]: [string, MessageParam]) => [
    name,
    name === 'field' && typeof value === 'string' ? fieldInWords(value, wording) : paramInWords(value, wording),
  ];
  return wording.translate(key, Object.fromEntries(Object.entries(params).map(inPlace)));
}

/** An answer with a sentence for every message in it. */
export type Worded<T> = T extends Message
  ? string
  : T extends readonly (infer E)[]
    ? Worded<E>[]
    : T extends object
      ? { [K in keyof T]: Worded<T[K]> }
      : T;

export function allInWords<T>(value: T, say: (message: Message) => string): Worded<T> {
  if (Array.isArray(value)) return value.map((one: unknown) => allInWords(one, say)) as Worded<T>;
  if (typeof value !== 'object' || value === null) return value as Worded<T>;
  const said = 'key' in value ? messageSchema.safeParse(value) : undefined;
  if (said?.success) return say(said.data) as Worded<T>;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, allInWords(one as unknown, say)])) as Worded<T>;
}

/** What a field of a call or a record is called: of `patch.publishedOn` or `claims.0.value.low` the last part that has a word. */
export function fieldInWords(path: string, { translate }: Wording): string {
  for (const name of path.split('.').reverse()) {
    const key = `words:field.${name}`;
    const word = translate(key, {});
    if (word !== key && word !== `field.${name}`) return word;
  }
  const last = path.split('.').findLast((name) => !/^\d+$/.test(name)) ?? path;
  return codeWords(last.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`));
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
