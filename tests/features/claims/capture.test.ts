import { describe, expect, it } from 'vitest';
import { quantityWords } from '../../../electron/commands/words.ts';
import { measuredOf } from '../../../shared/features/ledger/rules.ts';
import { figure, newWorkbook, pasteSource } from '../../helpers/workbook.ts';

describe('capturing a claim', () => {
  it('keeps qualifier, range and open bounds as worded', async () => {
    const { app } = await newWorkbook();
    const source = await pasteSource(app);
    await app.ask('claims.capture', {
      claims: [
        figure(source, 'over 50%'),
        figure(source, 'almost $4.6bn', { measure: 'exports', value: { low: null, high: '4.6', qualifier: 'almost' }, unit: 'USD', multiplier: 9 }),
        figure(source, '70 to 85%', {
          measure: 'fee',
          value: { low: '70', high: '85', qualifier: 'between' },
          change: 'percent',
          period: '2024-10-01',
        }),
      ],
    });
    const { rows } = await app.ask('claims.window', { kind: 'figure', sort: [{ field: 'measure', direction: 'asc' }] });
    expect(rows.map((row) => quantityWords(measuredOf(row)).replaceAll('\u00a0', ' '))).toEqual(['≲ 4.6bn USD', '+70…+85 %', '> 50 %']);
  });

  it('traces back to the exact quote in its context', async () => {
    const { app } = await newWorkbook();
    const source = await pasteSource(app);
    const { claims } = await app.ask('claims.capture', { claims: [figure(source, 'over 50%', { via: ['Reuters'] })] });
    const trace = await app.ask('claims.trace', { id: claims[0]!.id });
    expect({ ...trace.passage, id: undefined, source: undefined }).toMatchObject({
      exact: 'over 50%',
      before: 'The share of Chinese brands rose to ',
      state: 'same',
    });
    expect(trace.passage?.after.startsWith(' in 2023.\nExports')).toBe(true);
    expect(trace.chain.map((link) => [link.name, link.part])).toEqual([
      ['Autostat', 'origin'],
      ['Reuters', 'reported'],
      ['Market digest', 'held'],
    ]);
  });

  it('recognises the same claim from the same words, however the number is typed', async () => {
    const { app } = await newWorkbook();
    const source = await pasteSource(app);
    const sales = (low: string, multiplier: number) =>
      figure(source, '1.06m cars', { measure: 'sales', value: { low, high: low, qualifier: 'exact' }, unit: 'UNITS', multiplier });
    const first = await app.ask('claims.capture', { claims: [sales('1.06', 6)] });
    const second = await app.ask('claims.capture', { claims: [sales('1060000', 0)] });
    expect(second.claims[0]!.duplicateOf).toBe(first.claims[0]!.id);
    expect((await app.ask('workbook.info', {})).claims.figure).toBe(1);
  });

  it('says where it took a quote that was expected elsewhere, and refuses one that nothing decides', async () => {
    const { app } = await newWorkbook();
    const source = await pasteSource(app);
    const moved = await app.ask('claims.capture', { claims: [figure(source, 'over 50%', { passage: { source, exact: 'over 50%', start: 3 } })] });
    expect(moved.claims[0]!.passage).toMatchObject({ state: 'moved', start: 36 });
    await expect(app.ask('claims.capture', { claims: [figure(source, 'cars in 2023')] })).rejects.toMatchObject({ code: 'passage-ambiguous' });
    const decided = await app.ask('claims.capture', {
      claims: [figure(source, 'cars in 2023', { passage: { source, exact: 'cars in 2023', prefix: 'agency counts 1.10m ' } })],
    });
    expect(decided.claims[0]!.passage?.start).toBeGreaterThan(190);
  });

  it('refuses unknown sources, impossible dates and reversed bounds by name', async () => {
    const { app } = await newWorkbook();
    const source = await pasteSource(app);
    const code = async (claim: ReturnType<typeof figure>) => app.call('claims.capture', { claims: [claim] });
    expect(await code(figure('nowhere', 'over 50%'))).toMatchObject({ error: { code: 'not-found' } });
    expect(await code(figure(source, 'over 50%', { period: '2023-13' }))).toMatchObject({
      error: { code: 'invalid-input', details: { field: 'period' } },
    });
    expect(await code(figure(source, 'over 50%', { value: { low: '9', high: '1', qualifier: 'between' } }))).toMatchObject({
      error: { code: 'invalid-input', details: { field: 'value' } },
    });
    expect((await app.ask('workbook.info', {})).edits).toBe(1);
  });

  it('counts positions in code points, so that an emoji before a quote does not shift it', async () => {
    const { app } = await newWorkbook();
    const source = await pasteSource(app, '🚗🚗 Sales of 𠮷 rose to 12% in 2024.', { title: 'Emoji' });
    const { claims } = await app.ask('claims.capture', { claims: [figure(source, '12%', { passage: { source, exact: '12%', start: 22 } })] });
    expect(claims[0]!.passage).toMatchObject({ state: 'same', start: 22, end: 25 });
    expect((await app.ask('claims.trace', { id: claims[0]!.id })).passage?.exact).toBe('12%');
  });
});

describe('editing a cell', () => {
  it('checks the whole claim again and refuses what a capture would refuse', async () => {
    const { app } = await newWorkbook();
    const source = await pasteSource(app);
    const { claims } = await app.ask('claims.capture', { claims: [figure(source, 'over 50%')] });
    const id = claims[0]!.id;
    const set = (field: string, value: string | null) => app.call('claims.setCells', { cells: [{ id, field, value }] });
    expect(await set('status', 'maybe')).toMatchObject({ error: { code: 'invalid-input' } });
    expect(await set('period', '2023-02-30')).toMatchObject({ error: { code: 'invalid-input' } });
    expect(await set('credibility', '7')).toMatchObject({ error: { code: 'invalid-input' } });
    expect(await set('subject', '')).toMatchObject({ error: { code: 'invalid-input' } });
    expect(await set('contentKey', 'x')).toMatchObject({ error: { code: 'invalid-input' } });
    await app.ask('claims.setCells', {
      cells: [
        { id, field: 'status', value: 'estimate' },
        { id, field: 'basis', value: 'brands; new cars' },
      ],
    });
    expect(await app.ask('claims.get', { id })).toMatchObject({ status: 'estimate', basis: ['brands', 'new cars'] });
    await app.ask('history.undo', {});
    expect(await app.ask('claims.get', { id })).toMatchObject({ status: 'actual', basis: [] });
  });
});
