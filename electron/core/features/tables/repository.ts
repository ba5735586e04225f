// Imported tables and their rows in the store.
import { crc32 } from 'node:zlib';
import type { ClaimBody } from '../../../../shared/features/claims/form.ts';
import { emptyClaim } from '../../../../shared/features/claims/form.ts';
import { sortValueOf } from '../../../../shared/features/claims/sort-value.ts';
import type { ReadRow } from '../../../../shared/features/tables/read-table.ts';
import { findPeriod } from '../../../../shared/period/index.ts';
import type { Stored } from '../../../../shared/records/index.ts';
import { idFromBytes, idToBytes } from '../../store/id-bytes.ts';
import { fromRow } from '../../store/row.ts';
import type { Row, Sql } from '../../store/sql.ts';

export type TableImport = Stored<'table_import'>;

/** A record with the digest of its row, which tells whether it is as it was. */
export interface KeptImport {
  readonly record: TableImport;
  readonly crc: number;
}

/** A row as the store keeps it. `place`: row × 2^14 + column − 1. */
export interface StoredRow {
  readonly n: number;
  readonly place: number;
  readonly shape: number;
  readonly period: string | null;
  readonly low: string | null;
  readonly high: string | null;
  readonly qualifier: string | null;
}

export interface RowsOf {
  readonly import: number;
  readonly key: string;
  /** Numbers of its rows: `count` from `first` on. */
  readonly first: number;
  readonly count: number;
}

export interface KeptRows {
  readonly shapes: readonly ClaimBody[];
  readonly rows: readonly ReadRow[];
}

export interface TableRepository {
  imports(): KeptImport[];
  hasImports(): boolean;
  importWithKey(key: string): TableImport | undefined;
  rowsOf(key: string): RowsOf | undefined;
  /** Keeps the rows of an import under its key; does nothing where they are kept already. */
  keepRows(key: string, read: KeptRows): void;
  shapes(rows: RowsOf): Map<number, ClaimBody>;
  rows(rows: RowsOf): StoredRow[];
  rowAt(rows: RowsOf, place: number): StoredRow | undefined;
  shape(n: number): ClaimBody;
  /** Shapes of an import with the number of rows of each. */
  shapeUses(rows: RowsOf): { readonly body: ClaimBody; readonly count: number }[];
  placeOfRow(n: number): number | undefined;
  /** Places of all rows of an import. */
  places(rows: RowsOf): number[];
  isWrittenDown(table: 'claim' | 'passage', id: string): boolean;
  /** Claims that rows of an import became. */
  becameClaims(key: string): string[];
  /** Imports whose rows are not what was kept. */
  damaged(): string[];
}

const columns = 2 ** 14;

export const placeOf = (row: number, column: number) => row * columns + column - 1;
export const rowOfPlace = (place: number) => ({ row: Math.floor(place / columns), column: (place % columns) + 1 });

const selectRow = `SELECT table_row.n, place, shape, row_period.period AS period, low, high, qualifier
  FROM table_row LEFT JOIN row_period ON row_period.n = table_row.period`;

export function createTableRepository(sql: Sql): TableRepository {
  function rowsOf(key: string): RowsOf | undefined {
    return sql.get<RowsOf>('SELECT import, key, first, count FROM import_rows WHERE key = ?', [key]);
  }

  function periodNumbers(periods: Iterable<string>): Map<string, number> {
    const numbers = new Map<string, number>();
    for (const period of periods) {
      const { earliest = null, latest = null } = findPeriod(period) ?? {};
      sql.run('INSERT OR IGNORE INTO row_period (period, earliest, latest) VALUES (?, ?, ?)', [period, earliest ?? latest, latest ?? earliest]);
      numbers.set(period, sql.get<{ n: number }>('SELECT n FROM row_period WHERE period = ?', [period])!.n);
    }
    return numbers;
  }

  const last = (table: string, column = 'n') => sql.get<{ n: number | null }>(`SELECT max(${column}) AS n FROM ${table}`)?.n ?? 0;

  return {
    imports: () =>
      sql.all<Row>('SELECT * FROM table_import ORDER BY n').map((row) => ({ record: fromRow('table_import', row), crc: Number(row.crc) })),
    importWithKey(key) {
      const row = sql.get<Row>('SELECT * FROM table_import WHERE key = ? ORDER BY n', [key]);
      return row === undefined ? undefined : fromRow('table_import', row);
    },
    hasImports: () => sql.get('SELECT 1 FROM table_import LIMIT 1') !== undefined,
    rowsOf,
    keepRows(key, { shapes, rows }) {
      if (rowsOf(key) !== undefined) return;
      const number = last('import_rows', 'import') + 1;
      const firstShape = last('row_shape') + 1;
      const uses = new Int32Array(shapes.length);
      for (const { shape } of rows) uses[shape]! += 1;
      shapes.forEach(
        (body, index) =>
          void sql.run('INSERT INTO row_shape (n, import, rows, body) VALUES (?, ?, ?, ?)', [firstShape + index, number, uses[index]!, packed(body)]),
      );
      const periods = periodNumbers(new Set(rows.flatMap(({ period }) => period ?? [])));
      const first = last('table_row') + 1;
      const sorted = rows.toSorted((a, b) => a.row - b.row || a.column - b.column);
      sorted.forEach(({ row, column, shape, period, value }, index) => {
        const isExact = value?.qualifier === 'exact' && value.low === value.high;
        sql.run('INSERT INTO table_row (n, place, shape, period, low, high, qualifier, sort_value) VALUES (?, ?, ?, ?, ?, ?, ?, ?)', [
          first + index,
          placeOf(row, column),
          firstShape + shape,
          period === null ? null : periods.get(period)!,
          value?.low ?? null,
          isExact ? null : (value?.high ?? null),
          isExact ? null : (value?.qualifier ?? null),
          sortValueOf({ ...shapes[shape]!, value }),
        ]);
      });
      const made = { import: number, key, first, count: sorted.length };
      sql.run('INSERT INTO import_rows (import, key, first, count, crc) VALUES (?, ?, ?, ?, ?)', [number, key, first, sorted.length, crcOf(made)]);
    },
    shapes: ({ import: number }) =>
      new Map(
        sql
          .all<{ n: number; body: string }>('SELECT n, body FROM row_shape WHERE import = ? ORDER BY n', [number])
          .map(({ n, body }) => [n, unpacked(body)]),
      ),
    rows: ({ first, count }) => sql.all<StoredRow>(`${selectRow} WHERE table_row.n BETWEEN ? AND ? ORDER BY table_row.n`, [first, first + count - 1]),
    rowAt({ first, count }, place) {
      let [from, to] = [first, first + count - 1];
      while (from <= to) {
        const middle = Math.floor((from + to) / 2);
        const row = sql.get<StoredRow>(`${selectRow} WHERE table_row.n = ?`, [middle]);
        if (row === undefined || row.place === place) return row;
        if (row.place < place) from = middle + 1;
        else to = middle - 1;
      }
      return undefined;
    },
    shape: (n) => unpacked(sql.get<{ body: string }>('SELECT body FROM row_shape WHERE n = ?', [n])!.body),
    shapeUses: ({ import: number }) =>
      sql
        .all<{ body: string; rows: number }>('SELECT body, rows FROM row_shape WHERE import = ?', [number])
        .map(({ body, rows }) => ({ body: unpacked(body), count: rows })),
    placeOfRow: (n) => sql.get<{ place: number }>('SELECT place FROM table_row WHERE n = ?', [n])?.place,
    places: ({ first, count }) => sql.column<number>('SELECT place FROM table_row WHERE n BETWEEN ? AND ?', [first, first + count - 1]),
    isWrittenDown: (table, id) => sql.get(`SELECT 1 FROM ${table} WHERE id = ?`, [idToBytes(id)]) !== undefined,
    becameClaims: (key) =>
      sql
        .column<Buffer>('SELECT id FROM claim WHERE id BETWEEN ? AND ?', [
          Buffer.from(`${key}0000000000`, 'hex'),
          Buffer.from(`${key}ffffffffff`, 'hex'),
        ])
        .map(idFromBytes),
    damaged: () =>
      sql
        .all<RowsOf & { crc: number }>('SELECT import, key, first, count, crc FROM import_rows')
        .filter((one) => one.crc !== crcOf(one))
        .map(({ key }) => key),
  };

  /** Of all that is kept of an import. */
  function crcOf({ import: number, key, first, count }: RowsOf): number {
    let crc = crc32(JSON.stringify([number, key, first, count]));
    const add = (row: object) => {
      crc = crc32(JSON.stringify(row), crc);
    };
    sql.each('SELECT * FROM row_shape WHERE import = ? ORDER BY n', add, [number]);
    sql.each(
      `SELECT table_row.*, row_period.period AS said, earliest, latest FROM table_row LEFT JOIN row_period ON row_period.n = table_row.period
       WHERE table_row.n BETWEEN ? AND ? ORDER BY table_row.n`,
      add,
      [first, first + count - 1],
    );
    return crc;
  }
}

/** Without what is empty. */
function packed(body: ClaimBody): string {
  const empty: Readonly<Record<string, unknown>> = emptyClaim(body.kind);
  return JSON.stringify(
    Object.fromEntries(
      Object.entries(body)
        .filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(empty[name]))
        .concat([['kind', body.kind]]),
    ),
  );
}

function unpacked(text: string): ClaimBody {
  const said = JSON.parse(text) as Partial<ClaimBody> & Pick<ClaimBody, 'kind'>;
  const { id: _id, contentKey: _key, sourceId: _source, passages: _passages, ...empty } = emptyClaim(said.kind);
  return { ...empty, ...said };
}
