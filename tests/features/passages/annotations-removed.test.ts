import { describe, expect, it } from 'vitest';
import { withoutTarget } from '../../../shared/features/passages/annotations/removed.ts';
import { figure, newWorkbook, pasteSource } from '../../helpers/workbook.ts';

const page = 'https://example.org/digest';
const target = (exact: string) => ({ source: page, selector: { type: 'TextQuoteSelector', exact } });
const annotation = (id: string, ...exact: string[]) => ({
  id: `https://example.org/notes/${id}`,
  type: 'Annotation',
  body: { type: 'TextualBody', value: `of ${id}` },
  target: exact.length === 1 ? target(exact[0]!) : exact.map(target),
});

async function broughtIn(...documents: object[]) {
  const { app } = await newWorkbook();
  const source = await pasteSource(app, undefined, { title: 'Market digest', url: page });
  await app.ask('passages.importAnnotations', { json: JSON.stringify(documents) });
  const exported = async () => (await app.ask('passages.annotations', {})).documents;
  const markOf = async (exact: string) => (await app.ask('passages.ofSource', { sourceId: source })).passages.find((one) => one.exact === exact)!.id;
  const remove = async (exact: string) => app.ask('passages.unmark', { id: await markOf(exact) });
  return { app, source, exported, remove };
}

describe('a mark that came in and was removed', () => {
  it('goes out no more, and does again once the removal is undone', async () => {
    const [one, other] = [annotation('1', 'over 50%'), annotation('2', '1.06m cars')];
    const { app, exported, remove } = await broughtIn(one, other);
    await remove('over 50%');
    expect(await exported()).toEqual([other]);
    await app.ask('history.undo', {});
    expect(await exported()).toEqual([one, other]);
    expect((await app.ask('workbook.verify', {})).problems).toEqual([]);
  });

  it('leaves the other targets of its annotation, those without a place too, and the other annotations of its page', async () => {
    const kept = annotation('3', 'not in the text', '1.06m cars');
    const sheet = { id: 'https://example.org/page', type: 'AnnotationPage', total: 2, items: [annotation('1', 'over 50%'), kept] };
    const { exported, remove } = await broughtIn(sheet);
    await remove('over 50%');
    expect(await exported()).toEqual([{ ...sheet, total: 1, items: [kept] }]);
    await remove('1.06m cars');
    expect(await exported()).toEqual([{ ...sheet, total: 1, items: [{ ...kept, target: [target('not in the text')] }] }]);
  });

  it('can be brought in again', async () => {
    const document = annotation('1', 'over 50%');
    const { app, exported, remove } = await broughtIn(document);
    await remove('over 50%');
    const again = await app.ask('passages.importAnnotations', { json: JSON.stringify(document) });
    expect([again.kept, again.passages.length, await exported()]).toEqual([1, 1, [document]]);
  });

  it('is not removed while a claim rests on it', async () => {
    const document = annotation('1', 'over 50%');
    const { app, source, exported, remove } = await broughtIn(document);
    await app.ask('claims.capture', { claims: [figure(source, 'over 50%')] });
    await expect(remove('over 50%')).rejects.toMatchObject({ code: 'conflict' });
    expect(await exported()).toEqual([document]);
  });
});

describe('withoutTarget', () => {
  it('takes one target from a group, and the group with its last', () => {
    const grouped = { type: 'Annotation', target: [{ type: 'Choice', items: ['urn:a', 'urn:b'] }, 'urn:c'] };
    expect(withoutTarget(grouped, 1)).toEqual({ type: 'Annotation', target: [{ type: 'Choice', items: ['urn:a'] }, 'urn:c'] });
    expect(withoutTarget(withoutTarget(grouped, 1)!, 0)).toEqual({ type: 'Annotation', target: ['urn:c'] });
    expect(withoutTarget({ type: 'Annotation', target: 'urn:a' }, 0)).toBeUndefined();
  });

  it('leaves a document alone that has no such target', () => {
    const document = { type: 'Annotation', target: ['urn:a', { type: 'List', items: [] }] };
    expect(withoutTarget(document, 5)).toBe(document);
  });
});
