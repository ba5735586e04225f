// Small documents that were once read wrongly, each with its right value.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { read } from '../../helpers/extracting.ts';
import { needsSharedMaterial, sharedPath } from '../../helpers/shared-material.ts';

const hasCases = existsSync(sharedPath('cases', 'files'));

function readCase(name: string) {
  return read(name, new Uint8Array(readFileSync(sharedPath('cases', 'files', name))));
}

async function rowsOf(name: string): Promise<string[][]> {
  return (await readCase(name)).text.split('\n').map((line) => line.split('\t'));
}

describe.skipIf(!hasCases)(`documents once read wrongly (${needsSharedMaterial})`, () => {
  it('keep their rows where quotes quote nothing', async () => {
    const rows = await rowsOf('44-stray-quotes.csv');
    expect(rows.map((row) => row.length)).toEqual(Array.from({ length: 9 }, () => 4));
    expect(rows.map((row) => row[3])).toEqual(['cars', '10', '20', '30', '40', '50', '60', '70', '80']);
    expect((await rowsOf('44b-quoted-names.csv')).map((row) => row.join('|'))).toEqual([
      'name|region|cars',
      '"Mir" Avto|Perm|20',
      '"Vostok" LLC|Ufa|30',
      'Zapad|Omsk|40',
      'Plain|Moscow|80',
    ]);
  });
});
