import type { Handlers } from '../../dispatch.ts';
import type { EditEngine } from '../../edits/edits.ts';

export function createHistoryHandlers(edits: Pick<EditEngine, 'log' | 'history' | 'undo' | 'redo'>): Handlers<'history'> {
  const { log } = edits;
  return {
    list: ({ before, limit }) => ({ edits: log.list({ before, limit }), total: log.count() }),
    ofRecord: ({ record, field, limit }) => ({ changes: edits.history.ofRecord({ record, field, limit }) }),
    changes: ({ seq }) => ({ changes: edits.history.ofEdit(seq) }),
    state: () => ({ undo: log.nextUndo() ?? null, redo: log.nextRedo() ?? null, last: log.last() ?? null }),
    undo: () => edits.undo(),
    redo: () => edits.redo(),
  };
}
