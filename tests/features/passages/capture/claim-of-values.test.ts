import { describe, expect, it } from 'vitest';
import { claimOf } from '../../../../renderer/features/passages/capture/claim-of-values.ts';
import { type ClaimRecord, type FormValues, valuesOf } from '../../../../renderer/features/passages/capture/form-values.ts';
import { claimInputSchema } from '../../../../shared/features/claims/model.ts';

const passage = { source: 'source-1', exact: 'over 1bn', start: 5, end: 13 };
const exports: ClaimRecord = {
  kind: 'figure',
  measure: 'vehicle_exports_value',
  subject: 'China',
  area: 'RU',
  counterpart: 'CN',
  basis: 'customs',
  period: '2023-06',
  value: { low: '1', high: null, qualifier: 'over' },
  unit: 'USD',
  multiplier: 9,
  status: 'actual',
  original: 'over 1bn',
  saidBy: [{ name: 'Chinese customs', role: 'agency' }],
  via: ['Reuters'],
  credibility: 2,
  hedge: 'attributed',
};
const figure = (changes: Partial<FormValues> = {}): FormValues => ({ ...valuesOf('figure', exports), ...changes });

function claimed(values: FormValues, base: ClaimRecord = exports) {
  const result = claimOf(values, base, passage);
  if ('errors' in result) throw new Error(JSON.stringify(result.errors));
  return result.claim;
}

describe('claimOf', () => {
  it('says the same claim again when nothing was changed', () => {
    expect(claimInputSchema.parse(claimed(figure()))).toEqual(claimInputSchema.parse({ ...exports, passage }));
  });

  it('keeps the role of a speaker and takes a new name as it is', () => {
    expect(claimed(figure({ saidBy: ['Chinese customs', 'CPCA'] })).saidBy).toEqual([{ name: 'Chinese customs', role: 'agency' }, 'CPCA']);
  });

  it('keeps a rank and a path of a reading that the form does not show', () => {
    const base = {
      ...exports,
      rank: 'deprecated',
      rankReason: 'slip',
      readings: [{ label: 'six steps', low: '10', high: '20', path: { steps: 6 } }],
    };
    const claim = claimed(valuesOf('figure', base), base);
    expect(claim).toMatchObject({
      rank: 'deprecated',
      rankReason: 'slip',
      readings: [{ label: 'six steps', low: '10', high: '20', path: { steps: 6 } }],
    });
  });

  it('names the fields that are missing or no number or no period', () => {
    const result = claimOf(figure({ measure: ' ', value: '1,5,3', period: '2023-13', unit: '1x' }), exports, passage);
    expect(result).toEqual({ errors: { measure: 'error.needed', value: 'error.number', period: expect.any(String), unit: 'error.unit' } });
  });

  it('asks for the other end of a range', () => {
    expect(claimOf(figure({ qualifier: 'between' }), exports, passage)).toEqual({ errors: { valueTo: 'error.needed' } });
  });

  it('lets an event have no magnitude', () => {
    const event = { ...valuesOf('event', { subject: 'Utilisation fee', stage: 'in_force', when: '2024-10-01' }) };
    expect(claimed(event, {})).toMatchObject({ kind: 'event', magnitude: null, when: '2024-10-01' });
  });

  it('refuses a statement without a topic', () => {
    expect(claimOf(valuesOf('statement', { actor: 'Avtovaz' }), {}, passage)).toEqual({ errors: { topic: 'error.needed' } });
  });

  it('reads a deadline as yes or as a period', () => {
    expect(claimed(figure({ deadline: 'yes' }))).toMatchObject({ deadline: true });
    expect(claimed(figure({ deadline: '2035' }))).toMatchObject({ deadline: '2035' });
  });
});
