// What an export says, sheet by sheet: plain tables of named columns, the same for every format. Evidence columns (quote,
// source, link) stand beside every value; ids that a later re-import needs are marked as hidden.

import { type Claim, type ClaimKind, type ClaimSource, claimKinds } from '../../../../shared/features/claims/model.ts';
import type { ExportTable } from '../../../../shared/features/exchange/contract.ts';
import type { Extra } from '../../../../shared/features/exchange/extras.ts';
import type { Observation } from '../../../../shared/features/ledger/model.ts';
import type { Source } from '../../../../shared/features/sources/model.ts';
import type { Message } from '../../../../shared/message.ts';
import { formatQuantity } from '../../../../shared/quantity/index.ts';
import { type Cell, type Column, joined, type Table, table, words } from './cells.ts';
import { bound, type ClaimWording, claimColumns, claimSheets, dayOf, differsText } from './claim-columns.ts';
import { type OverviewContent, overviewTables } from './overview-sheets.ts';
import type { PolicyContent } from './policy-content.ts';
import { policyTables } from './policy-sheets.ts';
import { sourceColumns } from './source-columns.ts';

/** What can be read back of an export. */
export interface Evidence extends Pick<ClaimWording, 'locale'> {
  /** What was asked for beside what always stands there; every column without it. */
  readonly extras?: ReadonlySet<Extra> | undefined;
  readonly claims: readonly Claim[];
  readonly sources: readonly Source[];
  sourceOf(claim: Claim): ClaimSource | undefined;
}

export interface ExportContent extends Evidence, Pick<OverviewContent, 'name' | 'origin' | 'conflicts' | 'passages' | 'extras'> {
  readonly extras: ReadonlySet<Extra>;
  readonly observations: readonly Observation[];
  policy(): PolicyContent;
  say(message: Message): string;
}

/** A table with the records that its rows show. */
export type EvidenceTable =
  | { readonly kind: ClaimKind; readonly table: Table; readonly records: readonly Claim[] }
  | { readonly kind: 'source'; readonly table: Table; readonly records: readonly Source[] };

export function evidenceTables({ claims, sources, sourceOf, locale, extras }: Evidence): EvidenceTable[] {
  const asked = <T>(columns: readonly Column<T>[]) => columns.filter(({ extra }) => extra === undefined || extras === undefined || extras.has(extra));
  const rowOf = new Map(sources.map((source, row) => [source.id, row]));
  const wording = { locale, sourceOf, sourceRow: (id: string) => rowOf.get(id) };
  return [
    ...claimKinds.map((kind) => {
      const records = claims.filter((claim) => claim.kind === kind);
      return { kind, table: table(claimSheets[kind], asked(claimColumns(kind, wording)), records), records };
    }),
    { kind: 'source', table: table('Sources', asked(sourceColumns), sources), records: sources },
  ];
}

/** Those of some names, in their order: what is not asked for is not reckoned. */
export function exportTables(content: ExportContent, names: readonly ExportTable[]): Table[] {
  const evidence = evidenceTables(content);
  const claimRow = new Map<string, { sheet: string; row: number }>();
  for (const {
    kind,
    table: { name: sheet },
    records,
  } of evidence)
    if (kind !== 'source') records.forEach(({ id }, row) => void claimRow.set(id, { sheet, row }));
  const claimCell = (claim: Claim | undefined) => linkToClaim(claim, content.sourceOf, claimRow);
  const sourceRow = new Map(content.sources.map(({ id, title }, row) => [id, { text: title, sheet: 'Sources', row }]));
  const sourceCell = (id: string): Cell => sourceRow.get(id) ?? null;
  const makers: Readonly<Record<string, () => Table>> = {
    ...Object.fromEntries(evidence.map(({ table: made }) => [made.name, () => made])),
    Ledger: () =>
      table(
        'Ledger',
        ledgerColumns(content, claimRow).filter(({ extra }) => extra === undefined || content.extras.has(extra)),
        content.observations,
      ),
    ...policyTables(content.policy, { ...content, claimCell }),
    ...overviewTables({ ...content, claimCell, sourceCell }),
  };
  return names.map((name) => makers[name]!());
}

function ledgerColumns(
  { claims, sourceOf, locale }: ExportContent,
  claimRow: ReadonlyMap<string, { sheet: string; row: number }>,
): Column<Observation>[] {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const shown = (one: Observation) => byId.get(one.verdict?.claimId ?? one.claims[0] ?? '');
  return [
    { header: 'Measure', width: 24, cell: (one) => words(one.series.measure) },
    { header: 'Subject', width: 26, cell: (one) => one.series.subject },
    { header: 'Area', width: 8, cell: (one) => joined(one.series.area) },
    { header: 'Counterpart', width: 10, cell: (one) => one.series.counterpart },
    { header: 'Basis', width: 22, cell: (one) => joined(one.series.basis) },
    { header: 'Period', width: 16, cell: (one) => one.period },
    { header: 'From', width: 12, cell: (one) => dayOf(one.period, 'earliest') },
    { header: 'To', width: 12, cell: (one) => dayOf(one.period, 'latest') },
    { header: 'Value', width: 16, cell: (one) => formatQuantity(one, { locale }) },
    { header: 'Low', width: 14, cell: (one) => bound(one, 'low', locale) },
    { header: 'High', width: 14, cell: (one) => bound(one, 'high', locale) },
    { header: 'Qualifier', width: 10, cell: (one) => one.qualifier },
    { header: 'Unit', width: 8, cell: (one) => one.unit },
    { header: 'Change', width: 10, cell: (one) => one.change },
    { header: 'Status', width: 10, cell: (one) => one.status },
    { header: 'State', width: 10, cell: (one) => one.state },
    { header: 'Class', width: 10, cell: (one) => one.class },
    { header: 'Issuer', width: 18, cell: (one) => one.issuer },
    { header: 'Differs from passage', width: 30, cell: (one) => differsOf(shown(one), locale) },
    { header: 'Claims', width: 8, cell: (one) => one.claims.length },
    { header: 'Origins', width: 8, cell: (one) => one.support },
    { header: 'Reason', width: 40, cell: (one) => one.verdict?.reason ?? null },
    { header: 'Decided by', width: 18, extra: 'people', cell: (one) => one.verdict?.by ?? null },
    { header: 'Quote', width: 60, cell: (one) => shown(one)?.passages[0]?.exact ?? null },
    { header: 'Source', width: 36, cell: (one) => linkToClaim(shown(one), sourceOf, claimRow) },
    { header: 'observation id', isHidden: true, cell: (one) => one.id },
    { header: 'series id', isHidden: true, cell: (one) => one.seriesId },
    { header: 'claim ids', isHidden: true, cell: (one) => joined(one.claims) },
  ];
}

function differsOf(claim: Claim | undefined, locale: string): Cell {
  return claim === undefined ? null : differsText(claim, locale);
}

function linkToClaim(
  claim: Claim | undefined,
  sourceOf: ExportContent['sourceOf'],
  claimRow: ReadonlyMap<string, { sheet: string; row: number }>,
): Cell {
  if (claim === undefined) return null;
  const place = claimRow.get(claim.id);
  const text = sourceOf(claim)?.title ?? 'claim';
  return place === undefined ? text : { text, ...place };
}
