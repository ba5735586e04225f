// A workbook that another program may write to while the command line reads it.
import { appendFileSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holdWorkbook } from '../../electron/commands/files.ts';
import { createFiles } from '../../electron/core/files.ts';
import type { Files } from '../../electron/core/host.ts';

let folder: string;
const at = (name: string) => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'assay-held-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The holder itself; something else happens to the file once its bytes are handed over. */
function whileRead(happens: () => void): Files & { readonly dropped: string[] } {
  const files = createFiles();
  const dropped: string[] = [];
  return {
    ...files,
    dropped,
    append(handle, piece) {
      happens();
      return files.append(handle, piece);
    },
    drop(handle) {
      dropped.push(handle);
      files.drop(handle);
    },
  };
}

describe('a workbook that is read', () => {
  it('is held with what another program has not written into it yet', () => {
    writeFileSync(at('a.assay'), 'pages');
    writeFileSync(at('a.assay-wal'), 'last edits');
    const files = createFiles();
    const { bytes, journal } = files.take(holdWorkbook(files, at('a.assay')));
    expect([bytes, journal].map((part) => Buffer.from(part!).toString())).toEqual(['pages', 'last edits']);
  });

  it.each([
    ['is replaced', () => renameSync(at('other.assay'), at('b.assay'))],
    ['is written to', () => appendFileSync(at('b.assay'), ' and more')],
    ['gets edits of another program beside it', () => appendFileSync(at('b.assay-wal'), ' and more')],
    ['loses those edits to a program that closes it', () => rmSync(at('b.assay-wal'))],
  ])('is refused where it %s meanwhile, and nothing of it stays held', (_what, happens) => {
    for (const [name, text] of [
      ['b.assay', 'pages'],
      ['b.assay-wal', 'last edits'],
      ['other.assay', 'other'],
    ] as const)
      writeFileSync(at(name), text);
    const files = whileRead(happens);
    expect(() => holdWorkbook(files, at('b.assay'))).toThrowError(expect.objectContaining({ code: 'conflict', key: 'files.changedMeanwhile' }));
    expect(files.dropped).toHaveLength(1);
  });
});
