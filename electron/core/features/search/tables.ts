// The index of search and the pieces into which long texts are cut. An entry is known by the number of its record, so that a
// record that changed takes its own entries away and puts new ones there.
import { createHash } from 'node:crypto';
import type { RecordTable } from '../../../../shared/records/index.ts';
import type { DerivedTable } from '../../edits/derived-table.ts';
import { cameOf, type Touched } from '../../edits/write-set.ts';
import { openScratch } from '../../store/look.ts';
import type { Sql } from '../../store/sql.ts';
import { claimEntries, type Entry, sourceEntries, textEntries } from './entries.ts';
import { createSearchRepository, type EntryWords, entryId, type Piece, type SearchedClaim, type SearchRepository } from './repository.ts';

export function createSearchTables(sql: Sql): DerivedTable {
  const repository = createSearchRepository(sql);
  return {
    table: 'search_index, search_chunk',
    reads: ['source', 'claim', 'passage'],
    isIndex: true,
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
      writeAll(repository, repository);
    },
    check: () => checkEntries(repository),
  };
}

interface Waiting {
  readonly id: number;
  readonly words: EntryWords;
  readonly piece: Piece | undefined;
}

/**
 * Entries of records of one index, written to it or to another. The index writes what it has gathered whenever an entry comes before
 * the last one: they go and come in the order of their ids.
 */
export function createBatch(from: SearchRepository, to = from) {
  const gone: number[] = [];
  const waiting: Waiting[] = [];
  const add = (of: 'claim' | 'source', n: number, entry: Entry, piece?: Piece) =>
    void waiting.push({ id: entryId({ of, n, place: entry.place, part: entry.part }), words: entry, piece });

  function newClaim(n: number, claim: SearchedClaim | undefined): void {
    if (claim !== undefined) for (const entry of claimEntries(claim)) add('claim', n, entry);
  }

  function newSource(n: number, { withText }: { withText: boolean }): void {
    const source = from.source(n);
    if (source === undefined) return;
    for (const entry of sourceEntries(source)) add('source', n, entry);
    if (withText) for (const entry of textEntries(from.text(source.textSha256))) add('source', n, entry, entry.piece);
  }

  return {
    newClaim,
    newSource,
    claim(n: number): void {
      gone.push(...to.idsOfClaim(n));
      newClaim(n, from.claim(n));
    },
    source(n: number, { withText }: { withText: boolean }): void {
      gone.push(...to.idsOfSource(n, withText));
      newSource(n, { withText });
    },
    write(): void {
      for (const id of gone.sort((a, b) => a - b)) to.remove(id);
      for (const { id, words, piece } of waiting.sort((a, b) => a.id - b.id)) to.add(id, words, piece);
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

/** Every entry that should be there is, with its words and its piece, and no other: the index is made again and compared. */
function checkEntries(repository: SearchRepository): string[] {
  const scratch = openScratch();
  try {
    repository.makeTablesIn(scratch.sql);
    const anew = createSearchRepository(scratch.sql);
    writeAll(repository, anew);
    const [found, wanted] = [new Set(repository.ids()), new Set(anew.ids())];
    const others = [...found.symmetricDifference(wanted)].length;
    const moved = [...wanted].filter((id) => JSON.stringify(repository.piece(id)) !== JSON.stringify(anew.piece(id))).length;
    const strays = Math.abs(repository.pieceCount() - anew.pieceCount());
    const wrong = others + moved + strays;
    if (wrong > 0) return [`${wrong} entries of the search index are wrong`];
    return wordsOf(repository) === wordsOf(anew) ? [] : ['the search index holds other words than the texts'];
  } finally {
    scratch.close();
  }
}

/** Entries of all claims, then of each source by itself: texts are long. */
function writeAll(from: SearchRepository, to: SearchRepository): void {
  const claims = createBatch(from, to);
  for (const n of from.numbers('claim')) claims.newClaim(n, from.claim(n));
  claims.write();
  for (const n of from.numbers('source')) {
    const one = createBatch(from, to);
    one.newSource(n, { withText: true });
    one.write();
  }
}

/** Digest of every word with its places. */
function wordsOf(repository: SearchRepository): string {
  const hash = createHash('sha256');
  repository.eachWord(({ term, places }) => hash.update(`${term}\n${places}\n`));
  return hash.digest('hex');
}
