// The index of search and the pieces into which long texts are cut. An entry is known by the number of its record, so that a
// record that changed takes its own entries away and puts new ones there.
import type { RecordTable } from '../../../../shared/records/index.ts';
import type { DerivedTable } from '../../edits/derived-table.ts';
import { cameOf, type Touched } from '../../edits/write-set.ts';
import type { Sql } from '../../store/sql.ts';
import { claimEntries, type Entry, sourceEntries, textEntries } from './entries.ts';
import { createSearchRepository, entryId, type SearchedClaim, type SearchRepository } from './repository.ts';

export function createSearchTables(sql: Sql): DerivedTable {
  const repository = createSearchRepository(sql);
  return {
    table: 'search_index, search_chunk',
    reads: ['source', 'claim', 'passage'],
    follow(touched) {
      for (const { n, is, groups } of of(touched, 'source')) indexSource(repository, n, { withText: is !== 'changed' || groups.has('text') });
      const claims = new Set(
        of(touched, 'claim')
          .filter(isFound)
          .map((one) => one.n),
      );
      // A passage that moved stands elsewhere with other words; one that came has come with its claims.
      const moved = of(touched, 'passage').filter((one) => one.is === 'changed' && one.groups.has('place'));
      for (const n of repository.claimsOnPassages(moved.map((one) => one.n))) claims.add(n);
      const passages = cameOf(touched, 'passage');
      for (const { n, record } of cameOf(touched, 'claim').values()) {
        claims.delete(n);
        const known = record.passages.map((id) => passages.get(id)?.record);
        addClaim(repository, n, known.every((passage) => passage !== undefined) ? { ...record, passages: known } : repository.claim(n));
      }
      for (const n of claims) indexClaim(repository, n);
    },
    rebuild() {
      repository.clear();
      for (const n of repository.numbers('source')) indexSource(repository, n, { withText: true });
      for (const n of repository.numbers('claim')) indexClaim(repository, n);
    },
    check: () => checkEntries(repository),
  };
}

export function indexSource(repository: SearchRepository, n: number, { withText }: { withText: boolean }): void {
  repository.removeHead(n);
  if (withText) repository.removeText(n);
  const source = repository.source(n);
  if (source === undefined) return;
  for (const entry of sourceEntries(source)) repository.add(placed('source', n, entry), entry);
  if (withText) for (const entry of textEntries(repository.text(source.textSha256))) repository.add(placed('source', n, entry), entry, entry.piece);
}

export function indexClaim(repository: SearchRepository, n: number): void {
  repository.removeClaim(n);
  addClaim(repository, n, repository.claim(n));
}

function addClaim(repository: SearchRepository, n: number, claim: SearchedClaim | undefined): void {
  if (claim !== undefined) for (const entry of claimEntries(claim)) repository.add(placed('claim', n, entry), entry);
}

function placed(of: 'claim' | 'source', n: number, { place, part }: Entry) {
  return { place, of, n, part };
}

/** What is graded, ranked or dated anew is found by the same words. */
const unread = new Set(['credibility', 'rank', 'period', 'madeOn', 'value', 'status', 'hedge', 'vintage']);

function isFound({ is, groups }: Touched): boolean {
  return is !== 'changed' || [...groups].some((group) => !unread.has(group));
}

function of(touched: readonly Touched[], table: RecordTable): Touched[] {
  return touched.filter((one) => one.table === table);
}

/** Every entry that should be there is, and no other. The words of an entry cannot be read back from the index. */
function checkEntries(repository: SearchRepository): string[] {
  const wanted = new Set<number>();
  for (const n of repository.numbers('source')) {
    const source = repository.source(n)!;
    for (const entry of [...sourceEntries(source), ...textEntries(repository.text(source.textSha256))])
      wanted.add(entryId(placed('source', n, entry)));
  }
  for (const n of repository.numbers('claim')) for (const entry of claimEntries(repository.claim(n)!)) wanted.add(entryId(placed('claim', n, entry)));
  const found = new Set(repository.ids());
  const wrong = [...wanted].filter((id) => !found.has(id)).length + [...found].filter((id) => !wanted.has(id)).length;
  return wrong > 0 ? [`${wrong} entries of the search index are wrong`] : [];
}
