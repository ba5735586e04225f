// The index of search for a past state: that of the present without the records that were otherwise, and a small one of those as
// they were. Made when somebody searches there.
import { otherwiseTable, type Past } from '../../store/past.ts';
import { createPastTables, createSearchRepository, type PastIndex } from './repository.ts';
import { createBatch } from './tables.ts';

export function createPastIndex(past: Past): PastIndex {
  const index: PastIndex = {
    index: 'temp.search_then',
    pieces: 'temp.search_chunk_then',
    otherwise: { claim: 'temp.search_claim', source: otherwiseTable('source') },
  };
  createPastTables(past.sql, past.otherwise('passage'));
  const repository = createSearchRepository(past.sql, index);
  const batch = createBatch(repository);
  for (const n of repository.otherwiseClaims()) batch.newClaim(n, repository.claim(n));
  for (const n of past.otherwise('source')) batch.source(n, { withText: true });
  batch.write();
  return index;
}
