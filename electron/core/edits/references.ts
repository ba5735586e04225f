// What points to what among the records that are there now. The store refuses a row that points to a missing one; lists of ids
// it cannot see.
import { type RecordTable, recordTables, recordType } from '../../../shared/records/index.ts';
import { idsFromBytes, idToBytes } from '../store/id-bytes.ts';
import type { Sql } from '../store/sql.ts';

interface Stretch {
  readonly table: RecordTable;
  readonly first: number;
  readonly last: number;
}

interface Pointer {
  readonly from: RecordTable;
  readonly to: RecordTable;
  readonly column: string;
  readonly isList: boolean;
}

/** Those that may not lead nowhere. */
const pointers: readonly Pointer[] = recordTables.flatMap((from) =>
  recordType(from).fields.flatMap(({ column, kind, reference }) =>
    reference === undefined || reference.isLoose ? [] : [{ from, to: reference.record as RecordTable, column, isList: kind === 'refs' }],
  ),
);

export function createReferences(sql: Sql) {
  const idsIn = ({ from, column, isList }: Pointer, where = '') =>
    sql
      .column<Buffer>(`SELECT ${column} FROM ${from} WHERE ${column} IS NOT NULL${where}`)
      .flatMap((bytes) => (isList ? idsFromBytes(bytes).map(idToBytes) : [bytes]).map((id) => id.toString('hex')));
  const numbersOf = (table: RecordTable, ids: readonly string[]) =>
    sql.column<number>(`SELECT ${table}.n FROM json_each(?) wanted JOIN ${table} ON ${table}.id = unhex(wanted.value)`, [
      JSON.stringify([...new Set(ids)]),
    ]);

  return {
    /** An order in which nothing goes before what points to it. */
    pointingFirst: (a: Stretch, b: Stretch) => recordTables.indexOf(b.table) - recordTables.indexOf(a.table),
    isThere: (table: RecordTable, n: number) => sql.get(`SELECT 1 FROM ${table} WHERE n = ?`, [n]) !== undefined,
    numbersPointedTo: (table: RecordTable): ReadonlySet<number> =>
      new Set(pointers.filter(({ to }) => to === table).flatMap((pointer) => numbersOf(table, idsIn(pointer)))),
    leadsNowhere: ({ table, first, last }: Stretch) =>
      pointers
        .filter(({ from }) => from === table)
        .some((pointer) => {
          const ids = new Set(idsIn(pointer, ` AND n BETWEEN ${first} AND ${last}`));
          return numbersOf(pointer.to, [...ids]).length < ids.size;
        }),
  };
}
