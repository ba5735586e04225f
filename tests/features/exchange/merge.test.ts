// Two people work on copies of one workbook: what comes of it when one takes the copy of the other in.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { App } from '../../../electron/core/app.ts';
import { runAssay } from '../../helpers/assay-command.ts';
import { type Copies, startCopies } from '../../helpers/copies.ts';
import { figure, pasteSource, temporaryFolder } from '../../helpers/workbook.ts';

const note = (id: string, value: string) => (app: App) => app.ask('claims.setCells', { cells: [{ id, field: 'note', value }] });

/** A workbook with two claims on one text, in two hands. */
async function twoCopies(): Promise<{ copies: Copies; ids: readonly string[]; source: string }> {
  const copies = startCopies();
  const made = await copies.work('mine', 'A. Placeholder', async (app) => {
    const source = await pasteSource(app);
    const { claims } = await app.ask('claims.capture', { claims: [figure(source, 'over 50%'), figure(source, '1.06m cars', { measure: 'sales' })] });
    return { source, ids: claims.map(({ id }) => id) };
  });
  copies.copy('mine', 'theirs');
  return { copies, ...made };
}

describe('a copy that comes back', () => {
  it('brings what was done there, and says who did it and when', async () => {
    const { copies, ids } = await twoCopies();
    await copies.work('theirs', 'B. Placeholder', note(ids[0]!, 'seen in the registry'));
    expect(await copies.merge('mine', 'theirs')).toMatchObject({ ok: true, value: { merged: { taken: 1, answered: 0 }, conflicts: [] } });
    await copies.work('mine', 'A. Placeholder', async (app) => {
      expect((await app.ask('claims.get', { id: ids[0]! })).note).toBe('seen in the registry');
      const { changes } = await app.ask('history.ofRecord', { record: ids[0]!, field: 'note' });
      expect(changes[0]).toMatchObject({ author: 'B. Placeholder', new: 'seen in the registry' });
      const { edits } = await app.ask('history.list', { limit: 1 });
      expect(edits[0]).toMatchObject({
        kind: 'merge',
        author: 'A. Placeholder',
        label: { key: 'edits:merge', params: { name: 'theirs', taken: 1 } },
      });
    });
    expect(await copies.preview('mine', 'theirs')).toMatchObject({ already: true });
  });

  it('is asked about where both wrote, and nothing is written before all is answered', async () => {
    const { copies, ids } = await twoCopies();
    await copies.work('mine', 'A. Placeholder', note(ids[0]!, 'mine'));
    await copies.work('theirs', 'B. Placeholder', note(ids[0]!, 'theirs'));
    expect(await copies.merge('mine', 'theirs')).toMatchObject({ ok: false, error: { code: 'conflict', key: 'merge.open', details: { count: 1 } } });
    const { conflicts } = await copies.preview('mine', 'theirs');
    expect(conflicts).toMatchObject([
      {
        record: ids[0],
        field: 'note',
        base: '',
        mine: 'mine',
        theirs: 'theirs',
        by: { mine: { author: 'A. Placeholder' }, theirs: { author: 'B. Placeholder' } },
      },
    ]);
    expect(conflicts[0]!.answers).toEqual(['mine', 'theirs', 'both', 'base', 'value']);
    expect(await copies.merge('mine', 'theirs', [{ record: ids[0]!, field: 'note', take: 'both' }])).toMatchObject({ ok: true });
    await copies.work('mine', 'A. Placeholder', async (app) => expect((await app.ask('claims.get', { id: ids[0]! })).note).toBe('mine\n\ntheirs'));
  });

  it('is refused with answers that answer nothing, or that the question does not take', async () => {
    const { copies, ids } = await twoCopies();
    await copies.work('theirs', 'B. Placeholder', note(ids[0]!, 'theirs'));
    expect(await copies.merge('mine', 'theirs', [{ record: ids[1]!, take: 'mine' }])).toMatchObject({
      ok: false,
      error: { key: 'merge.unusedAnswer' },
    });
    await copies.work('mine', 'A. Placeholder', (app) => app.ask('claims.remove', { ids: [ids[0]!] }));
    expect(await copies.merge('mine', 'theirs', [{ record: '*', take: 'both' }])).toMatchObject({
      ok: false,
      error: { key: 'merge.answerNotTaken' },
    });
  });

  it('makes one of a claim captured on both sides, which both ids still find', async () => {
    const { copies, source } = await twoCopies();
    const capture = (name: string, author: string) =>
      copies.work(
        name,
        author,
        async (app) => (await app.ask('claims.capture', { claims: [figure(source, '1.10m cars', { measure: 'sales' })] })).claims[0]!.id,
      );
    const [mine, theirs] = [await capture('mine', 'A. Placeholder'), await capture('theirs', 'B. Placeholder')];
    expect(await copies.merge('mine', 'theirs')).toMatchObject({ ok: true, value: { merged: { united: 2 } } });
    await copies.work('mine', 'A. Placeholder', async (app) => {
      expect((await app.ask('workbook.info', {})).claims.figure).toBe(3);
      const [first, second] = [await app.ask('claims.get', { id: mine }), await app.ask('claims.get', { id: theirs })];
      expect(first.id).toBe([mine, theirs].toSorted()[0]);
      expect(second).toEqual(first);
    });
  });

  it('takes a passage away with the claim that was taken off it, though the claim was noted on here', async () => {
    const { copies, ids, source } = await twoCopies();
    const add = (app: App) => app.ask('claims.addPassage', { id: ids[0]!, passage: { source, exact: 'almost $4.6bn' } });
    await copies.work('mine', 'A. Placeholder', add);
    copies.copy('mine', 'theirs');
    await copies.work('mine', 'A. Placeholder', note(ids[0]!, 'mine'));
    await copies.work('theirs', 'B. Placeholder', async (app) => {
      const { passages } = await app.ask('claims.get', { id: ids[0]! });
      await app.ask('claims.dropPassage', { id: ids[0]!, passageId: passages[1]!.id });
    });
    await copies.merge('mine', 'theirs');
    await copies.work('mine', 'A. Placeholder', async (app) => expect((await app.ask('workbook.info', {})).passages).toBe(2));
  });

  it('is taken back by one undo, after which it can be merged again', async () => {
    const { copies, ids } = await twoCopies();
    await copies.work('theirs', 'B. Placeholder', note(ids[0]!, 'theirs'));
    copies.copy('mine', 'before');
    await copies.merge('mine', 'theirs');
    await copies.work('mine', 'A. Placeholder', (app) => app.ask('history.undo', {}));
    expect(await copies.compare('mine', 'before')).toEqual({ onlyA: [], onlyB: [], changed: [] });
    expect(await copies.merge('mine', 'theirs')).toMatchObject({ ok: true, value: { merged: { taken: 1 } } });
  });

  it('is refused where it is no workbook, and nothing is written', async () => {
    const { copies } = await twoCopies();
    writeFileSync(copies.path('theirs'), 'no workbook at all');
    expect(await copies.merge('mine', 'theirs')).toMatchObject({ ok: false, error: { code: 'not-a-workbook' } });
    await copies.work('mine', 'A. Placeholder', async (app) => expect((await app.ask('history.list', { limit: 1 })).edits[0]?.kind).toBe('do'));
  });
});

describe('the command line', () => {
  it('merges into a new file, and leaves with 1 where something is to be answered', async () => {
    const { copies, ids } = await twoCopies();
    await copies.work('mine', 'A. Placeholder', note(ids[0]!, 'mine'));
    await copies.work('theirs', 'B. Placeholder', note(ids[0]!, 'theirs'));
    const folder = copies.folder;
    const asked = await runAssay(['merge', copies.path('mine'), copies.path('theirs'), '--out', copies.path('out'), '--json'], { folder });
    expect([asked.status, JSON.parse(asked.stdout).open.length]).toEqual([1, 1]);
    writeFileSync(join(folder, 'answers.json'), JSON.stringify([{ record: '*', take: 'theirs' }]));
    const merged = await runAssay(
      ['merge', copies.path('mine'), copies.path('theirs'), '--out', copies.path('out'), '--answers', 'answers.json', '--json'],
      { folder },
    );
    expect([merged.status, JSON.parse(merged.stdout).merged.answered]).toEqual([0, 1]);
    const differing = await runAssay(['diff', copies.path('mine'), copies.path('out'), '--text'], { folder });
    expect(differing.stdout).toContain('+ claim');
    expect(differing.stdout).toContain('"theirs"');
  });

  it('serves git as merge driver and as text of a workbook', async () => {
    const { copies, ids } = await twoCopies();
    const folder = temporaryFolder();
    const assay = fileURLToPath(new URL('../../../electron/assay.mjs', import.meta.url));
    const program = `"${process.execPath}" "${assay}"`;
    const git = (...words: string[]) =>
      execFileSync('git', ['-C', folder, '-c', 'user.name=A. Placeholder', '-c', 'user.email=a@example.org', ...words], {
        encoding: 'utf8',
        env: { ...process.env, ASSAY_HOME: join(copies.folder, 'home'), ASSAY_AUTHOR: 'A. Placeholder', GIT_CONFIG_GLOBAL: '/dev/null' },
      });
    const keep = (name: string) => {
      writeFileSync(join(folder, 'market.assay'), readFileSync(copies.path(name)));
      git('add', '.');
      git('commit', '-qm', name);
    };
    git('init', '-q', '-b', 'main');
    writeFileSync(join(folder, '.gitattributes'), '*.assay diff=assay merge=assay\n');
    git('config', 'diff.assay.textconv', `${program} diff --text`);
    git('config', 'merge.assay.driver', `${program} merge %A %B`);
    keep('mine');
    git('checkout', '-qb', 'other');
    await copies.work('theirs', 'B. Placeholder', note(ids[1]!, 'seen there'));
    keep('theirs');
    git('checkout', '-q', 'main');
    await copies.work('mine', 'A. Placeholder', note(ids[0]!, 'seen here'));
    keep('mine');
    git('merge', '-q', '--no-edit', 'other');
    expect(git('diff', 'HEAD^1', 'HEAD')).toContain(`+claim ${ids[1]} note "seen there"`);
    expect(git('diff', 'HEAD^2', 'HEAD')).toContain(`+claim ${ids[0]} note "seen here"`);
  });
});
