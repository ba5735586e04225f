// The index of search and the pieces into which long texts are cut. An entry is known by the number of its record, so that a
// record that changed takes its own entries away and puts new ones there.
import type { RecordTable } from '../../../../shared/records/index.ts';
import type { DerivedTable } from '../../edits/derived-table.ts';
import { cameOf, type Touched } from '../../edits/write-set.ts';
import type { Sql } from '../../store/sql.ts';
import { claimEntries, type Entry, sourceEntries, textEntries } from './entries.ts';
import { createSearchRepository, type EntryWords, entryId, type Piece, type SearchedClaim, type SearchRepository } from './repository.ts';

export function createSearchTables(sql: Sql): DerivedTable {
  const repository = createSearchRepository(sql);
  return {
    table: 'search_index, search_chunk',
    reads: ['source', 'claim', 'passage'],
    follow(touched) {
      const batch = createBatch(repository);
      for (const { n, is, groups } of of(touched, 'source')) batch.source(n, { withText: is !== 'changed' || groups.has('text') });
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
        batch.newClaim(n, known.every((passage) => passage !== undefined) ? { ...record, passages: known } : repository.claim(n));
      }
      for (const n of claims) batch.claim(n);
      batch.write();
    },
    rebuild() {
      repository.clear();
      const batch = createBatch(repository);
      for (const n of repository.numbers('claim')) batch.newClaim(n, repository.claim(n));
      batch.write();
      // Texts are long: one after the other.
      for (const n of repository.numbers('source')) {
        const one = createBatch(repository);
        one.source(n, { withText: true });
        one.write();
      }
    },
    check: () => checkEntries(repository),
  };
}

interface Waiting {
  readonly id: number;
  readonly words: EntryWords;
  readonly piece: Piece | undefined;
}

/** The index writes what it has gathered whenever an entry comes before the last one: they go and come in the order of their ids. */
export function createBatch(repository: SearchRepository) {
  const gone: number[] = [];
  const waiting: Waiting[] = [];
  const add = (of: 'claim' | 'source', n: number, entry: Entry, piece?: Piece) =>
    void waiting.push({ id: entryId({ of, n, place: entry.place, part: entry.part }), words: entry, piece });

  function newClaim(n: number, claim: SearchedClaim | undefined): void {
    if (claim !== undefined) for (const entry of claimEntries(claim)) add('claim', n, entry);
  }

  return {
    newClaim,
    claim(n: number): void {
      gone.push(...repository.idsOfClaim(n));
      newClaim(n, repository.claim(n));
    },
    source(n: number, { withText }: { withText: boolean }): void {
      gone.push(...repository.idsOfSource(n, withText));
      const source = repository.source(n);
      if (source === undefined) return;
      for (const entry of sourceEntries(source)) add('source', n, entry);
      if (withText) for (const entry of textEntries(repository.text(source.textSha256))) add('source', n, entry, entry.piece);
    },
    write(): void {
      for (const id of gone.sort((a, b) => a - b)) repository.remove(id);
      for (const { id, words, piece } of waiting.sort((a, b) => a.id - b.id)) repository.add(id, words, piece);
    },
  };
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
      wanted.add(entryId({ of: 'source', n, place: entry.place, part: entry.part }));
  }
  for (const n of repository.numbers('claim'))
    for (const entry of claimEntries(repository.claim(n)!)) wanted.add(entryId({ of: 'claim', n, place: entry.place, part: entry.part }));
  const found = new Set(repository.ids());
  const wrong = [...wanted].filter((id) => !found.has(id)).length + [...found].filter((id) => !wanted.has(id)).length;
  return wrong > 0 ? [`${wrong} entries of the search index are wrong`] : [];
}
