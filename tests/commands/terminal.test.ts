// What the terminal is given: nothing of a file, a title, a quote or an error can command it, whoever wrote that.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { marked, spelled } from '../../shared/visible-text.ts';
import { runAssay } from '../helpers/assay-command.ts';

const entry = fileURLToPath(new URL('../../electron/assay.mjs', import.meta.url));
const hostile = '\u001b]0;owned\u0007\u001b[31mred\u009b31m\u202egpj.exe\u2066\u007f';
/** What must not come through. */
const commands = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\r(?!\n)/;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'assay-terminal-'));
  const name = `a${hostile}.txt`;
  const long = 'Words of a long text. '.repeat(200);
  writeFileSync(join(folder, name), `Sales were 10 cars ${hostile} in 2024.\n=1+1 and ＝2 stay text. ${long}`);
  await runAssay(['new', 'a.assay'], { folder });
  expect(await runAssay(['add', 'a.assay', name, '--title', `T${hostile}`], { folder })).toMatchObject({ status: 0, stderr: '' });
  const { stdout } = await runAssay(['call', 'a.assay', '-'], { folder, input: '{"method":"sources.window","input":{}}\n' });
  const source = JSON.parse(stdout).value.rows[0].id;
  const claim = {
    kind: 'statement',
    actor: '＝cmd',
    topic: `=1+1${hostile}`,
    gist: `gist ${hostile}`,
    passage: { source, exact: `10 cars ${hostile} in` },
  };
  expect((await runAssay(['capture', 'a.assay', '-'], { folder, input: JSON.stringify([claim]) })).status).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('what the command line says', () => {
  it('commands no terminal, on stdout or stderr, in words, JSON or CSV', async () => {
    const runs = [
      ['info'],
      ['text', `T${hostile}`],
      ['claims'],
      ['claims', '--csv'],
      ['claims', '--json'],
      ['search', 'cars'],
      ['history'],
      ['actors'],
      ['found', `T${hostile}`],
      ['anchors'],
      ['annotations'],
      ['cite'],
      ['text', `missing ${hostile}`],
      ['asof', hostile],
      [hostile],
    ];
    for (const [verb = '', ...words] of runs) {
      const { stdout, stderr } = await runAssay([verb, 'a.assay', ...words], { folder });
      expect([verb, commands.exec(stdout), commands.exec(stderr)]).toEqual([verb, null, null]);
    }
    const { stderr } = await runAssay(['add', 'a.assay', `no${hostile}.txt`], { folder });
    expect(commands.exec(stderr)).toBeNull();
    const [claim] = JSON.parse((await runAssay(['claims', 'a.assay', '--json'], { folder })).stdout);
    expect(claim.gist).toBe(`gist ${hostile}`);
  });

  it('gives a spreadsheet no formula, in full width neither', async () => {
    const { stdout } = await runAssay(['claims', 'a.assay', '--csv'], { folder });
    expect(stdout).toContain("'＝cmd");
    expect(stdout).toContain("'=1+1");
    expect((Papa.parse(stdout).data as string[][]).flat().filter((cell) => /^[=+@＝＋－＠]/.test(cell))).toEqual([]);
  });

  it('ends quietly when its reader has seen enough', { tags: ['process'] }, () => {
    const shell = `"${process.execPath}" "${entry}" text a.assay "$(printf '%s' "$TITLE")" | head -c 1`;
    const { stderr } = spawnSync(
      'sh',
      ['-c', `${shell}; yes '{"method":"workbook.info"}' | head -n 3000 | "${process.execPath}" "${entry}" call a.assay - | head -n 1`],
      {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, ASSAY_HOME: folder, TITLE: `T${hostile}` },
      },
    );
    expect(stderr).toBe('');
  });
});

describe('text from elsewhere', () => {
  it('is spelled out, or marked character for character so that places stay', () => {
    expect(spelled('a\u202eb\u001b[1m\r\n\tc\u009b')).toBe('a⟨RLO⟩b⟨ESC⟩[1m\r\n\tc⟨9B⟩');
    expect([marked(hostile).length, commands.test(marked(hostile)), marked('a\u202eb')]).toEqual([hostile.length, false, 'a⇆b']);
  });
});
