import { describe, expect, it } from 'vitest';
import { type KeptDraft, noDrafts, readDrafts, withDraft, withoutDraft, writeDrafts } from '../../../../renderer/features/passages/capture/drafts.ts';

const draft = (start: number, claimId?: string): KeptDraft => ({
  target: { start, end: start + 5, kind: 'figure', ...(claimId === undefined ? {} : { claimId }) },
  kind: 'figure',
  parts: {},
});

describe('drafts', () => {
  it('come back as they were kept, with the one that was open', () => {
    const kept = withDraft(withDraft(noDrafts, draft(1)), draft(9));
    expect(readDrafts(writeDrafts(kept))).toEqual(kept);
    expect(kept.open).toBe('9-14');
  });

  it('keeps the draft of a changed claim apart from one of the same words', () => {
    expect(Object.keys(withDraft(withDraft(noDrafts, draft(1)), draft(1, 'claim-1')).byKey)).toEqual(['1-6', 'claim-1']);
  });

  it('leaves no setting behind when the last is gone', () => {
    expect(writeDrafts(withoutDraft(withDraft(noDrafts, draft(1)), draft(1).target))).toBeNull();
  });

  it('takes text that is not its own as none', () => {
    expect([readDrafts('{'), readDrafts('null'), readDrafts('{"byKey":null}'), readDrafts(null)]).toEqual([noDrafts, noDrafts, noDrafts, noDrafts]);
  });
});
