// What the description of a data package (Frictionless Data Package 1 and 2) says of one of its tables: how its cells are written,
// what stands for nothing, where its heads are.
import { AppError } from '../../../../shared/errors.ts';
import type { MappingInput } from '../../../../shared/features/tables/mapping.ts';

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined);

/** @throws AppError `unreadable` where it is no description, or has no such table. */
export function mappingOfPackage(description: string, file: string): MappingInput {
  const resource = resourcesOf(description, file).find((one) => pathOf(one)?.split('/').at(-1) === file);
  if (resource === undefined) throw new AppError('unreadable', 'tables.notInPackage', { name: file });
  const dialect = isObject(resource.dialect) ? resource.dialect : {};
  const schema = isObject(resource.schema) ? resource.schema : {};
  const fields = Array.isArray(schema.fields) ? schema.fields.filter(isObject) : [];
  const signOf = (name: string) => fields.map((field) => textOf(field[name])).find((sign) => sign !== undefined && sign.length === 1);
  const nulls = Array.isArray(schema.missingValues) ? schema.missingValues.flatMap((one) => textOf(isObject(one) ? one.value : one) ?? []) : [];
  const decimal = signOf('decimalChar');
  const thousands = signOf('groupChar');
  const delimiter = textOf(dialect.delimiter);
  const encoding = textOf(resource.encoding);
  return {
    ...(delimiter?.length === 1 ? { delimiter } : {}),
    ...(encoding === undefined ? {} : { encoding }),
    ...(decimal === '.' || decimal === ',' ? { decimal } : {}),
    ...(thousands === undefined ? {} : { thousands }),
    ...(dialect.header === false ? { head: [] } : {}),
    nulls: nulls.filter((one) => one !== ''),
  };
}

/** Paths of the tables of a package, as the description writes them. @throws AppError `unreadable` */
export function tablesOfPackage(description: string, name: string): string[] {
  return resourcesOf(description, name).flatMap((one) => pathOf(one) ?? []);
}

function resourcesOf(description: string, name: string): readonly Json[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(description);
  } catch {
    throw new AppError('unreadable', 'tables.noPackage', { name });
  }
  if (!isObject(parsed) || !Array.isArray(parsed.resources)) throw new AppError('unreadable', 'tables.noPackage', { name });
  return parsed.resources.filter(isObject);
}

function pathOf({ path }: Json): string | undefined {
  return Array.isArray(path) ? textOf(path[0]) : textOf(path);
}
