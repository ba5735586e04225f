import { describe, expect, it } from 'vitest';
import { droppedFiles, type Walk } from '../../../renderer/features/sources/chosen-files.ts';

/** Entries as a browser hands them over: a folder tells its entries in parts, an empty part ends them. */
function fileEntry(fullPath: string, isReadable = true): FileSystemEntry {
  const name = fullPath.split('/').at(-1)!;
  const file = (done: (file: File) => void, failed: (error: DOMException) => void) =>
    isReadable ? done(new File(['words'], name)) : failed(new DOMException('gone', 'NotFoundError'));
  return { isFile: true, isDirectory: false, name, fullPath, file } as unknown as FileSystemEntry;
}

function folderEntry(fullPath: string, parts: readonly (readonly FileSystemEntry[])[]): FileSystemEntry {
  const createReader = () => {
    const left = [...parts];
    return { readEntries: (done: (entries: readonly FileSystemEntry[]) => void) => done(left.shift() ?? []) };
  };
  return { isFile: false, isDirectory: true, name: fullPath, fullPath, createReader } as unknown as FileSystemEntry;
}

function dropOf(...entries: FileSystemEntry[]): DataTransfer {
  return { items: entries.map((entry) => ({ webkitGetAsEntry: () => entry })), files: [] } as unknown as DataTransfer;
}

const watch = (abort = new AbortController(), onSeen: Walk['onSeen'] = () => {}): Walk => ({ signal: abort.signal, onSeen });

describe('what was dropped', () => {
  it('is every file of every part of every folder, in the order of their names', async () => {
    const inner = folderEntry('/a/deep', [[fileEntry('/a/deep/10.txt'), fileEntry('/a/deep/9.txt')]]);
    const outer = folderEntry('/a', [[inner], [fileEntry('/a/2.txt')], [fileEntry('/a/1.txt')]]);
    const { chosen, unreadable } = await droppedFiles(dropOf(outer, fileEntry('/alone.txt')), watch());
    expect(chosen.map((one) => one.path)).toEqual(['a/1.txt', 'a/2.txt', 'a/deep/9.txt', 'a/deep/10.txt', 'alone.txt']);
    expect(unreadable).toEqual([]);
  });

  it('names what cannot be opened and keeps the rest', async () => {
    const folder = folderEntry('/a', [[fileEntry('/a/gone.txt', false), fileEntry('/a/here.txt')]]);
    const { chosen, unreadable } = await droppedFiles(dropOf(folder), watch());
    expect([chosen.map((one) => one.path), unreadable]).toEqual([['a/here.txt'], ['a/gone.txt']]);
  });

  it('is no longer walked through after a cancel', async () => {
    const abort = new AbortController();
    const endless: FileSystemEntry = folderEntry('/a', Array(1000).fill([fileEntry('/a/more.txt')]));
    const seen: number[] = [];
    const walk = watch(abort, (count) => {
      seen.push(count);
      if (count === 3) abort.abort();
    });
    await expect(droppedFiles(dropOf(endless), walk)).rejects.toMatchObject({ name: 'AbortError' });
    expect(seen).toEqual([1, 2, 3]);
  });
});
