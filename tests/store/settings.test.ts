import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createNodeHost } from '../../electron/core/node-host.ts';
import { temporaryFolder } from '../helpers/workbook.ts';

function twoHosts() {
  const folder = temporaryFolder();
  const start = () => createNodeHost({ workbooks: join(folder, 'workbooks'), settings: folder }, {});
  return { first: start(), second: start(), start, path: join(folder, 'settings.json') };
}

describe('settings', () => {
  it('of two that run at once are both kept', () => {
    const { first, second, start } = twoHosts();
    first.settings.set('theme', 'dark');
    second.settings.set('density', 'compact');
    first.settings.set('density', undefined);
    first.settings.set('author', 'A');
    expect(['theme', 'density', 'author'].map((key) => start().settings.get(key))).toEqual(['dark', undefined, 'A']);
  });

  it('that cannot be read are written anew as far as they are known', () => {
    const { first, start, path } = twoHosts();
    first.settings.set('theme', 'dark');
    writeFileSync(path, 'no settings');
    first.settings.set('author', 'A');
    expect(['theme', 'author'].map((key) => start().settings.get(key))).toEqual(['dark', 'A']);
    rmSync(path);
    expect(start().settings.get('theme')).toBeUndefined();
  });

  it('give two copies lines of their own, though each was opened by another', () => {
    const { first, second } = twoHosts();
    const id = '01a20379-8df0-7cbb-a1dd-c1f9ad5d2447';
    const lines = [first, second, first].map((host, copy) => host.library.rememberLine(`/copies/${copy}.assay`, id).line);
    expect(new Set(lines).size).toBe(3);
  });
});
