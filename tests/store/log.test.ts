// What the log promises: an order that no clock can bend, copies that are told apart, and an undo that takes back one's own
// words and nobody else's.
import { cpSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type App, createApp } from '../../electron/core/app.ts';
import { createNodeHost } from '../../electron/core/node-host.ts';
import { seededRandom } from '../faults/random.ts';
import { stateOf } from '../helpers/answers.ts';
import { forkHere } from '../helpers/fork-here.ts';
import { beginning, play, scripts } from '../helpers/scripts.ts';
import { runsOf } from '../helpers/share.ts';
import { figure, newWorkbook, pasteSource, temporaryFolder } from '../helpers/workbook.ts';

const runs = Number(process.env.ASSAY_LOG_RUNS ?? runsOf({ few: 2, whole: 4 }));
const edits = Number(process.env.ASSAY_LOG_EDITS ?? 300);

/** Slow: they start a process each. */
const inProcesses = ['sources.add', 'sources.reread'];

/** A machine with settings of its own; each visit is a start of its own. */
function machine(name: string, folder: string, clock: () => number = Date.now) {
  const home = join(folder, name);
  mkdirSync(home, { recursive: true });
  const host = () => createNodeHost({ workbooks: join(home, 'workbooks'), settings: join(home, 'settings') }, {}, forkHere);
  const start = () => createApp({ host: host(), clock, log: { info: () => {}, error: () => {} } });
  return {
    async at<T>(path: string, work: (app: App) => Promise<T>): Promise<T> {
      const app = start();
      try {
        await app.open(path);
        return await work(app);
      } finally {
        app.close();
      }
    },
    async create(path: string, work: (app: App) => Promise<void>): Promise<void> {
      const app = start();
      await app.createPath(path);
      await work(app);
      app.close();
    },
  };
}

/** Two people, each with a machine, who send one file to and fro. */
function twoPeople() {
  const folder = temporaryFolder();
  const [here, there] = [machine('here', folder), machine('there', folder)];
  const path = (name: string) => join(folder, `${name}.assay`);
  return { here, there, path, send: (from: string, to: string) => cpSync(path(from), path(to)) };
}

const lastReplica = async (app: App) => (await app.ask('history.list', { limit: 1 })).edits[0]!.replica;
const setNote = (app: App, id: string, value: string) => app.ask('claims.setCells', { cells: [{ id, field: 'note', value }] });
const noteOf = async (app: App, id: string) => (await app.ask('claims.get', { id })).note;

describe('the clock of the log', () => {
  it('rises with every edit, however the clock of the machine is set', async () => {
    const random = seededRandom(7);
    let now = Date.UTC(2026, 0, 1);
    const folder = temporaryFolder();
    await machine('here', folder, () => (now += Math.round((random() - 0.5) * 86_400_000 * 400))).create(join(folder, 'a.assay'), async (app) => {
      const source = await pasteSource(app);
      for (let edit = 0; edit < edits; edit += 1) await app.ask('sources.update', { id: source, patch: { note: `note ${edit}` } });
      const clocks: number[] = [];
      for (let before: number | undefined; ; ) {
        const list = (await app.ask('history.list', { limit: 1000, ...(before === undefined ? {} : { before }) })).edits;
        if (list.length === 0) break;
        clocks.push(...list.map((edit) => edit.clock));
        before = list.at(-1)!.seq;
      }
      expect(clocks).toHaveLength(edits + 1);
      expect(clocks.every((clock, index) => index === 0 || clock < clocks[index - 1]!)).toBe(true);
      expect((await app.ask('workbook.verify', {})).problems).toEqual([]);
    });
  });
});

describe('a copy of a file', () => {
  it('is another replica once it is written on, beside the first and on another machine; a moved file stays itself', async () => {
    const { here, there, path, send } = twoPeople();
    await here.create(path('a'), async (app) => void (await pasteSource(app)));
    const first = await here.at(path('a'), lastReplica);
    send('a', 'b');
    send('a', 'c');
    const write = async (app: App) => {
      await pasteSource(app, 'Another text, with 5% in it.', { title: 'Another' });
      return lastReplica(app);
    };
    const [own, beside, elsewhere] = [await here.at(path('a'), write), await here.at(path('b'), write), await there.at(path('c'), write)];
    expect(own).toBe(first);
    expect(new Set([own, beside, elsewhere]).size).toBe(3);
    renameSync(path('a'), path('moved'));
    expect(await here.at(path('moved'), write)).toBe(own);
    renameSync(path('b'), path('a'));
    expect(await here.at(path('a'), write)).toBe(beside);
  });
});

describe('an undo', () => {
  it('in a received copy takes back what was done there, mixed or not, and never the edits of the sender', async () => {
    const { here, there, path, send } = twoPeople();
    let source = '';
    await here.create(path('a'), async (app) => {
      source = await pasteSource(app);
      await app.ask('sources.update', { id: source, patch: { note: 'of the sender' } });
    });
    send('a', 'b');
    await there.at(path('b'), async (app) => {
      await expect(app.ask('history.undo', {})).rejects.toMatchObject({ code: 'not-found' });
      expect((await app.ask('history.state', {})).undo).toBeNull();
      await app.ask('sources.update', { id: source, patch: { grade: 'A' } });
      await app.ask('history.undo', {});
      await app.ask('history.redo', {});
      await app.ask('history.undo', {});
      await expect(app.ask('history.undo', {})).rejects.toMatchObject({ code: 'not-found' });
      expect(await app.ask('sources.get', { id: source })).toMatchObject({ note: 'of the sender', grade: 'B' });
      await app.ask('history.redo', {});
    });
    // The file that comes back takes the place of the one that was sent: its owner goes on with an own undo.
    send('b', 'a');
    await here.at(path('a'), async (app) => {
      await app.ask('history.undo', {});
      expect(await app.ask('sources.get', { id: source })).toMatchObject({ note: '', grade: 'A' });
    });
  });
});

/** A file that is written here, then by somebody else on another machine, and comes back. */
async function alternating(work: { a: (app: App) => Promise<unknown>; b: (app: App) => Promise<unknown>; again: (app: App) => Promise<unknown> }) {
  const { here, there, path, send } = twoPeople();
  await here.create(path('a'), async (app) => void (await work.a(app)));
  send('a', 'b');
  await there.at(path('b'), work.b);
  send('b', 'a');
  await here.at(path('a'), async (app) => {
    await work.again(app);
    expect((await app.ask('workbook.verify', {})).problems).toEqual([]);
    expect((await app.ask('workbook.rebuild', {})).differed).toEqual([]);
  });
}

describe('an undo of an own edit in a file that others wrote in', () => {
  it('leaves a group as somebody else wrote it since', async () => {
    let id = '';
    await alternating({
      async a(app) {
        const source = await pasteSource(app);
        id = (await app.ask('claims.capture', { claims: [figure(source, 'over 50%')] })).claims[0]!.id;
        await setNote(app, id, 'mine');
        await app.ask('claims.setCells', {
          cells: [
            { id, field: 'note', value: 'mine again' },
            { id, field: 'tags', value: 'mine' },
          ],
        });
      },
      b: (app) => setNote(app, id, 'theirs'),
      async again(app) {
        await app.ask('history.undo', {});
        expect(await app.ask('claims.get', { id })).toMatchObject({ note: 'theirs', tags: [] });
        await app.ask('history.redo', {});
        expect(await app.ask('claims.get', { id })).toMatchObject({ note: 'theirs', tags: ['mine'] });
      },
    });
  });

  it('goes past an edit that somebody else wrote over whole, to the one before it', async () => {
    let id = '';
    await alternating({
      async a(app) {
        const source = await pasteSource(app);
        id = (await app.ask('claims.capture', { claims: [figure(source, 'over 50%')] })).claims[0]!.id;
        await app.ask('claims.setCells', { cells: [{ id, field: 'tags', value: 'mine' }] });
        await setNote(app, id, 'mine');
      },
      b: (app) => setNote(app, id, 'theirs'),
      async again(app) {
        expect(await app.call('history.undo', {})).toMatchObject({ ok: false, error: { code: 'conflict' } });
        await app.ask('history.undo', {});
        expect(await app.ask('claims.get', { id })).toMatchObject({ note: 'theirs', tags: [] });
      },
    });
  });

  it('does not write over them when it is redone', async () => {
    let id = '';
    await alternating({
      async a(app) {
        const source = await pasteSource(app);
        id = (await app.ask('claims.capture', { claims: [figure(source, 'over 50%')] })).claims[0]!.id;
        await app.ask('claims.setCells', {
          cells: [
            { id, field: 'note', value: 'mine' },
            { id, field: 'tags', value: 'mine' },
          ],
        });
        await app.ask('history.undo', {});
      },
      b: (app) => setNote(app, id, 'theirs'),
      async again(app) {
        await app.ask('history.redo', {});
        expect(await app.ask('claims.get', { id })).toMatchObject({ note: 'theirs', tags: ['mine'] });
      },
    });
  });

  it('of a capture leaves the claim that somebody else wrote on', async () => {
    const ids: string[] = [];
    await alternating({
      async a(app) {
        const source = await pasteSource(app);
        const { claims } = await app.ask('claims.capture', { claims: [figure(source, 'over 50%'), figure(source, '1.06m cars')] });
        ids.push(...claims.map((claim) => claim.id));
      },
      b: (app) => setNote(app, ids[0]!, 'theirs'),
      async again(app) {
        await app.ask('history.undo', {});
        expect((await app.ask('claims.list', {})).claims.map((claim) => claim.id)).toEqual([ids[0]]);
        expect(await noteOf(app, ids[0]!)).toBe('theirs');
        await app.ask('history.redo', {});
        expect((await app.ask('claims.list', {})).claims.map((claim) => claim.id)).toEqual(ids);
      },
    });
  });

  it('of a capture leaves the passage on which a claim of somebody else rests', async () => {
    let source = '';
    let theirs = '';
    await alternating({
      async a(app) {
        source = await pasteSource(app);
        await app.ask('claims.capture', { claims: [figure(source, 'over 50%')] });
      },
      async b(app) {
        theirs = (await app.ask('claims.capture', { claims: [figure(source, 'over 50%', { measure: 'other' })] })).claims[0]!.id;
      },
      async again(app) {
        await app.ask('history.undo', {});
        expect((await app.ask('claims.list', {})).claims.map((claim) => claim.id)).toEqual([theirs]);
        await app.ask('history.redo', {});
        expect((await app.ask('claims.list', {})).claims).toHaveLength(2);
      },
    });
  });

  it('of a source or a matrix leaves what somebody else built on, and is refused', async () => {
    let source = '';
    await alternating({
      async a(app) {
        source = await pasteSource(app);
      },
      b: (app) => app.ask('claims.capture', { claims: [figure(source, 'over 50%')] }),
      async again(app) {
        expect(await app.call('history.undo', {})).toMatchObject({ ok: false, error: { code: 'conflict' } });
        expect((await app.ask('claims.list', {})).claims).toHaveLength(1);
      },
    });
  });

  it('of an edit on a record that somebody else removed is refused', async () => {
    let id = '';
    await alternating({
      async a(app) {
        const source = await pasteSource(app);
        id = (await app.ask('claims.capture', { claims: [figure(source, 'over 50%')] })).claims[0]!.id;
        await setNote(app, id, 'mine');
      },
      b: (app) => app.ask('claims.remove', { ids: [id] }),
      async again(app) {
        expect(await app.call('history.undo', {})).toMatchObject({ ok: false, error: { code: 'conflict' } });
        expect((await app.ask('claims.list', {})).claims).toEqual([]);
      },
    });
  });

  it('of a removal is refused where somebody else removed what the record rests on', async () => {
    let source = '';
    await alternating({
      async a(app) {
        source = await pasteSource(app);
        const { claims } = await app.ask('claims.capture', { claims: [figure(source, 'over 50%')] });
        await app.ask('claims.remove', { ids: [claims[0]!.id] });
      },
      b: (app) => app.ask('sources.remove', { ids: [source] }),
      async again(app) {
        expect(await app.call('history.undo', {})).toMatchObject({ ok: false, error: { code: 'conflict' } });
        expect((await app.ask('sources.window', {})).total).toBe(0);
      },
    });
  });
});

describe('walks of undo and redo', () => {
  it('come back to the same state, byte for byte, from any script of commands', async () => {
    const withoutWalks = [...inProcesses, 'history.undo', 'history.redo', 'undo twice', 'undo twice, redo'];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('full', 'small'), scripts({ maxLength: 10, without: withoutWalks }), async (kind, script) => {
        const workbook = await beginning(kind);
        const { app } = workbook;
        const edits = async () => (await app.ask('history.list', { limit: 1 })).total;
        // A step may make several edits: it makes what it needs first. Each is one undo.
        const stretches: { before: string; edits: number; after: string }[] = [];
        let state = await stateOf(app);
        for (const step of script) {
          const first = await edits();
          await play(workbook, step);
          const made = (await edits()) - first;
          if (made === 0) continue;
          const before = state;
          state = await stateOf(app);
          stretches.push({ before, edits: made, after: state });
        }
        for (const stretch of stretches.toReversed()) {
          for (let edit = 0; edit < stretch.edits; edit++) await app.ask('history.undo', {});
          expect(await stateOf(app)).toBe(stretch.before);
        }
        for (const stretch of stretches) {
          for (let edit = 0; edit < stretch.edits; edit++) await app.ask('history.redo', {});
          expect(await stateOf(app)).toBe(stretch.after);
        }
        expect((await app.ask('workbook.verify', {})).problems).toEqual([]);
        workbook.close();
      }),
      { numRuns: runs },
    );
  }, 3_600_000);
});

describe('what the log keeps', () => {
  it('of 400 new claims is a handful of lines, of a change only its group', async () => {
    const { app, path } = await newWorkbook();
    const source = await pasteSource(app, Array.from({ length: 400 }, (_, at) => `Sales were ${at + 1}000 cars in plant ${at + 1}.`).join('\n'));
    const claims = Array.from({ length: 400 }, (_, at) => figure(source, `${at + 1}000 cars in plant ${at + 1}.`, { subject: `Plant ${at + 1}` }));
    const { claims: made } = await app.ask('claims.capture', { claims });
    await app.ask('claims.setCells', { cells: [{ id: made[0]!.id, field: 'note', value: 'x' }] });
    await app.ask('claims.setCells', { cells: [{ id: made[0]!.id, field: 'value', value: '7' }] });
    app.close();
    const db = new Database(path, { readonly: true });
    expect(db.prepare('SELECT tab, first, last FROM run WHERE edit = 2 ORDER BY tab').all()).toEqual([
      { tab: 'claim', first: 1, last: 400 },
      { tab: 'passage', first: 1, last: 400 },
    ]);
    expect(db.prepare('SELECT edit, grp, old FROM change ORDER BY edit, grp').all()).toEqual([
      { edit: 3, grp: 'note', old: '[null]' },
      { edit: 4, grp: 'captured', old: '[null,null]' },
      { edit: 4, grp: 'value', old: '["PCT",null,null,null,null,null,"50",null,"over"]' },
    ]);
    db.close();
  });
});
