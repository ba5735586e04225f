// Rows of imported tables as claims. One that became a claim, or was left out, is not told here; all others read as claims do.
import type { ClaimBody } from '../../../../shared/features/claims/form.ts';
import type { Claim, ClaimKind, PassageRef } from '../../../../shared/features/claims/model.ts';
import { spanIn } from '../../../../shared/features/passages/anchor.ts';
import { type CodePoints, codePointsOf } from '../../../../shared/features/passages/code-points.ts';
import { blockOfCells, cellName } from '../../../../shared/features/sources/cells.ts';
import type { Source } from '../../../../shared/features/sources/model.ts';
import { cellNumber, cellOfNumber, type RowPlace, rowId, rowPassageId, rowPlaceOf } from '../../../../shared/features/tables/row-id.ts';
import { type KeptImport, type RowsOf, type StoredRow, type TableImport, type TableRepository, valueOfRow } from './repository.ts';

export interface RowsOptions {
  readonly repository: TableRepository;
  readonly version: () => number;
  findSource(id: string): Source | undefined;
  textOf(source: Source): string;
  cellAt(
    source: Source,
    sheet: string,
    row: number,
    column: number,
  ): { readonly start: number; readonly end: number; readonly exact: string } | undefined;
  /** Supplied by the claims feature. */
  contentKeyOf(body: ClaimBody, sourceSha256: string | null, passages: readonly PassageRef[]): string;
}

/** An import as it stands: its rows and those of them that are told elsewhere. */
export interface OpenImport {
  readonly record: TableImport;
  readonly rows: RowsOf;
  /** Places of rows that became claims or were left out, with the numbers of those rows. */
  readonly hidden: ReadonlyMap<number, number>;
}

export interface ImportedRows {
  open(): readonly OpenImport[];
  all(): Claim[];
  count(): number;
  /** Those of the ids that are rows, as claims. */
  existing(ids: readonly string[]): Claim[];
  /** What the tables say where the ids name rows, also where a row became a claim or was left out. */
  behind(ids: readonly string[]): Claim[];
  ofSource(sourceId: string): Claim[];
  /** Rows whose passages these are. */
  onPassages(passageIds: readonly string[]): string[];
  idsOfNumbers(numbers: readonly number[]): ReadonlyMap<number, string>;
  numbersOf(ids: readonly string[]): number[];
  /** Numbers of rows that are told elsewhere. */
  hidden(): number[];
  counts(): Record<ClaimKind, number>;
  countsBySource(): ReadonlyMap<string, number>;
  /** Imports of a source, with the number of rows that are told of each. */
  importsOf(sourceId: string): { readonly id: string; readonly rows: number }[];
  withContentKeys(keys: readonly string[]): ReadonlyMap<string, Claim[]>;
  /** Words that a field of rows holds, with the number of rows. */
  terms(field: string): ReadonlyMap<string, number>;
  /** Reads anew what is kept of rows: they were made anew. */
  forget(): void;
  /** Becomes another when tables come or go. */
  tables(): string;
  /** What rows of the tables say beside value and period. */
  shapes(): readonly { readonly n: number; readonly kind: ClaimKind; readonly sourceId: string; readonly body: ClaimBody }[];
  /** Rows of some shapes that are told: how many, and the ids of the first. */
  withShapes(shapes: readonly number[], limit: number): { readonly count: number; readonly ids: readonly string[] };
  /** Where the words of a cell of an import stand. */
  passageAt(
    of: Pick<TableImport, 'key' | 'sourceId' | 'mapping' | 'sha256' | 'textSha256'>,
    source: Source,
    cell: { readonly row: number; readonly column: number },
  ): PassageRef;
}

export function createImportedRows(options: RowsOptions): ImportedRows {
  const { repository, version } = options;
  let kept: { readonly version: number; readonly imports: readonly OpenImport[] } | undefined;
  const asOpened = new Map<string, { readonly state: string; readonly open: OpenImport }>();
  const places = new Map<string, Float64Array>();
  const texts = createTexts(options);

  function open(): readonly OpenImport[] {
    if (kept?.version !== version()) kept = { version: version(), imports: repository.imports().flatMap(opened) };
    return kept.imports;
  }

  function opened({ record, crc }: KeptImport): OpenImport[] {
    const rows = repository.rowsOf(record.key);
    if (rows === undefined) return [];
    const became = repository.becameClaims(record.key);
    const state = JSON.stringify([crc, became]);
    const known = asOpened.get(record.id);
    if (known?.state === state) return [known.open];
    const one = { record, rows, hidden: hiddenOf(record, rows, became) };
    asOpened.set(record.id, { state, open: one });
    return [one];
  }

  function hiddenOf({ leftOut }: TableImport, rows: RowsOf, became: readonly string[]): ReadonlyMap<number, number> {
    const claims = became.flatMap((id) => rowPlaceOf(id) ?? []).map(({ row, column }) => cellNumber(row, column));
    const left = leftOut.flatMap((cell) => blockOfCells(cell) ?? []).map(({ top, left: column }) => cellNumber(top, column));
    return new Map(
      [...claims, ...left].flatMap((place) => {
        const n = numberAt(rows, place);
        return n === undefined ? [] : [[place, n] as const];
      }),
    );
  }

  /** Rows of an import never change. */
  function placesOf(rows: RowsOf): Float64Array {
    const known = places.get(rows.key) ?? Float64Array.from(repository.places(rows));
    places.set(rows.key, known);
    return known;
  }

  function numberAt(rows: RowsOf, place: number): number | undefined {
    const of = placesOf(rows);
    let [from, to] = [0, of.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (of[middle]! < place) from = middle + 1;
      else to = middle;
    }
    return of[from] === place ? rows.first + from : undefined;
  }

  /** Rows of an import as claims, made as one. */
  function claimsOf(one: OpenImport, rows: readonly StoredRow[]): Claim[] {
    const source = options.findSource(one.record.sourceId);
    const shapes = rows.length > 1 ? repository.shapes(one.rows) : new Map(rows.map(({ shape }) => [shape, repository.shape(shape)]));
    return rows.filter(({ place }) => !one.hidden.has(place)).map((row) => claimOf(one, { row, body: shapes.get(row.shape)!, source }));
  }

  /** Where a row stands, and the key that follows from it, are found out when somebody asks: most views of many rows do not. */
  function claimOf({ record }: OpenImport, { row, body, source }: { row: StoredRow; body: ClaimBody; source: Source | undefined }): Claim {
    const cell = cellOfNumber(row.place);
    const said = { ...body, period: row.period, value: valueOfRow(row) };
    let passages: PassageRef[] | undefined;
    let contentKey: string | undefined;
    return {
      id: rowId(record.key, cell.row, cell.column),
      get contentKey() {
        contentKey ??= options.contentKeyOf(said, record.sha256, this.passages);
        return contentKey;
      },
      sourceId: record.sourceId,
      get passages() {
        passages ??= source === undefined ? [] : [passageOf(record, source, cell)];
        return passages;
      },
      ...said,
    };
  }

  /** Where the source has a newer text the cell stands in the one that was read, which is kept. */
  const passageOf: ImportedRows['passageAt'] = ({ key, sourceId, mapping, sha256, textSha256 }, source, { row, column }) => {
    const sheet = mapping.sheet ?? '';
    const read = { ...source, sha256, textSha256 };
    const span = options.cellAt(read, sheet, row, column);
    const place = { id: rowPassageId(key, row, column), source: sourceId, page: null, sheet, cells: cellName(row, column) };
    if (span === undefined) return { ...place, exact: '', prefix: '', suffix: '', start: 0, end: 0, state: 'lost' };
    const { start, end, exact, prefix, suffix } = spanIn(texts.pointsOf(read), span.start, span.end);
    return { ...place, exact, prefix, suffix, start, end, state: source.textSha256 === textSha256 ? 'same' : 'lost' };
  };

  /** The import that an id is a row of, and its cell; also where the row is hidden. */
  function placed(id: string): (Omit<RowPlace, 'key'> & { readonly of: OpenImport }) | undefined {
    const place = rowPlaceOf(id);
    const of = place === undefined ? undefined : open().find(({ record }) => record.key === place.key);
    return of === undefined || place === undefined ? undefined : { of, row: place.row, column: place.column, isPassage: place.isPassage };
  }

  function numberOf(id: string): number | undefined {
    const place = placed(id);
    return place === undefined || place.isPassage ? undefined : numberAt(place.of.rows, cellNumber(place.row, place.column));
  }

  const shown = ({ rows, hidden }: OpenImport) => rows.count - hidden.size;

  return {
    open,
    passageAt: passageOf,
    count: () => open().reduce((sum, one) => sum + shown(one), 0),
    all: () => open().flatMap((one) => claimsOf(one, repository.rows(one.rows))),
    existing: (ids) =>
      ids.flatMap((id) => {
        const n = numberOf(id);
        const row = n === undefined ? undefined : repository.row(n);
        return row === undefined ? [] : claimsOf(placed(id)!.of, [row]);
      }),
    behind: (ids) =>
      ids.flatMap((id) => {
        const n = numberOf(id);
        const row = n === undefined ? undefined : repository.row(n);
        if (row === undefined) return [];
        const { of } = placed(id)!;
        return [claimOf(of, { row, body: repository.shape(row.shape), source: options.findSource(of.record.sourceId) })];
      }),
    ofSource: (sourceId) =>
      open()
        .filter(({ record }) => record.sourceId === sourceId)
        .flatMap((one) => claimsOf(one, repository.rows(one.rows))),
    onPassages: (passageIds) =>
      passageIds.flatMap((id) => {
        const place = placed(id);
        const isShown = place?.isPassage === true && !place.of.hidden.has(cellNumber(place.row, place.column));
        return isShown ? [rowId(place.of.record.key, place.row, place.column)] : [];
      }),
    idsOfNumbers: (numbers) => new Map(numbers.flatMap((n) => idOfNumber(n).map((id) => [n, id] as const))),
    numbersOf: (ids) => ids.flatMap((id) => numberOf(id) ?? []),
    hidden: () => open().flatMap(({ hidden }) => [...hidden.values()]),
    counts() {
      const counts = { figure: 0, event: 0, statement: 0 };
      for (const one of open()) counts[one.record.mapping.kind] += shown(one);
      return counts;
    },
    countsBySource() {
      const counts = new Map<string, number>();
      for (const one of open()) counts.set(one.record.sourceId, (counts.get(one.record.sourceId) ?? 0) + shown(one));
      return counts;
    },
    importsOf: (sourceId) =>
      open()
        .filter(({ record }) => record.sourceId === sourceId)
        .map((one) => ({ id: one.record.id, rows: shown(one) })),
    withContentKeys(keys) {
      const wanted = new Set(keys);
      if (open().length === 0) return new Map();
      const found = open()
        .flatMap((one) => claimsOf(one, repository.rows(one.rows)))
        .filter((claim) => wanted.has(claim.contentKey));
      return Map.groupBy(found, (claim) => claim.contentKey);
    },
    forget() {
      kept = undefined;
      asOpened.clear();
      places.clear();
    },
    tables: () =>
      open()
        .map(({ record }) => record.key)
        .join(),
    shapes,
    withShapes,
    terms(field) {
      const uses = new Map<string, number>();
      for (const { rows } of open())
        for (const { body, count } of repository.shapeUses(rows))
          for (const word of wordsOf((body as Readonly<Record<string, unknown>>)[field])) uses.set(word, (uses.get(word) ?? 0) + count);
      return uses;
    },
  };

  function shapes() {
    return open().flatMap(({ record: { sourceId, mapping }, rows }) =>
      [...repository.shapes(rows)].map(([n, body]) => ({ n, kind: mapping.kind, sourceId, body })),
    );
  }

  function withShapes(wanted: readonly number[], limit: number) {
    if (wanted.length === 0) return { count: 0, ids: [] };
    const hidden = open().flatMap((one) => [...one.hidden.values()]);
    const { count, first } = repository.withShapes(wanted, { hidden, limit });
    return { count, ids: first.flatMap(idOfNumber) };
  }

  function idOfNumber(n: number): string[] {
    const one = open().find(({ rows }) => rows.first <= n && n < rows.first + rows.count);
    const place = one === undefined ? undefined : placesOf(one.rows)[n - one.rows.first];
    if (one === undefined || place === undefined || one.hidden.has(place)) return [];
    const { row, column } = cellOfNumber(place);
    return [rowId(one.record.key, row, column)];
  }
}

function wordsOf(value: unknown): string[] {
  const entries = Array.isArray(value) ? value : [value];
  return entries.flatMap((entry) => {
    if (typeof entry === 'string') return entry === '' ? [] : [entry];
    return typeof entry === 'object' && entry !== null && 'name' in entry ? [String(entry.name)] : [];
  });
}

/** Texts of the last sources that rows were read of. */
function createTexts({ textOf }: Pick<RowsOptions, 'textOf'>) {
  const most = 4;
  const kept = new Map<string, CodePoints>();
  return {
    pointsOf(source: Source): CodePoints {
      const points = kept.get(source.textSha256) ?? codePointsOf(textOf(source));
      kept.delete(source.textSha256);
      kept.set(source.textSha256, points);
      if (kept.size > most) kept.delete(kept.keys().next().value!);
      return points;
    },
  };
}
