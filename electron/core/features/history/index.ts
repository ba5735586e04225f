import type { Handlers } from '../../dispatch.ts';
import type { EditEngine } from '../../edits/edits.ts';

export function createHistoryHandlers(edits: EditEngine): Handlers<'history'> {
  const { log } = edits;
  return {
    list: ({ before, limit }) => ({ edits: log.list({ before, limit }), total: log.count() }),
    ofRecord: ({ record, field, limit }) => ({ changes: log.ofRecord({ record, field, limit }) }),
    changes: ({ seq }) => ({ changes: log.describeChanges(seq) }),
    state: () => ({ undo: log.nextUndo() ?? null, redo: log.nextRedo() ?? null, last: log.last() ?? null }),
    undo: () => edits.undo(),
    redo: () => edits.redo(),
  };
}
