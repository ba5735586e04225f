import { describe, expect, it } from 'vitest';
import { newWorkbook, pasteSource } from '../../helpers/workbook.ts';

async function twoSources() {
  const { app } = await newWorkbook();
  const first = await pasteSource(app, 'Agency A counts 1.10m cars.', { title: 'First digest', publishedOn: '2024' });
  const second = await pasteSource(app, 'Agency B counts 1.20m cars.', { title: 'Second digest', publishedOn: '2024' });
  const publishers = async () => [(await app.ask('sources.get', { id: first })).publisher, (await app.ask('sources.get', { id: second })).publisher];
  return { app, first, second, publishers };
}

describe('describing several sources', () => {
  it('is one edit, and one undo takes all of it back', async () => {
    const { app, first, second, publishers } = await twoSources();
    const before = await publishers();
    await app.ask('sources.updateAll', {
      changes: [
        { id: first, patch: { publisher: 'North Press' } },
        { id: second, patch: { publisher: 'South Press', publishedOn: '2025-02' } },
      ],
    });
    expect(await publishers()).toEqual(['North Press', 'South Press']);
    await app.ask('history.undo', {});
    expect(await publishers()).toEqual(before);
    expect((await app.ask('sources.get', { id: second })).publishedOn).toBe('2024');
  });

  it('is named by the source where it is only one', async () => {
    const { app, first, second } = await twoSources();
    const change = (id: string, publisher: string) => ({ id, patch: { publisher } });
    const lastEdit = async () => (await app.ask('history.list', {})).edits[0]!.label;
    await app.ask('sources.updateAll', { changes: [change(first, 'North Press')] });
    expect(await lastEdit()).toMatchObject({ key: 'edits:changeSource', params: { title: 'First digest' } });
    await app.ask('sources.updateAll', { changes: [change(first, 'North'), change(second, 'South')] });
    expect(await lastEdit()).toMatchObject({ key: 'edits:changeSources', params: { count: 2 } });
  });

  it('changes none where one of them is refused', async () => {
    const { app, first, second, publishers } = await twoSources();
    const before = await publishers();
    const changes = [
      { id: first, patch: { publisher: 'North Press' } },
      { id: second, patch: { publishedOn: 'one day' } },
    ];
    await expect(app.ask('sources.updateAll', { changes })).rejects.toMatchObject({ code: 'invalid-input' });
    expect(await publishers()).toEqual(before);
  });

  it('refuses two that would be copies of each other, and changes neither', async () => {
    const { app, first, second } = await twoSources();
    const changes = [
      { id: first, patch: { copyOf: second } },
      { id: second, patch: { copyOf: first } },
    ];
    await expect(app.ask('sources.updateAll', { changes })).rejects.toMatchObject({ code: 'invalid-input' });
    expect((await app.ask('sources.get', { id: first })).copyOf).toBeNull();
  });
});
