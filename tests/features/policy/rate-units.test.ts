// Rates whose amounts are told in several units, and rates of which only changes are told.
import { describe, expect, it } from 'vitest';
import type { ClaimInput } from '../../../shared/features/claims/model.ts';
import { newWorkbook } from '../../helpers/workbook.ts';

const exactly = (low: string) => ({ value: { low, high: low, qualifier: 'exact' } }) as const;
const toll = (more: Partial<Extract<ClaimInput, { kind: 'figure' }>>) =>
  ({ kind: 'figure', measure: 'toll', subject: 'Bridge', original: JSON.stringify(more), status: 'actual', ...more }) as ClaimInput;

async function ratesOf(claims: ClaimInput[]) {
  const { app } = await newWorkbook();
  await app.ask('claims.capture', { claims });
  return await app.ask('policy.rates', { name: 'Bridge', on: '2026-01-01' });
}

describe('rates in several units', () => {
  it('never join: each unit has its own amounts, and the changes of all', async () => {
    const rates = await ratesOf([
      toll({ period: '2024-01-01', unit: 'EUR', ...exactly('10') }),
      toll({ period: '2024-01-01', unit: 'CHF', ...exactly('20') }),
      toll({ period: '2025-01-01', unit: 'PCT', change: 'percent', ...exactly('50') }),
    ]);
    expect(rates.map(({ class: label, unit, on }) => [label, unit, on?.low, on?.disputed])).toEqual([
      ['toll · CHF', 'CHF', '30', false],
      ['toll · EUR', 'EUR', '15', false],
    ]);
  });
});

describe('a rate of which only changes are told', () => {
  it('is told as factors of what held before, its path too, and says what is missing', async () => {
    const [rate] = await ratesOf([
      toll({ period: '2024-07-01', unit: 'PCT', change: 'percent', ...exactly('50') }),
      toll({
        period: '2025/2026',
        unit: 'PCT',
        change: 'percent',
        status: 'plan',
        per: 'year',
        path: { last: '2026', compounding: 'compounded' },
        ...exactly('10'),
      }),
    ]);
    expect(rate).toMatchObject({ unit: 'TIMES', on: null, steps: [{ low: '1.5', isChange: true }], needs: [{ key: 'policy:needs.level' }] });
    expect(rate!.readings.map(({ at }) => at['2026']?.low)).toEqual(['1.815', '1.65']);
  });
});
