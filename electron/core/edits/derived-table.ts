// A table that is made from records and can be made anew at any time.
import type { RecordTable } from '../../../shared/records/index.ts';
import type { Touched } from './write-set.ts';

export interface DerivedTable {
  /** Its tables in the store. */
  readonly table: string;
  readonly reads: readonly RecordTable[];
  /** Only found by: who takes the records of a workbook in does without it. */
  readonly isIndex?: boolean;
  /** Keeps it in step inside the transaction of an edit. */
  follow(touched: readonly Touched[]): void;
  /** Makes the whole table anew. */
  rebuild(): void;
  /** What stands in it otherwise than the records say. */
  check(): string[];
}
