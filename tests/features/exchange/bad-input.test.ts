// What comes in and cannot be taken: a typed error that says what was kept, nothing written, nothing left in temp.
import { chmodSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, vi } from 'vitest';
import type { App } from '../../../electron/core/app.ts';
import type { Files } from '../../../electron/core/host.ts';
import type { Answer } from '../../../shared/features/exchange/merge.ts';
import { type Copies, startCopies } from '../../helpers/copies.ts';
import { figure, handOver, pasteSource } from '../../helpers/workbook.ts';

const a = 'A. Placeholder';
const b = 'B. Placeholder';
const note = (id: string, value: string) => (app: App) => app.ask('claims.setCells', { cells: [{ id, field: 'note', value }] });

interface Made {
  readonly copies: Copies;
  readonly ids: readonly string[];
  readonly source: string;
}

/** Two copies that both wrote a note on the same claim. */
async function twoCopies(): Promise<Made> {
  const copies = startCopies();
  const made = await copies.work('mine', a, async (app) => {
    const source = await pasteSource(app);
    const { claims } = await app.ask('claims.capture', { claims: [figure(source, 'over 50%'), figure(source, '1.06m cars', { measure: 'sales' })] });
    return { source, ids: claims.map(({ id }) => id) };
  });
  copies.copy('mine', 'theirs');
  await copies.work('mine', a, note(made.ids[0]!, 'mine'));
  await copies.work('theirs', b, note(made.ids[0]!, 'theirs'));
  return { copies, ...made };
}

const editsOf = (copies: Copies) => copies.work('mine', a, async (app) => (await app.ask('history.list', { limit: 1 })).total);

/** What a merge with some bytes says; that nothing was written and nothing left is checked here. */
async function refusal(copies: Copies, bytes: Uint8Array, answers: readonly Answer[] = []) {
  const temp = join(copies.folder, 'temp');
  mkdirSync(temp, { recursive: true });
  vi.stubEnv('TMPDIR', temp);
  const before = await editsOf(copies);
  const said = await copies.work('mine', a, (app: App, files: Files) =>
    app.call('exchange.merge', { theirs: handOver(files, 'theirs.assay', bytes), answers: [...answers] }),
  );
  expect(await editsOf(copies)).toBe(before);
  expect(readdirSync(temp).filter((name) => !name.startsWith('assay-locks'))).toEqual([]);
  vi.unstubAllEnvs();
  return said;
}

const withHeader = (bytes: Buffer, at: number, ...values: readonly number[]) =>
  Buffer.concat([bytes.subarray(0, at), Buffer.from(values), bytes.subarray(at + values.length)]);

describe('another workbook that cannot be merged', () => {
  it.each<readonly [what: string, code: string, bend: (bytes: Buffer) => Buffer]>([
    ['is no workbook', 'not-a-workbook', () => Buffer.from('This is no workbook.')],
    ['is empty', 'not-a-workbook', () => Buffer.alloc(0)],
    ['is cut off', 'damaged', (bytes) => bytes.subarray(0, Math.floor(bytes.length / 2))],
    ['comes from a newer Assay', 'newer-workbook', (bytes) => withHeader(bytes, 60, 0, 0, 0, 99)],
    ['has pages of something else', 'damaged', (bytes) => Buffer.concat([bytes.subarray(0, 8192), Buffer.alloc(bytes.length - 8192, 0xa5)])],
  ])('%s: it is refused as %s', async (_what, code, bend) => {
    const { copies } = await twoCopies();
    expect(await refusal(copies, bend(readFileSync(copies.path('theirs'))))).toMatchObject({ ok: false, error: { code } });
  });

  it('has a view that never ends: it is refused by its schema, and not asked', async () => {
    const { copies } = await twoCopies();
    const hostile = new Database(copies.path('theirs'));
    hostile.exec('CREATE VIEW endless AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n');
    hostile.close();
    expect(await refusal(copies, readFileSync(copies.path('theirs')))).toMatchObject({ ok: false, error: { code: 'not-a-workbook' } });
  });

  it('is the very same file: nothing is merged, and it is no error', async () => {
    const { copies } = await twoCopies();
    expect(await refusal(copies, readFileSync(copies.path('mine')))).toMatchObject({ ok: true, value: { already: true } });
  });

  it('is open elsewhere: it is read as it was handed over', async () => {
    const { copies, ids } = await twoCopies();
    const bytes = readFileSync(copies.path('theirs'));
    await copies.work('theirs', b, async (app) => {
      await note(ids[1]!, 'written meanwhile')(app);
      const said = await copies.work('mine', a, (own: App, files: Files) =>
        own.call('exchange.previewMerge', { theirs: handOver(files, 'theirs.assay', bytes), answers: [] }),
      );
      expect(said).toMatchObject({ ok: true, value: { conflicts: [{ record: ids[0] }] } });
    });
  });
});

describe('answers that cannot be meant', () => {
  it.each<readonly [what: string, answers: (made: Made) => readonly Answer[], key: string]>([
    ['name a record that is not there', () => [{ record: '019a0000-0000-7000-8000-000000000000', take: 'mine' }], 'merge.unusedAnswer'],
    ['name a field that was not asked of', ({ ids }) => [{ record: ids[0]!, field: 'value', take: 'mine' }], 'merge.unusedAnswer'],
    ['give a value that cannot stand there', ({ ids }) => [{ record: ids[0]!, field: 'note', take: 'value', value: 7 }], 'merge.valueNotTaken'],
    ['leave the question open', () => [], 'merge.open'],
    [
      'answer one question in two ways',
      ({ ids }) => (['mine', 'theirs'] as const).map((take) => ({ record: ids[0]!, field: 'note', take })),
      'merge.answeredTwice',
    ],
    [
      'belong to another merge in part',
      ({ ids }) => [
        { record: ids[0]!, field: 'note', take: 'mine' },
        { record: ids[1]!, field: 'note', take: 'mine' },
      ],
      'merge.unusedAnswer',
    ],
  ])('%s', async (_what, answers, key) => {
    const made = await twoCopies();
    const said = await refusal(made.copies, readFileSync(made.copies.path('theirs')), answers(made));
    expect(said).toMatchObject({ ok: false, error: { key } });
  });

  it('stand there twice the same: the first counts, and the merge is made', async () => {
    const { copies, ids } = await twoCopies();
    const answer: Answer = { record: ids[0]!, field: 'note', take: 'theirs' };
    expect(await copies.merge('mine', 'theirs', [answer, answer])).toMatchObject({ ok: true });
  });
});

describe('a merge into a workbook that takes no writes', () => {
  it.skipIf(process.getuid?.() === 0)('is refused as read-only, and can be previewed', async () => {
    const { copies } = await twoCopies();
    chmodSync(copies.folder, 0o500);
    try {
      const said = await copies.work('mine', a, async (app: App, files: Files) => {
        const theirs = handOver(files, 'theirs.assay', readFileSync(copies.path('theirs')));
        return [
          await app.call('exchange.previewMerge', { theirs }),
          await app.call('exchange.merge', { theirs, answers: [{ record: '*', take: 'mine' }] }),
        ];
      });
      expect(said).toMatchObject([{ ok: true }, { ok: false, error: { code: 'read-only' } }]);
    } finally {
      chmodSync(copies.folder, 0o700);
    }
  });
});

describe('what two copies did that cannot stand together', () => {
  it('judgements that contradict over four names are one question, and any answer leaves no contradiction', async () => {
    const { copies } = await twoCopies();
    copies.copy('mine', 'other');
    const judge = (one: string, other: string, outcome: 'same' | 'not_same') => (app: App) =>
      app.ask('actors.judge', { one, other, outcome, reason: '' });
    await copies.work('mine', a, judge('Alpha', 'Beta', 'same'));
    await copies.work('mine', a, judge('Gamma', 'Delta', 'same'));
    await copies.work('other', b, judge('Beta', 'Gamma', 'same'));
    await copies.work('other', b, judge('Alpha', 'Delta', 'not_same'));
    const { conflicts } = await copies.preview('mine', 'other');
    expect(conflicts).toMatchObject([{ kind: 'names-contradict', mine: { judgements: [{}, {}].map(() => expect.any(String)) } }]);
    for (const take of ['mine', 'theirs'] as const) {
      copies.copy('mine', take);
      expect(await copies.merge(take, 'other', [{ record: '*', take }])).toMatchObject({ ok: true });
      expect(await copies.preview(take, 'other')).toMatchObject({ already: true });
      expect((await copies.work(take, a, (app) => app.ask('workbook.verify', {}))).problems).toEqual([]);
    }
  });

  it('a claim whose source was removed there is asked about, and no claim is left without its source', async () => {
    const { copies, ids, source } = await twoCopies();
    await copies.work('theirs', b, (app) => app.ask('sources.remove', { ids: [source], withClaims: true }));
    for (const take of ['mine', 'theirs'] as const) {
      const name = `answered-${take}`;
      copies.copy('mine', name);
      expect(await copies.merge(name, 'theirs', [{ record: '*', take }])).toMatchObject({ ok: true });
      const left = await copies.work(name, a, async (app) => ({
        claims: (await app.ask('claims.list', {})).claims.map(({ id }) => id),
        problems: (await app.ask('workbook.verify', {})).problems,
      }));
      expect(left.problems).toEqual([]);
      expect([take, left.claims.includes(ids[0]!)]).toEqual([take, take === 'mine']);
    }
  });
});
