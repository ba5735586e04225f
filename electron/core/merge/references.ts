// What a record points to, by the references that its declaration names.
import { type RecordTable, recordType } from '../../../shared/records/index.ts';
import type { Fields } from '../store/row.ts';

export interface PointedTo {
  readonly table: RecordTable;
  readonly id: string;
  readonly field: string;
}

export function referencesIn(table: RecordTable, record: Fields): PointedTo[] {
  return pointersOf(table, record, () => true);
}

/** Those that may not lead nowhere. */
export function hardReferences(table: RecordTable, record: Fields): PointedTo[] {
  return pointersOf(table, record, (isLoose) => !isLoose);
}

function pointersOf(table: RecordTable, record: Fields, isWanted: (isLoose: boolean) => boolean): PointedTo[] {
  return recordType(table).fields.flatMap(({ name, reference }) => {
    const value = record[name];
    if (reference === undefined || value === null || value === undefined || !isWanted(reference.isLoose)) return [];
    const ids = reference.as === 'one' ? [String(value)] : reference.as === 'list' ? (value as string[]) : Object.keys(value as object);
    return ids.filter((id) => id !== '').map((id) => ({ table: reference.record as RecordTable, id, field: name }));
  });
}

/** The same values pointing to the records that stay. */
export function rewritten(table: RecordTable, values: Fields, stays: (id: string) => string): Fields {
  const { fieldNamed, sets = [] } = recordType(table);
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const reference = fieldNamed.get(name)?.reference;
      if (reference === undefined || value === null) return [name, value];
      if (reference.as === 'one') return [name, stays(value as string)];
      if (reference.as === 'keys') return [name, Object.fromEntries(Object.entries(value as object).map(([id, said]) => [stays(id), said]))];
      const list = (value as string[]).map(stays);
      return [name, sets.includes(name) || table === 'claim' ? [...new Set(list)] : list];
    }),
  );
}
