// What an export says, sheet by sheet: plain tables of named columns, the same for every format. Evidence columns (quote,
// source, link) stand beside every value; ids that a later re-import needs are marked as hidden.

import { detailText } from '../../../../shared/features/claims/details.ts';
import type { Claim, ClaimSource } from '../../../../shared/features/claims/model.ts';
import { chainOf } from '../../../../shared/features/claims/origin.ts';
import type { ExportTable } from '../../../../shared/features/exchange/contract.ts';
import type { Observation } from '../../../../shared/features/ledger/model.ts';
import { measuredOf } from '../../../../shared/features/ledger/rules.ts';
import type { Source } from '../../../../shared/features/sources/model.ts';
import type { Message } from '../../../../shared/message.ts';
import { findPeriod } from '../../../../shared/period/index.ts';
import { canonicalQuantity, formatQuantity, type Measured, readingQuantity } from '../../../../shared/quantity/index.ts';
import { type Cell, type Column, dayCell, joined, numberCell, type Table, table, words } from './cells.ts';
import type { PolicyContent } from './policy-content.ts';
import { policyTables } from './policy-sheets.ts';

export interface ExportContent {
  readonly claims: readonly Claim[];
  readonly sources: readonly Source[];
  readonly observations: readonly Observation[];
  policy(): PolicyContent;
  sourceOf(claim: Claim): ClaimSource | undefined;
  /** Of the values as worded; numbers, dates and codes stand beside them for programs. */
  readonly locale: string;
  say(message: Message): string;
}

/** Those of some names, in their order: what is not asked for is not reckoned. */
export function exportTables(content: ExportContent, names: readonly ExportTable[]): Table[] {
  const sourceRow = new Map(content.sources.map((source, row) => [source.id, row]));
  const claimRow = new Map<string, { sheet: string; row: number }>();
  const ofKind = (kind: Claim['kind']) => content.claims.filter((claim) => claim.kind === kind);
  for (const [sheet, kind] of [
    ['Figures', 'figure'],
    ['Events', 'event'],
    ['Statements', 'statement'],
  ] as const) {
    ofKind(kind).forEach((claim, row) => void claimRow.set(claim.id, { sheet, row }));
  }
  const evidence = evidenceColumns(content, sourceRow);
  const makers: Readonly<Record<ExportTable, () => Table>> = {
    Figures: () => table('Figures', [...figureColumns(content.locale), ...evidence], ofKind('figure')),
    Events: () => table('Events', [...eventColumns(content.locale), ...evidence], ofKind('event')),
    Statements: () => table('Statements', [...statementColumns, ...evidence], ofKind('statement')),
    Ledger: () => table('Ledger', ledgerColumns(content, claimRow), content.observations),
    ...policyTables(content.policy, { ...content, claimCell: (claim) => linkToClaim(claim, content.sourceOf, claimRow) }),
    Sources: () => table('Sources', sourceColumns, content.sources),
  };
  return names.map((name) => makers[name]());
}

/** A bound in full (multiplier applied). */
function bound(value: Measured, end: 'low' | 'high'): Cell {
  return numberCell(canonicalQuantity(value)[end]);
}

function dayOf(period: string | null, end: 'earliest' | 'latest'): Cell {
  return dayCell(findPeriod(period)?.[end] ?? null);
}

const quantityColumns = (locale: string): readonly Column<Claim>[] => [
  { header: 'Value', width: 16, cell: (claim) => (claim.value === null ? null : formatQuantity(measuredOf(claim), { locale })) },
  { header: 'Low', width: 14, cell: (claim) => (claim.value === null ? null : bound(measuredOf(claim), 'low')) },
  { header: 'High', width: 14, cell: (claim) => (claim.value === null ? null : bound(measuredOf(claim), 'high')) },
  { header: 'Qualifier', width: 10, cell: (claim) => claim.value?.qualifier ?? null },
  { header: 'Unit', width: 8, cell: (claim) => claim.unit },
  { header: 'Change', width: 10, cell: (claim) => claim.change },
];

const periodColumns: readonly Column<Claim>[] = [
  { header: 'Period', width: 16, cell: (claim) => claim.period },
  { header: 'From', width: 12, cell: (claim) => dayOf(claim.period, 'earliest') },
  { header: 'To', width: 12, cell: (claim) => dayOf(claim.period, 'latest') },
];

const figureColumns = (locale: string): readonly Column<Claim>[] => [
  { header: 'Measure', width: 24, cell: (claim) => words(claim.measure) },
  { header: 'Subject', width: 26, cell: (claim) => claim.subject },
  { header: 'Area', width: 8, cell: (claim) => joined(claim.area) },
  { header: 'Counterpart', width: 10, cell: (claim) => claim.counterpart },
  { header: 'Basis', width: 22, cell: (claim) => joined(claim.basis) },
  ...periodColumns,
  ...quantityColumns(locale),
  { header: 'Status', width: 10, cell: (claim) => claim.status },
  { header: 'Vintage', width: 14, cell: (claim) => claim.vintage },
  { header: 'Condition', width: 24, cell: (claim) => claim.condition },
  { header: 'Deadline', width: 10, cell: (claim) => (claim.deadline === false ? null : claim.deadline === true ? 'yes' : claim.deadline) },
  { header: 'Per', width: 8, cell: (claim) => claim.per },
  { header: 'Path', width: 24, cell: (claim) => (claim.path === null ? null : JSON.stringify(claim.path)) },
  {
    header: 'Readings',
    width: 30,
    cell: (claim) => joined(claim.readings.map((one) => `${one.label}: ${formatQuantity(readingQuantity(one), { locale })}`)),
  },
  { header: 'readings in full', isHidden: true, cell: (claim) => (claim.readings.length === 0 ? null : JSON.stringify(claim.readings)) },
];

const eventColumns = (locale: string): readonly Column<Claim>[] => [
  { header: 'Subject', width: 26, cell: (claim) => claim.subject },
  { header: 'Type of subject', width: 12, cell: (claim) => claim.subjectType },
  { header: 'Stage', width: 12, cell: (claim) => words(claim.stage) },
  { header: 'Type', width: 12, cell: (claim) => claim.type },
  { header: 'What', width: 40, cell: (claim) => claim.what },
  ...periodColumns,
  ...quantityColumns(locale),
  { header: 'Status', width: 10, cell: (claim) => claim.status },
  { header: 'Area', width: 8, cell: (claim) => joined(claim.area) },
  { header: 'Counterpart', width: 10, cell: (claim) => claim.counterpart },
  { header: 'By', width: 18, cell: (claim) => joined(claim.by) },
  { header: 'Counterparties', width: 18, cell: (claim) => joined(claim.counterparties) },
  { header: 'Cause', width: 24, cell: (claim) => claim.cause },
  { header: 'Condition', width: 24, cell: (claim) => claim.condition },
  { header: 'Depth', width: 10, cell: (claim) => words(claim.depth) },
  { header: 'Sequence', width: 24, cell: (claim) => joined(claim.sequence) },
  { header: 'Until', width: 12, cell: (claim) => claim.until },
  { header: 'Batch', width: 24, cell: (claim) => claim.batch },
  { header: 'Details', width: 30, cell: (claim) => joined(claim.details.map(detailText)) },
];

const statementColumns: readonly Column<Claim>[] = [
  { header: 'Actor', width: 26, cell: (claim) => claim.actor },
  { header: 'Role', width: 18, cell: (claim) => claim.role },
  { header: 'Topic', width: 30, cell: (claim) => claim.topic },
  { header: 'Stance', width: 10, cell: (claim) => claim.stance },
  { header: 'Gist', width: 60, cell: (claim) => claim.gist },
  { header: 'Basis', width: 22, cell: (claim) => joined(claim.basis) },
  { header: 'Condition', width: 24, cell: (claim) => claim.condition },
  ...periodColumns,
];

function evidenceColumns({ sourceOf, locale }: ExportContent, sourceRow: ReadonlyMap<string, number>): Column<Claim>[] {
  return [
    { header: 'As worded', width: 20, cell: (claim) => claim.original },
    { header: 'Quote', width: 60, cell: (claim) => claim.passages[0]?.exact ?? null },
    {
      header: 'More quotes',
      width: 40,
      cell: (claim) =>
        claim.passages
          .slice(1)
          .map((passage) => passage.exact)
          .join('\n'),
    },
    { header: 'Differs from passage', width: 30, cell: (claim) => differsText(claim, locale) },
    { header: 'Source', width: 36, cell: (claim) => linkToSource(claim, sourceOf(claim), sourceRow) },
    { header: 'Grade', width: 7, cell: (claim) => `${sourceOf(claim)?.grade ?? '–'}${claim.credibility}` },
    {
      header: 'Chain',
      width: 36,
      cell: (claim) =>
        chainOf(claim, sourceOf(claim))
          .map((link) => link.name)
          .join(' → '),
    },
    { header: 'Said by', width: 24, cell: (claim) => joined(claim.saidBy.map(({ name, role }) => (role === null ? name : `${name} (${role})`))) },
    { header: 'Via', width: 18, cell: (claim) => joined(claim.via) },
    { header: 'Made on', width: 12, cell: (claim) => claim.madeOn ?? sourceOf(claim)?.publishedOn ?? null },
    { header: 'Made on read from', width: 20, cell: (claim) => claim.madeOnBasis },
    { header: 'Rank', width: 10, cell: (claim) => claim.rank },
    { header: 'Reason for the rank', width: 24, cell: (claim) => claim.rankReason },
    { header: 'Hedge', width: 10, cell: (claim) => claim.hedge },
    { header: 'Note', width: 36, cell: (claim) => claim.note },
    { header: 'Tags', width: 16, cell: (claim) => joined(claim.tags) },
    { header: 'Period read from', width: 20, cell: (claim) => claim.periodBasis },
    // Low and high are in full; this is how the source wrote them: 4.6 with 9 is 4.6bn.
    { header: 'multiplier', isHidden: true, cell: (claim) => (claim.value === null ? null : claim.multiplier) },
    { header: 'claim id', isHidden: true, cell: (claim) => claim.id },
    { header: 'source id', isHidden: true, cell: (claim) => claim.sourceId },
    { header: 'passage id', isHidden: true, cell: (claim) => joined(claim.passages.map((passage) => passage.id)) },
    { header: 'passage start', isHidden: true, cell: (claim) => claim.passages[0]?.start ?? null },
    { header: 'content key', isHidden: true, cell: (claim) => claim.contentKey },
  ];
}

/** What was captured, and why the claim says something else now. */
function differsText({ captured, capturedReason }: Claim, locale: string): Cell {
  if (captured === null) return null;
  const said = [captured.value === null ? '' : formatQuantity(measuredOf(captured), { locale }), captured.period ?? ''].filter((part) => part !== '');
  return [`captured: ${said.join(', ')}`, capturedReason].filter((part) => part !== '').join('. ');
}

function linkToSource(claim: Claim, source: ClaimSource | undefined, sourceRow: ReadonlyMap<string, number>): Cell {
  if (source === undefined || claim.sourceId === null) return null;
  const row = sourceRow.get(claim.sourceId);
  return row === undefined ? source.title : { text: source.title, sheet: 'Sources', row };
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
    { header: 'Low', width: 14, cell: (one) => bound(one, 'low') },
    { header: 'High', width: 14, cell: (one) => bound(one, 'high') },
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

const sourceColumns: readonly Column<Source>[] = [
  { header: 'Title', width: 50, cell: (source) => source.title },
  { header: 'Publisher', width: 24, cell: (source) => source.publisher },
  { header: 'Author', width: 20, cell: (source) => source.author },
  { header: 'Published on', width: 14, cell: (source) => source.publishedOn },
  { header: 'Retrieved on', width: 14, cell: (source) => source.retrievedOn },
  { header: 'Kind', width: 10, cell: (source) => source.kind },
  { header: 'Media type', width: 18, cell: (source) => source.mediaType },
  { header: 'Language', width: 8, cell: (source) => source.language },
  { header: 'Grade', width: 7, cell: (source) => source.grade },
  { header: 'Reason for the grade', width: 40, cell: (source) => source.gradeReason },
  { header: 'Address', width: 40, cell: (source) => (source.url === null ? null : { text: source.url, url: source.url }) },
  { header: 'Note', width: 40, cell: (source) => source.note },
  { header: 'Characters', width: 10, cell: (source) => source.chars },
  { header: 'sha-256', width: 20, cell: (source) => source.sha256 },
  { header: 'source id', isHidden: true, cell: (source) => source.id },
  { header: 'copy of', isHidden: true, cell: (source) => source.copyOf },
];
