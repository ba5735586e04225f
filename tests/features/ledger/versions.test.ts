// Versions of a plan are one observation with a history: never a dispute in one view and a tension in another.
import { describe, expect, it } from 'vitest';
import type { ClaimInput } from '../../../shared/features/claims/model.ts';
import { figure, newWorkbook, pasteSource } from '../../helpers/workbook.ts';

type Figure = Partial<Extract<ClaimInput, { kind: 'figure' }>>;

async function planned(...plans: Figure[]) {
  const { app } = await newWorkbook();
  const source = await pasteSource(app, plans.map((_, nth) => `In report ${nth} the plant plans cars.`).join('\n'));
  const value = (text: string) => ({ low: text, high: text, qualifier: 'exact' as const });
  const claims = plans.map((plan, nth) =>
    figure(source, `In report ${nth} the plant plans cars`, {
      measure: 'output',
      subject: 'Plant',
      period: '2028',
      unit: 'UNITS',
      status: 'plan',
      saidBy: ['Plant'],
      ...plan,
      value: plan.value ?? value(String(10 * (nth + 1))),
    }),
  );
  await app.ask('claims.capture', { claims });
  return { app, observations: (await app.ask('ledger.list', {})).observations, rows: (await app.ask('claims.window', { kind: 'figure' })).rows };
}

describe('plans of one issuer for one year', () => {
  it('show the last version, in one state in ledger and grid, and a tension among the conflicts', async () => {
    const { app, observations, rows } = await planned({ vintage: '2025' }, { vintage: '2022' });
    expect(observations).toMatchObject([{ low: '10', high: '10', state: 'revised', rivals: [] }]);
    expect(observations[0]!.claims).toHaveLength(2);
    expect(new Set(rows.map((row) => row.state))).toEqual(new Set(['revised']));
    expect((await app.ask('conflicts.list', {})).groups).toMatchObject([{ kind: 'vintage', tension: true }]);
    expect((await app.ask('workbook.info', {})).conflicts).toBe(0);
  });
  it('follow the date on which they were said where they name no vintage', async () => {
    expect((await planned({ madeOn: '2026-05' }, { madeOn: '2024' })).observations).toMatchObject([{ low: '10', state: 'revised' }]);
  });
  it('are a dispute within one version', async () => {
    expect((await planned({ vintage: '2025' }, { vintage: '2025' })).observations).toMatchObject([{ state: 'disputed' }]);
  });
  it('are two observations where two issuers plan', async () => {
    const { observations } = await planned({ saidBy: ['Plant'] }, { saidBy: ['Ministry'] });
    expect(observations.map((one) => one.state)).toEqual(['single', 'single']);
  });
});

describe('outcomes', () => {
  it('of two dates still contradict each other', async () => {
    const outcome: Figure = { status: 'actual' };
    expect((await planned({ ...outcome, madeOn: '2026' }, { ...outcome, madeOn: '2024' })).observations).toMatchObject([{ state: 'disputed' }]);
  });
});
