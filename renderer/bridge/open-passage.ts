import type { ClaimRow } from '../../shared/features/claims/contract.ts';
import { call } from './call.ts';
import { notifyFailure } from './told.ts';
import { useWorkspace } from './workspace.ts';

/** Opens the first passage of a claim in the Reader; with `edit` the form that changes the claim. */
export function openPassage(row: Pick<ClaimRow, 'id' | 'kind' | 'passages' | 'sourceId'>, edit = false): void {
  const { openView, select } = useWorkspace.getState();
  const [passage] = row.passages;
  if (passage === undefined) {
    if (row.sourceId !== null) openView('reader', { sourceId: row.sourceId });
    return;
  }
  select({ type: 'claim', id: row.id });
  openView('reader', {
    sourceId: passage.source,
    start: passage.start,
    end: passage.end,
    claimId: row.id,
    ...(passage.cells === null ? {} : { cells: passage.cells }),
    ...(edit ? { edit: 1, kind: row.kind } : {}),
  });
}

/** The same for a claim of which only the id is at hand. */
export async function openPassageOf(claimId: string): Promise<void> {
  await call('claims.get', { id: claimId }).then(openPassage, notifyFailure);
}
