import { IconChevronRight, IconEqual, IconEqualNot } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClaimRow } from '../../../shared/features/claims/contract.ts';
import { mostCards } from './choices.ts';
import { distinctTexts, type FieldRow, fieldRows } from './field-rows.ts';
import { letterOf } from './words.ts';

const marks = { differs: IconEqualNot, partial: IconChevronRight, equal: IconEqual } as const;

export interface FieldTableProps {
  readonly rows: readonly ClaimRow[];
  /** The differences explain the group: they are marked, but do not alarm. */
  readonly isExplained: boolean;
  readonly locale: string;
}

export function FieldTable({ rows, isExplained, locale }: FieldTableProps) {
  const { t } = useTranslation(['conflicts', 'words']);
  const fields = useMemo(() => fieldRows(rows, (list, code) => t(`words:${list}.${code}`, { defaultValue: code }), locale), [rows, locale, t]);
  const isSummed = rows.length > mostCards;
  const mark = (row: FieldRow) => {
    const MarkIcon = marks[row.state];
    return (
      <td className="conflict-mark" data-state={row.state}>
        <MarkIcon size={13} stroke={2} aria-hidden />
        <span className="visually-hidden">{t(`compared.${row.state}`)}</span>
      </td>
    );
  };
  const compares = rows.length > 1;
  const agreed = compares ? fields.filter(({ state }) => state === 'equal') : [];
  const listed = compares ? fields.filter(({ state }) => state !== 'equal') : fields;
  return (
    <table className="conflict-fields" data-explained={isExplained ? '' : undefined} data-count={isSummed ? 'many' : rows.length}>
      <thead>
        <tr>
          <th scope="col">{t('field')}</th>
          {isSummed ? (
            <>
              <td />
              <th scope="col">{t('said')}</th>
            </>
          ) : (
            rows.map((row, index) => [
              index === (rows.length > 2 ? 0 : 1) ? <td key="mark" /> : null,
              <th scope="col" key={row.id}>
                {letterOf(index)}
              </th>,
            ])
          )}
        </tr>
      </thead>
      <tbody>
        {listed.map((field) => (
          <tr key={field.field} data-state={compares ? field.state : 'equal'} data-circumstance={field.isCircumstance ? '' : undefined}>
            <th scope="row">{t(`fields.${field.field}`)}</th>
            {isSummed ? (
              <>
                {mark(field)}
                <td>
                  <Distinct field={field} />
                </td>
              </>
            ) : (
              field.texts.map((text, index) => [
                index === (rows.length > 2 ? 0 : 1) ? <Keyed key="mark">{mark(field)}</Keyed> : null,
                <td key={rows[index]?.id} className={text === '' ? 'muted' : undefined}>
                  {text === '' ? '–' : text}
                </td>,
              ])
            )}
          </tr>
        ))}
        {agreed.length === 0 ? null : (
          <tr data-state="equal">
            <th scope="row">{t('agree')}</th>
            <td colSpan={isSummed ? 2 : rows.length + 1}>
              {agreed.map((field, index) => (
                <span key={field.field}>
                  {index === 0 ? '' : ' · '}
                  <span className="muted">{t(`fields.${field.field}`)}</span> {field.texts[0]}
                </span>
              ))}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

const Keyed = ({ children }: { children: React.ReactNode }) => children;

const mostDistinct = 8;

function Distinct({ field }: { field: FieldRow }) {
  const { t } = useTranslation('conflicts');
  const texts = distinctTexts(field);
  return (
    <>
      {texts.slice(0, mostDistinct).map(({ text, count }, index) => (
        <span key={text}>
          {index === 0 ? '' : ' · '}
          {text === '' ? t('notSaid') : text}
          {texts.length > 1 && count > 1 ? <span className="muted"> ×{count}</span> : null}
        </span>
      ))}
      {texts.length > mostDistinct ? <span className="muted"> {t('andMore', { count: texts.length - mostDistinct })}</span> : null}
    </>
  );
}
