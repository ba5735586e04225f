// Hands the workbook over as a new file, built from allowed rows only.
import Papa from 'papaparse';
import { AppError } from '../../../../shared/errors.ts';
import type { Claim, ClaimSource } from '../../../../shared/features/claims/model.ts';
import { type ExportTable, exportTableNames } from '../../../../shared/features/exchange/contract.ts';
import type { Observation } from '../../../../shared/features/ledger/model.ts';
import type { Source } from '../../../../shared/features/sources/model.ts';
import { withoutFormulaLead } from '../../../../shared/formula-lead.ts';
import { allInWords } from '../../../../shared/in-words.ts';
import { formatQuantity } from '../../../../shared/quantity/index.ts';
import type { Handlers } from '../../dispatch.ts';
import type { Files } from '../../host.ts';
import { type ApplyOptions, createApplyHandlers } from './apply/index.ts';
import { baseFormat, baseProperty, baseText, marksSheet, marksTable, type Origin, withDigests } from './base.ts';
import { type Cell, type Table, textOf } from './cells.ts';
import { createMergeHandlers, type MergeOptions } from './merging.ts';
import type { PolicyContent } from './policy-content.ts';
import { policyTableNames } from './policy-sheets.ts';
import { createShareHandlers, type ShareOptions } from './sharing.ts';
import { type Evidence, evidenceTables, exportTables } from './sheets.ts';
import { wordingIn } from './wording.ts';
import { toXlsx } from './xlsx/write-xlsx.ts';

export interface ExchangeOptions {
  readonly files: Files;
  readonly name: string;
  readonly claims: { all(): readonly Claim[]; source(id: string | null): ClaimSource | undefined };
  readonly ledger: { observations(): readonly Observation[] };
  /** What is known on a day; supplied by the policy feature. */
  policy(on: string | undefined): PolicyContent;
  sources(): Source[];
  /** Which state of which workbook is handed over. */
  origin(): Origin;
  listed(claim: Claim): object;
  readonly merging: MergeOptions;
  readonly sharing: ShareOptions;
  readonly applying: Omit<ApplyOptions, 'files' | 'origin'>;
}

const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
} as const;

export function createExchangeHandlers(options: ExchangeOptions): Handlers<'exchange'> {
  return {
    ...createMergeHandlers(options.files, options.merging),
    async export({ format, language, table, on }) {
      if (table !== undefined && format !== 'csv') throw new AppError('invalid-input', 'exchange.tableOfCsv', { field: 'table', format });
      const claims = options.claims.all();
      const sources = options.sources();
      const bytes = await write(format, options, { claims, sources, locale: language, table, on });
      const name = `${[options.name, ...(table === undefined ? [] : [table.toLowerCase()])].join('-')}.${format}`;
      const download = options.files.offer({ name, mediaType: mediaTypes[format], bytes });
      return { download, name, mediaType: mediaTypes[format], bytes: bytes.length, claims: claims.length, sources: sources.length };
    },
    ...createShareHandlers(options.files, options.name, options.sharing),
    ...createApplyHandlers({ ...options.applying, files: options.files, origin: options.origin }),
  };
}

interface Asked extends Pick<Evidence, 'claims' | 'sources' | 'locale'> {
  readonly table: ExportTable | undefined;
  readonly on: string | undefined;
}

async function write(format: keyof typeof mediaTypes, options: ExchangeOptions, { table, on, ...asked }: Asked): Promise<Uint8Array> {
  const { claims, ledger, listed, name } = options;
  const observations = ledger.observations();
  let known: PolicyContent | undefined;
  const policy = () => {
    known ??= options.policy(on);
    return known;
  };
  const say = wordingIn(asked.locale);
  if (format === 'json') {
    const { described, ...told } = policy();
    const content = {
      workbook: name,
      sources: asked.sources.map(publicSource),
      claims: asked.claims.map(listed),
      ledger: observations.map((observation) => publicObservation(observation, asked.locale)),
      policy: allInWords(told, say),
      described,
    };
    return Buffer.from(`${JSON.stringify(content, null, 2)}\n`, 'utf8');
  }
  const evidence = { ...asked, sourceOf: (claim: Claim) => claims.source(claim.sourceId) };
  const tables = (names: readonly ExportTable[]) => exportTables({ ...evidence, observations, policy, say }, names);
  if (format === 'xlsx') return xlsxOf(tables(exportTableNames), evidence, options.origin());
  return Buffer.from(
    table === undefined ? claimsToCsv(tables(['Figures', 'Events', 'Statements'])) : tables([table]).map(tableToCsv).join(''),
    'utf8',
  );
}

/** With what tells, once the file was edited outside, which state it shows and which row is which record. */
function xlsxOf(tables: readonly Table[], evidence: Evidence, origin: Origin): Promise<Uint8Array> {
  const marked = evidenceTables(evidence);
  const base = { ...origin, format: baseFormat, language: evidence.locale };
  const shown = tables.filter(({ name, rows }) => rows.length > 0 || !isOfPolicy(name));
  const isMarked = (name: string) => marked.some(({ table }) => table.name === name);
  return toXlsx([...shown.map((one) => (isMarked(one.name) ? withDigests(one) : one)), marksTable(base, marked)], {
    identity: baseText(base),
    property: baseProperty,
    hidden: [marksSheet],
  });
}

const isOfPolicy = (name: string) => policyTableNames.some((one) => one === name);

/** File names may name a person or a folder; they stay here. */
function publicSource({ fileName: _fileName, dropped: _dropped, ...source }: Source): object {
  return source;
}

/** Who decided stays here too; that somebody did, and why, travels. */
function publicObservation({ verdict, ...observation }: Observation, locale: string): object {
  const shown = { ...observation, valueText: formatQuantity(observation, { locale }) };
  if (verdict === null) return { ...shown, verdict };
  const { by: _by, ...decided } = verdict;
  return { ...shown, verdict: decided };
}

/** All claims in one table: the columns of the three claim sheets, the kind first. */
function claimsToCsv(claimTables: readonly Table[]): string {
  const headers = [...new Set(claimTables.flatMap((table) => table.columns.map((column) => column.header)))];
  const rows = claimTables.flatMap((table) => {
    const at = new Map(table.columns.map((column, index) => [column.header, index]));
    return Array.from(table.rows, (row) => [
      table.name.slice(0, -1).toLowerCase(),
      ...headers.map((header) => cellText(at.has(header) ? (row[at.get(header)!] ?? null) : null)),
    ]);
  });
  return csvOf([['Kind', ...headers], ...rows]);
}

function tableToCsv({ columns, rows }: Table): string {
  return csvOf([columns.map(({ header }) => header), ...Array.from(rows, (row) => row.map(cellText))]);
}

function csvOf(lines: readonly (readonly string[])[]): string {
  return `\uFEFF${Papa.unparse(
    lines.map((line) => [...line]),
    { newline: '\r\n' },
  )}\r\n`;
}

function cellText(cell: Cell): string {
  return typeof cell === 'number' ? String(cell) : withoutFormulaLead(textOf(cell));
}
