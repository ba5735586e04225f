// CSL-JSON as far as Assay reads it (https://docs.citationstyles.org/en/stable/specification.html). Fields that it does not
// know stay in the item as they came. What the source itself says wins over the item.
import { z } from 'zod';
import { findPeriod } from '../../../period/index.ts';
import type { Source } from '../model.ts';

export const cslNameSchema = z.looseObject({ family: z.string().optional(), given: z.string().optional(), literal: z.string().optional() });
export const cslDateSchema = z.looseObject({
  'date-parts': z.array(z.array(z.union([z.number(), z.string()]))).optional(),
  literal: z.string().optional(),
});
export const cslSchema = z.looseObject({ id: z.union([z.string(), z.number()]).optional(), type: z.string().default('document') });
export type CslName = z.infer<typeof cslNameSchema>;
export type CslItem = Readonly<Record<string, unknown>> & { readonly type: string };

/** A source as one item; what is unknown is left out. */
export function cslOf(source: Source): CslItem {
  const stored = source.csl ?? {};
  const own = {
    id: source.id,
    type: typeof stored['type'] === 'string' ? stored['type'] : typeOf(source),
    title: source.title,
    ...given('author', source.author === null || stored['author'] !== undefined ? undefined : namesOf(source.author)),
    ...given('publisher', stored['publisher'] === undefined ? source.publisher : undefined),
    ...given('issued', source.publishedOn === null ? undefined : dateOf(source.publishedOn)),
    ...given('accessed', source.retrievedOn === null ? undefined : dateOf(source.retrievedOn)),
    ...given('URL', source.url),
    ...given('language', source.language),
  };
  return { ...stored, ...own };
}

function given(key: string, value: unknown): Record<string, unknown> {
  return value === undefined || value === null ? {} : { [key]: value };
}

function typeOf(source: Source): string {
  if (source.kind === 'dataset') return 'dataset';
  return source.url === null ? 'document' : 'webpage';
}

/** “Doe, Jane; Statistics Office”: a comma parts family and given name, a semicolon one author from the next. */
export function namesOf(text: string): CslName[] {
  return text
    .split(/\s*[;；、]\s*/)
    .filter((part) => part !== '')
    .map((part) => {
      const [family = '', name] = part.split(/\s*,\s*/, 2);
      return name === undefined ? { literal: part } : { family, given: name };
    });
}

/** EDTF as date parts where it is a day, a month or a year; else as its own words. */
export function dateOf(edtf: string): { readonly 'date-parts': number[][] } | { readonly literal: string } {
  const plain = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?[?~%]?$/.exec(edtf);
  if (plain === null) return { literal: edtf };
  return {
    'date-parts': [
      plain
        .slice(1)
        .filter((part) => part !== undefined)
        .map(Number),
    ],
  };
}

/** The date of an item as EDTF; undefined where it says none that can be read. */
export function edtfOf(date: unknown): string | undefined {
  const parsed = cslDateSchema.safeParse(date);
  if (!parsed.success) return undefined;
  const [first] = parsed.data['date-parts'] ?? [];
  const text =
    first === undefined ? (parsed.data.literal ?? '') : first.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-');
  return text !== '' && findPeriod(text) !== undefined ? text : undefined;
}

export function textOf(item: CslItem, key: string): string {
  const value = item[key];
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}

export function peopleOf(item: CslItem, key: string): readonly CslName[] {
  const parsed = z.array(cslNameSchema).safeParse(item[key]);
  return parsed.success ? parsed.data : [];
}

export function nameText({ family, given: first, literal }: CslName): string {
  return literal ?? [family, first].filter((part) => part !== undefined && part !== '').join(', ');
}
