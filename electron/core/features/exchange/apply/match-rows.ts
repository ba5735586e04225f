// Which row of an edited sheet is which record: by its id, else its content key, its passages, its digest, else, where it lost all
// of them, by what it says. One id twice: the row nearest to the export keeps it, an exact copy is named, another is new.
import { rowDigest } from '../base.ts';
import type { Cell, Head } from '../cells.ts';
import type { RowView } from './row-view.ts';

/** A record as it was exported. */
export interface ExportedRow {
  readonly id: string;
  readonly key: string;
  readonly passages: string;
  readonly cells: readonly Cell[];
}

export interface Matching {
  readonly matched: readonly { readonly at: number; readonly row: RowView }[];
  /** Rows that are new; `from`: the record whose row was copied for it. */
  readonly fresh: readonly { readonly row: RowView; readonly from: number | undefined }[];
  readonly copies: readonly RowView[];
  /** Rows whose id is that of another record. */
  readonly contradicting: readonly { readonly at: number; readonly row: RowView }[];
  readonly missing: readonly number[];
}

/** Share of what a row without marks must say as a record does to be its row. */
const nearEnough = 0.7;
/** Rows without marks are set beside records only while that is quick. */
const mostPairs = 2_000_000;

export function matchRows(exported: readonly ExportedRow[], columns: readonly Head[], rows: readonly RowView[]): Matching {
  const finder = createFinder(exported, columns);
  const claimed = new Map<number, RowView[]>();
  const contradicting: { at: number; row: RowView }[] = [];
  const present = new Set<number>();
  const unknown: RowView[] = [];
  const fresh: { row: RowView; from: number | undefined }[] = [];
  for (const row of rows) {
    const found = finder.find(row);
    if (found === undefined) unknown.push(row);
    else if ('contradicts' in found) {
      contradicting.push({ at: found.at, row });
      for (const at of [found.at, ...found.contradicts]) present.add(at);
    } else claimed.set(found.at, [...(claimed.get(found.at) ?? []), row]);
  }
  const isFew = unknown.length * exported.length <= mostPairs;
  for (const row of unknown) {
    const at = row.hasMarks ? undefined : (finder.withDigest(row, claimed) ?? (isFew ? finder.nearest(row, claimed) : undefined));
    if (at === undefined) fresh.push({ row, from: undefined });
    else claimed.set(at, [row]);
  }
  const copies: RowView[] = [];
  const matched = [...claimed].map(([at, list]) => {
    const kept = nearestOf(list, exported[at]!);
    for (const row of list) {
      if (row === kept) continue;
      if (row.differences(exported[at]!.cells).length === 0 || row.says(kept)) copies.push(row);
      else fresh.push({ row, from: at });
    }
    return { at, row: kept };
  });
  const missing = exported.flatMap((_, at) => (claimed.has(at) || present.has(at) ? [] : [at]));
  return { matched, fresh, copies, contradicting, missing };
}

function nearestOf(rows: readonly RowView[], { cells }: ExportedRow): RowView {
  const [first] = rows;
  if (rows.length === 1) return first!;
  let best = { row: first!, count: Number.POSITIVE_INFINITY };
  for (const row of rows) {
    const count = row.differences(cells).length;
    if (count < best.count) best = { row, count };
  }
  return best.row;
}

type Found = { readonly at: number } | { readonly at: number; readonly contradicts: readonly number[] } | undefined;

function createFinder(exported: readonly ExportedRow[], columns: readonly Head[]) {
  const indexed = (keyOf: (row: ExportedRow) => string) => Map.groupBy(exported.keys(), (at) => keyOf(exported[at]!));
  const digests = exported.map(({ cells }) => rowDigest(columns, cells));
  const byId = indexed(({ id }) => id);
  const byKey = indexed(({ key }) => key);
  const byPassages = indexed(({ passages }) => passages);
  const byDigest = Map.groupBy(exported.keys(), (at) => digests[at]!);
  const none: readonly number[] = [];

  return {
    find({ marks }: RowView): Found {
      const lists = [
        marks.key === '' ? undefined : (byKey.get(marks.key) ?? none),
        marks.passages === '' ? undefined : (byPassages.get(marks.passages) ?? none),
        marks.digest === '' ? undefined : (byDigest.get(marks.digest) ?? none),
      ].filter((list) => list !== undefined && list.length > 0) as (readonly number[])[];
      const [own] = byId.get(marks.id) ?? none;
      if (own === undefined) {
        const only = lists.find((list) => list.length === 1)?.[0];
        return only === undefined ? undefined : { at: only };
      }
      const against = lists.filter((list) => !list.includes(own));
      const isContradicted = against.length >= 2 || (against.length === 1 && lists.length === 1);
      return isContradicted ? { at: own, contradicts: against.flatMap((list) => (list.length === 1 ? list : [])) } : { at: own };
    },
    /** A record that is not claimed yet and says the same. */
    withDigest: (row: RowView, claimed: ReadonlyMap<number, unknown>): number | undefined =>
      byDigest.get(rowDigest(columns, row.asExported()))?.find((at) => !claimed.has(at)),
    /** The one record that is not claimed yet and says nearly the same. */
    nearest(row: RowView, claimed: ReadonlyMap<number, unknown>): number | undefined {
      let best: { at: number; share: number } | undefined;
      for (const at of exported.keys()) {
        if (claimed.has(at)) continue;
        const share = row.likeness(exported[at]!.cells);
        if (share >= nearEnough && share > (best?.share ?? 0)) best = { at, share };
      }
      return best?.at;
    },
  };
}
