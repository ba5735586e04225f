import type { ClaimRow } from '../../../../shared/features/claims/contract.ts';
import { figureStatuses } from '../../../../shared/features/claims/model.ts';
import { measuredOf } from '../../../../shared/features/ledger/rules.ts';
import { canonicalQuantity, quantityParts, unitLabel } from '../../../../shared/quantity/index.ts';
import type { GridGrouping } from '../../../ui/data-grid/index.ts';
import { DiffersMark, Value, valueText } from '../../../ui/index.ts';
import {
  type ClaimColumn,
  type ClaimWords,
  codeText,
  gradeColumn,
  listColumn,
  none,
  notByCell,
  optionalColumns,
  originColumn,
  periodColumn,
  stateColumn,
  statusColumn,
  textColumn,
} from './shared-columns.tsx';

/** The number as stated, without the unit: that stands in the group's head. */
function bareValue(row: ClaimRow, locale: string): string {
  if (row.value === null) return none;
  const { mark, number } = quantityParts(measuredOf(row), { locale, withUnit: false });
  return [mark, number].filter((part) => part !== '').join('\u00a0');
}

/** The one number that a figure states, in full; a bound, a range or an estimate is words. */
function plainNumber(row: ClaimRow): string | undefined {
  if (row.value === null || (row.value.qualifier !== 'exact' && row.value.qualifier !== 'times')) return undefined;
  return canonicalQuantity(measuredOf(row)).low ?? undefined;
}

export function measureText(measure: string | null): string {
  const words = codeText(measure);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function figureGrouping(t: ClaimWords, language: string): GridGrouping<ClaimRow> {
  return {
    sortField: 'measure',
    columnId: 'measure',
    key: (row) => [row.measure, row.unit, row.change].join('\u0000'),
    label: (row) => measureText(row.measure),
    detail: (row) => [unitLabel(row.unit, language), row.change === null ? '' : t(`change.${row.change}`)].filter((part) => part !== '').join(' · '),
  };
}

export function figureColumns(t: ClaimWords, language: string): readonly ClaimColumn[] {
  return [
    stateColumn(t),
    {
      id: 'measure',
      title: t('column.measure'),
      width: 160,
      isEditable: true,
      text: (row) => measureText(row.measure),
      editText: (row) => row.measure ?? '',
    },
    textColumn('subject', t, { width: 96, flex: 2 }),
    periodColumn(language, t('column.period')),
    {
      id: 'value',
      title: t('column.value'),
      width: 96,
      align: 'right',
      filter: 'number',
      isEditable: true,
      text: (row) => bareValue(row, language),
      number: plainNumber,
      editText: (row) => valueText(row, language),
      filterBy: notByCell,
      render: (row) => (
        <>
          {row.captured === null ? null : <DiffersMark />}
          <Value text={bareValue(row, language)} status={row.status} />
        </>
      ),
    },
    statusColumn(t, figureStatuses, { width: 70, dropOrder: 2 }),
    originColumn(t, { width: 96, flex: 1, dropOrder: 3 }),
    gradeColumn(t),
    {
      id: 'rivals',
      title: t('column.rivals'),
      width: 52,
      align: 'right',
      dropOrder: 1,
      isSortable: false,
      filter: 'number',
      text: (row) => (row.rivals === 0 ? none : String(row.rivals)),
      filterBy: notByCell,
      cellClass: (row) => (row.rivals === 0 ? 'cell-quiet' : row.state === 'disputed' ? 'cell-alarm-strong' : ''),
    },
    {
      id: 'unit',
      title: t('column.unit'),
      width: 72,
      isOptional: true,
      isEditable: true,
      text: (row) => unitLabel(row.unit, language) || none,
      editText: (row) => row.unit ?? '',
    },
    listColumn('area', t, { width: 96, isOptional: true }),
    textColumn('counterpart', t, { width: 96, isOptional: true }),
    listColumn('basis', t, { width: 120, isOptional: true }),
    textColumn('condition', t, { width: 120, isOptional: true, isSortable: false, filter: 'none' }),
    textColumn('vintage', t, { width: 96, isOptional: true }),
    ...optionalColumns(t, language),
  ];
}
