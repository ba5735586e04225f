// What verbs write, and what they write over: a plain file only where that is asked for, a workbook never.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runAssay } from '../helpers/assay-command.ts';

const commands = new URL('../../electron/cli.ts', import.meta.url).href;
let folder: string;
const at = (name: string) => join(folder, name);
const digest = (name: string) =>
  createHash('sha256')
    .update(readFileSync(at(name)))
    .digest('hex');
const assay = (...words: string[]) => runAssay(words, { folder });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'assay-out-'));
  writeFileSync(at('market.txt'), 'Sales were 10 cars in 2024.');
  await assay('new', 'a.assay');
  await assay('add', 'a.assay', 'market.txt');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Both verbs that write a file, to this name. */
async function writeBoth(name: string, ...options: string[]) {
  return [await assay('file', 'a.assay', 'market.txt', name, ...options), await assay('export', 'a.assay', `${name}`, ...options)];
}

describe('a file that a verb writes', () => {
  it('replaces one that is there only with --force', async () => {
    writeFileSync(at('kept.json'), 'mine');
    for (const { status, stderr } of await writeBoth('kept.json')) expect([status, stderr]).toEqual([1, expect.stringContaining('error: conflict')]);
    expect(readFileSync(at('kept.json'), 'utf8')).toBe('mine');
    for (const { status } of await writeBoth('kept.json', '--force')) expect(status).toBe(0);
    expect(readFileSync(at('kept.json'), 'utf8')).not.toBe('mine');
  });

  it('is never a workbook by any of its names, nor what lies beside one, whatever is asked for', async () => {
    const before = digest('a.assay');
    linkSync(at('a.assay'), at('hard.json'));
    symlinkSync(at('a.assay'), at('soft.json'));
    symlinkSync(at('nowhere'), at('dangling.json'));
    writeFileSync(at('damaged.assay'), 'no workbook any more');
    const names = [
      'a.assay',
      'hard.json',
      'soft.json',
      'dangling.json',
      './x/../a.assay',
      'a.assay-wal',
      'a.assay-shm',
      'a.assay-lock',
      'damaged.assay',
    ];
    for (const name of names) {
      const { status } = await assay('file', 'a.assay', 'market.txt', name, '--force');
      expect([name, status]).toEqual([name, 1]);
    }
    for (const name of ['hard.json', 'soft.json']) expect((await assay('export', 'a.assay', name, '--force')).status).toBe(1);
    expect(digest('a.assay')).toBe(before);
    expect([existsSync(at('nowhere')), existsSync(at('a.assay-wal')), readFileSync(at('damaged.assay'), 'utf8')]).toEqual([
      false,
      false,
      'no workbook any more',
    ]);
    rmSync(at('hard.json'));
  });

  it('is no folder, and leaves nothing half behind', async () => {
    mkdirSync(at('folder.json'));
    for (const name of ['folder.json', 'folder.json/', 'new-folder/']) {
      expect((await assay('file', 'a.assay', 'market.txt', name, '--force')).status).toBe(1);
    }
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp') || name === 'new-folder')).toEqual([]);
  });

  it.skipIf(process.platform !== 'linux')('is no pipe, device or file of the kernel, and none of them is waited for', { tags: ['process'] }, () => {
    spawnSync('mkfifo', [at('pipe.json')]);
    const outputs = ['pipe.json', '/dev/null', '/dev/full', '/dev/tty', '/dev/new.json', '/proc/self/mem', '/proc/new.json', '/sys/new.json'];
    const inputs = ['pipe.json', '/proc/kmsg', '/dev/zero'];
    const verbs = [...outputs.map((out) => ['file', 'a.assay', 'market.txt', out, '--force']), ...inputs.map((given) => ['add', 'a.assay', given])];
    expect(runInOneProcess(verbs)).toEqual(verbs.map((words) => ({ words, status: 1, isTold: true })));
  });
});

/** A process of its own, which is ended when one of the verbs waits; those that were not reached are missing then. */
function runInOneProcess(verbs: readonly (readonly string[])[]): { words: readonly string[]; status: number; isTold: boolean }[] {
  const program = `
    const { main } = await import(${JSON.stringify(commands)});
    for (const words of JSON.parse(process.argv[1])) {
      let said = '';
      process.stderr.write = (piece) => (said += piece, true);
      const status = await main(words);
      process.stdout.write(JSON.stringify({ words, status, isTold: /^error: [\\w-]+: \\S/.test(said) }) + '\\n');
    }`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', program, JSON.stringify(verbs)], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 240_000,
    env: { ...process.env, ASSAY_HOME: folder },
  });
  return stdout.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
}
