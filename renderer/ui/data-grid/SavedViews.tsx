// Views of a grid kept by name: its columns, their order and width, what is frozen, sort, filters and grouping.
import { Menu } from '@mantine/core';
import { IconBookmark, IconTrash } from '@tabler/icons-react';
import type { GridApi } from 'ag-grid-community';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../Dialog.tsx';
import { Tool } from '../Toolbar.tsx';
import type { GridItem } from './grid-types.ts';
import type { ColumnLayout } from './use-column-layout.ts';

const longestName = 60;

export interface SavedViewsProps<Row> {
  readonly layout: ColumnLayout<Row>;
  readonly api: RefObject<GridApi<GridItem<Row>> | undefined>;
  readonly groupedBy: string | undefined;
  groupBy(columnId: string | undefined): void;
}

export function SavedViews<Row>({ layout, api, groupedBy, groupBy }: SavedViewsProps<Row>) {
  const { t } = useTranslation('ui');
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState<string>();
  const names = Object.keys(layout.views);

  function save(): void {
    const name = typed?.trim() ?? '';
    const grid = api.current;
    if (name === '' || grid === undefined) return;
    const sort = grid
      .getColumnState()
      .filter((column) => column.sort != null)
      .sort((a, b) => (a.sortIndex ?? 0) - (b.sortIndex ?? 0))
      .map(({ colId, sort: direction }) => ({ field: colId, direction: direction === 'desc' ? ('desc' as const) : ('asc' as const) }));
    layout.saveView(name, { sort, filter: grid.getFilterModel(), groupBy: groupedBy });
    setTyped(undefined);
  }

  function show(name: string): void {
    const view = layout.showView(name);
    const grid = api.current;
    if (view === undefined || grid === undefined) return;
    const isKnown = (id: string) => layout.columns.some((column) => column.id === id);
    groupBy(view.groupBy !== undefined && isKnown(view.groupBy) ? view.groupBy : undefined);
    grid.applyColumnState({
      state: view.sort.filter(({ field }) => isKnown(field)).map(({ field, direction }, sortIndex) => ({ colId: field, sort: direction, sortIndex })),
      defaultState: { sort: null },
    });
    grid.setFilterModel(Object.fromEntries(Object.entries(view.filter).filter(([id]) => isKnown(id))));
  }

  return (
    <>
      <Menu opened={isOpen} onChange={setOpen} position="bottom-end" shadow="md" width={240}>
        <Menu.Target>
          <Tool icon={IconBookmark} label={t('grid.views.title')} iconOnly isExpanded={isOpen} onRun={() => setOpen(!isOpen)} />
        </Menu.Target>
        <Menu.Dropdown>
          {names.map((name) => (
            <Menu.Item key={name} onClick={() => show(name)}>
              {name}
            </Menu.Item>
          ))}
          {names.length === 0 ? null : <Menu.Divider />}
          <Menu.Item onClick={() => setTyped('')}>{t('grid.views.save')}</Menu.Item>
          {names.map((name) => (
            <Menu.Item key={name} leftSection={<IconTrash size={14} aria-hidden />} onClick={() => layout.removeView(name)}>
              {t('grid.views.remove', { name })}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Dialog
        title={t('grid.views.saveTitle')}
        isOpen={typed !== undefined}
        onClose={() => setTyped(undefined)}
        size="small"
        actions={
          <button type="button" className="button" data-primary="" disabled={typed?.trim() === ''} onClick={save}>
            {t(names.includes(typed?.trim() ?? '') ? 'grid.views.replace' : 'grid.views.doSave')}
          </button>
        }
      >
        <label className="layout-field">
          {t('grid.views.name')}
          <input
            data-autofocus
            data-passing=""
            className="text-input"
            value={typed ?? ''}
            maxLength={longestName}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={(event) => event.key === 'Enter' && save()}
          />
        </label>
      </Dialog>
    </>
  );
}
