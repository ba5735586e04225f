// A claim is known by what it says of which words in which bytes, wherever it was captured and whatever became of it since.
import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { App } from '../../../electron/core/app.ts';
import { contentKeyOf } from '../../../electron/core/features/claims/keys.ts';
import { toBody } from '../../../shared/features/claims/form.ts';
import { claimInputSchema } from '../../../shared/features/claims/model.ts';
import { figure, marketText, newWorkbook, pasteSource } from '../../helpers/workbook.ts';

const keyOf = async (app: App, id: string) => (await app.ask('claims.get', { id })).contentKey;

async function captured() {
  const { app, path } = await newWorkbook();
  const source = await pasteSource(app);
  const claim = figure(source, 'over 50%');
  const { id } = (await app.ask('claims.capture', { claims: [claim] })).claims[0]!;
  return { app, path, source, claim, id, key: await keyOf(app, id) };
}

const again = async (app: App, claim: ReturnType<typeof figure>) => (await app.ask('claims.capture', { claims: [claim] })).claims[0]!.duplicateOf;

describe('a content key', () => {
  it('is the same on two workbooks that never met', async () => {
    expect((await captured()).key).toBe((await captured()).key);
  });

  it('is the same where another reader of the same bytes sees other spaces, line ends, hyphens or widths of letters', () => {
    const sha256 = createHash('sha256').update('the bytes').digest('hex');
    const body = toBody(claimInputSchema.parse(figure('any', 'over 50%', { original: 'rose' })));
    const read = (exact: string, prefix: string, suffix: string) => contentKeyOf(body, sha256, [{ exact, prefix, suffix, sheet: null, cells: null }]);
    const key = read('over 50% of the registra-tions', 'Chinese brands rose to ', ' in 2023. Exports came');
    expect(read('over 50 % of the registrations', 'Chinese  brands rose\nto', '\nin 2023.\u00a0Exports came')).toBe(key);
    expect(read('over\n50%\u00adof the regis\u00adtrations', 'nese brands rose to', ' in 2023. Exports came')).toBe(key);
    expect(read('over ５０% of the registrations', 'CHINESE BRANDS ROSE TO ', ' in 2023 — Exports came')).toBe(key);
    expect(read('over 51% of the registrations', 'Chinese brands rose to ', ' in 2023. Exports came')).not.toBe(key);
    expect(contentKeyOf(body, createHash('sha256').update('other bytes').digest('hex'), [])).not.toBe(contentKeyOf(body, sha256, []));
  });

  it('stays when the series is renamed, and both wordings find the claim', async () => {
    const { app, claim, id, key } = await captured();
    const { series } = await app.ask('ledger.series', {});
    await app.ask('ledger.renameSeries', { seriesId: series[0]!.id, to: { subject: 'Brands from China' } });
    expect(await keyOf(app, id)).toBe(key);
    expect(await again(app, claim)).toBe(id);
    expect(await again(app, { ...claim, subject: 'Brands from China' } as typeof claim)).toBe(id);
    expect((await app.ask('claims.list', {})).claims).toHaveLength(1);
  });

  it('stays when the text of the source is replaced, and the words of the newer text find the claim', async () => {
    const { app, source, claim, id, key } = await captured();
    await app.ask('sources.replace', { id: source, text: `A line before.\n${marketText.replace('over 50% in 2023', 'over 50 % in 2023')}` });
    expect(await keyOf(app, id)).toBe(key);
    const passage = (await app.ask('claims.get', { id })).passages[0]!;
    expect(await again(app, { ...claim, passage: { source, exact: passage.exact } } as typeof claim)).toBe(id);
    expect((await app.ask('workbook.rebuild', {})).differed).toEqual([]);
    expect(await keyOf(app, id)).toBe(key);
  });

  it('stays through undo and redo, and through being made anew', async () => {
    const { app, id, key } = await captured();
    await app.ask('claims.setCells', { cells: [{ id, field: 'subject', value: 'Other' }] });
    await app.ask('history.undo', {});
    await app.ask('history.undo', {});
    await app.ask('history.redo', {});
    await app.ask('history.redo', {});
    await app.ask('workbook.rebuild', {});
    expect(await keyOf(app, id)).toBe(key);
  });

  it('parts two equal sentences at two places of one text, and knows each again', async () => {
    const { app } = await newWorkbook();
    const sentence = 'The share rose to over 50% in that year.';
    const filler = 'Nothing else was said of it in the report at all.';
    const source = await pasteSource(app, `${filler} ${sentence} ${filler}\n${filler} ${sentence} ${filler}`);
    const text = (await app.ask('sources.text', { id: source })).text;
    const starts = [text.indexOf('over 50%'), text.lastIndexOf('over 50%')];
    const claims = starts.map((start) => figure(source, 'over 50%', { passage: { source, exact: 'over 50%', start } }));
    const first = await app.ask('claims.capture', { claims });
    expect(first.claims.map((one) => one.duplicateOf)).toEqual([null, null]);
    expect((await app.ask('claims.list', {})).claims).toHaveLength(2);
    const second = await app.ask('claims.capture', { claims: claims.toReversed() });
    expect(second.claims.map((one) => one.duplicateOf)).toEqual(first.claims.map((one) => one.id).reverse());
    expect((await app.ask('workbook.rebuild', {})).differed).toEqual([]);
  });

  it('of a removed claim is kept but finds nothing', async () => {
    const { app, path, claim, id } = await captured();
    await app.ask('claims.remove', { ids: [id] });
    expect(await again(app, claim)).toBeNull();
    const db = new Database(path, { readonly: true });
    expect(db.prepare('SELECT count(*) FROM claim_key').pluck().get()).toBe(2);
    db.close();
  });
});
