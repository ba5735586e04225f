// The five documents that the project grew from, and what they say fact by fact.
import { readdirSync } from 'node:fs';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { quantityWords } from '../../electron/commands/words.ts';
import type { ClaimInput } from '../../shared/features/claims/model.ts';
import { measuredOf } from '../../shared/features/ledger/rules.ts';
import { hasSharedMaterial, needsSharedMaterial, readShared, sharedPath } from '../helpers/shared-material.ts';
import { handOver, startTestApp, type TestApp } from '../helpers/workbook.ts';

async function withSeeds() {
  const started: TestApp = startTestApp();
  await started.app.createPath(`${started.folder}/seeds.assay`);
  const names = readdirSync(sharedPath('seeds')).sort();
  await started.app.ask('sources.add', { files: names.map((name) => handOver(started.files, name, readShared('seeds', name))) });
  const claims = JSON.parse(readShared('facts', 'seed-claims.json')) as ClaimInput[];
  const captured = await started.app.ask('claims.capture', { claims });
  return { ...started, claims, captured: captured.claims };
}

describe.skipIf(!hasSharedMaterial)(`the five real documents (${needsSharedMaterial})`, () => {
  it('takes every claim, traces each to its exact quote, keeps values as worded, and undoes the whole array', async () => {
    const { app, claims, captured, files } = await withSeeds();
    expect(captured.map((one) => one.duplicateOf)).toEqual(claims.map(() => null));
    for (const [index, { id }] of captured.entries()) {
      const trace = await app.ask('claims.trace', { id });
      const wanted = claims[index]!.passage!;
      expect(trace.passage?.exact).toBe(wanted.exact);
      expect(trace.passage?.before.endsWith(wanted.prefix ?? '')).toBe(true);
      expect(trace.passage?.after.startsWith(wanted.suffix ?? '')).toBe(true);
    }
    const plain = (text: string) => text.replaceAll('\u00a0', ' ');
    const byRef = new Map(captured.map((one) => [one.ref, one.id]));
    const shown = async (ref: string) => plain(quantityWords(measuredOf(await app.ask('claims.get', { id: byRef.get(ref)! }))));
    expect([await shown('F002'), await shown('F079'), await shown('F054a')]).toEqual(['> 50 %', '≲ 4.6bn USD', '+70…+85 %']);
    const { download, bytes } = await app.ask('exchange.export', { format: 'xlsx' });
    const book = await readXlsx(files.read(download, 0, bytes).piece);
    const values = book.sheets[0]!.rows.map((row) => plain(String(row[8])));
    expect(values).toEqual(expect.arrayContaining(['> 50 %', '≲ 4.6bn USD', '+70…+85 %']));
    await app.ask('history.undo', {});
    expect((await app.ask('workbook.info', {})).claims).toEqual({ figure: 0, event: 0, statement: 0 });
  });

  it('refuses a wrong quote and writes nothing', async () => {
    const fresh = await withSeeds();
    const { claims } = fresh;
    await fresh.app.ask('history.undo', {});
    const before = await fresh.app.ask('workbook.info', {});
    const wrong = claims.map((claim, index) =>
      index === 60 ? { ...claim, passage: { ...claim.passage!, exact: 'words that no text of these holds' } } : claim,
    );
    expect(await fresh.app.call('claims.capture', { claims: wrong })).toMatchObject({
      ok: false,
      error: { code: 'passage-not-found', details: { index: 60 } },
    });
    expect(await fresh.app.ask('workbook.info', {})).toEqual(before);
  });
});
