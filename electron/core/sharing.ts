// Puts the rules of sharing together with what they need of the features.
import type { Claim } from '../../shared/features/claims/model.ts';
import type { ShareOptions } from './features/exchange/sharing.ts';
import { placeOf, seriesIdOf } from './features/ledger/service.ts';
import { createSourceRepository } from './features/sources/repository.ts';
import { createTableRepository, takeRows } from './features/tables/repository.ts';
import { asClaim } from './merging.ts';
import { createIds } from './new-ids.ts';
import { blindShare } from './sharing/blind.ts';
import { lookAtShare, type Sharing, shareAs } from './sharing/index.ts';
import type { Sql } from './store/sql.ts';
import type { Readers } from './workbook/readers.ts';

interface SharingParts {
  readonly sql: Sql;
  readonly readers: Readers;
  readonly name: string;
  readonly clock: () => number;
  origin(): { readonly workbook: string };
}

export function sharingOf({
  sql,
  readers,
  name,
  clock,
  origin,
}: SharingParts): ShareOptions & { makeBlind(passages: readonly string[]): Uint8Array } {
  const { ledger, names, sources, tables, importedRows } = readers;
  const placed = (claim: Claim) => placeOf(claim, { nameOf: names.nameOf, source: (id) => (id === null ? undefined : sources.find(id)) })?.seriesId;
  const withSeries = (claim: Claim) => ({ claim, series: placed(claim) });
  const sharing = (): Sharing => ({
    sql,
    clock,
    newId: createIds(clock),
    workbook: { id: origin().workbook, name },
    seriesOf: (claim) => placed(asClaim(claim)),
    tableRows: () => importedRows.all().map(withSeries),
    rowsBehind: (claimIds) => importedRows.behind(claimIds).map(withSeries),
    rowsIn: (key) => tables.rowsOf(key)?.count ?? 0,
    seriesIdOf,
    takeRows: (target) => takeRows(tables, createTableRepository(target)),
    contentsIn(target) {
      const { keepContent: keep, keepText, keepLayout } = createSourceRepository(target);
      return { keep, keepText, keepLayout: (sha256, textSha256, layout) => keepLayout({ sha256, textSha256 }, JSON.parse(layout)) };
    },
  });
  return {
    look: (choice) => lookAtShare(choice, sharing()),
    make: (choice) => shareAs(choice, sharing()),
    makeBlind: (passages) => blindShare(passages, sharing()),
    seriesNamed: (given) => ledger.seriesNamed(given).map(({ id }) => id),
    isSource: (id) => sources.find(id) !== undefined,
  };
}
