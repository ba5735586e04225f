// Where each claim stands in time and size, and on which passages: what grids sort by and what leads from a passage to its claims.
import { sortValueOf } from '../../../../shared/features/claims/sort-value.ts';
import { findPeriod } from '../../../../shared/period/index.ts';
import type { DerivedTable } from '../../edits/derived-table.ts';
import { cameOf, type Touched } from '../../edits/write-set.ts';
import type { Past } from '../../store/past.ts';
import type { Sql } from '../../store/sql.ts';
import { type ClaimPlace, type ClaimPlacesRepository, createClaimPlacesRepository, type PlacedClaim, placedBy } from './repository.ts';

/** Of a past state the places of the claims that were otherwise are made at once. */
export function createClaimPlaces(sql: Sql, past?: Past): DerivedTable {
  const repository = createClaimPlacesRepository(sql, past);
  if (past !== undefined) for (const claim of repository.read(past.otherwise('claim', placedBy))) place(repository, claim);
  return {
    table: 'claim_index, claim_passage',
    reads: ['claim'],
    follow(touched) {
      const claims = touched.filter((one) => one.table === 'claim');
      const came = cameOf(touched, 'claim');
      const passages = cameOf(touched, 'passage');
      repository.forget(claims.filter((one) => one.is === 'went').map((one) => one.n));
      for (const claim of repository.read(claims.filter((one) => isPlaced(one) && !came.has(one.id)).map((one) => one.n))) place(repository, claim);
      for (const { n, record } of came.values()) repository.add(n, placeOf(repository.placed(n, record, passages)));
    },
    rebuild() {
      repository.clear();
      for (const numbers of repository.numbers()) for (const claim of repository.read(numbers)) place(repository, claim);
    },
    check() {
      const wrong = repository.numbers().flatMap((numbers) =>
        repository.read(numbers).filter((claim) => {
          const kept = repository.find(claim.n);
          return kept === undefined || JSON.stringify(kept) !== JSON.stringify(placeOf(claim));
        }),
      );
      const orphans = repository.orphans();
      return wrong.length + orphans > 0 ? [`${wrong.length + orphans} entries of the claim index are wrong`] : [];
    },
  };
}

/** What is noted, graded or worded anew stands where it stood. */
function isPlaced({ is, groups }: Touched): boolean {
  return is === 'came' || (is === 'changed' && placedBy.some((group) => groups.has(group)));
}

function place(repository: ClaimPlacesRepository, claim: PlacedClaim): void {
  repository.write(claim.n, placeOf(claim));
}

function placeOf(claim: PlacedClaim): ClaimPlace {
  const period = findPeriod(claim.period ?? claim.madeOn);
  return {
    earliest: period?.earliest ?? period?.latest ?? null,
    latest: period?.latest ?? period?.earliest ?? null,
    sortValue: sortValueOf(claim),
    passages: claim.passages,
  };
}
