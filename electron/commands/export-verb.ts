// Hands a workbook over as a file.
import { extname } from 'node:path';
import type { Input } from '../../shared/contract.ts';
import { type ExportFormat, exportFormats, exportTableNames } from '../../shared/features/exchange/contract.ts';
import { type Extra, extras } from '../../shared/features/exchange/extras.ts';
import { exportPicture, isPicture } from './board-verbs.ts';
import { takeDownload } from './files.ts';
import { assertOutput, writeOutput } from './outputs.ts';
import { UsageError } from './parse.ts';
import { exportReport } from './report-verbs.ts';
import type { CommandSession } from './session.ts';
import { answer, listed, needed, sourcesNamed, type Verb } from './verb.ts';

export const exportVerb: Verb = async (session, [out], { options }) => {
  const { app, files } = session;
  const path = needed(out, `Where to? Give a file ending in .${exportFormats.slice(0, -1).join(', .')} or .${exportFormats.at(-1)}.`);
  const format = extname(path).slice(1).toLowerCase();
  if (options.report !== undefined) return exportReport(session, path, format, options);
  if (isPicture(format)) return exportPicture(session, path, format, options);
  if (!isFormat(format)) throw new UsageError(`Assay exports .${exportFormats.join(', .')}; not “${extname(path)}”.`);
  const way = { isForced: options.force ?? false };
  assertOutput(path, way);
  const made = await app.ask('exchange.export', {
    format,
    ...chosenTable(options.table),
    ...(options.on === undefined ? {} : { on: options.on }),
    ...(options.with === undefined ? {} : { with: listed(options.with).map(asExtra) }),
    series: await seriesNamed(session, listed(options.series)),
    sources: await sourcesNamed(session, listed(options.source)),
  });
  const written = writeOutput(path, takeDownload(files, made.download), way);
  return answer(
    { path: written, bytes: made.bytes, claims: made.claims, sources: made.sources },
    (one) => `${one.claims} claims, ${one.sources} sources: ${one.bytes} bytes`,
  );
};

function isFormat(word: string): word is ExportFormat {
  return exportFormats.some((one) => one === word);
}

/** In any letter case. */
function chosenTable(name: string | undefined): Pick<Input<'exchange.export'>, 'table'> {
  if (name === undefined) return {};
  const table = exportTableNames.find((one) => one.toLowerCase() === name.toLowerCase());
  if (table === undefined) throw new UsageError(`--table is ${exportTableNames.slice(0, -1).join(', ')} or ${exportTableNames.at(-1)}.`);
  return { table };
}

function asExtra(word: string): Extra {
  const known = extras.find((one) => one === word);
  if (known === undefined) throw new UsageError(`--with takes ${extras.join(', ')}; not “${word}”.`);
  return known;
}

/** Ids of series by id, measure, subject or label. */
async function seriesNamed({ app }: Pick<CommandSession, 'app'>, names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return [];
  const found = await Promise.all(names.map((series) => app.ask('ledger.list', { series })));
  return [...new Set(found.flatMap(({ observations }) => observations.map(({ seriesId }) => seriesId)))];
}
