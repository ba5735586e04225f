import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Filter, GridColumn } from './grid-types.ts';

export interface FilterChipsProps<Row> {
  readonly columns: readonly GridColumn<Row>[];
  readonly filters: readonly Filter[];
  onRemove(field: string): void;
}

/** What is filtered, in words, each with a way to take it off. */
export function FilterChips<Row>({ columns, filters, onRemove }: FilterChipsProps<Row>) {
  const { t } = useTranslation('ui');
  return filters.map(({ field, op, value }) => {
    const column = columns.find((one) => one.id === field);
    const text = Array.isArray(value) ? value.join(', ') : (value ?? '');
    const shown = column?.options?.find((option) => option.value === text)?.label ?? text;
    return (
      <span key={field} className="filter-chip">
        <span>{column?.title ?? field}</span>
        {op === 'equals' || op === 'in' ? null : <span>{t(`grid.op.${op}`)}</span>}
        <b>{shown}</b>
        <button type="button" aria-label={t('grid.removeFilter', { column: column?.title ?? field })} onClick={() => onRemove(field)}>
          <IconX size={11} aria-hidden />
        </button>
      </span>
    );
  });
}
