// Which state an edited file was exported from, by whatever it still says of it.
import { AppError } from '../../../../../shared/errors.ts';
import type { ReadWorkbook } from '../../../../../shared/features/sources/read-sheet.ts';
import { baseFormat, type ExportBase, marksSheet, readBase } from '../base.ts';

/** @throws AppError where the file is no export, one of another workbook, or one that a newer Assay made. */
export function baseOfFile({ stated, sheets }: ReadWorkbook, workbook: string, name: string): ExportBase {
  const marks = sheets.filter((sheet) => sheet.name.startsWith(marksSheet)).flatMap(({ rows }) => rows.slice(0, 10).flatMap(({ cells }) => cells));
  const texts = [...stated, ...marks.filter((cell) => typeof cell === 'string')];
  const bases = texts.flatMap((text) => readBase(text) ?? []);
  if (bases.length === 0) throw new AppError('invalid-input', 'exchange.noExport', { name });
  const own = bases.find((base) => base.workbook === workbook);
  if (own === undefined) throw new AppError('conflict', 'exchange.otherWorkbook', { name });
  if (own.format > baseFormat) throw new AppError('newer-workbook', 'exchange.newerExport', { name });
  return own;
}
