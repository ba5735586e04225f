import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { comparePdf, pdfFiles, tableRows } from '../../bench/pdf-rows.ts';
import { needsSharedMaterial, sharedPath } from '../../helpers/shared-material.ts';

const folder = sharedPath('real', 'pdf');
const hasReader = spawnSync('pdftotext', ['-v']).error === undefined;

describe('rows of tables in PDFs', () => {
  it('are what a second reader has on one line, in short cells, next to another such line', () => {
    expect(tableRows('Brand   July\nLada    324\n\nA line of prose.\nalone   12\n')).toEqual(['Brand   July', 'Lada    324']);
  });

  it.skipIf(!existsSync(folder) || !hasReader)(
    `all stand on one line here too (${needsSharedMaterial}, and pdftotext)`,
    { tags: ['process'] },
    async () => {
      const lost: string[] = [];
      for (const path of pdfFiles([folder])) {
        const pages = await comparePdf(path).catch(() => []);
        lost.push(...pages.flatMap((page) => page.lost.map((row) => `${page.file} ${page.page}: ${row}`)));
      }
      expect(lost).toEqual([]);
    },
  );
});
