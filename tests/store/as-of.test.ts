// A past state answers as the present did when it was one.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { App } from '../../electron/core/app.ts';
import { countsOf, stateOf } from '../helpers/answers.ts';
import { beginning, play, scripts } from '../helpers/scripts.ts';
import { runsOf } from '../helpers/share.ts';

const runs = Number(process.env.ASSAY_AS_OF_RUNS ?? runsOf({ few: 3, whole: 6 }));

/** Slow: they start a process each. */
const inProcesses = ['sources.add', 'sources.reread'];

async function lastEdit(app: App): Promise<number> {
  return (await app.ask('history.list', { limit: 1 })).edits[0]?.seq ?? 0;
}

describe('a past state', () => {
  it('answers every query byte for byte as the workbook did when that edit was its last, after any script of commands', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('full', 'small'), scripts({ minLength: 6, maxLength: 18, without: inProcesses }), async (kind, script) => {
        const workbook = await beginning(kind);
        const { app } = workbook;
        const was = new Map<number, string>([[await lastEdit(app), `${await countsOf(app)}\n${await stateOf(app)}`]]);
        for (const step of script) {
          await play(workbook, step);
          const edit = await lastEdit(app);
          if (!was.has(edit)) was.set(edit, `${await countsOf(app)}\n${await stateOf(app)}`);
        }
        for (const [at, state] of was) expect({ at, state: `${await countsOf(app, { at })}\n${await stateOf(app, { at })}` }).toEqual({ at, state });
        workbook.close();
      }),
      { numRuns: runs },
    );
  }, 3_600_000);

  it('is named by the number or the id of an edit, by a day or by a moment, and takes no command', async () => {
    const { app } = await beginning('small');
    const { rows } = await app.ask('sources.window', {});
    await app.ask('sources.update', { id: rows[0]!.id, patch: { note: 'later' } });
    const { edits } = await app.ask('history.list', {});
    const first = edits.at(-1)!;
    const noteAt = async (at: number | string) => (await app.ask('sources.get', { id: rows[0]!.id }, { at })).note;
    expect([await noteAt(first.seq), await noteAt(first.id), await noteAt(first.at)]).toEqual(['', '', '']);
    expect(await noteAt('2026-01-01')).toBe('later');
    expect(await app.call('sources.window', {}, { at: '2025-12-31' })).toMatchObject({ error: { code: 'not-found' } });
    expect(await app.call('sources.update', { id: rows[0]!.id, patch: { note: 'x' } }, { at: first.seq })).toMatchObject({
      error: { code: 'read-only' },
    });
    expect(await app.call('history.undo', {}, { at: first.seq })).toMatchObject({ error: { code: 'read-only' } });
    expect(await app.call('sources.window', {}, { at: 99 })).toMatchObject({ error: { code: 'not-found' } });
    expect(await app.call('sources.window', {}, { at: 'soon' })).toMatchObject({ error: { code: 'invalid-input' } });
  });
});
