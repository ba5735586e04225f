// Brings a table in as rows.
import { existsSync } from 'node:fs';
import { basename, dirname, isAbsolute, resolve } from 'node:path';
import type { Input, Output } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import { tablesOfPackage } from '../core/jobs/tables/data-package.ts';
import { holdFile, readText } from './files.ts';
import { UsageError } from './parse.ts';
import { answer, needed, type Verb } from './verb.ts';
import { words } from './words.ts';

type Mapping = NonNullable<Input<'tables.import'>['mapping']>;

export const importVerb: Verb = async ({ app, files }, [table], { options }) => {
  const path = resolve(needed(table, 'Which table? Give a CSV, TSV, Excel or JSON-stat file, or the datapackage.json of one.'));
  const { file, description } = tableOf(path, options.table);
  const given = options.map === undefined ? undefined : readMapping(options.map);
  const sheet = options.sheet === undefined ? {} : { sheet: options.sheet };
  const asked = {
    file: holdFile(files, file),
    ...(description === undefined ? {} : { description }),
    ...(given === undefined && options.sheet === undefined ? {} : { mapping: { ...given, ...sheet } }),
    ...(options.match === undefined ? {} : { match: options.match.split(',').map((field) => field.trim()) }),
  };
  if (options.preview || options.propose) return answer(previewInWords(await app.ask('tables.preview', asked)), sayPreview);
  const made = await app.ask('tables.import', {
    ...asked,
    meta: {
      ...(options.title === undefined ? {} : { title: options.title }),
      ...(options.publisher === undefined ? {} : { publisher: options.publisher }),
      ...(options.date === undefined ? {} : { publishedOn: options.date }),
    },
  });
  return answer({ ...made, rejected: made.rejected.map(({ row, why }) => ({ row, why: words(why) })) }, sayImported);
};

/** The table itself, or the one that the description of a data package names. */
function tableOf(path: string, wanted: string | undefined): { file: string; description?: string } {
  if (basename(path) !== 'datapackage.json') return { file: path };
  const description = readText(path);
  const paths = tablesOfPackage(description, basename(path));
  const chosen = wanted === undefined ? paths[0] : paths.find((one) => one === wanted || basename(one) === wanted);
  const file = chosen === undefined ? undefined : resolve(dirname(path), chosen);
  // A description may only name files that lie beside it.
  if (file === undefined || isAbsolute(chosen!) || chosen!.split(/[\\/]/).includes('..') || /^[a-z]+:/i.test(chosen!))
    throw new AppError('not-found', 'tables.notInPackage', { name: chosen ?? wanted ?? '' });
  if (!existsSync(file)) throw new AppError('not-found', 'files.notFound', { name: chosen! });
  return { file, description };
}

function readMapping(path: string): Mapping {
  try {
    return JSON.parse(readText(path)) as Mapping;
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new UsageError(`${basename(path)} is no JSON.`);
  }
}

function previewInWords(preview: Output<'tables.preview'>) {
  return {
    ...preview,
    reasons: preview.reasons.map(({ at, why }) => ({ at, why: words(why) })),
    rejected: preview.rejected.map(({ row, why }) => ({ row, why: words(why) })),
    problems: preview.problems.map(({ at, why }) => ({ at, why: words(why) })),
  };
}

function sayPreview({
  rows,
  added,
  updated,
  skipped,
  rejectedCount,
  mapping,
  reasons,
  problems,
  rejected,
}: ReturnType<typeof previewInWords>): string {
  return [
    `${rows} rows: ${added} new, ${updated} with another value, ${skipped} known; ${rejectedCount} cannot be read`,
    ...mapping.columns.map(({ at, field, measure, period, unit }) => `${at.padEnd(8)} ${[field, measure, period, unit].filter(Boolean).join(' · ')}`),
    ...reasons.map(({ at, why }) => `${at.padEnd(8)} ${why}`),
    ...problems.map(({ at, why }) => `${at.padEnd(8)} ${why}`),
    ...rejected.map(({ row, why }) => `row ${row}  ${why}`),
  ].join('\n');
}

function sayImported({
  rows,
  added,
  updated,
  skipped,
  rejected,
}: {
  rows: number;
  added: number;
  updated: number;
  skipped: number;
  rejected: readonly { row: number; why: string }[];
}): string {
  return [
    `${rows} rows: ${added} new, ${updated} with another value, ${skipped} known; ${rejected.length} cannot be read`,
    ...rejected.map(({ row, why }) => `row ${row}  ${why}`),
  ].join('\n');
}
