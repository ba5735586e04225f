import type { ClaimRow } from '../../../../shared/features/claims/contract.ts';
import { stances } from '../../../../shared/features/claims/model.ts';
import type { GridGrouping } from '../../../ui/data-grid/index.ts';
import { type ClaimColumn, type ClaimWords, gradeColumn, none, optionalColumns, optionsOf, periodColumn, textColumn } from './shared-columns.tsx';

/** Statements stand by topic, so that who is for and who is against is seen side by side. */
export const statementGrouping: GridGrouping<ClaimRow> = {
  sortField: 'topic',
  columnId: 'topic',
  key: (row) => row.topic ?? '',
  label: (row) => row.topic ?? none,
};

export function statementColumns(t: ClaimWords, language: string): readonly ClaimColumn[] {
  return [
    textColumn('actor', t, { width: 132, flex: 40, cellClass: () => 'cell-strong' }),
    textColumn('role', t, { width: 120, flex: 41, dropOrder: 2 }),
    textColumn('topic', t, { width: 128, flex: 2 }),
    {
      id: 'stance',
      title: t('column.stance'),
      width: 84,
      isEditable: true,
      options: optionsOf(stances, t, 'stance'),
      text: (row) => (row.stance === null ? none : t(`stance.${row.stance}`)),
      editText: (row) => row.stance ?? '',
    },
    textColumn('gist', t, { width: 160, flex: 86, dropOrder: 4 }),
    { ...periodColumn(language, t('column.period'), 84), dropOrder: 1 },
    {
      id: 'sourceTitle',
      title: t('column.source'),
      width: 140,
      flex: 66,
      dropOrder: 3,
      text: (row) => row.sourceTitle ?? none,
      cellClass: () => 'cell-quiet',
    },
    gradeColumn(t),
    ...optionalColumns(t, language).filter((column) => column.id !== 'sourceTitle'),
  ];
}
