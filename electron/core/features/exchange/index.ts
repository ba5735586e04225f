// Hands the workbook over as a new file, built from allowed rows only.
import Papa from 'papaparse';
import type { Claim, ClaimSource } from '../../../../shared/features/claims/model.ts';
import type { Observation } from '../../../../shared/features/ledger/model.ts';
import type { Source } from '../../../../shared/features/sources/model.ts';
import { withoutFormulaLead } from '../../../../shared/formula-lead.ts';
import { formatQuantity } from '../../../../shared/quantity/index.ts';
import type { Handlers } from '../../dispatch.ts';
import type { Files } from '../../host.ts';
import { type Cell, type ExportContent, exportTables, type Table } from './sheets.ts';
import { toXlsx } from './write-xlsx.ts';

export interface ExchangeOptions {
  readonly files: Files;
  readonly name: string;
  readonly claims: { all(): readonly Claim[]; source(id: string | null): ClaimSource | undefined };
  readonly ledger: { observations(): readonly Observation[] };
  sources(): Source[];
  listed(claim: Claim): object;
}

const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
} as const;

export function createExchangeHandlers(options: ExchangeOptions): Handlers<'exchange'> {
  return {
    async export({ format, language }) {
      const claims = options.claims.all();
      const sources = options.sources();
      const bytes = await write(format, options, { claims, sources, locale: language });
      const name = `${options.name}.${format}`;
      const download = options.files.offer({ name, mediaType: mediaTypes[format], bytes });
      return { download, name, mediaType: mediaTypes[format], bytes: bytes.length, claims: claims.length, sources: sources.length };
    },
  };
}

async function write(
  format: keyof typeof mediaTypes,
  { claims, ledger, listed, name }: ExchangeOptions,
  { claims: all, sources, locale }: Pick<ExportContent, 'claims' | 'sources' | 'locale'>,
): Promise<Uint8Array> {
  const observations = ledger.observations();
  if (format === 'json') {
    const content = {
      workbook: name,
      sources: sources.map(publicSource),
      claims: all.map(listed),
      ledger: observations.map((observation) => publicObservation(observation, locale)),
    };
    return Buffer.from(`${JSON.stringify(content, null, 2)}\n`, 'utf8');
  }
  const tables = exportTables({ claims: all, sources, observations, sourceOf: (claim) => claims.source(claim.sourceId), locale });
  return format === 'xlsx' ? toXlsx(tables) : Buffer.from(toCsv(tables), 'utf8');
}

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
function toCsv(tables: readonly Table[]): string {
  const claimTables = tables.filter((table) => ['Figures', 'Events', 'Statements'].includes(table.name));
  const headers = [...new Set(claimTables.flatMap((table) => table.columns.map((column) => column.header)))];
  const rows = claimTables.flatMap((table) => {
    const at = new Map(table.columns.map((column, index) => [column.header, index]));
    return table.rows.map((row) => [
      table.name.slice(0, -1).toLowerCase(),
      ...headers.map((header) => cellText(at.has(header) ? (row[at.get(header)!] ?? null) : null)),
    ]);
  });
  return `\uFEFF${Papa.unparse([['Kind', ...headers], ...rows], { newline: '\r\n' })}\r\n`;
}

function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = typeof cell === 'string' ? cell : 'day' in cell ? cell.day : cell.text;
  return withoutFormulaLead(text);
}
