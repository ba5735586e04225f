import { codeWords } from '../../../../shared/code-words.ts';
import { eventStatuses, subjectTypes } from '../../../../shared/features/claims/model.ts';
import { usualStages } from '../../../../shared/features/policy/stages.ts';
import { Value, valueText } from '../../../ui/index.ts';
import {
  type ClaimColumn,
  type ClaimWords,
  codeText,
  gradeColumn,
  listColumn,
  none,
  notByCell,
  optionalColumns,
  optionsOf,
  originColumn,
  periodColumn,
  statusColumn,
  textColumn,
} from './shared-columns.tsx';

export function eventColumns(t: ClaimWords, language: string): readonly ClaimColumn[] {
  return [
    periodColumn(language, t('column.when'), 190),
    textColumn('subject', t, { width: 112, flex: 1, cellClass: () => 'cell-strong' }),
    {
      id: 'stage',
      title: t('column.stage'),
      width: 84,
      isEditable: true,
      options: optionsOf(usualStages, t, 'stage'),
      text: (row) => (row.stage === null ? (row.type ?? none) : t(`stage.${row.stage}`, { defaultValue: codeWords(row.stage) })),
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
      text: (row) => valueText(row, language) || none,
      editText: (row) => valueText(row, language),
      filterBy: notByCell,
      render: (row) => <Value text={valueText(row, language) || none} status={row.status} />,
    },
    statusColumn(t, eventStatuses, { width: 80, dropOrder: 1 }),
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
      text: (row) => codeText(row.depth),
      editText: (row) => row.depth ?? '',
    },
    ...optionalColumns(t, language),
  ];
}
