// Windows over long lists. For each sort and filter the sorted ids are read once and kept until the workbook changes; a
// window is then a slice and one join, equally fast at any offset. Field names come from a fixed list, values are bound.

import { AppError } from '../../../shared/errors.ts';
import type { Filter, Sort } from '../../../shared/rpc.ts';
import { idFromBytes } from './id-bytes.ts';
import type { Sql, SqlValue } from './sql.ts';

export interface WindowField {
  readonly sql: string;
  readonly isNumber?: boolean;
}

export interface WindowSpec {
  /** FROM clause. */
  readonly from: string;
  /** Number of the record, kept in the list. */
  readonly id: string;
  /** Record id expression. */
  readonly key: string;
  readonly where?: string;
  readonly tieBreak: string;
  readonly fields: Readonly<Record<string, WindowField>>;
}

export interface WindowRequest {
  readonly sort: readonly Sort[];
  readonly filter: readonly Filter[];
  readonly start: number;
  readonly count: number;
}

export interface WindowReader {
  /** Record ids of a window and the length of the whole list. `values` bind the spec's own where. */
  read(spec: WindowSpec, request: WindowRequest, values?: readonly SqlValue[]): { total: number; ids: string[] };
}

const keptLists = 12;

export function createWindowReader(sql: Sql, version: () => number): WindowReader {
  const lists = new Map<string, Int32Array>();
  let listsVersion = -1;
  return {
    read(spec, request, values = []) {
      if (listsVersion !== version()) lists.clear();
      listsVersion = version();
      const { text, bound } = listQuery(spec, request, values);
      const name = JSON.stringify([text, bound]);
      const list = lists.get(name) ?? Int32Array.from(sql.column<number>(text, bound));
      lists.delete(name);
      lists.set(name, list);
      if (lists.size > keptLists) lists.delete(lists.keys().next().value!);
      const wanted = [...list.subarray(request.start, request.start + request.count)];
      const table = spec.from.split(' ')[0]!;
      const ids = sql.column<Buffer>(`SELECT ${table}.id FROM json_each(?) wanted JOIN ${table} ON ${spec.id} = wanted.value ORDER BY wanted.key`, [
        JSON.stringify(wanted),
      ]);
      return { total: list.length, ids: ids.map(idFromBytes) };
    },
  };
}

function listQuery(spec: WindowSpec, { sort, filter }: WindowRequest, values: readonly SqlValue[]): { text: string; bound: SqlValue[] } {
  const conditions = filter.map((one) => condition(spec, one));
  const where = [spec.where, ...conditions.map((one) => one.text)].filter((text) => text !== undefined).map((text) => `(${text})`);
  const order = sort.map(({ field, direction }) => {
    const { sql: column, isNumber } = fieldOf(spec, field);
    return `${column} IS NULL, ${column}${isNumber ? '' : ' COLLATE NOCASE'} ${direction === 'desc' ? 'DESC' : 'ASC'}`;
  });
  const text = `SELECT ${spec.id} FROM ${spec.from}${where.length > 0 ? ` WHERE ${where.join(' AND ')}` : ''} ORDER BY ${[...order, spec.tieBreak].join(', ')}`;
  return { text, bound: [...values, ...conditions.flatMap((one) => one.bound)] };
}

function fieldOf(spec: WindowSpec, name: string): WindowField {
  const field = Object.hasOwn(spec.fields, name) ? spec.fields[name] : undefined;
  if (field === undefined) throw new AppError('invalid-input', 'store.unknownField', { field: name });
  return field;
}

function condition(spec: WindowSpec, { field, op, value }: Filter): { text: string; bound: SqlValue[] } {
  const { sql: column, isNumber } = fieldOf(spec, field);
  const list = Array.isArray(value) ? value : [value ?? ''];
  const single = isNumber && op !== 'contains' && op !== 'startsWith' ? numberOf(field, list[0] ?? '') : (list[0] ?? '');
  switch (op) {
    case 'blank':
      return { text: `${column} IS NULL OR ${column} = ''`, bound: [] };
    case 'notBlank':
      return { text: `${column} IS NOT NULL AND ${column} <> ''`, bound: [] };
    case 'contains':
      return { text: `instr(lower(${column}), lower(?)) > 0`, bound: [single] };
    case 'startsWith':
      return { text: `lower(substr(${column}, 1, length(?))) = lower(?)`, bound: [single, single] };
    case 'in':
      return { text: `${column} IN (SELECT value FROM json_each(?))`, bound: [JSON.stringify(list)] };
    case 'equals':
      return { text: `${column} = ?${isNumber ? '' : ' COLLATE NOCASE'}`, bound: [single] };
    case 'notEquals':
      return { text: `${column} IS NOT ?`, bound: [single] };
    case 'greaterThan':
      return { text: `${column} > ?`, bound: [single] };
    case 'lessThan':
      return { text: `${column} < ?`, bound: [single] };
  }
}

function numberOf(field: string, text: string): SqlValue {
  if (text === '') return '';
  const number = Number(text);
  if (!Number.isFinite(number)) throw new AppError('invalid-input', 'store.notANumber', { field });
  return number;
}
