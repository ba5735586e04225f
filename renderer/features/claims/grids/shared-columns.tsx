// Columns that figures, events and statements have in common. Lists are typed with semicolons between the parts.
import type { TFunction } from 'i18next';
import { codeWords } from '../../../../shared/code-words.ts';
import { type ClaimRow, observationStates } from '../../../../shared/features/claims/contract.ts';
import { hedges, ranks } from '../../../../shared/features/claims/model.ts';
import { formatPeriod } from '../../../../shared/period/index.ts';
import type { GridColumn, GridOption } from '../../../ui/data-grid/index.ts';
import { Grade, StateMark } from '../../../ui/index.ts';

export type ClaimColumn = GridColumn<ClaimRow>;
export type ClaimWords = TFunction<'claims'>;

export const none = '–';
export const listText = (parts: readonly string[]): string => (parts.length === 0 ? none : parts.join('; '));
export const listEdit = (parts: readonly string[]): string => parts.join('; ');
export const codeText = (code: string | null): string => (code === null || code === '' ? none : codeWords(code));

export function optionsOf(values: readonly string[], t: ClaimWords, group: string): GridOption[] {
  return values.map((value) => ({ value, label: t(`${group}.${value}`, { defaultValue: codeWords(value) }) }));
}

type TextField =
  | 'measure'
  | 'subject'
  | 'counterpart'
  | 'what'
  | 'cause'
  | 'actor'
  | 'role'
  | 'topic'
  | 'gist'
  | 'note'
  | 'original'
  | 'condition'
  | 'vintage'
  | 'type'
  | 'hedge';

export function textColumn(id: TextField, t: ClaimWords, rest: Partial<ClaimColumn> & { width: number }): ClaimColumn {
  return { id, title: t(`column.${id}`), isEditable: true, text: (row) => row[id] || none, editText: (row) => row[id] ?? '', ...rest };
}

/** A list is found by any of its parts; an empty one by being empty. */
const holding = (part: string | undefined) => ({ type: 'contains', value: part ?? '' }) as const;

/** Dates are found by typing one: a filter by a cell would miss the same days in other words. */
export const notByCell = () => undefined;

type ListField = 'area' | 'basis' | 'via' | 'tags' | 'by' | 'counterparties';

export function listColumn(id: ListField, t: ClaimWords, rest: Partial<ClaimColumn> & { width: number }): ClaimColumn {
  return {
    id,
    title: t(`column.${id}`),
    isEditable: true,
    text: (row) => listText(row[id]),
    editText: (row) => listEdit(row[id]),
    filterBy: (row) => holding(row[id][0]),
    ...rest,
  };
}

export function periodColumn(language: string, title: string, width = 116): ClaimColumn {
  return {
    id: 'period',
    title,
    width,
    isEditable: true,
    filter: 'text',
    text: (row) => (row.period === null ? none : formatPeriod(row.period, language)),
    editText: (row) => row.period ?? '',
    filterBy: notByCell,
    cellClass: (row) => (row.period === null ? 'cell-quiet' : ''),
  };
}

export function stateColumn(t: ClaimWords): ClaimColumn {
  return {
    id: 'state',
    title: t('column.state'),
    isTitleHidden: true,
    width: 32,
    align: 'center',
    isSortable: false,
    options: observationStates.map((state) => ({ value: state, label: t(`ui:state.${state}`) })),
    text: (row) => (row.state === null ? '' : t(`ui:state.${row.state}`)),
    filterBy: (row) => (row.state === null ? undefined : { type: 'equals', value: row.state }),
    render: (row) => (row.state === null ? null : <StateMark state={row.state} />),
  };
}

/** How far a figure or an event has come, as a word with its own look. */
export function statusColumn(t: ClaimWords, statuses: readonly string[], rest: Partial<ClaimColumn> & { width: number }): ClaimColumn {
  return {
    id: 'status',
    title: t('column.status'),
    isEditable: true,
    options: optionsOf(statuses, t, 'status'),
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
    ...rest,
  };
}

/** First of the chain; claims without a named one say so in red. */
export function originColumn(t: ClaimWords, rest: Partial<ClaimColumn> = {}): ClaimColumn {
  return {
    id: 'saidBy',
    title: t('column.origin'),
    width: 112,
    isEditable: true,
    text: (row) => row.origin ?? t('notNamed'),
    editText: (row) => row.saidBy.map((speaker) => speaker.name).join('; '),
    filterBy: (row) => holding(row.saidBy[0]?.name),
    cellClass: (row) => (row.origin === null ? 'cell-alarm' : ''),
    ...rest,
  };
}

/** Letter of the source and digit of the claim; the digit is what can be changed here. */
export function gradeColumn(t: ClaimWords): ClaimColumn {
  return {
    id: 'credibility',
    title: t('column.grade'),
    width: 52,
    align: 'center',
    isEditable: true,
    options: ['1', '2', '3', '4', '5', '6'].map((value) => ({ value, label: `${value}  ${t(`credibility.${value}`)}` })),
    text: (row) => `${row.grade ?? '?'}${row.credibility}`,
    editText: (row) => String(row.credibility),
    render: (row) => <Grade source={row.grade} claim={row.credibility} />,
  };
}

export function optionalColumns(t: ClaimWords, language: string): readonly ClaimColumn[] {
  return [
    {
      id: 'sourceTitle',
      title: t('column.source'),
      width: 160,
      isOptional: true,
      text: (row) => row.sourceTitle ?? none,
      cellClass: () => 'cell-quiet',
    },
    listColumn('via', t, { width: 120, isOptional: true }),
    {
      id: 'madeOn',
      title: t('column.madeOn'),
      width: 96,
      isOptional: true,
      isEditable: true,
      text: (row) => (row.madeOn === null ? none : formatPeriod(row.madeOn, language)),
      editText: (row) => row.madeOn ?? '',
      filterBy: notByCell,
    },
    textColumn('original', t, { width: 160, isOptional: true, isEditable: false, cellClass: () => 'cell-source-words' }),
    {
      id: 'hedge',
      title: t('column.hedge'),
      width: 88,
      isOptional: true,
      isEditable: true,
      options: optionsOf(hedges, t, 'hedge'),
      text: (row) => codeWords(row.hedge),
      editText: (row) => row.hedge,
    },
    {
      id: 'rank',
      title: t('column.rank'),
      width: 88,
      isOptional: true,
      isEditable: true,
      options: optionsOf(ranks, t, 'rank'),
      text: (row) => t(`rank.${row.rank}`),
      editText: (row) => row.rank,
    },
    listColumn('tags', t, { width: 112, isOptional: true }),
    textColumn('note', t, { width: 160, isOptional: true }),
  ];
}
