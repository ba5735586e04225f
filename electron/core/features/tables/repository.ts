// Imported tables and their rows in the store.
import { crc32 } from 'node:zlib';
import type { ClaimBody } from '../../../../shared/features/claims/form.ts';
import { emptyClaim } from '../../../../shared/features/claims/form.ts';
import { claimSchema } from '../../../../shared/features/claims/model.ts';
import { sortValueOf } from '../../../../shared/features/claims/sort-value.ts';
import type { ReadRow } from '../../../../shared/features/tables/read-table.ts';
import { cellNumber, cellNumbers, cellOfNumber } from '../../../../shared/features/tables/row-id.ts';
import { findPeriod } from '../../../../shared/period/index.ts';
import { type Qualifier, type Quantity, qualifierSchema } from '../../../../shared/quantity/model.ts';
import type { Stored } from '../../../../shared/records/index.ts';
import type { DerivedTable } from '../../edits/derived-table.ts';
import { idFromBytes, idToBytes } from '../../store/id-bytes.ts';
import { fromRow } from '../../store/row.ts';
import type { Row, Sql, SqlValue } from '../../store/sql.ts';

export type TableImport = Stored<'table_import'>;

/** A record with the digest of its row, which tells whether it is as it was. */
export interface KeptImport {
  readonly record: TableImport;
  readonly crc: number;
}

/** A row as the store keeps it. `place`: the number of its cell (`row-id.ts`). */
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
  importWithKey(key: string): TableImport | undefined;
  /** Imports that are there or were, of which an undo or redo asks for the rows; in the order in which they came. */
  everImported(): TableImport[];
  /** The source of such an import, which may be gone. */
  sourceEver(id: string): Stored<'source'> | undefined;
  /** Forgets the rows of all imports. */
  clear(): void;
  rowsOf(key: string): RowsOf | undefined;
  /** Keeps the rows of an import under its key; does nothing where they are kept already. */
  keepRows(key: string, read: KeptRows): void;
  shapes(rows: RowsOf): Map<number, ClaimBody>;
  rows(rows: RowsOf): StoredRow[];
  row(n: number): StoredRow | undefined;
  shape(n: number): ClaimBody;
  /** Shapes of an import with the number of rows of each. */
  shapeUses(rows: RowsOf): { readonly body: ClaimBody; readonly count: number }[];
  /** Rows of some shapes but for the hidden ones: how many, and the numbers of the first. */
  withShapes(
    shapes: readonly number[],
    options: { readonly hidden: readonly number[]; readonly limit: number },
  ): { readonly count: number; readonly first: number[] };
  /** Places of all rows of an import, in the order of their numbers. */
  places(rows: RowsOf): number[];
  isWrittenDown(table: 'claim' | 'passage', id: string): boolean;
  /** Claims that rows of an import became. */
  becameClaims(key: string): string[];
  /** What is wrong with rows that are kept. */
  problems(): string[];
}

const selectRow = `SELECT table_row.n, place, shape, row_period.period AS period, low, high, qualifier
  FROM table_row LEFT JOIN row_period ON row_period.n = table_row.period`;

export function createTableRepository(sql: Sql): TableRepository {
  function rowsOf(key: string): RowsOf | undefined {
    return sql.get<RowsOf>('SELECT import, key, first, count FROM import_rows WHERE key = ?', [key]);
  }

  function periodNumbers(periods: Iterable<string>): Map<string, number> {
    const numbers = new Map<string, number>();
    for (const period of periods) {
      const { earliest, latest } = boundsOf(period);
      sql.run('INSERT OR IGNORE INTO row_period (period, earliest, latest) VALUES (?, ?, ?)', [period, earliest, latest]);
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
    everImported: () =>
      ['table_import', 'table_import_past']
        .flatMap((table) => sql.all<Row>(`SELECT * FROM ${table}`))
        .sort((a, b) => Number(a.n) - Number(b.n))
        .map((row) => fromRow('table_import', row)),
    sourceEver(id) {
      const [row] = ['source', 'source_past'].flatMap((table) => sql.all<Row>(`SELECT * FROM ${table} WHERE id = ?`, [idToBytes(id)]));
      return row === undefined ? undefined : fromRow('source', row);
    },
    clear() {
      for (const table of ['import_rows', 'row_shape', 'row_period', 'table_row']) sql.run(`DELETE FROM ${table}`);
    },
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
      const columnsOf = ({ row, column, shape, period, value }: ReadRow, index: number): SqlValue[] => {
        const isExact = value?.qualifier === 'exact' && value.low === value.high;
        const { unit, multiplier, change } = shapes[shape]!;
        return [
          first + index,
          cellNumber(row, column),
          firstShape + shape,
          period === null ? null : periods.get(period)!,
          value?.low ?? null,
          isExact ? null : (value?.high ?? null),
          isExact ? null : (value?.qualifier ?? null),
          sortValueOf({ unit, multiplier, change, value }),
        ];
      };
      for (let from = 0; from < sorted.length; from += rowsAtOnce) {
        const some = sorted.slice(from, from + rowsAtOnce);
        sql.run(
          insertRows(some.length),
          some.flatMap((row, index) => columnsOf(row, from + index)),
        );
      }
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
    row: (n) => sql.get<StoredRow>(`${selectRow} WHERE table_row.n = ?`, [n]),
    shape: (n) => unpacked(sql.get<{ body: string }>('SELECT body FROM row_shape WHERE n = ?', [n])!.body),
    shapeUses: ({ import: number }) =>
      sql
        .all<{ body: string; rows: number }>('SELECT body, rows FROM row_shape WHERE import = ?', [number])
        .map(({ body, rows }) => ({ body: unpacked(body), count: rows })),
    withShapes(shapes, { hidden, limit }) {
      const wanted = JSON.stringify(shapes);
      const all =
        sql.get<{ n: number }>('SELECT sum(rows) AS n FROM json_each(?) wanted JOIN row_shape ON row_shape.n = wanted.value', [wanted])?.n ?? 0;
      const inShapes = 'shape IN (SELECT value FROM json_each(?))';
      const out = sql.column<number>(`SELECT table_row.n FROM json_each(?) one JOIN table_row ON table_row.n = one.value WHERE ${inShapes}`, [
        JSON.stringify(hidden),
        wanted,
      ]);
      const isOut = new Set(out);
      const first = sql.column<number>(`SELECT n FROM table_row WHERE ${inShapes} ORDER BY n LIMIT ?`, [wanted, limit + out.length]);
      return { count: all - out.length, first: first.filter((n) => !isOut.has(n)).slice(0, limit) };
    },
    places: ({ first, count }) => sql.column<number>('SELECT place FROM table_row WHERE n BETWEEN ? AND ? ORDER BY n', [first, first + count - 1]),
    isWrittenDown: (table, id) => sql.get(`SELECT 1 FROM ${table} WHERE id = ?`, [idToBytes(id)]) !== undefined,
    becameClaims: (key) =>
      sql
        .column<Buffer>('SELECT id FROM claim WHERE id BETWEEN ? AND ?', [
          Buffer.from(`${key}0000000000`, 'hex'),
          Buffer.from(`${key}ffffffffff`, 'hex'),
        ])
        .map(idFromBytes),
    problems: () => [
      ...sql.all<RowsOf & { crc: number }>('SELECT import, key, first, count, crc FROM import_rows').flatMap((one) => problemsOf(one)),
      ...(sql
        .all<{ period: string; earliest: string | null; latest: string | null }>('SELECT period, earliest, latest FROM row_period')
        .every(({ period, ...bounds }) => JSON.stringify(boundsOf(period)) === JSON.stringify(bounds))
        ? []
        : ['a period of rows stands elsewhere in time than it says']),
      ...sql
        .column<string>('SELECT key FROM table_import WHERE key NOT IN (SELECT key FROM import_rows)')
        .map((key) => `the rows of the import ${key} are missing`),
      ...(last('table_row') > (sql.get<{ n: number | null }>('SELECT max(first + count - 1) AS n FROM import_rows')?.n ?? 0)
        ? ['there are rows of tables that nobody imported']
        : []),
    ],
  };

  function problemsOf(one: RowsOf & { readonly crc: number }): string[] {
    if (one.crc !== crcOf(one)) return [`the rows of the import ${one.key} are not what was written`];
    const bodies = sql.column<string>('SELECT body FROM row_shape WHERE import = ?', [one.import]);
    if (bodies.some((body) => !isBody(body))) return [`the rows of the import ${one.key} say what no claim says`];
    const odd = sql.get(
      `SELECT 1 FROM table_row WHERE n BETWEEN ? AND ? AND (place < ? OR place >= ? OR shape NOT IN (SELECT n FROM row_shape WHERE import = ?)
         OR low GLOB '*[^-0-9.]*' OR high GLOB '*[^-0-9.]*' OR length(low) > 52 OR length(high) > 52) LIMIT 1`,
      [one.first, one.first + one.count - 1, cellNumbers.from, cellNumbers.to, one.import],
    );
    const qualified = sql.column<string>('SELECT DISTINCT qualifier FROM table_row WHERE n BETWEEN ? AND ? AND qualifier IS NOT NULL', [
      one.first,
      one.first + one.count - 1,
    ]);
    const unordered = sql.get(
      'SELECT 1 FROM (SELECT place, lag(place) OVER (ORDER BY n) AS before FROM table_row WHERE n BETWEEN ? AND ?) WHERE before >= place LIMIT 1',
      [one.first, one.first + one.count - 1],
    );
    const isOdd = odd !== undefined || unordered !== undefined || qualified.some((word) => !qualifierSchema.safeParse(word).success);
    return isOdd ? [`the rows of the import ${one.key} hold what no row holds`] : [];
  }

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

/** One statement for several rows takes half the time of one each. */
const rowsAtOnce = 64;

function insertRows(count: number): string {
  const values = Array.from({ length: count }, () => '(?, ?, ?, ?, ?, ?, ?, ?)').join(', ');
  return `INSERT INTO table_row (n, place, shape, period, low, high, qualifier, sort_value) VALUES ${values}`;
}

/** Rows of imports that came from another copy. */
export function takeRows(from: TableRepository, to: TableRepository): void {
  for (const { record } of to.imports()) {
    const rows = to.rowsOf(record.key) === undefined ? from.rowsOf(record.key) : undefined;
    if (rows !== undefined) to.keepRows(record.key, readBack(from, rows));
  }
}

function readBack(repository: TableRepository, of: RowsOf): KeptRows {
  const shapes = [...repository.shapes(of)];
  const indexes = new Map(shapes.map(([n], index) => [n, index]));
  const rows = repository
    .rows(of)
    .map((row): ReadRow => ({ ...cellOfNumber(row.place), shape: indexes.get(row.shape)!, period: row.period, value: valueOfRow(row) }));
  return { shapes: shapes.map(([, body]) => body), rows };
}

/** The value of a row; null where it has none. */
export function valueOfRow({ low, high, qualifier }: Pick<StoredRow, 'low' | 'high' | 'qualifier'>): Quantity | null {
  if (low === null && high === null && qualifier === null) return null;
  return qualifier === null ? { low, high: low, qualifier: 'exact' } : { low, high, qualifier: qualifier as Qualifier };
}

/** Where a period stands among others; an open end stands with the other. */
function boundsOf(period: string): { readonly earliest: string | null; readonly latest: string | null } {
  const { earliest = null, latest = null } = findPeriod(period) ?? {};
  return { earliest: earliest ?? latest, latest: latest ?? earliest };
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

const bodySchema = claimSchema.omit({ id: true, contentKey: true, sourceId: true, passages: true });

function isBody(text: string): boolean {
  try {
    return bodySchema.safeParse(unpacked(text)).success;
  } catch {
    return false;
  }
}

/** Rows follow from bytes and mapping, which a child process reads: they are kept when an import is, and only checked afterwards. */
export function createRowTables(sql: Sql): DerivedTable {
  const repository = createTableRepository(sql);
  return { table: 'table_row', reads: ['table_import'], follow() {}, rebuild() {}, check: repository.problems };
}
