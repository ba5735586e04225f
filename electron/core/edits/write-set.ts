// What one edit has written so far: which records came, went or changed, and what each group held before. Nothing is said of a
// group that ends as it began.
import type { RecordTable } from '../../../shared/records/index.ts';
import type { SqlValue } from '../store/sql.ts';

/** A record that an edit touched. */
export interface Touched {
  readonly table: RecordTable;
  readonly n: number;
  readonly id: string;
  readonly is: 'came' | 'changed' | 'went';
  /** Groups that changed; all of them where the record came or went. */
  readonly groups: ReadonlySet<string>;
}

interface Entry {
  readonly table: RecordTable;
  readonly n: number;
  readonly id: string;
  /** Whether it was there before the edit, and whether it is there now. */
  readonly was: boolean;
  isThere: boolean;
  /** Columns of each changed group as they were before the edit. */
  readonly before: Map<string, readonly SqlValue[]>;
}

export class WriteSet {
  readonly #entries = new Map<string, Entry>();

  came(table: RecordTable, n: number, id: string): void {
    this.#entry(table, n, id, false).isThere = true;
  }

  went(table: RecordTable, n: number, id: string): void {
    this.#entry(table, n, id, true).isThere = false;
  }

  /** Keeps the columns of a group as they were when the edit first changed it. */
  changed(table: RecordTable, n: number, id: string, group: string, before: readonly SqlValue[]): void {
    const entry = this.#entry(table, n, id, true);
    if (!entry.before.has(group)) entry.before.set(group, before);
  }

  #entry(table: RecordTable, n: number, id: string, was: boolean): Entry {
    const key = `${table} ${n}`;
    const known = this.#entries.get(key);
    if (known !== undefined) return known;
    const made: Entry = { table, n, id, was, isThere: was, before: new Map() };
    this.#entries.set(key, made);
    return made;
  }

  get isEmpty(): boolean {
    return this.#entries.size === 0;
  }

  /** Records that came or went, by table. */
  whole(is: 'came' | 'went'): ReadonlyMap<RecordTable, number[]> {
    const found = new Map<RecordTable, number[]>();
    for (const { table, n, was, isThere } of this.#entries.values()) {
      if (was === isThere || isThere !== (is === 'came')) continue;
      const list = found.get(table);
      if (list === undefined) found.set(table, [n]);
      else list.push(n);
    }
    return found;
  }

  /** Changed groups of records that were there before the edit, also of those that it then removed. */
  changes(): { table: RecordTable; n: number; group: string; before: readonly SqlValue[]; isThere: boolean }[] {
    return [...this.#entries.values()].flatMap(({ table, n, was, isThere, before }) =>
      was ? [...before].map(([group, columns]) => ({ table, n, group, before: columns, isThere })) : [],
    );
  }

  touched(): Touched[] {
    return [...this.#entries.values()].flatMap(({ table, n, id, was, isThere, before }): Touched[] => {
      if (!was && !isThere) return [];
      const is = was === isThere ? 'changed' : isThere ? 'came' : 'went';
      return is === 'changed' && before.size === 0 ? [] : [{ table, n, id, is, groups: new Set(before.keys()) }];
    });
  }
}
