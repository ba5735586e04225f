import { describe, expect, it } from 'vitest';
import { forkNodeChild } from '../../../electron/core/jobs/child.ts';
import { createDocumentReader, readerCaps } from '../../../electron/core/jobs/reader.ts';
import { handOver, newWorkbook } from '../../helpers/workbook.ts';

const file = (name: string, text: string) => ({ name, mediaType: '', bytes: new Uint8Array(Buffer.from(text)) });
/** A busy machine takes its time to start a child. */
const patientCaps = { ...readerCaps, timeoutMs: 300_000 };
const page = `<html><body>${'<p>Sales rose again.</p>'.repeat(150_000)}</body></html>`;

describe('reading in a child process', { tags: ['process'] }, () => {
  it('ends a document that asks for too much memory as one error, and reads the next one', async () => {
    const reader = createDocumentReader(forkNodeChild, { ...patientCaps, memoryMb: 40 });
    try {
      await expect(reader.read(file('huge.html', page))).rejects.toMatchObject({
        code: 'unreadable',
        key: 'reading.stopped',
        details: { name: 'huge.html' },
      });
      expect((await reader.read(file('a.txt', 'Sales rose.'))).text).toBe('Sales rose.');
    } finally {
      reader.close();
    }
  });

  it('gives up a document that takes too long, and reads the next one', async () => {
    const caps = { ...patientCaps };
    const reader = createDocumentReader(forkNodeChild, caps);
    try {
      await reader.read(file('first.txt', 'The child has started.'));
      caps.timeoutMs = 500;
      await expect(reader.read(file('slow.html', page.repeat(5)))).rejects.toMatchObject({ code: 'limit' });
    } finally {
      reader.close();
    }
    const patient = createDocumentReader(forkNodeChild, patientCaps);
    expect((await patient.read(file('a.txt', 'Sales rose.'))).text).toBe('Sales rose.');
    patient.close();
  });

  it('stops at once when it is cancelled', async () => {
    const reader = createDocumentReader(forkNodeChild);
    const abort = new AbortController();
    const reading = reader.read(file('slow.html', page.repeat(2)), abort.signal);
    abort.abort();
    await expect(reading).rejects.toMatchObject({ code: 'cancelled' });
    reader.close();
  });

  it('takes a new child after so many documents', async () => {
    let made = 0;
    const counting: typeof forkNodeChild = (entry, options) => {
      made += 1;
      return forkNodeChild(entry, options);
    };
    const reader = createDocumentReader(counting, { ...patientCaps, documents: 2 });
    for (const name of ['a', 'b', 'c']) await reader.read(file(`${name}.txt`, 'Sales rose.'));
    reader.close();
    expect(made).toBe(2);
  });
});

describe('adding many files', () => {
  it('is one job that tells how far it is, and one edit', async () => {
    const { app, files } = await newWorkbook();
    const seen: [number, number][] = [];
    const stop = app.subscribe(({ type, job }) => {
      if (type !== 'job.progressed') return;
      void app.ask('host.jobs', {}).then(({ jobs }) => jobs.forEach((job) => void seen.push([job.done, job.total])));
      expect(job).toBe('my-job');
    });
    const handles = ['a', 'b', 'c'].map((name) => handOver(files, `${name}.txt`, `Sales of ${name} rose.`));
    const { added } = await app.ask('sources.add', { files: handles, job: 'my-job' });
    stop();
    expect(added.map((one) => one.title)).toEqual(['a.txt', 'b.txt', 'c.txt']);
    expect(seen).toContainEqual([1, 3]);
    expect((await app.ask('host.jobs', {})).jobs).toEqual([]);
    expect((await app.ask('history.list', {})).total).toBe(1);
  });

  it('keeps what was read before it was cancelled, and counts the rest', { tags: ['process'] }, async () => {
    const { app, files } = await newWorkbook(forkNodeChild);
    const stop = app.subscribe(async ({ type }) => {
      const [job] = type === 'job.progressed' ? (await app.ask('host.jobs', {})).jobs : [];
      if (job !== undefined && job.done >= 2) await app.ask('host.cancelJob', { id: job.id });
    });
    const handles = Array.from({ length: 40 }, (_, index) => handOver(files, `${index}.txt`, `Plant ${index} makes cars.`));
    const { added, refused, cancelled } = await app.ask('sources.add', { files: handles });
    stop();
    expect(added.length).toBeGreaterThanOrEqual(2);
    expect(cancelled).toBeGreaterThan(0);
    expect(added.length + cancelled).toBe(40);
    expect(refused).toEqual([]);
    expect((await app.ask('workbook.info', {})).sources).toBe(added.length);
    await app.ask('history.undo', {});
    expect((await app.ask('workbook.info', {})).sources).toBe(0);
  });

  it('says so when there is no such job to cancel', async () => {
    const { app } = await newWorkbook();
    expect(await app.ask('host.cancelJob', { id: 'no-such-job' })).toEqual({ wasRunning: false });
  });
});
