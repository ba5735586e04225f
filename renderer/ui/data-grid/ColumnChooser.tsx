import { Checkbox, Popover } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Tool } from '../Toolbar.tsx';

export interface ColumnChooserProps {
  readonly columns: readonly { readonly id: string; readonly title: string }[];
  isHidden(id: string): boolean;
  onToggle(id: string, isShown: boolean): void;
  onReset(): void;
}

export function ColumnChooser({ columns, isHidden, onToggle, onReset }: ColumnChooserProps) {
  const { t } = useTranslation('ui');
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" shadow="md" trapFocus returnFocus width={200}>
      <Popover.Target>
        <Tool icon={IconColumns3} label={t('grid.columns')} iconOnly isExpanded={isOpen} onRun={() => setOpen(!isOpen)} />
      </Popover.Target>
      <Popover.Dropdown className="column-chooser" aria-label={t('grid.columns')}>
        {columns.map(({ id, title }) => (
          <Checkbox key={id} size="xs" label={title} checked={!isHidden(id)} onChange={(event) => onToggle(id, event.currentTarget.checked)} />
        ))}
        <button type="button" className="link-button" onClick={onReset}>
          {t('grid.resetColumns')}
        </button>
      </Popover.Dropdown>
    </Popover>
  );
}
