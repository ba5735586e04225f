import { describe, expect, it } from 'vitest';
import { marksOf } from '../../../../renderer/features/timeline/life-cycle.ts';
import type { Lane, TimelineItem } from '../../../../shared/features/timeline/contract.ts';
import { dayNumber } from '../../../../shared/period/index.ts';

let serial = 0;
function item(stage: TimelineItem['stage'], earliest: string | null, latest = earliest, fields: Partial<TimelineItem> = {}): TimelineItem {
  serial += 1;
  return {
    claimId: `claim-${serial}`,
    kind: 'event',
    label: String(stage),
    stage,
    stance: null,
    status: 'happened',
    when: earliest,
    earliest,
    latest,
    isThroughout: true,
    isApproximate: false,
    sourceTitle: null,
    ...fields,
  };
}
const lane = (items: readonly TimelineItem[], type = 'instrument'): Lane => ({ id: 'fee', label: 'Utilisation fee', type, items: [...items] });

describe('marksOf', () => {
  it('lets a stage last until the next one of its subject', () => {
    const marks = marksOf(lane([item('in_force', '2023-08-01'), item('halted', '2024-02-01', '2024-03-31'), item('in_force', '2025-01-01')]), true);
    expect(marks.map((mark) => [mark.phase, mark.end?.earliest])).toEqual([
      ['running', dayNumber('2024-02-01')],
      ['halted', dayNumber('2025-01-01')],
      ['running', undefined],
    ]);
  });

  it('lets a stage of the same month end one that comes before it in a life cycle, in whatever order they are told', () => {
    const draft = item('proposed', '2024-05-01', '2024-05-31');
    const halted = item('halted', '2024-05-01', '2024-05-31');
    for (const items of [
      [draft, halted],
      [halted, draft],
    ]) {
      const marks = marksOf(lane(items), true);
      expect(marks.find((mark) => mark.phase === 'proposed')?.end?.earliest).toBe(dayNumber('2024-05-01'));
      expect(marks.find((mark) => mark.phase === 'halted')?.end).toBeUndefined();
    }
  });

  it('darkens each later step in force', () => {
    const marks = marksOf(
      lane([item('in_force', '2023-08-01'), item('amended', '2024-10-01'), item('amended', '2025-01-01'), item('amended', '2025-12-01')]),
      true,
    );
    expect(marks.map((mark) => mark.step)).toEqual([1, 2, 3, 3]);
  });

  it('makes one mark of claims that say the same stage of the same date', () => {
    const marks = marksOf(lane([item('in_force', '2023-08-01'), item('in_force', '2023-08-01')]), true);
    expect(marks.map((mark) => mark.items.length)).toEqual([2]);
  });

  it('draws what is only planned apart, and lets it end nothing', () => {
    const marks = marksOf(
      lane([item('started', '2023-03-01'), item('stopped', '2027-01-01', '2027-12-31', { status: 'expected' })], 'project'),
      true,
    );
    expect(marks.map((mark) => [mark.shape, mark.tone, mark.end])).toEqual([
      ['bar', 'plant', undefined],
      ['plan', 'plan', undefined],
    ]);
  });

  it('draws a stated span over its whole length and an imprecise day as a point', () => {
    const marks = marksOf(
      lane([item('rule', '2025-01-01', '2030-12-31', { when: '2025/2030' }), item('met', '2023-09-01', '2023-09-30', { when: '2023-09' })]),
      false,
    );
    expect(marks.map((mark) => mark.shape)).toEqual(['point', 'span']);
  });

  it('leaves out what has no date', () => {
    expect(marksOf(lane([item('met', null, null)]), true)).toEqual([]);
  });
});
