// The index of search for a past state: that of the present without the records that were otherwise, and a small one of those as
// they were. Made when somebody searches there.
import { otherwiseTable, type Past } from '../../store/past.ts';
import { createPastTables, createSearchRepository, type PastIndex } from './repository.ts';
import { indexClaim, indexSource } from './tables.ts';

export function createPastIndex(past: Past): PastIndex {
  const index: PastIndex = {
    index: 'temp.search_then',
    pieces: 'temp.search_chunk_then',
    otherwise: { claim: 'temp.search_claim', source: otherwiseTable('source') },
  };
  createPastTables(past.sql, past.otherwise('passage'));
  const repository = createSearchRepository(past.sql, index);
  for (const n of repository.otherwiseClaims()) indexClaim(repository, n);
  for (const n of past.otherwise('source')) indexSource(repository, n, { withText: true });
  return index;
}
