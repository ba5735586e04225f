// Which model and which of its scenarios; copies, templates, and what removes them.
import { Menu } from '@mantine/core';
import { IconChevronDown, IconCopy, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedModel } from '../../../shared/features/scenarios/contract.ts';
import { useCommand } from '../../bridge/index.ts';
import { Dialog } from '../../ui/index.ts';
import { Templates } from './Templates.tsx';

export interface ModelMenuProps {
  readonly model: ListedModel;
  readonly models: readonly ListedModel[];
  readonly scenario: string | null;
  readonly isOpen: boolean;
  setOpen(isOpen: boolean): void;
  choose(patch: Record<string, string>): void;
}

export function ModelMenu({ model, models, scenario, isOpen, setOpen, choose }: ModelMenuProps) {
  const { t } = useTranslation('scenarios');
  const copy = useCommand('scenarios.copy');
  const remove = useCommand('scenarios.remove');
  const removeScenario = useCommand('scenarios.removeScenario');
  const [isTaking, setTaking] = useState(false);
  const shown = model.scenarios.find(({ id }) => id === scenario);
  return (
    <>
      <Menu shadow="md" position="bottom-start" opened={isOpen} onChange={setOpen}>
        <Menu.Target>
          <button type="button" className="tool scenario-name" data-offer="scenarios.models">
            <b>{shown === undefined ? model.name : t('named', { model: model.name, scenario: shown.name })}</b>
            {model.stale ? <i className="scenario-dot" role="img" aria-label={t('staleModel')} /> : null}
            <IconChevronDown size={12} aria-hidden />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {models.flatMap((one) => [
            <Menu.Item key={one.id} fw={600} onClick={() => choose({ model: one.id, scenario: '', output: '', item: '' })}>
              {one.name}
            </Menu.Item>,
            ...one.scenarios.map((own) => (
              <Menu.Item
                key={own.id}
                pl={20}
                onClick={() => choose({ model: one.id, scenario: own.id, ...(one.id === model.id ? {} : { output: '', item: '' }) })}
              >
                {own.name}
              </Menu.Item>
            )),
          ])}
          <Menu.Divider />
          <Menu.Item leftSection={<IconPlus size={14} />} onClick={() => setTaking(true)}>
            {t('newModel')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconCopy size={14} />}
            onClick={() =>
              void copy.run({ model: model.id, name: t('copyOf', { name: model.name }) }).then(({ id }) => choose({ model: id, scenario: '' }))
            }
          >
            {t('copy')}
          </Menu.Item>
          {shown === undefined ? null : (
            <Menu.Item
              leftSection={<IconTrash size={14} />}
              onClick={() => void removeScenario.run({ id: shown.id }).then(() => choose({ scenario: '' }))}
            >
              {t('removeScenario', { name: shown.name })}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconTrash size={14} />} onClick={() => void remove.run({ model: model.id })}>
            {t('removeModel', { name: model.name })}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Dialog title={t('newModel')} isOpen={isTaking} onClose={() => setTaking(false)} size="large">
        <Templates
          onTaken={(id) => {
            setTaking(false);
            choose({ model: id, scenario: '', output: '', item: '' });
          }}
        />
      </Dialog>
    </>
  );
}
