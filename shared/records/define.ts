// A record is declared once: what it holds, which of its fields belong together, what it points to and how a copy of it made
// elsewhere is recognised. Columns and DDL, digests, the check of a stranger's workbook, the change log, what history calls a
// field, the merge policy and the rewriting of references are all derived from the declaration (rules: merge.md).
import type { z } from 'zod';

/** How a field lies in the store. `flag` is 0 or 1; `ref` and `refs` are ids of records, as bytes. */
export type ColumnKind = 'text' | 'integer' | 'flag' | 'json' | 'ref' | 'refs';

export interface Reference {
  readonly record: string;
  /** One id; a list of them; the keys of an object; or `to` of each object in a list. */
  readonly as: 'one' | 'list' | 'keys';
  /** The store refuses a record whose reference leads nowhere. A loose one outlives what it points to. */
  readonly isLoose: boolean;
}

/** Fields that together say which record it is; `ever`: any value that the record ever had counts. */
export interface RecordKey {
  readonly fields: readonly string[];
  readonly ever: boolean;
}

export interface RecordDeclaration<S extends z.ZodObject = z.ZodObject> {
  readonly table: string;
  readonly schema: S;
  /** Fields that are written, stamped, merged and undone whole. Every field that is in none is a group of its own. */
  readonly groups?: Readonly<Record<string, readonly (keyof S['shape'] & string)[]>>;
  /** Lists without order or repetition: merged element by element, never a conflict. */
  readonly sets?: readonly (keyof S['shape'] & string)[];
  readonly refs?: { readonly [F in keyof S['shape'] & string]?: Reference };
  readonly keys: readonly RecordKey[];
  /** Notes and the like: a conflict may keep both texts. */
  readonly both?: readonly (keyof S['shape'] & string)[];
  /** Positions that are counted anew after a merge, never asked. */
  readonly renumbered?: readonly (keyof S['shape'] & string)[];
  /** What a field holds when nobody said anything. Without an entry: null where it may be null, else empty text, list or object. */
  readonly defaults?: { readonly [F in keyof S['shape'] & string]?: unknown };
  /** Indexes of the store, each a list of fields. */
  readonly indexes?: readonly (readonly (keyof S['shape'] & string)[])[];
}

export interface Field {
  readonly name: string;
  readonly column: string;
  readonly kind: ColumnKind;
  /** Stored as NULL; undefined where the field must always be said. */
  readonly default: unknown;
  readonly group: string;
  readonly reference: Reference | undefined;
}

/** A declaration with what follows from it. */
export interface RecordType<S extends z.ZodObject = z.ZodObject> extends RecordDeclaration<S> {
  /** In the order of the schema, without the id: the order of columns and digests. */
  readonly fields: readonly Field[];
  readonly fieldNamed: ReadonlyMap<string, Field>;
  /** Every group with its fields, in the order of the schema. */
  readonly groupFields: ReadonlyMap<string, readonly Field[]>;
}

export type RecordOf<T extends RecordType> = Readonly<z.infer<T['schema']>>;

export function refersTo(record: string, as: Reference['as'] = 'one', { isLoose = false }: { isLoose?: boolean } = {}): Reference {
  return { record, as, isLoose };
}

export function keyOf(fields: readonly string[], { ever = false }: { ever?: boolean } = {}): RecordKey {
  return { fields, ever };
}

/** @throws TypeError where a declaration contradicts itself. */
export function defineRecord<S extends z.ZodObject>(declaration: RecordDeclaration<S>): RecordType<S> {
  const { table, schema, groups = {}, refs = {}, defaults = {} } = declaration;
  const groupOf = new Map(Object.entries(groups).flatMap(([group, names]) => names.map((name) => [name as string, group] as const)));
  const unknown = [...groupOf.keys(), ...Object.keys(refs), ...Object.keys(defaults)].filter((name) => !(name in schema.shape));
  if (unknown.length > 0) throw new TypeError(`${table} declares ${unknown.join(', ')}, which its schema lacks`);
  const fields = Object.entries(schema.shape as Record<string, z.ZodType>)
    .filter(([name]) => name !== 'id')
    .map(([name, type]): Field => {
      const reference = (refs as Readonly<Record<string, Reference | undefined>>)[name];
      const { kind, isNullable } = shapeOf(table, name, type, reference);
      const byRule = isNullable ? null : emptyOf(kind, type);
      return {
        name,
        column: columnOf(name),
        kind,
        default: Object.hasOwn(defaults, name) ? (defaults as Record<string, unknown>)[name] : byRule,
        group: groupOf.get(name) ?? name,
        reference,
      };
    });
  return {
    ...declaration,
    fields,
    fieldNamed: new Map(fields.map((field) => [field.name, field])),
    groupFields: Map.groupBy(fields, (field) => field.group),
  };
}

/** `publishedOn` is kept in the column `published_on`. */
export function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

type ZodDefinition = { readonly type: string; readonly innerType?: z.ZodType; readonly in?: z.ZodType };

function shapeOf(table: string, name: string, type: z.ZodType, reference: Reference | undefined): { kind: ColumnKind; isNullable: boolean } {
  let isNullable = false;
  let definition = type._zod.def as unknown as ZodDefinition;
  while (definition.innerType !== undefined) {
    if (definition.type === 'nullable') isNullable = true;
    definition = definition.innerType._zod.def as unknown as ZodDefinition;
  }
  if (reference?.as === 'one') return { kind: 'ref', isNullable };
  if (reference?.as === 'list') return { kind: 'refs', isNullable };
  const kind = kinds[definition.type];
  if (kind === undefined) throw new TypeError(`${table}.${name}: a field of type ${definition.type} has no column kind`);
  return { kind, isNullable };
}

const kinds: Readonly<Record<string, ColumnKind>> = {
  string: 'text',
  enum: 'text',
  literal: 'text',
  number: 'integer',
  boolean: 'flag',
  array: 'json',
  object: 'json',
  record: 'json',
  union: 'json',
};

/** Text and lists are empty by default; a number, a flag, a choice or a reference must be said. */
function emptyOf(kind: ColumnKind, type: z.ZodType): unknown {
  const { type: name } = type._zod.def as { type: string };
  if (kind === 'text') return name === 'string' ? '' : undefined;
  if (kind === 'refs' || (kind === 'json' && name === 'array')) return [];
  if (kind === 'json' && name === 'record') return {};
  return undefined;
}
