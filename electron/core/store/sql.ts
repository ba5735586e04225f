// A thin door to SQLite: statements are prepared once and kept, rows come back as plain objects. Only repositories, the
// edit engine and the store import it.
import type Database from 'better-sqlite3';
import { AppError } from '../../../shared/errors.ts';

export type SqlValue = string | number | bigint | Buffer | null;
export type Row = Record<string, SqlValue>;

export interface Sql {
  all<T = Row>(text: string, values?: readonly SqlValue[]): T[];
  get<T = Row>(text: string, values?: readonly SqlValue[]): T | undefined;
  /** Row by row, for what may be larger than memory. No other statement may run meanwhile. */
  each<T = Row>(text: string, visit: (row: T) => void, values?: readonly SqlValue[]): void;
  /** First column of every row. */
  column<T = SqlValue>(text: string, values?: readonly SqlValue[]): T[];
  run(text: string, values?: readonly SqlValue[]): { changes: number; lastId: number };
  /** One transaction, rolled back when `work` throws. */
  transaction<T>(work: () => T): T;
  pragma(text: string): unknown;
  /**
   * Copies the workbook page by page, `afterStep` by step; other work goes on between two steps, and what it writes is in the
   * copy too. @throws AppError `cancelled` when the workbook is closed meanwhile; nothing stays behind then.
   */
  copyInSteps(path: string, afterStep: () => void): Promise<void>;
}

/** A step of some milliseconds. */
const pagesInStep = 256;

export function createSql(db: Database.Database): Sql {
  const statements = new Map<string, Database.Statement>();
  function prepare(text: string): Database.Statement {
    const known = statements.get(text);
    if (known !== undefined) return known;
    if (statements.size > 400) statements.clear();
    const made = db.prepare(text);
    statements.set(text, made);
    return made;
  }
  return {
    all: <T>(text: string, values: readonly SqlValue[] = []) => prepare(text).all(...values) as T[],
    get: <T>(text: string, values: readonly SqlValue[] = []) => prepare(text).get(...values) as T | undefined,
    column: <T>(text: string, values: readonly SqlValue[] = []) =>
      (prepare(text).all(...values) as Record<string, T>[]).map((row) => Object.values(row)[0] as T),
    each(text, visit, values = []) {
      for (const row of prepare(text).iterate(...values)) visit(row as never);
    },
    run(text, values = []) {
      const info = prepare(text).run(...values);
      return { changes: info.changes, lastId: Number(info.lastInsertRowid) };
    },
    transaction: (work) => db.transaction(work).immediate(),
    pragma: (text) => db.pragma(text),
    async copyInSteps(path, afterStep) {
      const progress = () => {
        afterStep();
        return pagesInStep;
      };
      try {
        await db.backup(path, { progress });
      } catch (error) {
        throw db.open ? error : new AppError('cancelled', 'store.closedMeanwhile');
      }
    },
  };
}
