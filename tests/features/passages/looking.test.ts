import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ForkChild, forkNodeChild, type JobEntry } from '../../../electron/core/jobs/child.ts';
import { packMentions, unpackMentions } from '../../../electron/core/jobs/finder/packed.ts';
import { openStore } from '../../../electron/core/store/open.ts';
import { findMentions } from '../../../shared/features/passages/finder/index.ts';
import { handOver, newWorkbook, pasteSource, startTestApp } from '../../helpers/workbook.ts';

const longText = Array.from(
  { length: 900 },
  (_, index) => `In report ${index} the plant said last year's output fell by ${index % 90}%, to 12,400 cars.`,
).join('\n');

/** Real children, counted by what they are for. */
function countingFork(): { fork: ForkChild; made: JobEntry[] } {
  const made: JobEntry[] = [];
  return {
    made,
    fork(entry, options) {
      made.push(entry);
      return forkNodeChild(entry, options);
    },
  };
}

/** A finder that dies at once; documents are read. */
const withoutFinder: ForkChild = (entry, options) => {
  const child = forkNodeChild(entry, options);
  if (entry === 'finder-entry') child.kill();
  return entry === 'finder-entry' ? { ...child, listen: (listener) => setImmediate(() => listener(undefined)), send: () => {} } : child;
};

describe('a long text', { tags: ['process'] }, () => {
  it('is looked through in a child process, once: reopening and reading it again start none', async () => {
    const { fork, made } = countingFork();
    const { app, files, folder, path } = await newWorkbook(fork);
    const { added } = await app.ask('sources.add', {
      files: [handOver(files, 'long.txt', longText), handOver(files, 'short.txt', 'Sales rose by 5%.')],
    });
    expect(made.filter((entry) => entry === 'finder-entry')).toHaveLength(1);
    expect(added.map((one) => one.figuresFound)).toEqual([findMentions(longText).filter((one) => one.type === 'figure').length, 1]);
    const { rows } = await app.ask('sources.window', { sort: [{ field: 'chars', direction: 'desc' }] });
    expect(added.map((one) => one.found)).toEqual(rows.map((row) => row.found));
    expect(added[0]!.found).toBeGreaterThan(added[0]!.figuresFound);
    const { found } = await app.ask('passages.found', { sourceId: added[0]!.id });
    app.close();
    const again = startTestApp(folder, fork);
    again.app.openPath(path);
    expect(await again.app.ask('passages.found', { sourceId: added[0]!.id })).toMatchObject({ found });
    expect((await again.app.ask('sources.window', {})).rows.map((row) => row.found).toSorted((a, b) => b - a)[0]).toBe(found.length);
    expect(made.filter((entry) => entry === 'finder-entry')).toHaveLength(1);
  });

  it('gets its relative dates anew when the date of its source changes, and the old ones back by undo', async () => {
    const { fork, made } = countingFork();
    const { app } = await newWorkbook(fork);
    const sourceId = await pasteSource(app, longText, { title: 'Long', publishedOn: '2024-05-01' });
    const firstDate = async () => (await app.ask('passages.found', { sourceId })).found.find((one) => one.type === 'date')?.edtf;
    expect(await firstDate()).toBe('2023');
    await app.ask('sources.update', { id: sourceId, patch: { publishedOn: '2025-05-01' } });
    expect(await firstDate()).toBe('2024');
    await app.ask('history.undo', {});
    expect(await firstDate()).toBe('2023');
    expect(made).toEqual(['finder-entry', 'finder-entry']);
  });

  it('is kept without marks, and says so, where the finder had to give up', async () => {
    const { app, files } = await newWorkbook(withoutFinder);
    const { added } = await app.ask('sources.add', { files: [handOver(files, 'long.txt', longText)] });
    expect(added[0]).toMatchObject({
      figuresFound: 0,
      warnings: [{ key: 'reading:warning.noFigures', params: { cause: { key: 'errors:finder.stopped' } } }],
    });
  });

  it('is not kept when the job is cancelled while it is looked through', async () => {
    const { app, files } = await newWorkbook(forkNodeChild);
    const stop = app.subscribe(async ({ type }) => {
      const [job] = type === 'job.progressed' ? (await app.ask('host.jobs', {})).jobs : [];
      if (job !== undefined && job.share !== null) await app.ask('host.cancelJob', { id: job.id });
    });
    const { added, cancelled } = await app.ask('sources.add', { files: [handOver(files, 'long.txt', longText.repeat(20))] });
    stop();
    expect({ added, cancelled }).toEqual({ added: [], cancelled: 1 });
  });

  it('is looked through again, as a job, where what was kept is damaged', async () => {
    const { app, path, folder, close } = await newWorkbook();
    const sourceId = await pasteSource(app, longText, { title: 'Long' });
    const before = await app.ask('passages.found', { sourceId });
    close();
    const store = openStore({ path, mode: 'open' });
    store.sql.run("UPDATE text_mentions SET packed = x'00'", []);
    store.writing?.watch.settle();
    store.close();
    const { fork, made } = countingFork();
    const again = startTestApp(folder, fork).app;
    again.openPath(path);
    const jobs: string[] = [];
    again.subscribe(
      ({ type }) =>
        void (type === 'job.progressed' && again.ask('host.jobs', {}).then((state) => jobs.push(...state.jobs.map((job) => job.label.key)))),
    );
    expect(await again.ask('passages.found', { sourceId })).toEqual(before);
    expect(made).toEqual(['finder-entry']);
    expect(jobs).toContain('app:job.findingFigures');
  });
});

describe('packed mentions', () => {
  const piece = fc.constantFrom(
    'Sales rose by 5%. ',
    'Доля 45 % в 2024 году. ',
    '销量下降12.5万辆。',
    '🚌 ',
    'No figure here. ',
    'From $4.6bn to $5bn in March 2024.\n',
  );

  it('come back as they were', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const mentions = findMentions(text, { publishedOn: '2025-06-18' });
        const seen = mentions.map(({ direction: _direction, relative: _relative, basis: _basis, ...rest }) => rest);
        expect(unpackMentions(packMentions(mentions), text)).toEqual(seen);
      }),
    );
  });

  it('are refused where they are not of this text or no mentions at all', () => {
    const packed = packMentions(findMentions('Sales rose by 5% to 1,200 cars.'));
    expect(unpackMentions(packed, 'Short.')).toBeUndefined();
    expect(unpackMentions(packed.slice(0, 10), 'Sales rose by 5% to 1,200 cars.')).toBeUndefined();
    expect(unpackMentions(new Uint8Array(), '')).toBeUndefined();
  });
});
