// What the form proposes: words that the workbook uses already, field by field.
import { describe, expect, it } from 'vitest';
import { newWorkbook } from '../../helpers/workbook.ts';

describe('words in use', () => {
  it('are proposed for types, depths, batches and details of events, those in most claims first', async () => {
    const { app } = await newWorkbook();
    const listed = { kind: 'event', stage: 'listed', batch: 'Spring list', type: 'naming', depth: 'SKD' } as const;
    await app.ask('claims.capture', {
      claims: [
        { ...listed, subject: 'Brook Ltd', original: 'Brook', details: [{ is: 'class', value: 'companies' }] },
        {
          ...listed,
          subject: 'Rill AG',
          original: 'Rill',
          details: [
            { is: 'class', value: 'companies' },
            { is: 'site', value: 'Velden' },
          ],
        },
      ],
    });
    const proposed = async (field: 'type' | 'depth' | 'batch' | 'details', typed = '') =>
      (await app.ask('claims.terms', { field, typed })).terms.map(({ text, uses }) => `${text} ×${uses}`);
    expect(await proposed('details')).toEqual(['class: companies ×2', 'site: Velden ×1']);
    expect(await proposed('details', 'vel')).toEqual(['site: Velden ×1']);
    expect(await proposed('batch', 'spring')).toEqual(['Spring list ×2']);
    expect([await proposed('type'), await proposed('depth')]).toEqual([['naming ×2'], ['SKD ×2']]);
  });
});
