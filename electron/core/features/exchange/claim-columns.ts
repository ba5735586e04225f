// The columns of a claim. Each field has one; values, periods and codes stand in words for people and, beside them, as they are
// stored. What stands in a column with a `field` can be read back.
import { detailText } from '../../../../shared/features/claims/details.ts';
import {
  type Claim,
  type ClaimKind,
  type ClaimSource,
  eventStatuses,
  figureStatuses,
  hedges,
  ranks,
  stances,
  subjectTypes,
} from '../../../../shared/features/claims/model.ts';
import { chainOf } from '../../../../shared/features/claims/origin.ts';
import { measuredOf } from '../../../../shared/features/ledger/rules.ts';
import { findPeriod } from '../../../../shared/period/index.ts';
import {
  canonicalQuantity,
  changeKinds,
  formatQuantity,
  type Measured,
  qualifiers,
  quantityParts,
  readingQuantity,
} from '../../../../shared/quantity/index.ts';
import { passagesOf } from './base.ts';
import { type Cell, type Column, dayCell, joined, shownCell, words } from './cells.ts';

/** What the columns need to know beside a claim. */
export interface ClaimWording {
  /** Of the values as worded; numbers, dates and codes stand beside them for programs. */
  readonly locale: string;
  sourceOf(claim: Claim): ClaimSource | undefined;
  /** The row of a source in its sheet, from 0. */
  sourceRow(id: string): number | undefined;
}

export const claimSheets = { figure: 'Figures', event: 'Events', statement: 'Statements' } as const;

export const idHeader = 'claim id';
export const passagesHeader = 'passage id';
export const keyHeader = 'content key';

export function claimColumns(kind: ClaimKind, wording: ClaimWording): readonly Column<Claim>[] {
  return [...bodyColumns(kind, wording.locale), ...evidenceColumns(kind, wording)];
}

function bodyColumns(kind: ClaimKind, locale: string): readonly Column<Claim>[] {
  switch (kind) {
    case 'figure':
      return figureColumns(locale);
    case 'event':
      return eventColumns(locale);
    case 'statement':
      return statementColumns;
  }
}

/** A bound in full (multiplier applied), shown with its qualifier and unit. */
export function bound(value: Measured, end: 'low' | 'high', locale: string): Cell {
  const { mark, number, unit } = quantityParts(value, { locale });
  const before = `${mark === '' ? '' : `${mark} `}${number.startsWith('×') ? '×' : ''}`;
  return shownCell(canonicalQuantity(value)[end], { before, behind: unit === '' ? '' : ` ${unit}` });
}

export function dayOf(period: string | null, end: 'earliest' | 'latest'): Cell {
  return dayCell(findPeriod(period)?.[end] ?? null);
}

const quantityColumns = (locale: string): readonly Column<Claim>[] => [
  { header: 'Value', field: 'worded', width: 16, cell: (claim) => (claim.value === null ? null : formatQuantity(measuredOf(claim), { locale })) },
  { header: 'Low', field: 'low', width: 14, cell: (claim) => (claim.value === null ? null : bound(measuredOf(claim), 'low', locale)) },
  { header: 'High', field: 'high', width: 14, cell: (claim) => (claim.value === null ? null : bound(measuredOf(claim), 'high', locale)) },
  { header: 'Qualifier', field: 'qualifier', width: 10, choices: qualifiers, cell: (claim) => claim.value?.qualifier ?? null },
  { header: 'Unit', field: 'unit', width: 8, cell: (claim) => claim.unit },
  { header: 'Change', field: 'change', width: 10, choices: changeKinds, cell: (claim) => claim.change },
];

const periodColumns: readonly Column<Claim>[] = [
  { header: 'Period', field: 'period', width: 16, cell: (claim) => claim.period },
  { header: 'From', width: 12, cell: (claim) => dayOf(claim.period, 'earliest') },
  { header: 'To', width: 12, cell: (claim) => dayOf(claim.period, 'latest') },
];

const figureColumns = (locale: string): readonly Column<Claim>[] => [
  { header: 'Measure', field: 'measure', width: 24, cell: (claim) => words(claim.measure) },
  { header: 'Subject', field: 'subject', width: 26, cell: (claim) => claim.subject },
  { header: 'Area', field: 'area', width: 8, cell: (claim) => joined(claim.area) },
  { header: 'Counterpart', field: 'counterpart', width: 10, cell: (claim) => claim.counterpart },
  { header: 'Basis', field: 'basis', width: 22, cell: (claim) => joined(claim.basis) },
  ...periodColumns,
  ...quantityColumns(locale),
  { header: 'Status', field: 'status', width: 10, choices: figureStatuses, cell: (claim) => claim.status },
  { header: 'Vintage', field: 'vintage', width: 14, cell: (claim) => claim.vintage },
  { header: 'Condition', field: 'condition', width: 24, cell: (claim) => claim.condition },
  {
    header: 'Deadline',
    field: 'deadline',
    width: 10,
    cell: (claim) => (claim.deadline === false ? null : claim.deadline === true ? 'yes' : claim.deadline),
  },
  { header: 'Per', field: 'per', width: 8, choices: ['year', 'half', 'quarter', 'month', 'week', 'day'], cell: (claim) => claim.per },
  { header: 'Path', field: 'path', width: 24, cell: (claim) => (claim.path === null ? null : JSON.stringify(claim.path)) },
  {
    header: 'Readings',
    width: 30,
    cell: (claim) => joined(claim.readings.map((one) => `${one.label}: ${formatQuantity(readingQuantity(one), { locale })}`)),
  },
  {
    header: 'readings in full',
    field: 'readings',
    isHidden: true,
    cell: (claim) => (claim.readings.length === 0 ? null : JSON.stringify(claim.readings)),
  },
  { header: 'measure code', field: 'measureCode', isHidden: true, cell: (claim) => claim.measure },
];

const eventColumns = (locale: string): readonly Column<Claim>[] => [
  { header: 'Subject', field: 'subject', width: 26, cell: (claim) => claim.subject },
  { header: 'Type of subject', field: 'subjectType', width: 12, choices: subjectTypes, cell: (claim) => claim.subjectType },
  { header: 'Stage', field: 'stage', width: 12, cell: (claim) => words(claim.stage) },
  { header: 'Type', field: 'type', width: 12, cell: (claim) => claim.type },
  { header: 'What', field: 'what', width: 40, cell: (claim) => claim.what },
  ...periodColumns,
  ...quantityColumns(locale),
  { header: 'Status', field: 'status', width: 10, choices: eventStatuses, cell: (claim) => claim.status },
  { header: 'Area', field: 'area', width: 8, cell: (claim) => joined(claim.area) },
  { header: 'Counterpart', field: 'counterpart', width: 10, cell: (claim) => claim.counterpart },
  { header: 'By', field: 'by', width: 18, cell: (claim) => joined(claim.by) },
  { header: 'Counterparties', field: 'counterparties', width: 18, cell: (claim) => joined(claim.counterparties) },
  { header: 'Cause', field: 'cause', width: 24, cell: (claim) => claim.cause },
  { header: 'Condition', field: 'condition', width: 24, cell: (claim) => claim.condition },
  { header: 'Depth', field: 'depth', width: 10, cell: (claim) => words(claim.depth) },
  { header: 'Sequence', field: 'sequence', width: 24, cell: (claim) => joined(claim.sequence) },
  { header: 'Until', field: 'until', width: 12, cell: (claim) => claim.until },
  { header: 'Batch', field: 'batch', width: 24, cell: (claim) => claim.batch },
  { header: 'Details', field: 'details', width: 30, cell: (claim) => joined(claim.details.map(detailText)) },
  { header: 'stage code', field: 'stageCode', isHidden: true, cell: (claim) => claim.stage },
  { header: 'depth code', field: 'depthCode', isHidden: true, cell: (claim) => claim.depth },
];

const statementColumns: readonly Column<Claim>[] = [
  { header: 'Actor', field: 'actor', width: 26, cell: (claim) => claim.actor },
  { header: 'Role', field: 'role', width: 18, cell: (claim) => claim.role },
  { header: 'Topic', field: 'topic', width: 30, cell: (claim) => claim.topic },
  { header: 'Stance', field: 'stance', width: 10, choices: stances, cell: (claim) => claim.stance },
  { header: 'Gist', field: 'gist', width: 60, cell: (claim) => claim.gist },
  { header: 'Basis', field: 'basis', width: 22, cell: (claim) => joined(claim.basis) },
  { header: 'Condition', field: 'condition', width: 24, cell: (claim) => claim.condition },
  ...periodColumns,
];

function evidenceColumns(kind: ClaimKind, { sourceOf, sourceRow, locale }: ClaimWording): Column<Claim>[] {
  return [
    { header: 'As worded', field: 'original', width: 20, cell: (claim) => claim.original },
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
    { header: 'Grade', width: 7, extra: 'grades', cell: (claim) => `${sourceOf(claim)?.grade ?? '–'}${claim.credibility}` },
    {
      header: 'Credibility',
      field: 'credibility',
      width: 10,
      extra: 'grades',
      choices: ['1', '2', '3', '4', '5', '6'],
      cell: (claim) => claim.credibility,
    },
    {
      header: 'Chain',
      width: 36,
      cell: (claim) =>
        chainOf(claim, sourceOf(claim))
          .map((link) => link.name)
          .join(' → '),
    },
    { header: 'Said by', field: 'saidBy', width: 24, cell: (claim) => joined(claim.saidBy.map(speakerText)) },
    { header: 'Via', field: 'via', width: 18, cell: (claim) => joined(claim.via) },
    { header: 'Made on', field: 'madeOn', width: 12, cell: (claim) => claim.madeOn },
    { header: 'Made on, or else published on', width: 12, cell: (claim) => claim.madeOn ?? sourceOf(claim)?.publishedOn ?? null },
    { header: 'Made on read from', field: 'madeOnBasis', width: 20, cell: (claim) => claim.madeOnBasis },
    { header: 'Rank', field: 'rank', width: 10, choices: ranks, cell: (claim) => claim.rank },
    { header: 'Reason for the rank', field: 'rankReason', width: 24, cell: (claim) => claim.rankReason },
    { header: 'Hedge', field: 'hedge', width: 10, choices: hedges, cell: (claim) => claim.hedge },
    { header: 'Note', field: 'note', width: 36, extra: 'notes', cell: (claim) => claim.note },
    { header: 'Tags', field: 'tags', width: 16, cell: (claim) => joined(claim.tags) },
    { header: 'Period read from', field: 'periodBasis', width: 20, cell: (claim) => claim.periodBasis },
    ...(kind === 'statement' ? [] : [multiplierColumn]),
    { header: 'captured in full', isHidden: true, cell: capturedText },
    { header: idHeader, isHidden: true, cell: (claim) => claim.id },
    { header: 'source id', isHidden: true, cell: (claim) => claim.sourceId },
    { header: passagesHeader, isHidden: true, cell: passagesOf },
    { header: 'passage start', isHidden: true, cell: (claim) => claim.passages[0]?.start ?? null },
    { header: keyHeader, isHidden: true, cell: (claim) => claim.contentKey },
  ];
}

/** Low and high are in full; this is how the source wrote them: 4.6 with 9 is 4.6bn. */
const multiplierColumn: Column<Claim> = {
  header: 'multiplier',
  field: 'multiplier',
  isHidden: true,
  cell: (claim) => (claim.value === null ? null : claim.multiplier),
};

export function speakerText({ name, role }: Claim['saidBy'][number]): string {
  return role == null ? name : `${name} (${role})`;
}

/** What was captured, and why the claim says something else now. */
export function differsText({ captured, capturedReason }: Claim, locale: string): Cell {
  if (captured === null) return null;
  const said = [captured.value === null ? '' : formatQuantity(measuredOf(captured), { locale }), captured.period ?? ''].filter((part) => part !== '');
  return [`captured: ${said.join(', ')}`, capturedReason].filter((part) => part !== '').join('. ');
}

function capturedText({ captured, capturedReason }: Claim): Cell {
  return captured === null ? null : JSON.stringify({ captured, capturedReason });
}

function linkToSource(claim: Claim, source: ClaimSource | undefined, rowOf: ClaimWording['sourceRow']): Cell {
  if (source === undefined || claim.sourceId === null) return null;
  const row = rowOf(claim.sourceId);
  return row === undefined ? source.title : { text: source.title, sheet: 'Sources', row };
}
