// Takes back an export that was edited outside.
import { resolve } from 'node:path';
import type { Input } from '../../shared/contract.ts';
import type { Comparison } from '../../shared/features/exchange/applied.ts';
import { holdFile, readAnswers } from './files.ts';
import { UsageError } from './parse.ts';
import { answer, needed, type Verb } from './verb.ts';

export const applyVerb: Verb = async ({ app, files }, [edited], { options }) => {
  const path = resolve(needed(edited, 'Which edited file? Give an .xlsx that was exported from this workbook.'));
  const file = holdFile(files, path);
  const way = { file, hasBase: !options['no-base'] };
  if (options.as !== undefined && options.as !== 'edit') throw new UsageError('--as is edit: changed values correct the claims that they stand for.');
  if (options.preview) return answer(await app.ask('exchange.applyPreview', way), sayComparison);
  const made = await app.ask('exchange.apply', {
    ...way,
    ...(options.as === undefined ? {} : { as: 'edit' }),
    ...(options.answers === undefined ? {} : { answers: readAnswers<NonNullable<Input<'exchange.apply'>['answers']>>(options.answers) }),
  });
  return answer(made, ({ applied }) => `${applied.changed} changes, ${applied.added} new claims, ${applied.deleted} removed. ${sayComparison(made)}`);
};

function sayComparison({ unchanged, changed, added, deleted, conflicts, ignored }: Comparison): string {
  const lines = [
    `${unchanged} unchanged, ${changed.length} changed, ${added.length} new, ${deleted.length} rows gone, ${conflicts.length} conflicts`,
    ...changed.map((one) => `changed   ${one.record}  ${one.field}: ${JSON.stringify(one.from)} → ${JSON.stringify(one.to)}`),
    ...added.map((one) => `new       ${one.id}`),
    ...deleted.map((one) => `gone      ${one.record}`),
    ...conflicts.map((one) => `conflict  ${one.record}  ${one.field}: ${JSON.stringify(one.mine)} | ${JSON.stringify(one.theirs)}`),
    ...ignored.map((one) => `not taken ${one.sheet}${one.at === null ? '' : `!${one.at}`}  ${one.what}${one.count > 1 ? ` (${one.count})` : ''}`),
  ];
  return lines.join('\n');
}
