// The command line as a script uses it: one JSON document on stdout, a clear refusal with its code, exit 0, 1 or 2.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schemaVersion } from '../../electron/core/store/migrate.ts';
import { runAssay } from '../helpers/assay-command.ts';
import { marketText } from '../helpers/workbook.ts';

const entry = fileURLToPath(new URL('../../electron/assay.mjs', import.meta.url));
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'assay-cli-'));
  writeFileSync(join(folder, 'market.txt'), marketText);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function assay(words: readonly string[], input = '') {
  const { status, stdout, stderr } = await runAssay(words, { folder, input });
  return { status, stderr, text: stdout, json: () => JSON.parse(stdout) };
}

function startProcess(words: readonly string[]) {
  return spawnSync(process.execPath, [entry, ...words], { cwd: folder, encoding: 'utf8', env: { ...process.env, ASSAY_HOME: folder } });
}

const claim = {
  ref: 'one',
  kind: 'figure',
  measure: 'market_share',
  subject: 'Chinese brands',
  area: 'RU',
  counterpart: null,
  basis: 'brands',
  period: '2023',
  value: { low: '50', high: null, qualifier: 'over' },
  unit: 'PCT',
  saidBy: ['Autostat'],
  via: ['Reuters'],
  credibility: 2,
  passage: { source: 'market.txt', exact: 'over 50%', start: 36 },
};

describe('assay', () => {
  it('walks the main job: new, add, capture, trace, ledger, verdict, export, undo, redo, verify', async () => {
    expect((await assay(['new', 'a.assay', '--json'])).json()).toMatchObject({ schemaVersion, sources: 0, edits: 0 });
    const [source] = (await assay(['add', 'a.assay', 'market.txt', '--publisher', 'Example', '--grade', 'B', '--date', '2025-03', '--json'])).json();
    expect(source).toMatchObject({ title: 'market.txt', kind: 'document', publishedOn: '2025-03', duplicateOf: null, chars: marketText.length });
    expect((await assay(['text', 'a.assay', 'market.txt', '--json'])).json()).toEqual({ id: source.id, text: marketText });
    await assay(['file', 'a.assay', 'market.txt', 'again.txt']);
    expect(readFileSync(join(folder, 'again.txt'))).toEqual(readFileSync(join(folder, 'market.txt')));
    const [captured] = (await assay(['capture', 'a.assay', '-', '--json'], JSON.stringify([claim]))).json();
    expect(captured).toMatchObject({ ref: 'one', duplicateOf: null, passage: { state: 'same', start: 36, end: 44 } });
    expect((await assay(['trace', 'a.assay', captured.id, '--json'])).json()).toMatchObject({
      passage: { exact: 'over 50%' },
      chain: [{ name: 'Autostat' }, { name: 'Reuters' }, { name: 'Example' }],
    });
    expect((await assay(['claims', 'a.assay', '--kind', 'figure', '--json'])).json()).toMatchObject([
      { id: captured.id, value: claim.value, basis: 'brands', support: 1 },
    ]);
    const [observation] = (await assay(['ledger', 'a.assay', '--series', 'market_share', '--json'])).json();
    expect(observation).toMatchObject({
      period: '2023',
      low: '50',
      high: null,
      qualifier: 'over',
      state: 'single',
      claims: [captured.id],
      verdict: null,
    });
    expect((await assay(['verdict', 'a.assay', observation.id, '--claim', captured.id, '--why', 'only one', '--json'])).json()).toMatchObject({
      state: 'decided',
      verdict: { reason: 'only one' },
    });
    expect((await assay(['export', 'a.assay', 'out.xlsx', '--json'])).json()).toMatchObject({
      claims: 1,
      sources: 1,
      bytes: readFileSync(join(folder, 'out.xlsx')).length,
    });
    expect((await assay(['search', 'a.assay', 'chinese', '--json'])).json().length).toBeGreaterThan(0);
    expect((await assay(['undo', 'a.assay', '--json'])).json()).toMatchObject({ label: expect.stringContaining('Verdict') });
    expect((await assay(['redo', 'a.assay', '--json'])).status).toBe(0);
    expect((await assay(['history', 'a.assay', '--json'])).json()[0]).toMatchObject({ seq: 5, kind: 'redo' });
    expect((await assay(['verify', 'a.assay', '--json'])).json()).toEqual({ ok: true, problems: [] });
  });

  it('judges names, lists actors, and leaves a verdict open with its reason', async () => {
    await assay(['new', 'names.assay']);
    await assay(['add', 'names.assay', 'market.txt']);
    const [captured] = (await assay(['capture', 'names.assay', '-', '--json'], JSON.stringify([claim]))).json();
    expect((await assay(['judge', 'names.assay', 'Autostat', 'Автостат', 'same', '--why', 'one agency', '--json'])).json()).toMatchObject({
      outcome: 'same',
      reason: 'one agency',
    });
    expect((await assay(['judge', 'names.assay', 'Автостат', 'Autostat', 'maybe'])).status).toBe(1);
    expect((await assay(['actors', 'names.assay', 'автостат', '--json'])).json()).toMatchObject([
      { name: 'Autostat', otherNames: ['Автостат'], claims: 1 },
    ]);
    const [observation] = (await assay(['ledger', 'names.assay', '--json'])).json();
    expect((await assay(['verdict', 'names.assay', observation.id, '--why', 'no'])).status).toBe(2);
    expect((await assay(['verdict', 'names.assay', observation.id, '--open', '--why', 'method unknown', '--json'])).json()).toMatchObject({
      state: 'single',
      claims: [captured.id],
      verdict: { claimId: null, own: null, reason: 'method unknown' },
    });
  });

  it('refuses by code and keeps what was there', async () => {
    await assay(['new', 'b.assay']);
    const code = (result: Awaited<ReturnType<typeof assay>>) => [result.status, /^error: ([a-z-]+):/m.exec(result.stderr)?.[1]];
    expect(code(await assay(['info', 'missing.assay']))).toEqual([1, 'not-found']);
    expect(code(await assay(['info', 'market.txt']))).toEqual([1, 'not-a-workbook']);
    expect(code(await assay(['new', 'b.assay']))).toEqual([1, 'conflict']);
    expect(code(await assay(['add', 'b.assay', 'missing.txt']))).toEqual([1, 'not-found']);
    expect(code(await assay(['capture', 'b.assay', '-'], 'not json'))).toEqual([1, 'invalid-input']);
    expect(code(await assay(['capture', 'b.assay', '-'], JSON.stringify([claim])))).toEqual([1, 'not-found']);
    expect(code(await assay(['undo', 'b.assay']))).toEqual([1, 'not-found']);
    expect((await assay(['info', 'b.assay', '--json'])).json()).toMatchObject({ edits: 0 });
    expect(existsSync(join(folder, 'missing.assay'))).toBe(false);
  });

  it('says what it takes when it is called wrongly', async () => {
    for (const words of [
      [],
      ['fly', 'b.assay'],
      ['info'],
      ['info', 'b.assay', '--fast'],
      ['export', 'b.assay', 'out.pdf'],
      ['verdict', 'b.assay', 'o_1'],
    ]) {
      const result = await assay(words);
      expect([result.status, result.text]).toEqual([2, '']);
      expect(result.stderr).toContain('Usage: assay');
    }
  });

  it('ends as a process with its exit code: done, or refused with words on stderr alone', () => {
    const { status, stdout, stderr } = startProcess(['new', 'process.assay', '--json']);
    expect([status, JSON.parse(stdout).edits, stderr]).toEqual([0, 0, '']);
    const refused = startProcess(['info', 'missing.assay', '--json']);
    expect([refused.status, refused.stdout, refused.stderr]).toEqual([1, '', expect.stringMatching(/^error: not-found: /)]);
  });
});
