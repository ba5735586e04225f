// What one edit has written so far: which records came, went or changed, and what each group held before. Nothing is said of a
// group that ends as it began.
import type { RecordTable, Stored } from '../../../shared/records/index.ts';
import type { Fields } from '../store/row.ts';
import type { SqlValue } from '../store/sql.ts';

/** A record that an edit touched. */
export interface Touched {
  readonly table: RecordTable;
  readonly n: number;
  readonly id: string;
  readonly is: 'came' | 'changed' | 'went';
  /** Groups that changed; empty where the record came or went whole. */
  readonly groups: ReadonlySet<string>;
  /** A record that came and was not changed since: it need not be read again. */
  readonly record: Fields | undefined;
  /** It came back after it had been removed. */
  readonly isBack: boolean;
}

interface Entry {
  readonly table: RecordTable;
  readonly n: number;
  readonly id: string;
  /** Whether it was there before the edit, and whether it is there now. */
  readonly was: boolean;
  isThere: boolean;
  isBack: boolean;
  record: Fields | undefined;
  /** Columns of each changed group as they were before the edit. */
  readonly before: Map<string, readonly SqlValue[]>;
  /** The edit of another copy from which it came or with which it went. */
  stamp: string | null;
  /** The same for each group that a merge wrote; null where the merge itself says it. */
  readonly stamps: Map<string, string | null>;
}

export interface GroupWrite {
  readonly table: RecordTable;
  readonly n: number;
  readonly group: string;
  /** Undefined where it holds what it came with. */
  readonly before: readonly SqlValue[] | undefined;
  /** Id of the edit of another copy that wrote it; null for this edit. */
  readonly stamp: string | null;
  readonly isThere: boolean;
}

export class WriteSet {
  /** In the order in which they were first touched. */
  readonly #entries: Entry[] = [];
  readonly #known = new Map<RecordTable, Map<number, Entry>>();

  came(
    table: RecordTable,
    n: number,
    id: string,
    record?: Fields,
    { isBack = false, stamp = null }: { isBack?: boolean; stamp?: string | null } = {},
  ): void {
    const entry = this.#entry(table, n, id, false);
    entry.isBack = isBack;
    entry.stamp = stamp;
    entry.isThere = true;
    entry.record = record;
  }

  went(table: RecordTable, n: number, id: string, stamp: string | null = null): void {
    const entry = this.#entry(table, n, id, true);
    entry.isThere = false;
    entry.stamp = stamp;
  }

  /** Keeps the columns of a group as they were when the edit first changed it. */
  changed(table: RecordTable, n: number, id: string, group: string, before: readonly SqlValue[], stamp?: string | null): void {
    const entry = this.#entry(table, n, id, true);
    entry.record = undefined;
    if (!entry.before.has(group)) entry.before.set(group, before);
    if (stamp === undefined) entry.stamps.delete(group);
    else entry.stamps.set(group, stamp);
  }

  #entry(table: RecordTable, n: number, id: string, was: boolean): Entry {
    const ofTable = this.#known.get(table) ?? new Map<number, Entry>();
    this.#known.set(table, ofTable);
    const known = ofTable.get(n);
    if (known !== undefined) return known;
    const made: Entry = { table, n, id, was, isThere: was, isBack: false, record: undefined, before: new Map(), stamp: null, stamps: new Map() };
    ofTable.set(n, made);
    this.#entries.push(made);
    return made;
  }

  /** Made by this edit: it was never there before. */
  isNew(table: RecordTable, n: number): boolean {
    const entry = this.#known.get(table)?.get(n);
    return entry !== undefined && !entry.was && !entry.isBack;
  }

  get isEmpty(): boolean {
    return this.#entries.length === 0;
  }

  /** Records that came or went, by table and by the edit that they have it from. */
  whole(is: 'came' | 'went'): { table: RecordTable; stamp: string | null; numbers: number[] }[] {
    const found = new Map<string, { table: RecordTable; stamp: string | null; numbers: number[] }>();
    for (const { table, n, was, isThere, stamp } of this.#entries) {
      if (was === isThere || isThere !== (is === 'came')) continue;
      const key = `${table} ${stamp ?? ''}`;
      const list = found.get(key);
      if (list === undefined) found.set(key, { table, stamp, numbers: [n] });
      else list.numbers.push(n);
    }
    return [...found.values()];
  }

  /**
   * Changed groups of records that were there before the edit, also of those that it then removed; and of records that came, those
   * that have a stamp of their own: there is nothing before them, unless the record came back.
   */
  changes(): GroupWrite[] {
    return this.#entries.flatMap(({ table, n, was, isThere, isBack, before, stamps }) =>
      [...before]
        .filter(([group]) => was || (isThere && (isBack || stamps.has(group))))
        .map(([group, columns]) => ({ table, n, group, before: was || isBack ? columns : undefined, stamp: stamps.get(group) ?? null, isThere })),
    );
  }

  touched(): Touched[] {
    return this.#entries.flatMap(({ table, n, id, was, isThere, isBack, record, before }): Touched[] => {
      if (!was && !isThere) return [];
      const is = was === isThere ? 'changed' : isThere ? 'came' : 'went';
      return is === 'changed' && before.size === 0
        ? []
        : [{ table, n, id, is, groups: new Set(before.keys()), record: is === 'came' ? record : undefined, isBack }];
    });
  }
}

export interface Came<T extends RecordTable> {
  readonly n: number;
  readonly record: Stored<T>;
  readonly isBack: boolean;
}

/** Records of a table that came with an edit, by id: what follows them need not read them again. */
export function cameOf<T extends RecordTable>(touched: readonly Touched[], table: T): ReadonlyMap<string, Came<T>> {
  const came = new Map<string, Came<T>>();
  for (const { table: of, id, n, record, isBack } of touched)
    if (of === table && record !== undefined) came.set(id, { n, record: record as Stored<T>, isBack });
  return came;
}
