import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figure, newWorkbook, pasteSource, startTestApp } from '../helpers/workbook.ts';

describe('an edit', () => {
  it('can be undone and redone across a restart', async () => {
    const { app, folder, path } = await newWorkbook();
    const source = await pasteSource(app);
    await app.ask('claims.capture', { claims: [figure(source, 'over 50%')] });
    app.close();
    const again = startTestApp(folder).app;
    again.openPath(path);
    await again.ask('history.undo', {});
    expect((await again.ask('workbook.info', {})).claims.figure).toBe(0);
    again.close();
    const third = startTestApp(folder).app;
    third.openPath(path);
    await third.ask('history.redo', {});
    expect((await third.ask('claims.list', {})).claims).toMatchObject([
      { value: { low: '50', high: null, qualifier: 'over' }, passage: { exact: 'over 50%' } },
    ]);
  });

  it('takes a whole array of claims back at once', async () => {
    const { app } = await newWorkbook();
    const source = await pasteSource(app);
    await app.ask('claims.capture', {
      claims: [
        figure(source, 'over 50%'),
        figure(source, '1.06m cars', { measure: 'sales', value: { low: '1.06', high: '1.06', qualifier: 'exact' }, unit: 'UNITS', multiplier: 6 }),
      ],
    });
    await app.ask('history.undo', {});
    const info = await app.ask('workbook.info', {});
    expect([info.claims.figure, info.passages, info.sources]).toEqual([0, 0, 1]);
  });

  it('writes nothing when one claim of an array is refused', async () => {
    const { app } = await newWorkbook();
    const source = await pasteSource(app);
    const before = await app.ask('workbook.info', {});
    await expect(app.ask('claims.capture', { claims: [figure(source, 'over 50%'), figure(source, 'over 60%')] })).rejects.toMatchObject({
      code: 'passage-not-found',
    });
    expect(await app.ask('workbook.info', {})).toEqual(before);
  });

  it('leaves what was undone in the history when one edits after an undo, and offers no redo of it', async () => {
    const { app } = await newWorkbook();
    const source = await pasteSource(app);
    await app.ask('claims.capture', { claims: [figure(source, 'over 50%')] });
    await app.ask('history.undo', {});
    await app.ask('sources.update', { id: source, patch: { grade: 'A' } });
    const { edits } = await app.ask('history.list', {});
    expect(edits.map((edit) => [edit.kind, edit.isUndone])).toEqual([
      ['do', false],
      ['undo', false],
      ['do', true],
      ['do', false],
    ]);
    await expect(app.ask('history.redo', {})).rejects.toMatchObject({ code: 'not-found' });
  });

  it('records old and new value of every field', async () => {
    const { app } = await newWorkbook();
    const source = await pasteSource(app);
    await app.ask('sources.update', { id: source, patch: { grade: 'D', publisher: 'Example Press' } });
    const { changes } = await app.ask('history.ofRecord', { record: source, field: 'grade' });
    expect(changes.map(({ field, old, new: now }) => [field, old === null ? null : 'B', field === '*' ? 'whole' : now])).toEqual([
      ['grade', 'B', 'D'],
      ['*', null, 'whole'],
    ]);
  });

  it('brings the same state back for any walk of undo and redo', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('A', 'B', 'C', 'D'), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 6 }),
        async (grades, steps) => {
          const { app } = await newWorkbook();
          const source = await pasteSource(app);
          for (const grade of grades) await app.ask('sources.update', { id: source, patch: { grade: grade as 'A' } });
          const before = await app.ask('sources.get', { id: source });
          const { edits } = await app.ask('history.list', {});
          const count = Math.min(steps, edits.length - 1);
          for (let step = 0; step < count; step += 1) await app.ask('history.undo', {});
          for (let step = 0; step < count; step += 1) await app.ask('history.redo', {});
          expect(await app.ask('sources.get', { id: source })).toEqual(before);
          app.close();
        },
      ),
      { numRuns: 15 },
    );
  });

  it('leaves no trace when it changes nothing', async () => {
    const { app } = await newWorkbook();
    const source = await pasteSource(app);
    const before = (await app.ask('history.list', {})).total;
    await app.ask('sources.update', { id: source, patch: { grade: 'B' } });
    expect((await app.ask('history.list', {})).total).toBe(before);
  });
});
