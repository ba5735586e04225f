// Sheets that are worked out from claims: the ledger as a matrix, what disagrees, where the words stand, and what the file is.
import { codeWords } from '../../../../shared/code-words.ts';
import type { Claim } from '../../../../shared/features/claims/model.ts';
import type { ListedGroup } from '../../../../shared/features/conflicts/contract.ts';
import type { Extra } from '../../../../shared/features/exchange/extras.ts';
import type { Observation } from '../../../../shared/features/ledger/model.ts';
import type { Passage } from '../../../../shared/features/passages/model.ts';
import type { Source } from '../../../../shared/features/sources/model.ts';
import { type Message, message } from '../../../../shared/message.ts';
import { comparePeriods, findPeriod } from '../../../../shared/period/index.ts';
import { formatQuantity } from '../../../../shared/quantity/index.ts';
import type { Origin } from './base.ts';
import { type Cell, type Column, joined, type Table, table, words } from './cells.ts';

export const overviewTableNames = ['Matrix', 'Conflicts', 'Passages', 'About'] as const;
type OverviewTable = (typeof overviewTableNames)[number];

/** A passage with the claims that rest on it. */
export interface SheetPassage extends Omit<Passage, 'source'> {
  readonly source: string;
  readonly claimIds: readonly string[];
}

export interface OverviewContent {
  readonly name: string;
  readonly origin: Origin;
  readonly locale: string;
  readonly claims: readonly Claim[];
  readonly sources: readonly Source[];
  readonly observations: readonly Observation[];
  readonly extras: ReadonlySet<Extra>;
  conflicts(): readonly ListedGroup[];
  passages(): readonly SheetPassage[];
  /** The title of its source, leading to the row of the claim. */
  claimCell(claim: Claim | undefined): Cell;
  sourceCell(id: string): Cell;
  say(message: Message): string;
}

export function overviewTables(content: OverviewContent): Readonly<Record<OverviewTable, () => Table>> {
  return {
    Matrix: () => matrixTable(content),
    Conflicts: () => table('Conflicts', conflictColumns(content), content.conflicts()),
    Passages: () =>
      table(
        'Passages',
        passageColumns(content).filter(({ extra }) => extra === undefined || content.extras.has(extra)),
        content.passages(),
      ),
    About: () => aboutTable(content),
  };
}

/** Periods beyond this are left to the list: a spreadsheet has 16,384 columns. */
const mostPeriods = 12_000;

/** A row for each series, class and issuer, a column for each period. */
function matrixTable({ observations, locale }: OverviewContent): Table {
  const rows = [...Map.groupBy(observations, ({ seriesId, class: of, issuer }) => JSON.stringify([seriesId, of, issuer])).values()];
  const periods = [...new Set(observations.flatMap(({ period }) => period ?? []))].toSorted(inTime).slice(0, mostPeriods);
  const heads: readonly Column<readonly Observation[]>[] = [
    { header: 'Measure', width: 24, cell: ([one]) => words(one!.series.measure) },
    { header: 'Subject', width: 26, cell: ([one]) => one!.series.subject },
    { header: 'Area', width: 8, cell: ([one]) => joined(one!.series.area) },
    { header: 'Counterpart', width: 10, cell: ([one]) => one!.series.counterpart },
    { header: 'Basis', width: 22, cell: ([one]) => joined(one!.series.basis) },
    { header: 'Unit', width: 8, cell: ([one]) => one!.unit },
    { header: 'Class', width: 10, cell: ([one]) => one!.class },
    { header: 'Issuer', width: 18, cell: ([one]) => one!.issuer },
    { header: 'series id', isHidden: true, cell: ([one]) => one!.seriesId },
  ];
  const ofPeriods = periods.map(
    (period): Column<readonly Observation[]> => ({
      header: period,
      width: 12,
      cell(row) {
        const found = row.filter((one) => one.period === period);
        return found.length === 0 ? null : found.map((one) => `${formatQuantity(one, { locale })}${one.state === 'disputed' ? ' *' : ''}`).join('; ');
      },
    }),
  );
  return table('Matrix', [...heads, ...ofPeriods], rows);
}

function inTime(a: string, b: string): number {
  const [left, right] = [findPeriod(a), findPeriod(b)];
  if (left === undefined || right === undefined) return Number(left === undefined) - Number(right === undefined) || (a < b ? -1 : 1);
  return comparePeriods(left, right) || (a < b ? -1 : a > b ? 1 : 0);
}

function conflictColumns({ claims, claimCell, say }: OverviewContent): Column<ListedGroup>[] {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  return [
    { header: 'Kind', width: 14, cell: ({ kind }) => codeWords(kind) },
    { header: 'About', width: 40, cell: ({ title }) => say(title) },
    { header: 'Why', width: 60, cell: ({ why }) => say(why) },
    { header: 'Explained by scope', width: 12, cell: ({ tension }) => (tension ? 'yes' : null) },
    { header: 'State', width: 10, cell: ({ state }) => state },
    { header: 'Differs in', width: 18, cell: ({ differs }) => joined(differs.map(words)) },
    { header: 'Claims', width: 8, cell: ({ claims: ids }) => ids.length },
    { header: 'Reason', width: 40, cell: ({ decision }) => decision?.reason ?? null },
    { header: 'First claim', width: 36, cell: ({ claims: ids }) => claimCell(byId.get(ids[0] ?? '')) },
    { header: 'Second claim', width: 36, cell: ({ claims: ids }) => claimCell(byId.get(ids[1] ?? '')) },
    { header: 'claim ids', isHidden: true, cell: ({ claims: ids }) => joined(ids) },
  ];
}

function passageColumns({ sourceCell }: OverviewContent): Column<SheetPassage>[] {
  return [
    { header: 'Source', width: 36, cell: ({ source }) => sourceCell(source) },
    { header: 'Before', width: 30, cell: ({ prefix }) => prefix },
    { header: 'Quote', width: 60, cell: ({ exact }) => exact },
    { header: 'After', width: 30, cell: ({ suffix }) => suffix },
    { header: 'Page', width: 8, cell: ({ page }) => page },
    { header: 'Sheet', width: 12, cell: ({ sheet }) => sheet },
    { header: 'Cells', width: 10, cell: ({ cells }) => cells },
    { header: 'State', width: 10, cell: ({ state }) => state },
    { header: 'Claims', width: 8, cell: ({ claimIds }) => claimIds.length },
    { header: 'Comment', width: 40, extra: 'notes', cell: ({ comment }) => comment },
    { header: 'Tags', width: 16, cell: ({ tags }) => joined(tags) },
    { header: 'Start', width: 10, cell: ({ start }) => start },
    { header: 'End', width: 10, cell: ({ end }) => end },
    { header: 'passage id', isHidden: true, cell: ({ id }) => id },
    { header: 'claim ids', isHidden: true, cell: ({ claimIds }) => joined(claimIds) },
  ];
}

function aboutTable({ name, origin, claims, sources, observations, extras, say }: OverviewContent): Table {
  const rows = [
    ['workbook', name],
    ['edit', origin.edit ?? ''],
    ['claims', String(claims.length)],
    ['sources', String(sources.length)],
    ['observations', String(observations.length)],
    ['holds', [...extras].map((one) => say(message(`pack:extra.${one}`))).join('; ') || say(message('pack:extra.none'))],
    ['back', say(message('pack:aboutBack'))],
    ['matrix', say(message('pack:aboutMatrix'))],
  ] as const;
  return table(
    'About',
    [
      { header: 'What', width: 24, cell: ([what]) => say(message(`pack:about.${what}`)) },
      { header: 'Says', width: 90, cell: ([, says]) => says },
    ],
    rows,
  );
}
