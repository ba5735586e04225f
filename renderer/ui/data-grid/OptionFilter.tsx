import type { CustomFloatingFilterProps } from 'ag-grid-react';
import { useTranslation } from 'react-i18next';
import type { GridOption } from './grid-types.ts';

interface Model {
  readonly filter?: string | null;
}
interface ParentFilter {
  onFloatingFilterChanged(type: string | null, value: string | null): void;
}

/** Filter row cell for a column of choices. */
export function OptionFilter({
  options,
  title,
  model,
  parentFilterInstance,
}: CustomFloatingFilterProps & { options: readonly GridOption[]; title: string }) {
  const { t } = useTranslation('ui');
  const chosen = (model as Model | null)?.filter ?? '';
  function choose(value: string): void {
    parentFilterInstance((parent) =>
      (parent as unknown as ParentFilter).onFloatingFilterChanged(value === '' ? null : 'equals', value === '' ? null : value),
    );
  }
  return (
    <select
      className="option-filter"
      aria-label={t('grid.filterColumn', { column: title })}
      value={chosen}
      onChange={(event) => choose(event.target.value)}
    >
      <option value="">{t('grid.any')}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
