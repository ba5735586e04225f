// Makes a part of a workbook for a colleague.
import { existsSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import { type Leavable, leavable, type ShareContent } from '../../shared/features/exchange/share.ts';
import { takeDownload } from './files.ts';
import { writeOutput } from './outputs.ts';
import { UsageError } from './parse.ts';
import { answer, listed, needed, sourcesNamed, type Verb } from './verb.ts';

export const shareVerb: Verb = async (session, [out], { options }) => {
  const choice = {
    series: listed(options.series),
    sources: await sourcesNamed(session, listed(options.source)),
    without: listed(options.without).map(asLeavable),
  };
  if (options.preview) return answer(await session.app.ask('exchange.sharePreview', choice), sayContent);
  const path = newWorkbookPath(needed(out, 'Where to? Give a new file ending in .assay.'));
  const made = await session.app.ask('exchange.share', choice);
  const written = writeOutput(path, takeDownload(session.files, made.download), { isForced: false });
  return answer(
    { path: written, sources: made.sources, claims: made.claims },
    (one) => `${one.claims} claims, ${one.sources} sources. What comes back: assay merge`,
  );
};

/** A workbook is never written over. */
export function newWorkbookPath(out: string): string {
  const path = resolve(out);
  if (extname(path).toLowerCase() !== '.assay') throw new UsageError(`A shared part is a workbook: its name ends in .assay, not “${extname(out)}”.`);
  if (existsSync(path)) throw new AppError('conflict', 'output.workbook', { name: basename(path) });
  return path;
}

function asLeavable(word: string): Leavable {
  const known = leavable.find((one) => one === word);
  if (known === undefined) throw new UsageError(`--without takes ${leavable.join(', ')}; not “${word}”.`);
  return known;
}

function sayContent({ sources, claims, passages, verdicts, notes, grades, people, fileNames, tables, leftOut }: ShareContent): string {
  return [
    `${claims} claims, ${sources} sources, ${passages} passages, ${verdicts} verdicts`,
    `seen too: ${notes} notes, ${grades} grades, ${fileNames} file names; names of ${people.join(', ') || 'nobody'}`,
    ...tables.map(({ title, rows, chosen }) => `whole table: ${title}, ${rows} rows${chosen === rows ? '' : `, ${chosen} of them chosen`}`),
    `left out: ${leftOut.claims} claims, ${leftOut.sources} sources, ${leftOut.verdicts} verdicts`,
  ].join('\n');
}
