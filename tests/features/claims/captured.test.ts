// A figure that no longer says what its passage reads as says so, keeps what was captured, and can go back to it.
import { describe, expect, it } from 'vitest';
import type { App } from '../../../electron/core/app.ts';
import type { ClaimInput } from '../../../shared/features/claims/model.ts';
import { figure, newWorkbook, pasteSource } from '../../helpers/workbook.ts';

const text = [
  'Dealers sold only 31,000 cars in May 2023, 12 % fewer than a year before.',
  'Продажи в 2024 году составили 1,2 млн машин.',
  '2024年销量为120万辆。',
  'Prices fell 39 % in 2023.',
].join('\n');

const sold: Partial<Extract<ClaimInput, { kind: 'figure' }>> = {
  measure: 'sales',
  subject: 'dealers',
  period: '2023-05',
  value: { low: '31000', high: '31000', qualifier: 'exact' },
  unit: 'UNITS',
};

async function captured(exact = 'only 31,000 cars in May 2023', fields: typeof sold = sold) {
  const { app } = await newWorkbook();
  const source = await pasteSource(app, text);
  const { id } = (await app.ask('claims.capture', { claims: [figure(source, exact, fields)] })).claims[0]!;
  return { app, source, id };
}

const get = (app: App, id: string) => app.ask('claims.get', { id });
const set = (app: App, id: string, field: string, value: string, reason?: string) =>
  app.ask('claims.setCells', { cells: [{ id, field, value }], ...(reason === undefined ? {} : { reason }) });

describe('a figure that is changed', () => {
  it.each([
    ['value', '33.5'],
    ['unit', 'EUR'],
    ['period', '2024-05'],
  ])('keeps what was captured where its %s is no longer what the passage reads as', async (field, value) => {
    const { app, id } = await captured();
    await set(app, id, field, value, 'The statistics office corrected it.');
    expect(await get(app, id)).toMatchObject({
      captured: { value: { low: '31000' }, unit: 'UNITS', period: '2023-05' },
      capturedReason: 'The statistics office corrected it.',
    });
  });

  it('keeps the first wording through further changes, and nothing once it says that again', async () => {
    const { app, id } = await captured();
    await set(app, id, 'value', '33.5', 'A slip.');
    await set(app, id, 'value', '34');
    expect(await get(app, id)).toMatchObject({ captured: { value: { low: '31000' } }, capturedReason: 'A slip.' });
    await set(app, id, 'value', '31 thousand');
    expect(await get(app, id)).toMatchObject({ captured: null, capturedReason: '' });
  });

  it.each([
    ['is written otherwise', 'only 31,000 cars in May 2023', sold, 'value', '31 thousand'],
    [
      'is mended to what the words say',
      'only 31,000 cars in May 2023',
      { ...sold, value: { low: '3100', high: '3100', qualifier: 'exact' } },
      'value',
      '31000',
    ],
    ['is mended to the Russian words', 'составили 1,2 млн машин', { ...sold, value: { low: '12', high: '12', qualifier: 'exact' } }, 'value', '1.2m'],
    ['is mended to the Chinese words', '销量为120万辆', { ...sold, value: { low: '12', high: '12', qualifier: 'exact' } }, 'value', '1.2m'],
    ['gets the date that stands beside', 'Dealers sold only 31,000 cars', { ...sold, period: '2022' }, 'period', '2023-05'],
    [
      'gets the minus of a fall',
      'fell 39 % in 2023',
      { ...sold, period: '2023', unit: 'PCT', change: 'percent', value: { low: '39', high: '39', qualifier: 'exact' } },
      'value',
      '-39 %',
    ],
  ] as const)('has not parted from its passage where it %s', async (_, exact, fields, field, value) => {
    const { app, id } = await captured(exact, fields as typeof sold);
    await set(app, id, field, value);
    expect((await get(app, id)).captured).toBeNull();
  });

  it('parts in whatever way it is changed: by the form, by a series renamed, not by a note', async () => {
    const { app, id } = await captured();
    await set(app, id, 'note', 'Looked at twice.');
    expect((await get(app, id)).captured).toBeNull();
    const { captured: _none, ...claim } = figure('', '', { ...sold, value: { low: '32', high: null, qualifier: 'over' } }) as ClaimInput & {
      captured?: null;
    };
    await app.ask('claims.replace', { id, claim: { ...claim, passage: undefined } as ClaimInput, reason: 'Read in the annex.' });
    expect(await get(app, id)).toMatchObject({ captured: { value: { low: '31000' } }, capturedReason: 'Read in the annex.' });
  });

  it('goes back to what was captured in one step, which undo takes back', async () => {
    const { app, id } = await captured();
    await set(app, id, 'value', '33.5');
    expect(await app.ask('claims.asCaptured', { ids: [id] })).toEqual({ changed: 1 });
    expect(await get(app, id)).toMatchObject({ value: { low: '31000' }, captured: null });
    await app.ask('history.undo', {});
    expect(await get(app, id)).toMatchObject({ value: { low: '33.5' }, captured: { value: { low: '31000' } } });
  });

  it('moves with the date of its text without parting from it', async () => {
    const { app } = await newWorkbook();
    const source = await pasteSource(app, 'Dealers sold 31,000 cars last year.');
    const claim = figure(source, '31,000 cars last year', { ...sold, period: '2024', periodBasis: "'last year' in a text of 2025-03-01" });
    const { id } = (await app.ask('claims.capture', { claims: [claim] })).claims[0]!;
    await app.ask('sources.update', { id: source, patch: { publishedOn: '2024-03-01' } });
    expect(await get(app, id)).toMatchObject({ period: '2023', captured: null });
  });

  it('has nothing to part from where it was typed without a passage', async () => {
    const { app } = await newWorkbook();
    const { id } = (await app.ask('claims.capture', { claims: [{ ...figure('', ''), passage: undefined } as ClaimInput] })).claims[0]!;
    await set(app, id, 'value', '1');
    expect((await get(app, id)).captured).toBeNull();
  });
});

describe('before a change', () => {
  it('it can be asked which claims would part, cell by cell and claim by claim, and nothing is changed by it', async () => {
    const { app, id } = await captured();
    const cells = [
      { id, field: 'value', value: '33.5' },
      { id, field: 'note', value: 'x' },
    ];
    expect(await app.ask('claims.partings', { cells })).toMatchObject({
      partings: [{ id, captured: { value: { low: '31000' } }, now: { value: { low: '33.5' } } }],
    });
    expect(await app.ask('claims.partings', { cells: [cells[1]!] })).toEqual({ partings: [] });
    expect(await get(app, id)).toMatchObject({ note: '', value: { low: '31000' } });
  });

  it('one that parted already is not asked about again for what else is changed', async () => {
    const { app, id } = await captured();
    await set(app, id, 'value', '33.5');
    expect(await app.ask('claims.partings', { cells: [{ id, field: 'note', value: 'x' }] })).toEqual({ partings: [] });
  });
});

describe('the name of the edit', () => {
  it('tells the value before and after', async () => {
    const { app, id } = await captured();
    await set(app, id, 'value', '33.5');
    const { edits } = await app.ask('history.list', { limit: 1 });
    expect(edits[0]!.label).toMatchObject({
      key: 'edits:changeField',
      params: { field: { code: 'value' }, from: { quantity: { low: '31000' } }, to: { quantity: { low: '33.5' } } },
    });
  });
});
