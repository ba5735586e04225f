// Verbs that take another workbook in, or show how two differ.
import { constants, copyFileSync, existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Input } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import type { Difference, MergeResult } from '../../shared/features/exchange/merge.ts';
import { holdWorkbook, readAnswers, removeMade } from './files.ts';
import type { Command } from './parse.ts';
import { type CommandSession, withWorkbook } from './session.ts';
import { type Answer, answer, needed } from './verb.ts';
import { words } from './words.ts';

export async function mergeWorkbooks({ words: [mine, theirs], options }: Command): Promise<Answer> {
  const [own, other] = [resolve(needed(mine, 'Which workbook?')), resolve(needed(theirs, 'Which other workbook?'))];
  const answers = options.answers === undefined ? [] : readAnswers<Input<'exchange.merge'>['answers']>(options.answers);
  const out = options.out === undefined || options.preview ? undefined : copyTo(own, resolve(options.out));
  try {
    return await withWorkbook(out ?? own, async ({ app, files }) => {
      const handle = holdWorkbook(files, other);
      const seen = await app.ask('exchange.previewMerge', { theirs: handle, answers });
      if (options.preview || seen.already) return told(seen, 0);
      if (seen.open.length > 0) {
        if (out !== undefined) removeMade(out);
        return told(seen, 1);
      }
      return told(await app.ask('exchange.merge', { theirs: handle, answers }), 0);
    });
  } catch (error) {
    if (out !== undefined) removeMade(out);
    throw error;
  }
}

export async function compareWorkbooks({ words: [a, b], options }: Command): Promise<Answer> {
  const first = resolve(needed(a, 'Which workbook?'));
  if (b === undefined && options.text) return withWorkbook(first, textOf);
  const second = resolve(needed(b, 'Which other workbook?'));
  return withWorkbook(first, async ({ app, files }) => {
    const found = await app.ask('exchange.compare', { other: holdWorkbook(files, second) });
    const counts = { onlyA: found.onlyA.length, onlyB: found.onlyB.length, changed: found.changed.length };
    return options.summary ? answer(counts, sayCounts) : answer(found, options.text ? sayLines : () => sayCounts(counts));
  });
}

/** From a past state to the present. */
export async function changedSince({ app }: CommandSession): Promise<Answer> {
  const found = await app.ask('exchange.changedSince', {});
  return answer(found, sayLines);
}

function copyTo(from: string, to: string): string {
  if (existsSync(to)) throw new AppError('conflict', 'output.workbook', { name: basename(to) });
  if (!existsSync(from)) throw new AppError('not-found', 'store.notFound');
  for (const suffix of ['', '-wal']) if (existsSync(`${from}${suffix}`)) copyFileSync(`${from}${suffix}`, `${to}${suffix}`, constants.COPYFILE_EXCL);
  return to;
}

function told(result: MergeResult, exitCode: number): Answer {
  const worded = {
    ...result,
    conflicts: result.conflicts.map((one) => ({ ...one, words: words(one.words) })),
    after: result.after.map((one) => ({ ...one, words: words(one.words) })),
  };
  return { json: worded, text: say(result), exitCode };
}

function say({ merged, conflicts, open, already }: MergeResult): string {
  if (already) return 'Nothing to merge: all that the other workbook knows is here.';
  const { taken, united, answered, same } = merged;
  const counts = `${taken} taken, ${united} united, ${same} the same, ${answered} answered`;
  const questions = conflicts.filter(({ id }) => open.includes(id));
  const lines = questions.map(
    (one) => `  ${words(one.words)}: ${one.record} ${one.field}\n    mine    ${JSON.stringify(one.mine)}\n    theirs  ${JSON.stringify(one.theirs)}`,
  );
  return questions.length === 0 ? counts : [counts, `${questions.length} to be answered (--answers FILE):`, ...lines].join('\n');
}

function sayCounts({ onlyA, onlyB, changed }: { readonly onlyA: number; readonly onlyB: number; readonly changed: number }): string {
  return `${onlyA} only in the first, ${onlyB} only in the second, ${changed} fields differ`;
}

function sayLines({ onlyA, onlyB, changed }: Difference): string {
  return [
    ...onlyA.map(({ table, record }) => `- ${table} ${record}`),
    ...onlyB.map(({ table, record }) => `+ ${table} ${record}`),
    ...changed.flatMap(({ table, record, field, a, b }) => [
      `- ${table} ${record} ${field} ${JSON.stringify(a)}`,
      `+ ${table} ${record} ${field} ${JSON.stringify(b)}`,
    ]),
  ].join('\n');
}

/** All that a workbook says, a line a field, in an order that does not change: what git compares. */
async function textOf({ app }: CommandSession): Promise<Answer> {
  const { lines } = await app.ask('exchange.text', {});
  return { json: lines, text: lines.join('\n') };
}
