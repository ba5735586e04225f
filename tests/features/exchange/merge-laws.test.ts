// What holds of every merge, whatever was done to the copies: over all commands of the contract.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../shared/features/exchange/merge.ts';
import { type Copies, startCopies } from '../../helpers/copies.ts';
import { beginning, play, type Step, scripts } from '../../helpers/scripts.ts';

const runs = Number(process.env.ASSAY_LAW_RUNS ?? 4);
const nothing = { onlyA: [], onlyB: [], changed: [] };

describe('two copies of one workbook', () => {
  it('come to the same from both sides, once, and one undo takes it back', async () => {
    const script = () => scripts({ minLength: 1, maxLength: 6, without: ['exchange.merge'] });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('full' as const, 'small' as const), script(), script(), async (kind, ofMine, ofTheirs) => {
        const copies = await begin(kind);
        await edit(copies, 'mine', 'A. Placeholder', ofMine);
        await edit(copies, 'theirs', 'B. Placeholder', ofTheirs);
        await expectMerged(copies);
      }),
      { numRuns: runs },
    );
  }, 3_600_000);

  it('come to the same as three, in whatever order', async () => {
    const script = () => scripts({ minLength: 1, maxLength: 4, without: ['exchange.merge'] });
    await fc.assert(
      fc.asyncProperty(script(), script(), script(), async (ofMine, ofTheirs, ofThird) => {
        const copies = await begin('full');
        await edit(copies, 'mine', 'A. Placeholder', ofMine);
        await edit(copies, 'theirs', 'B. Placeholder', ofTheirs);
        copies.copy('base', 'third');
        await edit(copies, 'third', 'C. Placeholder', ofThird);
        copies.copy('mine', 'left');
        copies.copy('theirs', 'both');
        copies.copy('mine', 'right');
        const asked = [
          await copies.merge('left', 'theirs'),
          await copies.merge('left', 'third'),
          await copies.merge('both', 'third'),
          await copies.merge('right', 'both'),
        ];
        // What is asked may be answered either way.
        fc.pre(asked.every(({ ok }) => ok));
        expect(await copies.compare('left', 'right')).toEqual(nothing);
      }),
      { numRuns: Math.ceil(runs / 2) },
    );
  }, 3_600_000);
});

async function begin(kind: 'full' | 'small'): Promise<Copies> {
  const workbook = await beginning(kind);
  const copies = startCopies();
  workbook.close();
  copies.adopt(workbook.path, 'base');
  copies.copy('base', 'mine');
  copies.copy('base', 'theirs');
  return copies;
}

function edit(copies: Copies, name: string, author: string, steps: readonly Step[]): Promise<void> {
  return copies.work(name, author, async (app, files) => {
    for (const step of steps) await play({ app, files, path: copies.path(name), folder: copies.folder, logged: [], close: () => {} }, step);
  });
}

async function expectMerged(copies: Copies): Promise<void> {
  const [there, back] = [await copies.preview('mine', 'theirs'), await copies.preview('theirs', 'mine')];
  expect(back.conflicts.map(({ id }) => id).toSorted()).toEqual(there.conflicts.map(({ id }) => id).toSorted());
  const answers = (take: Answer['take']): Answer[] => (there.conflicts.length > 0 ? [{ record: '*', take }] : []);
  copies.copy('mine', 'there');
  copies.copy('theirs', 'back');
  expect(await copies.merge('there', 'theirs', answers('mine'))).toMatchObject({ ok: true });
  expect(await copies.merge('back', 'mine', answers('theirs'))).toMatchObject({ ok: true });
  expect(await copies.compare('there', 'back')).toEqual(nothing);
  for (const other of ['mine', 'theirs']) expect(await copies.preview('there', other)).toMatchObject({ already: true });
  await expectSound(copies, 'there');
  if (there.already) return;
  await copies.work('there', 'A. Placeholder', (app) => app.ask('history.undo', {}));
  expect(await copies.compare('there', 'mine')).toEqual(nothing);
  await expectSound(copies, 'there');
  copies.copy('there', 'again');
  expect(await copies.merge('again', 'theirs', answers('mine'))).toMatchObject({ ok: true });
  expect(await copies.compare('again', 'back')).toEqual(nothing);
  await expectSound(copies, 'again');
  await copies.work('there', 'A. Placeholder', (app) => app.ask('history.redo', {}));
  expect(await copies.compare('there', 'back')).toEqual(nothing);
  await expectSound(copies, 'there');
}

async function expectSound(copies: Copies, name: string): Promise<void> {
  await copies.work(name, 'A. Placeholder', async (app) => {
    expect((await app.ask('workbook.verify', {})).problems).toEqual([]);
    expect((await app.ask('workbook.rebuild', {})).differed).toEqual([]);
  });
}
