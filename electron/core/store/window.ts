// Windows over long lists. For each sort and filter the sorted ids are read once and kept until the workbook changes; a
// window is then a slice and one join, equally fast at any offset. Where rows stand is kept beside it, so that an edit in the
// column that they are sorted by moves none until somebody sorts again. Field names come from a fixed list, values are bound.

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
  readonly order?: string | undefined;
}

/** Ids of records by the numbers of a list; what is gone is left out. */
export type IdsOfNumbers = (numbers: readonly number[]) => ReadonlyMap<number, string>;

/** What a list is of beside its sort and filter. */
export interface WindowOf {
  /** Where the list tells more than the records of its table. */
  readonly idsOf?: IdsOfNumbers;
  /** Bound by the spec's own where. */
  readonly values?: readonly SqlValue[];
  /** Tells lists apart whose values change with the workbook; the values themselves where they do not. */
  readonly name?: string;
}

export interface WindowPage {
  /** Length of the whole list. */
  readonly total: number;
  readonly ids: string[];
  readonly isSorted: boolean;
}

export interface WindowReader {
  /** Record ids of a window. */
  read(spec: WindowSpec, request: WindowRequest, of?: WindowOf): WindowPage;
}

const keptLists = 12;
const keptOrders = 24;

/** Where rows stood when they were first shown, those that came since after them. */
interface Order {
  numbers: Int32Array;
  /** As of the version at which it was last looked at. */
  version: number;
  shown: Int32Array;
  isSorted: boolean;
}

export function createWindowReader(sql: Sql, version: () => number): WindowReader {
  const lists = new Map<string, Int32Array>();
  const orders = new Map<string, Order>();
  let listsVersion = -1;

  function sorted(text: string, bound: readonly SqlValue[]): Int32Array {
    if (listsVersion !== version()) lists.clear();
    listsVersion = version();
    const name = JSON.stringify([text, bound]);
    const list = lists.get(name) ?? Int32Array.from(sql.column<number>(text, bound));
    keep(lists, name, list, keptLists);
    return list;
  }

  /** The order that was asked for, brought to the present, or a new one. */
  function orderOf(list: Int32Array, name: string | undefined, idsOf: IdsOfNumbers): Order {
    const known = name === undefined ? undefined : orders.get(name);
    const order = known ?? { numbers: list, version: version(), shown: list, isSorted: true };
    if (name === undefined) return order;
    if (order.version !== version()) follow(order, list, (numbers) => new Set(numbers.length === 0 ? [] : idsOf(numbers).keys()));
    order.version = version();
    keep(orders, name, order, keptOrders);
    return order;
  }

  return {
    read(spec, request, { values = [], name = JSON.stringify(values), idsOf = idsOfRecords(sql, spec) } = {}) {
      const { text, bound } = listQuery(spec, request, values);
      const ofList = request.order === undefined ? undefined : JSON.stringify([request.order, text, request.filter, name]);
      const { shown, isSorted } = orderOf(sorted(text, bound), ofList, idsOf);
      const wanted = [...shown.subarray(request.start, request.start + request.count)];
      const ids = idsOf(wanted);
      return { total: shown.length, ids: wanted.flatMap((n) => ids.get(n) ?? []), isSorted };
    },
  };
}

/** What was shown stays where it is while it is there, also where an edit took it out of the filter. */
function follow(order: Order, list: Int32Array, isThere: (numbers: readonly number[]) => ReadonlySet<number>): void {
  const [before, now] = [new Set(order.numbers), new Set(list)];
  order.numbers = Int32Array.from([...order.numbers, ...list.filter((n) => !before.has(n))]);
  const left = isThere([...order.numbers].filter((n) => !now.has(n)));
  order.shown = order.numbers.filter((n) => now.has(n) || left.has(n));
  order.isSorted = order.shown.length === list.length && order.shown.every((n, index) => n === list[index]);
}

function idsOfRecords(sql: Sql, spec: WindowSpec): IdsOfNumbers {
  const table = tableOf(spec);
  return (numbers) =>
    new Map(
      sql
        .all<{ n: number; id: Buffer }>(
          `SELECT wanted.value AS n, ${table}.id AS id FROM json_each(?) wanted JOIN ${table} ON ${spec.id} = wanted.value`,
          [JSON.stringify(numbers)],
        )
        .map(({ n, id }) => [n, idFromBytes(id)]),
    );
}

function tableOf(spec: WindowSpec): string {
  return spec.from.split(' ')[0]!;
}

/** The last used stands last; the first gives way. */
function keep<K, V>(kept: Map<K, V>, key: K, value: V, most: number): void {
  kept.delete(key);
  kept.set(key, value);
  if (kept.size > most) kept.delete(kept.keys().next().value!);
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
