// What events of one thing say of its life: drafts, times in force, pauses, plans.
import { describe, expect, it } from 'vitest';
import { cycleOf, drawn, on } from './told.ts';

describe('a draft', () => {
  it('stops when it is decided, opened, halted or withdrawn, and at nothing else', () => {
    const proposed = { stage: 'proposed', when: '2024-02-01' };
    for (const stage of ['adopted', 'halted', 'withdrawn'])
      expect(drawn([proposed, { stage, when: '2024-05-01' }])).toEqual(['draft 2024-02-01 > 2024-05-01']);
    expect(drawn([proposed, { stage: 'in_force', when: '2024-05-01' }])).toEqual(['draft 2024-02-01 > 2024-05-01', 'force 2024-05-01 >']);
    expect(drawn([proposed, { stage: 'met', when: '2024-05-01' }])).toEqual(['draft 2024-02-01 >']);
  });

  it('that was halted in the month of its proposal stops there', () => {
    const lines = [
      { stage: 'proposed', when: '2024-12', madeOn: '2024-12' },
      { stage: 'halted', when: '2024-12/..', madeOn: '2025' },
    ];
    expect(drawn(lines)).toEqual(['draft 2024-12-01..2024-12-31 > 2024-12-01..2025-12-31']);
    expect(on(lines, '2026-02-01')).toMatchObject({ answer: 'no', state: 'halted' });
  });

  it('beside something in force takes a halt upon itself', () => {
    const lines = [
      { stage: 'in_force', when: '2020-01-01' },
      { stage: 'proposed', when: '2024-02-01' },
      { stage: 'halted', when: '2024-06-01' },
    ];
    expect(drawn(lines)).toEqual(['force 2020-01-01 >', 'draft 2024-02-01 > 2024-06-01']);
    expect(on(lines, '2025-01-01').answer).toBe('yes');
  });
});

describe('what is in force', () => {
  it('is parted by pauses and goes on after them', () => {
    const lines = [
      { stage: 'started', when: '2023' },
      { stage: 'stopped', when: '2023-09/..', madeOn: '2025' },
      { stage: 'started', when: '2024-03' },
      { stage: 'stopped', when: '2025-02' },
    ];
    expect(drawn(lines)).toEqual([
      'force 2023-01-01..2023-12-31 > 2023-09-01..2024-03-31',
      'pause 2023-09-01..2024-03-31 > 2024-03-01..2024-03-31',
      'force 2024-03-01..2024-03-31 > 2025-02-01..2025-02-28',
      'pause 2025-02-01..2025-02-28 >',
    ]);
    expect(on(lines, '2024-06-01')).toMatchObject({ answer: 'yes', state: 'in_force', assumed: false });
    expect(on(lines, '2025-03-10')).toMatchObject({ answer: 'no', state: 'paused' });
  });

  it('held until the day before it was changed, from a day that nobody tells', () => {
    const raised = {
      stage: 'in_force',
      when: '2024-10-01',
      magnitude: { low: '70', high: '85', qualifier: 'between' as const },
      unit: 'PCT',
      change: 'percent' as const,
    };
    expect(drawn([raised])).toEqual(['force ..2024-09-30 > 2024-10-01', 'force 2024-10-01 >']);
    expect(drawn([{ stage: 'amended', when: '2022-06-01' }])).toEqual(['force ..2022-05-31 > 2022-06-01', 'force 2022-06-01 >']);
  });

  it('told twice is one beginning; two days of two sources are one with a problem; of one source they are steps', () => {
    const [early, late] = [
      { stage: 'in_force', when: '2023-01-01' },
      { stage: 'in_force', when: '2023-07-01' },
    ];
    expect(drawn([early, { stage: 'in_force', when: '2023', source: 'two' }])).toEqual(['force 2023-01-01 >']);
    const rivals = cycleOf([early, { ...late, source: 'two' }]);
    expect(rivals.intervals).toMatchObject([{ from: { earliest: '2023-01-01', latest: '2023-07-01' }, claims: ['c0-in_force', 'c1-in_force'] }]);
    expect(rivals.problems).toMatchObject([{ kind: 'dates' }]);
    expect(on([early, { ...late, source: 'two' }], '2023-03-01').answer).toBe('unsure');
    expect(drawn([early, late])).toEqual(['force 2023-01-01 > 2023-07-01', 'force 2023-07-01 >']);
  });

  it('lasts through its stated last day', () => {
    const lines = [{ stage: 'in_force', when: '2024-02-15', until: '2024-06-30' }];
    expect(on(lines, '2024-06-30').answer).toBe('yes');
    expect(on(lines, '2024-07-01')).toMatchObject({ answer: 'no', state: 'ended' });
  });

  it('that began again on the day after its last day goes on', () => {
    const lines = [
      { stage: 'in_force', when: '2024-02-15', until: '2024-06-30' },
      { stage: 'in_force', when: '2024-07-01' },
    ];
    expect(drawn(lines)).toEqual(['force 2024-02-15 > 2024-07-01', 'force 2024-07-01 >']);
    expect(on(lines, '2024-08-01').answer).toBe('yes');
  });

  it('that was extended lasts through the last day told of last; one that was renewed before its end, to that of the renewal', () => {
    const first = { stage: 'in_force', when: '2024-01-01', until: '2024-06-30' };
    const extended = (when: string, until: string) => ({ stage: 'extended', when, until, madeOn: when });
    expect(drawn([first, extended('2024-05-10', '2024-09-30'), extended('2024-09-01', '2024-12-31')])).toEqual(['force 2024-01-01 > 2025-01-01']);
    expect(drawn([first, extended('2024-05-10', '2024-03-31')])).toEqual(['force 2024-01-01 > 2024-04-01']);
    expect(drawn([first, { stage: 'in_force', when: '2024-05-01', until: '2025-03-31' }])).toEqual([
      'force 2024-01-01 > 2024-05-01',
      'force 2024-05-01 > 2025-04-01',
    ]);
    expect(drawn([first, { stage: 'amended', when: '2024-03-01' }])).toEqual(['force 2024-01-01 > 2024-03-01', 'force 2024-03-01 > 2024-07-01']);
    expect(drawn([first, extended('2024-05-10', '2024-09-30'), { stage: 'repealed', when: '2024-08-01' }])).toEqual([
      'force 2024-01-01 > 2024-08-01',
    ]);
  });

  it('goes on after the last day of a pause, unless an event tells when', () => {
    const begun = { stage: 'in_force', when: '2020-01-01' };
    const pause = { stage: 'suspended', when: '2022-04-01', until: '2022-12-31' };
    expect(drawn([begun, pause])).toEqual(['force 2020-01-01 > 2022-04-01', 'pause 2022-04-01 > 2023-01-01', 'force 2023-01-01 >']);
    for (const when of ['2022-10-01', '2023-02-01'])
      expect(drawn([begun, pause, { stage: 'resumed', when }])).toEqual([
        'force 2020-01-01 > 2022-04-01',
        `pause 2022-04-01 > ${when}`,
        `force ${when} >`,
      ]);
    expect(drawn([begun, pause, { stage: 'suspended', when: '2022-12-15', until: '2023-06-30' }])).toEqual([
      'force 2020-01-01 > 2022-04-01',
      'pause 2022-04-01 > 2023-07-01',
      'force 2023-07-01 >',
    ]);
    expect(drawn([begun, pause, { stage: 'repealed', when: '2022-09-01' }])).toEqual([
      'force 2020-01-01 > 2022-04-01',
      'pause 2022-04-01 > 2022-09-01',
    ]);
  });

  it('is certain within a time through which it held, and open outside', () => {
    const lines = [{ stage: 'present', when: '2010/2018' }];
    expect(['2009-01-01', '2010-01-01', '2018-12-31', '2019-06-01'].map((day) => on(lines, day).answer)).toEqual(['unsure', 'yes', 'yes', 'unsure']);
  });

  it('is assumed after the last day of which anybody told', () => {
    expect(on([{ stage: 'in_force', when: '2020' }], '2029-01-01')).toMatchObject({ answer: 'yes', assumed: true });
  });

  it('may have begun earlier where its date is doubtful, and ended later', () => {
    const lines = [
      { stage: 'in_force', when: '2021?' },
      { stage: 'repealed', when: '2023?' },
    ];
    expect(['2020-06-01', '2022-06-01', '2023-06-01', '2024-06-01'].map((day) => on(lines, day).answer)).toEqual([
      'unsure',
      'yes',
      'unsure',
      'unsure',
    ]);
  });

  it('ends without a beginning from an unknown day', () => {
    expect(drawn([{ stage: 'exited', when: '2019-05-01' }])).toEqual(['force ..2019-04-30 > 2019-05-01']);
  });

  it('carries operator, site and depth over a restart, and says what it carried', () => {
    const [, , again] = cycleOf([
      {
        stage: 'started',
        when: '2020',
        by: ['Maker A'],
        depth: 'SKD',
        details: [
          { is: 'site', value: 'Velden' },
          { is: 'product', value: 'pens' },
        ],
      },
      { stage: 'stopped', when: '2021' },
      { stage: 'started', when: '2022', details: [{ is: 'product', value: 'caps' }] },
    ]).intervals;
    expect(again).toMatchObject({
      by: ['Maker A'],
      depth: 'SKD',
      details: { site: ['Velden'], product: ['caps'] },
      carried: ['by', 'depth', 'site'],
    });
  });
});

describe('what is planned', () => {
  it('is never in force; past without an event it is overdue', () => {
    const lines = [{ stage: 'in_force', when: '2024-03-01', status: 'planned' as const, madeOn: '2023-10' }];
    expect(drawn(lines)).toEqual(['plan 2024-03-01 >']);
    expect(on(lines, '2024-01-01')).toMatchObject({ answer: 'no', state: 'planned' });
    expect(on(lines, '2024-04-01')).toMatchObject({ answer: 'unsure', state: 'overdue' });
  });

  it('keeps the last date told, and what it was before; it joins what came of it', () => {
    const plan = (when: string, madeOn: string) => ({ stage: 'in_force', when, madeOn, status: 'planned' as const });
    const put = [plan('2025-11-01', '2025-09-12'), plan('2025-12-01', '2025-10-31')];
    expect(cycleOf(put).intervals).toMatchObject([{ track: 'plan', from: { earliest: '2025-12-01' }, was: [{ from: { earliest: '2025-11-01' } }] }]);
    const came = cycleOf([...put, { stage: 'in_force', when: '2025-12-01', madeOn: '2025-12-01' }]).intervals;
    expect(came).toMatchObject([
      { track: 'force', from: { earliest: '2025-12-01' }, claims: ['c2-in_force', 'c1-in_force'], was: [{ claims: ['c0-in_force'] }] },
    ]);
  });

  it('is over when it is given up; what is planned anew after that stands', () => {
    const plan = { stage: 'started', when: '2024-03-01', madeOn: '2022-05', status: 'planned' as const };
    const given = { stage: 'cancelled', when: '2023-02-01', madeOn: '2023-02-02' };
    expect(cycleOf([plan, given]).intervals).toMatchObject([
      { track: 'draft', to: { earliest: '2023-02-01' }, was: [{ from: { earliest: '2024-03-01' }, claims: ['c0-started'] }] },
    ]);
    expect(on([plan, given], '2024-06-01')).toMatchObject({ answer: 'no', state: 'ended' });
    expect(on([plan, given, { ...plan, when: '2027', madeOn: '2024-01' }], '2028-01-01')).toMatchObject({ answer: 'unsure', state: 'overdue' });
    expect(on([plan], '2024-06-01')).toMatchObject({ answer: 'unsure', state: 'overdue' });
  });

  it('with a condition is told apart', () => {
    const lines = [{ stage: 'in_force', status: 'expected' as const, condition: 'if the harvest fails' }];
    expect(drawn(lines)).toEqual(['if ? >']);
    expect(on(lines, '2026-01-01')).toMatchObject({ answer: 'no', state: 'hypothetical' });
  });

  it('after an end is its return', () => {
    const lines = [
      { stage: 'exited', when: '2019' },
      { stage: 'returned', when: '2026', status: 'expected' as const },
    ];
    expect(cycleOf(lines).returns).toEqual(['c0-exited']);
  });
});

describe('a word of the workbook', () => {
  it('does what its scale says', () => {
    const acts = {
      id: 'scale-1',
      code: 'acts',
      kind: 'stages' as const,
      label: '',
      steps: [{ code: 'applied', label: '', does: 'opens' as const, on: 'force' as const, after: null }],
    };
    expect(drawn([{ stage: 'applied', when: '2024-01-01' }], [acts])).toEqual(['force 2024-01-01 >']);
    expect(drawn([{ stage: 'applied', when: '2024-01-01' }])).toEqual([]);
  });
});
