import { describe, expect, it } from 'vitest';
import { historyLines } from '../../../../renderer/features/claims/evidence/history-lines.ts';
import type { RecordChange } from '../../../../shared/features/history/contract.ts';

const change = (seq: number, field: string, old: unknown, now: unknown): RecordChange => ({
  seq,
  label: { key: `edits:${seq}` },
  author: 'You',
  at: '2026-03-18T14:02:00Z',
  table: 'claim',
  recordId: 'claim-1',
  field,
  old,
  new: now,
});

describe('historyLines', () => {
  it('names the one field that an edit changed, with both values', () => {
    expect(historyLines([change(2, 'basis', ['unknown'], ['imported']), change(2, 'contentKey', 'a', 'b')])[0]?.change).toEqual({
      field: 'basis',
      now: 'imported',
      before: 'unknown',
    });
  });

  it('falls back to the label where an edit changed more, or the whole record', () => {
    const lines = historyLines([change(1, '*', null, {}), change(3, 'note', '', 'x'), change(3, 'hedge', 'stated', 'opinion')]);
    expect(lines.map((line) => [line.label, line.change])).toEqual([
      [{ key: 'edits:3' }, undefined],
      [{ key: 'edits:1' }, undefined],
    ]);
  });
});
