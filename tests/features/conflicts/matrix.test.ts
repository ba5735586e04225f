import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consistencies, rankHypotheses, tellsApart } from '../../../shared/features/conflicts/matrix.ts';
import { newWorkbook, pasteSource } from '../../helpers/workbook.ts';

const mark = (hypothesisId: string, claimId: string, consistency: (typeof consistencies)[number]) => ({ hypothesisId, claimId, consistency });

describe('rival explanations', () => {
  it('lead by the least evidence against them, and support counts for nothing', () => {
    const marks = [
      mark('h1', 'a', 'CC'),
      mark('h1', 'b', 'CC'),
      mark('h1', 'c', 'I'),
      mark('h2', 'a', 'N'),
      mark('h2', 'b', 'C'),
      mark('h3', 'a', 'II'),
    ];
    expect(rankHypotheses(['h1', 'h2', 'h3'], ['a', 'b', 'c'], marks)).toEqual([
      { hypothesisId: 'h1', against: 1, rank: 2, unmarked: 0 },
      { hypothesisId: 'h2', against: 0, rank: 1, unmarked: 1 },
      { hypothesisId: 'h3', against: 2, rank: 3, unmarked: 2 },
    ]);
  });

  it('are never helped by a mark, and hurt only by one that is inconsistent', () => {
    const anyMark = fc.tuple(fc.constantFrom('h1', 'h2'), fc.constantFrom('a', 'b', 'c'), fc.constantFrom(...consistencies));
    fc.assert(
      fc.property(fc.array(anyMark, { maxLength: 6 }), anyMark, (drawn, [hypothesis, claim, consistency]) => {
        const marks = drawn.map((one) => mark(...one));
        const of = (list: typeof marks) =>
          rankHypotheses(['h1', 'h2'], ['a', 'b', 'c'], list).find((one) => one.hypothesisId === hypothesis)!.against;
        const added = of([...marks, mark(hypothesis, claim, consistency)]) - of(marks);
        expect(added).toBe({ CC: 0, C: 0, N: 0, I: 1, II: 2 }[consistency]);
      }),
    );
  });

  it('are told apart by a claim only where its marks differ', () => {
    const marks = [mark('h1', 'a', 'C'), mark('h2', 'a', 'I'), mark('h1', 'b', 'N'), mark('h2', 'b', 'N'), mark('h1', 'c', 'C')];
    expect(['a', 'b', 'c'].map((claim) => tellsApart(claim, ['h1', 'h2'], marks))).toEqual([true, false, undefined]);
  });
});

describe('a matrix in a workbook', () => {
  async function withCauses() {
    const { app } = await newWorkbook();
    const source = await pasteSource(app, 'Work stopped for low demand. Work stopped after a fire in the store.', { title: 'Digest' });
    const stop = (exact: string, cause: string) =>
      ({ kind: 'event', subject: 'Brewery', stage: 'stopped', when: '2024', what: 'work stopped', cause, passage: { source, exact } }) as const;
    const { claims } = await app.ask('claims.capture', {
      claims: [stop('low demand', 'low demand'), stop('a fire in the store', 'a fire in the store')],
    });
    return { app, ids: claims.map((claim) => claim.id) };
  }

  it('begins with the causes and claims of a group, is marked, ranked, and goes back with undo', async () => {
    const { app, ids } = await withCauses();
    const group = (await app.ask('conflicts.list', { kind: 'cause' })).groups[0]!;
    const matrix = await app.ask('conflicts.startMatrix', { groupId: group.id });
    expect([matrix.question, matrix.hypotheses.map((one) => one.text), matrix.evidence.map((one) => one.row.id)]).toEqual([
      'work stopped',
      ['low demand', 'a fire in the store'],
      ids,
    ]);
    const [demand, fire] = matrix.hypotheses.map((one) => one.id);
    const give = (hypothesisId: string, claimId: string, consistency: 'I' | 'C' | null) =>
      app.ask('conflicts.mark', { matrixId: matrix.id, hypothesisId, claimId, consistency });
    await give(demand!, ids[1]!, 'I');
    const marked = await give(fire!, ids[1]!, 'C');
    expect(marked.hypotheses.map(({ against, rank }) => [against, rank])).toEqual([
      [1, 2],
      [0, 1],
    ]);
    expect(marked.evidence.map((one) => one.tellsApart)).toEqual([null, true]);
    expect((await app.ask('conflicts.matrices', {})).matrices[0]?.leading).toEqual(['a fire in the store']);
    const without = await app.ask('conflicts.changeMatrix', { id: matrix.id, hypotheses: [{ id: fire!, text: 'a fire' }, { text: 'both' }] });
    expect(without.hypotheses.map((one) => [one.text, one.unmarked])).toEqual([
      ['a fire', 1],
      ['both', 2],
    ]);
    await app.ask('history.undo', {});
    expect(await app.ask('conflicts.matrix', { id: matrix.id })).toEqual(marked);
    await app.ask('conflicts.removeMatrix', { id: matrix.id });
    expect((await app.ask('conflicts.matrices', {})).matrices).toEqual([]);
    await app.ask('history.undo', {});
    expect(await app.ask('conflicts.matrix', { id: matrix.id })).toEqual(marked);
  });

  it('leaves a deprecated claim out of the count, and refuses one explanation alone', async () => {
    const { app, ids } = await withCauses();
    const matrix = await app.ask('conflicts.startMatrix', { question: 'Why did it stop?', hypotheses: ['demand', 'fire'], claimIds: ids });
    await app.ask('conflicts.mark', { matrixId: matrix.id, hypothesisId: matrix.hypotheses[0]!.id, claimId: ids[0]!, consistency: 'II' });
    await app.ask('claims.setCells', { cells: [{ id: ids[0]!, field: 'rank', value: 'deprecated' }] });
    expect((await app.ask('conflicts.matrix', { id: matrix.id })).hypotheses.map((one) => one.against)).toEqual([0, 0]);
    expect(await app.call('conflicts.startMatrix', { question: 'Why?', hypotheses: ['demand'] })).toMatchObject({ error: { code: 'invalid-input' } });
  });
});
