// Chooses a figure: those on the thing itself stand first, others are found by what they are about.
import { Select } from '@mantine/core';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { measureWords } from '../../../shared/code-words.ts';
import type { ClaimRow } from '../../../shared/features/claims/contract.ts';
import { formatPeriod } from '../../../shared/period/index.ts';
import { useCall } from '../../bridge/index.ts';
import { valueText } from '../../ui/index.ts';

const mostShown = 50;

export interface FigureSelectProps {
  readonly label: string;
  /** Names of the thing whose figures stand first. */
  readonly about: readonly string[];
  readonly value: string | null;
  onChange(claim: string | null): void;
}

export function FigureSelect({ label, about, value, onChange }: FigureSelectProps) {
  const { t, i18n } = useTranslation('policy');
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<ClaimRow>();
  const words = (row: ClaimRow) => figureWords(row, i18n.language);
  const sought = useDeferredValue(chosen !== undefined && typed === words(chosen) ? '' : typed.trim());
  const filter =
    sought === ''
      ? { field: 'subject', op: 'in' as const, value: about.slice(0, 200) as string[] }
      : { field: 'subject', op: 'contains' as const, value: sought };
  const found = useCall('claims.window', { kind: 'figure', filter: [filter], count: mostShown }).data?.rows ?? [];
  const rows = chosen === undefined || found.some(({ id }) => id === chosen.id) ? found : [chosen, ...found];
  return (
    <Select
      label={label}
      required
      searchable
      data={rows.map((row) => ({ value: row.id, label: words(row) }))}
      filter={({ options }) => options}
      nothingFoundMessage={t('noFigure')}
      searchValue={typed}
      onSearchChange={setTyped}
      value={value}
      onChange={(id) => {
        setChosen(rows.find((row) => row.id === id));
        onChange(id);
      }}
    />
  );
}

/** "6 plants, plants count, Former foreign plants, Jul 2023, Wire digest" */
function figureWords(row: ClaimRow, locale: string): string {
  const period = row.period === null ? '' : formatPeriod(row.period, locale);
  return [valueText(row, locale), measureWords(row.measure ?? ''), row.subject, period, row.sourceTitle].filter((part) => part).join(', ');
}
