// Two workbooks as they are, record by record; how they came to be so does not count.
import type { Difference } from '../../../shared/features/exchange/merge.ts';
import { type RecordTable, recordTables, recordType } from '../../../shared/records/index.ts';
import type { Fields } from '../store/row.ts';
import type { Sql } from '../store/sql.ts';
import { inOrder, shown } from './fields.ts';
import { createCopyReader } from './repository.ts';

type Part = { readonly [K in keyof Difference]: Difference[K][number][] };

/** Lists that are sets are the same in any order. */
export function compareWorkbooks(a: Sql, b: Sql): Difference {
  const found: Part = { onlyA: [], onlyB: [], changed: [] };
  const [left, right] = [createCopyReader(a), createCopyReader(b)];
  for (const table of recordTables) {
    const [ofA, ofB] = [left, right].map((read) => new Map(read.all(table).map((record) => [record.id, record as Fields]))) as [
      Map<string, Fields>,
      Map<string, Fields>,
    ];
    for (const [id, record] of ofA) {
      const other = ofB.get(id);
      if (other === undefined) found.onlyA.push({ table, record: id });
      else found.changed.push(...changesOf(table, record, other));
    }
    for (const id of ofB.keys()) if (!ofA.has(id)) found.onlyB.push({ table, record: id });
  }
  return found;
}

function changesOf(table: RecordTable, a: Fields, b: Fields): Difference['changed'] {
  const { groupFields, sets = [] } = recordType(table);
  return [...groupFields].flatMap(([group, fields]) => {
    const [left, right] = [a, b].map((record) => Object.fromEntries(fields.map(({ name }) => [name, record[name]])));
    const comparable = (values: Fields) => JSON.stringify(fields.map(({ name }) => inOrder(values[name], sets.includes(name))));
    return comparable(left!) === comparable(right!)
      ? []
      : [{ table, record: String(a.id), field: group, a: shown(group, left!), b: shown(group, right!) }];
  });
}

/** A line a field: table, id, field and value as JSON, sorted by id and field. What nobody said has no line. */
export function linesOf(sql: Sql): string[] {
  const read = createCopyReader(sql);
  return recordTables.flatMap((table) => {
    const { fields } = recordType(table);
    return read.all(table).flatMap((record) =>
      fields.flatMap(({ name, default: usual }) => {
        const value = JSON.stringify((record as Fields)[name]);
        return value === JSON.stringify(usual) ? [] : [`${table} ${record.id} ${name} ${value}`];
      }),
    );
  });
}
