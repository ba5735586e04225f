import { Checkbox, Popover, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

export interface PickItem {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
}

export interface PickMenuProps {
  readonly items: readonly PickItem[];
  readonly chosen: readonly string[];
  readonly most: number;
  readonly isOpen: boolean;
  readonly label: string;
  readonly findLabel: string;
  readonly fullText: string;
  setOpen(isOpen: boolean): void;
  onChange(chosen: readonly string[]): void;
  /** The button that opens it. */
  readonly children: ReactNode;
}

const mostListed = 200;

/** A searchable list of which several may be chosen; the chosen ones stand first. */
export function PickMenu({ items, chosen, most, isOpen, label, findLabel, fullText, setOpen, onChange, children }: PickMenuProps) {
  const { t } = useTranslation('charts');
  const [typed, setTyped] = useState('');
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = items.filter((item) => words.every((word) => `${item.label} ${item.detail}`.toLowerCase().includes(word)));
  const isChosen = (item: PickItem) => chosen.includes(item.id);
  const listed = [...matches.filter(isChosen), ...matches.filter((item) => !isChosen(item))].slice(0, mostListed);
  const left = matches.length - listed.length;
  const isFull = chosen.length >= most;
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" trapFocus returnFocus shadow="md" width={380}>
      <Popover.Target>{children}</Popover.Target>
      <Popover.Dropdown className="chart-pick" aria-label={label}>
        <TextInput
          data-autofocus
          aria-label={findLabel}
          placeholder={findLabel}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {isFull ? <p className="muted">{fullText}</p> : null}
        <ul>
          {listed.map((item) => (
            <li key={item.id}>
              <Checkbox
                classNames={{ label: 'chart-pick-label', description: 'chart-pick-detail' }}
                label={item.label}
                description={item.detail}
                checked={isChosen(item)}
                disabled={isFull && !isChosen(item)}
                onChange={(event) => onChange(event.currentTarget.checked ? [...chosen, item.id] : chosen.filter((id) => id !== item.id))}
              />
            </li>
          ))}
        </ul>
        {left > 0 ? <p className="muted">{t('moreToPick', { count: left })}</p> : null}
      </Popover.Dropdown>
    </Popover>
  );
}
