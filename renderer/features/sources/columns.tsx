import { IconCopy, IconDatabase, IconFileText } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { SourceRow } from '../../../shared/features/sources/contract.ts';
import { formatPeriod } from '../../../shared/period/index.ts';
import type { GridColumn } from '../../ui/data-grid/index.ts';
import { dateText, Grade, languageName } from '../../ui/index.ts';

export const gradeLetters = ['A', 'B', 'C', 'D', 'E', 'F'] as const;

function Coverage({ row }: { row: SourceRow }) {
  const { i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language);
  const share = (part: number): string => `${row.found === 0 ? 0 : (100 * part) / row.found}%`;
  return (
    <span className="coverage-cell">
      <span className="coverage" aria-hidden="true">
        <i className="coverage-captured" style={{ width: share(row.captured) }} />
        <i className="coverage-aside" style={{ width: share(row.setAside) }} />
      </span>
      <span>{row.found === 0 ? '–' : `${number.format(row.captured)} / ${number.format(row.found)}`}</span>
    </span>
  );
}

function Title({ row, words }: { row: SourceRow; words: string | undefined }) {
  if (words === undefined) return row.title;
  return (
    <span className="title-cell">
      <span className="cut">{row.title}</span>
      <span title={words} data-copy={row.copyOf === null ? 'proposed' : 'judged'}>
        <IconCopy size={12} stroke={1.8} role="img" aria-label={words} />
      </span>
    </span>
  );
}

function copyWords(t: TFunction<'sources'>, row: SourceRow): string | undefined {
  if (row.copyOf !== null) return t('copy.of');
  return row.copyProposal === null ? undefined : t('copy.looks', { title: row.copyProposal.title });
}

/** A year alone or an uncertain date is set quieter: it is less than a date. */
const isVague = (published: string | null): boolean => published === null || /^\d{4}$|[?~%]/.test(published);

export function sourceColumns(t: TFunction<'sources'>, language: string): readonly GridColumn<SourceRow>[] {
  return [
    {
      id: 'kind',
      title: t('column.kind'),
      isTitleHidden: true,
      width: 32,
      align: 'center',
      filter: 'none',
      text: (row) => t(`kind.${row.kind}`),
      render: (row) =>
        row.kind === 'dataset' ? (
          <IconDatabase size={14} stroke={1.6} aria-label={t('kind.dataset')} />
        ) : (
          <IconFileText size={14} stroke={1.6} aria-label={t('kind.document')} />
        ),
      cellClass: () => 'cell-quiet',
    },
    {
      id: 'title',
      title: t('column.title'),
      width: 196,
      flex: 3,
      isEditable: true,
      text: (row) => row.title,
      render: (row) => <Title row={row} words={copyWords(t, row)} />,
      cellClass: () => 'cell-strong',
    },
    {
      id: 'publisher',
      title: t('column.publisher'),
      width: 132,
      flex: 1,
      dropOrder: 3,
      isEditable: true,
      text: (row) => row.publisher ?? t('notStated'),
      editText: (row) => row.publisher ?? '',
      cellClass: (row) => (row.publisher === null ? 'cell-alarm' : ''),
    },
    {
      id: 'publishedOn',
      title: t('column.publishedOn'),
      width: 100,
      dropOrder: 5,
      isEditable: true,
      text: (row) => (row.publishedOn === null ? '–' : formatPeriod(row.publishedOn, language)),
      editText: (row) => row.publishedOn ?? '',
      cellClass: (row) => (isVague(row.publishedOn) ? 'cell-quiet' : ''),
    },
    {
      id: 'language',
      title: t('column.language'),
      width: 56,
      dropOrder: 1,
      isEditable: true,
      text: (row) => (languageName(row.language, language) === undefined ? '–' : row.language!),
      editText: (row) => row.language ?? '',
      cellClass: () => 'cell-quiet',
    },
    {
      id: 'grade',
      title: t('column.grade'),
      width: 152,
      isEditable: true,
      options: gradeLetters.map((value) => ({ value, label: `${value}  ${t(`gradeMeans.${value}`)}` })),
      text: (row) => (row.grade === null ? t('notGraded') : `${row.grade} ${t(`gradeMeans.${row.grade}`)}`),
      editText: (row) => row.grade ?? '',
      render: (row) => (
        <span className="grade-cell">
          <Grade source={row.grade} />
          <span className="cut">{row.grade === null ? t('notGraded') : t(`gradeMeans.${row.grade}`)}</span>
        </span>
      ),
    },
    {
      id: 'claims',
      title: t('column.claims'),
      width: 68,
      align: 'right',
      dropOrder: 4,
      filter: 'number',
      text: (row) => String(row.claims),
      cellClass: (row) => (row.claims === 0 ? 'cell-quiet' : ''),
    },
    {
      id: 'captured',
      title: t('column.captured'),
      width: 164,
      dropOrder: 2,
      isSortable: false,
      filter: 'none',
      text: (row) => t('coverage', { captured: row.captured, found: row.found, setAside: row.setAside }),
      render: (row) => <Coverage row={row} />,
    },
    {
      id: 'author',
      title: t('column.author'),
      width: 128,
      isOptional: true,
      isEditable: true,
      text: (row) => row.author ?? '–',
      editText: (row) => row.author ?? '',
    },
    { id: 'mediaType', title: t('column.mediaType'), width: 120, isOptional: true, text: (row) => row.mediaType, cellClass: () => 'cell-quiet' },
    {
      id: 'addedAt',
      title: t('column.addedAt'),
      width: 120,
      isOptional: true,
      filter: 'none',
      text: (row) => dateText(row.addedAt, language),
      cellClass: () => 'cell-quiet',
    },
    { id: 'note', title: t('column.note'), width: 160, isOptional: true, isEditable: true, text: (row) => row.note, cellClass: () => 'cell-quiet' },
  ];
}
