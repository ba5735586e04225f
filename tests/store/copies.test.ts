// Two files of one workbook: copied, moved, renamed, mailed back, restored. They share the id of the workbook and begin with
// the same edits; what befalls one of them says nothing of the other.
import { cpSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type App, createApp } from '../../electron/core/app.ts';
import { createNodeHost } from '../../electron/core/node-host.ts';
import { forkHere } from '../helpers/fork-here.ts';
import { runsOf } from '../helpers/share.ts';
import { temporaryFolder } from '../helpers/workbook.ts';

const dayMs = 86_400_000;

/** One machine; each step is a start of its own, a day after the last, so that no backup is thinned by the next. */
function machine() {
  const folder = temporaryFolder();
  let now = Date.UTC(2026, 0, 1);
  async function at<T>(name: string, work: (app: App) => Promise<T>): Promise<T> {
    now += dayMs;
    const host = createNodeHost({ workbooks: join(folder, 'workbooks'), settings: join(folder, 'settings') }, {}, forkHere);
    const app = createApp({ host, clock: () => now, log: { info: () => {}, error: () => {} } });
    try {
      await app.open(pathOf(name));
      return await work(app);
    } finally {
      app.close();
    }
  }
  const pathOf = (name: string) => join(folder, `${name}.assay`);
  return {
    pathOf,
    at,
    async create(name: string) {
      const host = createNodeHost({ workbooks: join(folder, 'workbooks'), settings: join(folder, 'settings') }, {}, forkHere);
      const app = createApp({ host, clock: () => now, log: { info: () => {}, error: () => {} } });
      await app.createPath(pathOf(name));
      app.close();
    },
    edit: (name: string, count = 1) =>
      at(name, async (app) => {
        for (let edit = 0; edit < count; edit += 1) await app.ask('sources.paste', { text: `Text ${now} ${edit}`, meta: { title: `At ${now}` } });
      }),
    backUp: (name: string) => at(name, async (app) => (await app.ask('workbook.backup', {})).id),
    look: (name: string) =>
      at(name, async (app) => ({
        missing: (await app.ask('workbook.info', {})).missingEdits?.count ?? 0,
        backups: (await app.ask('workbook.backups', {})).backups.map(({ id }) => id),
      })),
    copy: (from: string, to: string) => cpSync(pathOf(from), pathOf(to)),
    rename: (from: string, to: string) => renameSync(pathOf(from), pathOf(to)),
  };
}

async function twoCopies() {
  const own = machine();
  await own.create('a');
  await own.edit('a', 2);
  const early = await own.backUp('a');
  own.copy('a', 'b');
  await own.edit('a', 3);
  const late = await own.backUp('a');
  return { ...own, early, late };
}

describe('a copy of a workbook', () => {
  it('is not told that edits of the other are missing, and has the backups that are its own past', async () => {
    const { look, early, late } = await twoCopies();
    expect(await look('b')).toEqual({ missing: 0, backups: [early] });
    expect(await look('a')).toEqual({ missing: 0, backups: [late, early] });
  });

  it('leaves the counter and the backups of the other alone', async () => {
    const { edit, backUp, look, early, late } = await twoCopies();
    await edit('b');
    const other = await backUp('b');
    expect(await look('b')).toEqual({ missing: 0, backups: [other, early] });
    expect(await look('a')).toEqual({ missing: 0, backups: [late, early] });
  });

  it('restores its own past, and the other stays as it is', async () => {
    const { at, edit, look, early, late } = await twoCopies();
    await edit('b', 4);
    const { backup } = await at('b', (app) => app.ask('workbook.restore', { id: early }));
    expect(await look('b')).toEqual({ missing: 0, backups: [backup, early] });
    expect(await look('a')).toEqual({ missing: 0, backups: [late, early] });
  });
});

describe('a workbook that is moved', () => {
  it('keeps its counter and its backups under another name, also when a copy takes its place', async () => {
    const { rename, copy, look, early, late } = await twoCopies();
    rename('a', 'c');
    copy('b', 'a');
    expect(await look('c')).toEqual({ missing: 0, backups: [late, early] });
    expect(await look('a')).toEqual({ missing: 0, backups: [early] });
    expect(await look('c')).toEqual({ missing: 0, backups: [late, early] });
  });

  it('keeps its backups on another disk, where it is another file', async () => {
    const { copy, pathOf, look, early, late } = await twoCopies();
    copy('a', 'c');
    rmSync(pathOf('a'));
    expect(await look('c')).toEqual({ missing: 0, backups: [late, early] });
  });
});

describe('a workbook that comes back by mail', () => {
  it('and is put in the place of the one that was edited here lacks those edits, which is told; its backups bring them back', async () => {
    const { at, copy, edit, look, early, late } = await twoCopies();
    copy('b', 'mailed');
    await edit('mailed', 4);
    copy('mailed', 'a');
    const { missing, backups } = await look('a');
    expect([missing > 0, backups]).toEqual([true, [late, early]]);
    await at('a', (app) => app.ask('workbook.restore', { id: late }));
    expect((await look('a')).missing).toBe(0);
    expect((await look('mailed')).missing).toBe(0);
  });
});

describe('a copy that is moved to the place of another', () => {
  it('goes on from its own past, and what lay there can be brought back', async () => {
    const { at, edit, rename, look, early, late } = await twoCopies();
    await edit('b');
    rename('b', 'a');
    expect(await look('a')).toEqual({ missing: 0, backups: [late, early] });
    await at('a', (app) => app.ask('workbook.restore', { id: late }));
    expect(await at('a', async (app) => (await app.ask('workbook.info', {})).sources)).toBe(5);
  });
});

type Step = { readonly does: 'edit' | 'backUp' | 'copy' | 'rename'; readonly file: number };

describe('files of one workbook', () => {
  it('are told nothing wrong and lose no backup, however they are edited, copied and renamed', { tags: ['large'] }, async () => {
    const step = fc.record({ does: fc.constantFrom<Step['does']>('edit', 'backUp', 'copy', 'rename'), file: fc.nat(5) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 8 }), async (steps) => {
        const { create, edit, backUp, copy, rename, look } = machine();
        await create('f0');
        let files = [{ name: 'f0', backups: [] as string[] }];
        for (const [number, { does, file }] of steps.entries()) {
          const one = files[file % files.length]!;
          const name = `f${number + 1}`;
          if (does === 'edit') await edit(one.name);
          if (does === 'backUp') {
            await edit(one.name);
            one.backups.unshift(await backUp(one.name));
          }
          if (does === 'copy') {
            copy(one.name, name);
            files = [...files, { name, backups: [...one.backups] }];
          }
          if (does === 'rename') {
            rename(one.name, name);
            files = files.map((other) => (other === one ? { ...one, name } : other));
          }
          if (does === 'copy' || does === 'rename') await look(name);
        }
        for (const { name, backups } of files) expect(await look(name)).toEqual({ missing: 0, backups });
      }),
      { numRuns: runsOf({ few: 3, whole: 12 }) },
    );
  });
});
