import { assemblyDepths, eventStages, eventStatuses, subjectTypes } from '../../../../shared/features/claims/model.ts';
import { Value } from '../../../ui/index.ts';
import {
  type ClaimColumn,
  type ClaimWords,
  gradeColumn,
  listColumn,
  none,
  optionalColumns,
  optionsOf,
  originColumn,
  periodColumn,
  textColumn,
} from './shared-columns.tsx';

export function eventColumns(t: ClaimWords, language: string): readonly ClaimColumn[] {
  return [
    periodColumn(language, t('column.when'), 104),
    textColumn('subject', t, { width: 112, flex: 1, cellClass: () => 'cell-strong' }),
    {
      id: 'stage',
      title: t('column.stage'),
      width: 84,
      isEditable: true,
      options: optionsOf(eventStages, t, 'stage'),
      text: (row) => (row.stage === null ? (row.type ?? none) : t(`stage.${row.stage}`, { defaultValue: row.stage.replaceAll('_', ' ') })),
      editText: (row) => row.stage ?? '',
    },
    textColumn('what', t, { width: 140, flex: 2, dropOrder: 4 }),
    {
      id: 'value',
      title: t('column.magnitude'),
      width: 92,
      align: 'right',
      dropOrder: 2,
      filter: 'number',
      isEditable: true,
      text: (row) => row.valueText || none,
      editText: (row) => (row.value === null ? '' : row.valueText),
      render: (row) => <Value text={row.valueText || none} status={row.status} />,
    },
    {
      id: 'status',
      title: t('column.status'),
      width: 80,
      dropOrder: 1,
      isEditable: true,
      options: optionsOf(eventStatuses, t, 'status'),
      text: (row) => (row.status === null ? none : t(`status.${row.status}`)),
      editText: (row) => row.status ?? '',
      render: (row) =>
        row.status === null ? (
          none
        ) : (
          <span className="status-word" data-status={row.status}>
            {t(`status.${row.status}`)}
          </span>
        ),
    },
    originColumn(t, { width: 108, dropOrder: 3 }),
    gradeColumn(t),
    {
      id: 'subjectType',
      title: t('column.subjectType'),
      width: 88,
      isOptional: true,
      isEditable: true,
      options: optionsOf(subjectTypes, t, 'subjectType'),
      text: (row) => row.subjectType ?? none,
      editText: (row) => row.subjectType ?? '',
    },
    listColumn('by', t, { width: 120, isOptional: true, isSortable: false, filter: 'none' }),
    listColumn('counterparties', t, { width: 120, isOptional: true, isSortable: false, filter: 'none' }),
    listColumn('area', t, { width: 96, isOptional: true }),
    textColumn('cause', t, { width: 140, isOptional: true }),
    {
      id: 'depth',
      title: t('column.depth'),
      width: 96,
      isOptional: true,
      isEditable: true,
      options: optionsOf(assemblyDepths, t, 'depth'),
      text: (row) => row.depth?.replaceAll('_', ' ') ?? none,
      editText: (row) => row.depth ?? '',
    },
    ...optionalColumns(t, language),
  ];
}
