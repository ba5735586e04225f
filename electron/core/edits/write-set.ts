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
}

export class WriteSet {
  /** In the order in which they were first touched. */
  readonly #entries: Entry[] = [];
  readonly #known = new Map<RecordTable, Map<number, Entry>>();

  came(table: RecordTable, n: number, id: string, record?: Fields, { isBack = false }: { isBack?: boolean } = {}): void {
    const entry = this.#entry(table, n, id, false);
    entry.isBack = isBack;
    entry.isThere = true;
    entry.record = record;
  }

  went(table: RecordTable, n: number, id: string): void {
    this.#entry(table, n, id, true).isThere = false;
  }

  /** Keeps the columns of a group as they were when the edit first changed it. */
  changed(table: RecordTable, n: number, id: string, group: string, before: readonly SqlValue[]): void {
    const entry = this.#entry(table, n, id, true);
    entry.record = undefined;
    if (!entry.before.has(group)) entry.before.set(group, before);
  }

  #entry(table: RecordTable, n: number, id: string, was: boolean): Entry {
    const ofTable = this.#known.get(table) ?? new Map<number, Entry>();
    this.#known.set(table, ofTable);
    const known = ofTable.get(n);
    if (known !== undefined) return known;
    const made: Entry = { table, n, id, was, isThere: was, isBack: false, record: undefined, before: new Map() };
    ofTable.set(n, made);
    this.#entries.push(made);
    return made;
  }

  get isEmpty(): boolean {
    return this.#entries.length === 0;
  }

  /** Records that came or went, by table. */
  whole(is: 'came' | 'went'): ReadonlyMap<RecordTable, number[]> {
    const found = new Map<RecordTable, number[]>();
    for (const { table, n, was, isThere } of this.#entries) {
      if (was === isThere || isThere !== (is === 'came')) continue;
      const list = found.get(table);
      if (list === undefined) found.set(table, [n]);
      else list.push(n);
    }
    return found;
  }

  /** Changed groups of records that were there before the edit, also of those that it then removed. */
  changes(): { table: RecordTable; n: number; group: string; before: readonly SqlValue[]; isThere: boolean }[] {
    return this.#entries.flatMap(({ table, n, was, isThere, before }) =>
      was ? [...before].map(([group, columns]) => ({ table, n, group, before: columns, isThere })) : [],
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
