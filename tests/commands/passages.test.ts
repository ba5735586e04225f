// Passages, search and bibliography on the command line: what a script writes goes in, what it reads comes out.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figure, marketText } from '../helpers/workbook.ts';

const entry = fileURLToPath(new URL('../../electron/assay.mjs', import.meta.url));
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'assay-cli-'));
  writeFileSync(join(folder, 'market.txt'), marketText);
  writeFileSync(join(folder, 'newer.txt'), `A heading\n${marketText.replace('$4.6bn', '$4.8bn')}`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function json(words: readonly string[], input = '') {
  const options = { cwd: folder, input, encoding: 'utf8', env: { ...process.env, ASSAY_HOME: folder } } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [entry, ...words, '--json'], options);
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

describe('assay, on passages', () => {
  it('replaces a text, lists anchors, settles one, gives annotations out and in, cites and narrows a search', () => {
    json(['new', 'p.assay']);
    const [source] = json(['add', 'p.assay', 'market.txt', '--date', '2025-03', '--publisher', 'Example']);
    json(['capture', 'p.assay', '-'], JSON.stringify([figure('market.txt', 'over 50%'), figure('market.txt', 'almost $4.6bn', { period: '2022' })]));
    const replaced = json(['replace', 'p.assay', 'market.txt', 'newer.txt']);
    expect(replaced.counts).toEqual({ same: 0, moved: 1, changed: 1, lost: 0 });
    expect(json(['text', 'p.assay', source.id, '--version', replaced.replaced])).toEqual({ id: source.id, text: marketText });
    expect(json(['versions', 'p.assay', source.id])).toHaveLength(2);
    const [changed] = json(['anchors', 'p.assay', '--state', 'changed']);
    expect(changed).toMatchObject({ exact: 'almost $4.8bn', isPending: true, was: { exact: 'almost $4.6bn' } });
    expect(json(['anchor', 'p.assay', changed.id, '--accept'])).toMatchObject({ state: 'same', isPending: false });
    const annotations = json(['annotations', 'p.assay']);
    expect(annotations).toHaveLength(2);
    expect(json(['annotate', 'p.assay', '-'], JSON.stringify(annotations))).toMatchObject({ kept: 2, unplaced: [] });
    expect(json(['coverage', 'p.assay'])).toMatchObject({ sources: 1, captured: 2 });
    expect(json(['cite', 'p.assay', source.id, '--style', 'gbt'])).toMatchObject([{ sourceId: source.id, text: expect.stringContaining('[Z]') }]);
    const { text } = json(['bibliography', 'p.assay', '--format', 'ris']);
    expect(json(['read-bibliography', 'p.assay', '-'], text)).toMatchObject({ format: 'ris', matched: [{ by: 'title' }] });
    expect(json(['search', 'p.assay', 'chinese', '--where', 'claim', '--kind', 'figure'])).toHaveLength(2);
    expect(json(['search', 'p.assay', 'chinese', '--until', '2020'])).toEqual([]);
    // Sixteen processes, one after the other.
  }, 180_000);
});
