// A stranger's table from its bytes to its rows: the text that passages stand in, the values behind it, a mapping where none is
// given, and what the rows say. Runs in a child process.
import { AppError } from '../../../../shared/errors.ts';
import { codePointsOf } from '../../../../shared/features/passages/code-points.ts';
import type { SheetLayout } from '../../../../shared/features/sources/cells.ts';
import { rowOfLine } from '../../../../shared/features/sources/layout.ts';
import type { ReadSheet } from '../../../../shared/features/sources/read-sheet.ts';
import { headLine, headSignature, headsOver } from '../../../../shared/features/tables/heads.ts';
import { type Mapping, type MappingInput, mappingSchema } from '../../../../shared/features/tables/mapping.ts';
import type { ProposalReason } from '../../../../shared/features/tables/proposal.ts';
import { proposeMapping } from '../../../../shared/features/tables/propose.ts';
import { headRowsOf, type ReadTable, readTable } from '../../../../shared/features/tables/read-table.ts';
import type { Table } from '../../../../shared/features/tables/table.ts';
import { extract } from '../extract/extract.ts';
import type { Extracted, ExtractRequest } from '../extract/extracted.ts';
import { xlsxType } from '../extract/media-type.ts';
import { readValues } from '../extract/tables/xlsx/read-values.ts';
import { mappingOfPackage } from './data-package.ts';

/** A mapping that read a table with these heads. */
export interface KnownMapping {
  readonly heads: string;
  readonly mapping: Mapping;
}

export interface TableRequest extends ExtractRequest {
  /** As the user gave it; proposed when absent. */
  readonly mapping?: MappingInput | undefined;
  /** The description of the data package that the table belongs to. */
  readonly description?: string | undefined;
  readonly known: readonly KnownMapping[];
  /** Rows whose cells are sent along. */
  readonly sample: number;
}

export interface TableAnswer {
  readonly extracted: Extracted;
  readonly sheets: readonly { readonly name: string; readonly rows: number; readonly columns: number }[];
  readonly mapping: Mapping;
  /** Why it is so where it was proposed; empty where it was given. */
  readonly reasons: readonly ProposalReason[];
  readonly origin: 'given' | 'proposed' | 'known' | 'package';
  /** The words over the columns, one a column. */
  readonly heads: readonly string[];
  readonly sample: readonly { readonly row: number; readonly cells: readonly string[] }[];
  readonly read: ReadTable;
}

export async function readTableFile(request: TableRequest): Promise<TableAnswer> {
  const described = request.description === undefined ? undefined : mappingOfPackage(request.description, request.name);
  const given =
    request.mapping === undefined && described === undefined ? undefined : mappingSchema.parse({ ...described, ...withoutEmpty(request.mapping) });
  const extracted = await extract({ ...request, isTable: true, encoding: given?.encoding ?? request.encoding, separator: given?.delimiter });
  if (extracted.layout?.kind !== 'sheets') throw new AppError('unreadable', 'tables.noTable', { name: request.name });
  const { sheets } = extracted.layout;
  const values = extracted.mediaType === xlsxType ? (await readValues(request)).sheets : [];
  const lines = sheetLines(extracted.text, sheets);
  const tables = new Map<SheetLayout, Table>();
  function tableOf(name: string | undefined): Table {
    const sheet = sheetNamed(sheets, name, request.name);
    const table = tables.get(sheet) ?? tableIn(sheet, lines.get(sheet)!, values);
    tables.set(sheet, table);
    return table;
  }
  const chosen =
    given === undefined || given.columns.length === 0
      ? propose(request, { sheets, tableOf, given })
      : { mapping: given, reasons: [], origin: request.mapping === undefined ? ('package' as const) : ('given' as const) };
  const table = tableOf(chosen.mapping.sheet);
  const mapping = { ...chosen.mapping, sheet: table.sheet };
  return {
    extracted,
    sheets: sheets.map((sheet) => ({ name: sheet.name, rows: lines.get(sheet)!.length, columns: sheet.columns })),
    mapping,
    reasons: chosen.reasons,
    origin: chosen.origin,
    heads: headsOfColumns(table, mapping),
    sample: table.rows.slice(0, request.sample).map(({ row, shown }) => ({ row, cells: shown })),
    read: readTable(table, mapping),
  };
}

function sheetLines(text: string, sheets: readonly SheetLayout[]): ReadonlyMap<SheetLayout, readonly string[]> {
  const points = codePointsOf(text);
  return new Map(sheets.map((sheet) => [sheet, points.slice(sheet.start, sheet.end).split('\n')]));
}

interface Sheets {
  readonly sheets: readonly SheetLayout[];
  readonly given: Mapping | undefined;
  tableOf(name: string | undefined): Table;
}

/** A mapping that read a table with the same heads before, else one that is proposed. */
function propose(request: TableRequest, { tableOf, given }: Sheets): Pick<TableAnswer, 'mapping' | 'reasons' | 'origin'> {
  const table = tableOf(given?.sheet);
  const known = request.known.find(({ heads, mapping }) => heads !== '' && heads === headSignature(headsOfColumns(table, mapping)));
  const proposal = known === undefined ? proposeMapping(table) : { mapping: { ...known.mapping, sheet: table.sheet, to: undefined }, reasons: [] };
  const parts = { ...proposal.mapping, ...withoutEmpty(given) };
  return { mapping: mappingSchema.parse(withoutUndefined(parts)), reasons: proposal.reasons, origin: known === undefined ? 'proposed' : 'known' };
}

function withoutUndefined(mapping: object): object {
  return Object.fromEntries(Object.entries(mapping).filter(([, value]) => value !== undefined));
}

/** What a mapping says, without what it leaves open. `kind` has a default and is said only where it is another. */
function withoutEmpty<M extends MappingInput>(given: M | undefined): Partial<M> {
  if (given === undefined) return {};
  // No head is something that is said; no other list is.
  const isSaid = ([name, value]: readonly [string, unknown]) =>
    value !== undefined && (name === 'head' || !(typeof value === 'object' && value !== null && Object.keys(value).length === 0));
  const said = Object.entries(given).filter(isSaid);
  return Object.fromEntries(
    given.columns === undefined || given.columns.length === 0 ? said.filter(([name, value]) => name !== 'kind' || value !== 'figure') : said,
  ) as Partial<M>;
}

/** The words over each column. */
function headsOfColumns(table: Table, mapping: Mapping): string[] {
  const over = headsOver(table, headRowsOf(table, mapping));
  const width = Math.max(0, ...table.rows.slice(0, 200).map(({ shown }) => shown.length));
  return Array.from({ length: width }, (_, index) => headLine(over(index + 1)));
}

function sheetNamed(sheets: readonly SheetLayout[], name: string | undefined, file: string): SheetLayout {
  const found = name === undefined ? sheets[0] : (sheets.find((sheet) => sheet.name === name) ?? sheets[Number(name) - 1]);
  if (found === undefined) throw new AppError('not-found', 'tables.noSheet', { name: file, sheet: name ?? '' });
  return found;
}

function tableIn(sheet: SheetLayout, lines: readonly string[], values: readonly ReadSheet[]): Table {
  const read = values.find(({ name }) => name === sheet.name);
  const cells = read === undefined ? undefined : new Map(read.rows.map((row) => [row.row, row.cells]));
  return {
    sheet: sheet.name,
    merged: read?.merged ?? [],
    rows: lines.map((line, index) => {
      const row = rowOfLine(sheet, index);
      return { row, shown: line.split('\t'), ...(cells === undefined ? {} : { values: cells.get(row) ?? [] }) };
    }),
  };
}
