// Every table that is made from records: an edit lets them follow, a check holds them against the records, a rebuild makes them anew.
import { AppError } from '../../shared/errors.ts';
import type { DerivedTable } from './edits/derived-table.ts';
import { createClaimKeys } from './features/claims/keys.ts';
import { createClaimPlaces } from './features/claims/places.ts';
import { createSearchTables } from './features/search/tables.ts';
import { createRowTables } from './features/tables/repository.ts';
import { forgetMeta, metaOf } from './store/meta.ts';
import type { Sql } from './store/sql.ts';

/** One line each. */
export function derivedTables(sql: Sql): readonly DerivedTable[] {
  return [createClaimPlaces(sql), createClaimKeys(sql), createSearchTables(sql), createRowTables(sql)];
}

/** What is wrong with the derived tables of a workbook; nothing where they wait to be made anew. */
export function derivedProblems(sql: Sql, { withIndexes = true } = {}): string[] {
  if (metaOf(sql, 'derived') === 'stale') return [];
  return derivedTables(sql).flatMap((one) => {
    if (one.isIndex === true && !withIndexes) return [];
    try {
      return one.check();
    } catch (error) {
      // The check of the records names what is damaged.
      if (error instanceof AppError && error.code === 'damaged') return [];
      throw error;
    }
  });
}

/** Makes every derived table anew and says what differed. Runs inside a transaction of the caller. */
export function rebuildDerived(tables: readonly DerivedTable[], sql: Sql): string[] {
  const differed = tables.flatMap((one) => one.check());
  for (const one of tables) one.rebuild();
  forgetMeta(sql, 'derived');
  return differed;
}
