import { Popover, Select, TextInput } from '@mantine/core';
import { IconFilter, IconX } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { observationStates } from '../../../shared/features/claims/contract.ts';
import { findPeriod } from '../../../shared/period/index.ts';
import { Tool } from '../../ui/index.ts';
import { isFiltering, type LedgerFilter, noFilter } from './ledger-filter.ts';

export interface LedgerFilterMenuProps {
  readonly filter: LedgerFilter;
  readonly isOpen: boolean;
  setOpen(isOpen: boolean): void;
  onChange(filter: LedgerFilter): void;
}

export function LedgerFilterMenu({ filter, isOpen, setOpen, onChange }: LedgerFilterMenuProps) {
  const { t } = useTranslation('ledger');
  const first = useRef<HTMLInputElement>(null);
  const isWrong = (text: string) => text.trim() !== '' && findPeriod(text.trim()) === undefined;
  const periodField = (name: 'from' | 'to') => (
    <TextInput
      label={t(`filter.${name}`)}
      placeholder={t(`filter.${name}Example`)}
      value={filter[name]}
      error={isWrong(filter[name]) ? t('filter.noPeriod') : undefined}
      onChange={(event) => onChange({ ...filter, [name]: event.currentTarget.value })}
    />
  );
  return (
    <>
      <Popover opened={isOpen} onChange={setOpen} position="bottom-start" trapFocus returnFocus shadow="md" width={280}>
        <Popover.Target>
          <Tool icon={IconFilter} label={t('filter.title')} keys="F" isExpanded={isOpen} onRun={() => setOpen(!isOpen)} />
        </Popover.Target>
        <Popover.Dropdown className="ledger-filter" aria-label={t('filter.title')}>
          <TextInput
            ref={first}
            data-autofocus
            label={t('filter.text')}
            value={filter.text}
            onChange={(event) => onChange({ ...filter, text: event.currentTarget.value })}
          />
          <div className="ledger-filter-pair">
            {periodField('from')}
            {periodField('to')}
          </div>
          <Select
            label={t('filter.state')}
            clearable
            placeholder={t('filter.anyState')}
            data={observationStates.map((state) => ({ value: state, label: t(`state.${state}`) }))}
            value={filter.state === '' ? null : filter.state}
            comboboxProps={{ withinPortal: false }}
            onChange={(state) => onChange({ ...filter, state: observationStates.find((known) => known === state) ?? '' })}
          />
          <button type="button" className="button" disabled={!isFiltering(filter)} onClick={() => onChange(noFilter)}>
            {t('filter.clear')}
          </button>
        </Popover.Dropdown>
      </Popover>
      <Chip name={t('filter.text')} value={filter.text.trim()} onRemove={() => onChange({ ...filter, text: '' })} />
      <Chip
        name={t('filter.period')}
        value={periodChip(filter, t('filter.to').toLowerCase())}
        onRemove={() => onChange({ ...filter, from: '', to: '' })}
      />
      <Chip
        name={t('filter.state')}
        value={filter.state === '' ? '' : t(`state.${filter.state}`)}
        onRemove={() => onChange({ ...filter, state: '' })}
      />
    </>
  );
}

function periodChip({ from, to }: LedgerFilter, toWord: string): string {
  if (from.trim() !== '' && to.trim() !== '') return `${from.trim()}–${to.trim()}`;
  return from.trim() !== '' ? `${from.trim()}–` : to.trim() !== '' ? `${toWord} ${to.trim()}` : '';
}

function Chip({ name, value, onRemove }: { name: string; value: string; onRemove(): void }) {
  const { t } = useTranslation('ledger');
  if (value === '') return null;
  return (
    <span className="filter-chip">
      <span>{name}</span>
      <b>{value}</b>
      <button type="button" aria-label={t('filter.remove', { name })} onClick={onRemove}>
        <IconX size={12} aria-hidden />
      </button>
    </span>
  );
}
