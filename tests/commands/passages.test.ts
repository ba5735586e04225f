// Passages, search and bibliography on the command line: what a script writes goes in, what it reads comes out.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runAssay } from '../helpers/assay-command.ts';
import { figure, marketText } from '../helpers/workbook.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'assay-cli-'));
  writeFileSync(join(folder, 'market.txt'), marketText);
  writeFileSync(join(folder, 'newer.txt'), `A heading\n${marketText.replace('$4.6bn', '$4.8bn')}`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function assay(words: readonly string[], input = '') {
  const run = await runAssay([...words, '--json'], { folder, input });
  if (run.status !== 0) throw new Error(run.stderr);
  return run;
}

async function json(words: readonly string[], input = '') {
  return JSON.parse((await assay(words, input)).stdout);
}

describe('assay, on passages', () => {
  it('replaces a text, lists anchors, settles one, gives annotations out and in, cites and narrows a search', async () => {
    await json(['new', 'p.assay']);
    const [source] = await json(['add', 'p.assay', 'market.txt', '--date', '2025-03', '--publisher', 'Example']);
    await json(
      ['capture', 'p.assay', '-'],
      JSON.stringify([figure('market.txt', 'over 50%'), figure('market.txt', 'almost $4.6bn', { period: '2022' })]),
    );
    const replaced = await json(['replace', 'p.assay', 'market.txt', 'newer.txt']);
    expect(replaced.counts).toEqual({ same: 0, moved: 1, changed: 1, lost: 0 });
    expect(await json(['text', 'p.assay', source.id, '--version', replaced.replaced])).toEqual({ id: source.id, text: marketText });
    expect(await json(['versions', 'p.assay', source.id])).toHaveLength(2);
    const [changed] = await json(['anchors', 'p.assay', '--state', 'changed']);
    expect(await json(['anchors', 'p.assay', '--source', 'market.txt'])).toHaveLength(2);
    expect(changed).toMatchObject({ exact: 'almost $4.8bn', isPending: true, was: { exact: 'almost $4.6bn' } });
    expect(await json(['anchor', 'p.assay', changed.id, '--accept'])).toMatchObject({ state: 'same', isPending: false });
    const annotations = await json(['annotations', 'p.assay']);
    expect(annotations).toHaveLength(2);
    expect(await json(['annotate', 'p.assay', '-'], JSON.stringify(annotations))).toMatchObject({ kept: 2, unplaced: [] });
    expect(await json(['coverage', 'p.assay'])).toMatchObject({ sources: 1, captured: 2 });
    expect(await json(['cite', 'p.assay', source.id, '--style', 'gbt'])).toMatchObject([
      { sourceId: source.id, text: expect.stringContaining('[Z]') },
    ]);
    const { text } = await json(['bibliography', 'p.assay', '--format', 'ris']);
    expect(await json(['read-bibliography', 'p.assay', '-'], text)).toMatchObject({ format: 'ris', matched: [{ by: 'title' }] });
    expect(await json(['search', 'p.assay', 'chinese', '--where', 'claim', '--kind', 'figure'])).toHaveLength(2);
    expect(await json(['search', 'p.assay', 'chinese', '--until', '2020'])).toEqual([]);
  });

  it('lists the anchors of every source, however many; a list that is cut says so beside the answer', { tags: ['large'] }, async () => {
    const many = join(folder, 'many');
    mkdirSync(many);
    const names = Array.from({ length: 501 }, (_, index) => `note ${String(index).padStart(3, '0')}.txt`);
    for (const name of names) writeFileSync(join(many, name), `The fee of ${name} was 7% of the price.`);
    await json(['new', 'many.assay']);
    await json(['add', 'many.assay', ...names.map((name) => join('many', name)), '--date', '2025']);
    await json(['capture', 'many.assay', '-'], JSON.stringify(names.map((name) => figure(name, '7%'))));
    expect(await json(['anchors', 'many.assay'])).toHaveLength(names.length);
    const { stdout, stderr } = await assay(['search', 'many.assay', 'fee', '--limit', '3']);
    expect(JSON.parse(stdout)).toHaveLength(3);
    expect(stderr).toContain('The first 3 of');
  });
});
