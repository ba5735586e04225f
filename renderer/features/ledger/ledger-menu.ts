// The menus of the ledger: of an observation, of a row, and of a column of periods.
import { IconBook, IconChartLine, IconCopy, IconGavel, IconListDetails, IconQuote } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { Observation } from '../../../shared/features/ledger/model.ts';
import { inEvidence, openPassageOf, useWorkspace } from '../../bridge/index.ts';
import { type MenuGroup, type MenuRequest, valueText } from '../../ui/index.ts';
import type { LedgerMatrix, PeriodColumn, SeriesRow } from './matrix.ts';

export interface LedgerMenuOptions {
  readonly matrix: LedgerMatrix;
  readonly t: TFunction<'ledger'>;
  readonly locale: string;
  titleOf(column: PeriodColumn): string;
}

type Lines = readonly (readonly string[])[];

export function observationMenu(row: SeriesRow, column: PeriodColumn, options: LedgerMenuOptions): MenuRequest | undefined {
  const { t, locale, titleOf } = options;
  const observation = row.cells.get(column.key);
  if (observation === undefined) return undefined;
  const { id, verdict, claims } = observation;
  const shown = { type: 'observation', id } as const;
  const value = valueText(observation, locale);
  const lead = verdict?.claimId ?? claims[0];
  return {
    label: [row.subject, titleOf(column), value].join(' · '),
    groups: [
      [
        ...(lead === undefined ? [] : [{ label: t('menu.openPassage'), icon: IconBook, keys: 'O', run: () => void openPassageOf(lead) }]),
        { label: t('menu.showEvidence'), icon: IconQuote, keys: '↵', run: () => inEvidence(shown, 'evidence.focus') },
        { label: t('menu.verdict'), icon: IconGavel, keys: 'V', run: () => inEvidence(shown, 'evidence.verdict') },
      ],
      seriesPart(observation, t),
      [
        { label: t('menu.copyValue'), icon: IconCopy, run: () => copy([[value]]) },
        { label: t('menu.copyRow'), icon: IconCopy, run: () => copy(rowLines(row, options)) },
        { label: t('menu.copyColumn'), icon: IconCopy, run: () => copy(columnLines(column, options)) },
      ],
    ],
  };
}

export function rowMenu(row: SeriesRow, options: LedgerMenuOptions): MenuRequest {
  const { t } = options;
  const [first] = row.cells.values();
  const copyRow = { label: t('menu.copyRow'), icon: IconCopy, run: () => copy(rowLines(row, options)) };
  return { label: row.subject, groups: [first === undefined ? [] : seriesPart(first, t), [copyRow]] };
}

export function columnMenu(column: PeriodColumn, options: LedgerMenuOptions): MenuRequest {
  const { t, titleOf } = options;
  return {
    label: titleOf(column),
    groups: [[{ label: t('menu.copyColumn'), icon: IconCopy, run: () => copy(columnLines(column, options)) }]],
  };
}

function seriesPart({ seriesId }: Observation, t: LedgerMenuOptions['t']): MenuGroup {
  const { openView } = useWorkspace.getState();
  return [
    { label: t('menu.chart'), icon: IconChartLine, run: () => void openView('charts', { seriesId }) },
    { label: t('menu.series'), icon: IconListDetails, run: () => void openView('series') },
  ];
}

function rowLines(row: SeriesRow, { matrix, locale, titleOf }: LedgerMenuOptions): Lines {
  return matrix.columns.flatMap((column) => {
    const observation = row.cells.get(column.key);
    return observation === undefined ? [] : [[titleOf(column), valueText(observation, locale)]];
  });
}

function columnLines(column: PeriodColumn, { matrix, locale }: LedgerMenuOptions): Lines {
  return matrix.rows.flatMap((row) => {
    const observation = row.type === 'series' ? row.cells.get(column.key) : undefined;
    return observation === undefined || row.type !== 'series' ? [] : [[row.subject, ...row.detail, valueText(observation, locale)]];
  });
}

function copy(lines: Lines): void {
  void navigator.clipboard.writeText(lines.map((line) => line.join('\t')).join('\n'));
}
