// The four workspaces in the title bar, and the layouts of the user's own.
import { Menu } from '@mantine/core';
import { IconBook2, IconChartLine, IconChevronDown, IconLayoutBoard, IconReport, IconScale, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mayLeave, useWorkspace } from '../../bridge/index.ts';
import { type WorkspaceName, workspaceNames } from '../../ui/feature-manifest.ts';
import { Dialog, Kbd } from '../../ui/index.ts';
import { ownNames, removeOwn, resetWorkspace, saveOwn, showArrangement, useArrangements } from '../arrangement-state.ts';
import { isWorkspace, ownId } from '../arrangements.ts';
import { nameLayout, useLayoutNaming } from './layout-naming.ts';

const icons = { read: IconBook2, reconcile: IconScale, analyse: IconChartLine, report: IconReport } as const;
const longestName = 60;

export function WorkspaceSwitch() {
  const { t } = useTranslation('app');
  const current = useArrangements((state) => state.current);
  return (
    <nav className="workspaces" aria-label={t('workspace.title')}>
      {workspaceNames.map((name, index) => {
        const WorkspaceIcon = icons[name];
        const keys = `Alt ${index + 1}`;
        const word = t(`workspace.${name}`);
        return (
          <button
            key={name}
            type="button"
            aria-current={name === current ? 'true' : undefined}
            title={`${t(`workspace.task.${name}`)}  ${keys}`}
            onClick={() => showArrangement(name)}
          >
            <WorkspaceIcon size={14} stroke={1.7} aria-hidden />
            {word}
            <span className="workspace-keys">{keys}</span>
          </button>
        );
      })}
    </nav>
  );
}

/** What a reset would close may hold typed words. */
function reset(name: WorkspaceName): void {
  void mayLeave(document.querySelector('.dock') ?? undefined).then((leaves) => leaves && resetWorkspace(name));
}

export function LayoutMenu() {
  const { t } = useTranslation('app');
  const { current, models } = useArrangements();
  const own = ownNames(models);
  const shownName = isWorkspace(current) ? undefined : current.slice(ownId('').length);
  return (
    <Menu position="bottom-end" shadow="md" width={248}>
      <Menu.Target>
        <button type="button" className="ghost" aria-label={t('layout.choose')} aria-current={shownName === undefined ? undefined : 'true'}>
          <IconLayoutBoard size={14} aria-hidden />
          {shownName === undefined ? null : <span className="cut ghost-word layout-name">{shownName}</span>}
          <IconChevronDown size={12} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {own.length === 0 ? null : <Menu.Label>{t('layout.own')}</Menu.Label>}
        {own.map((name) => (
          <Menu.Item key={name} aria-current={name === shownName ? 'true' : undefined} onClick={() => showArrangement(ownId(name))}>
            {name}
          </Menu.Item>
        ))}
        {own.length === 0 ? null : <Menu.Divider />}
        <Menu.Item onClick={nameLayout}>{t('layout.save')}</Menu.Item>
        {shownName === undefined ? (
          <Menu.Item onClick={() => reset(current as WorkspaceName)}>
            {t('layout.reset', { name: t(`workspace.${current as WorkspaceName}`) })}
          </Menu.Item>
        ) : (
          <Menu.Item leftSection={<IconTrash size={14} aria-hidden />} onClick={() => removeOwn(shownName, 'read')}>
            {t('layout.remove', { name: shownName })}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

export function LayoutNameDialog() {
  const { t } = useTranslation('app');
  const isAsked = useLayoutNaming((state) => state.isAsked);
  const models = useArrangements((state) => state.models);
  const notify = useWorkspace((state) => state.notify);
  const [typed, setTyped] = useState('');
  const name = typed.trim();
  const close = () => {
    useLayoutNaming.setState({ isAsked: false });
    setTyped('');
  };
  const save = () => {
    if (name === '') return;
    saveOwn(name);
    close();
    notify({ tone: 'info', topic: 'layout', text: t('layout.saved', { name }) });
  };
  return (
    <Dialog
      title={t('layout.saveTitle')}
      isOpen={isAsked}
      onClose={close}
      size="small"
      actions={
        <button type="button" className="button" data-primary="" disabled={name === ''} onClick={save}>
          {t(ownNames(models).includes(name) ? 'layout.replace' : 'layout.doSave')}
          <Kbd>↵</Kbd>
        </button>
      }
    >
      <label className="layout-field">
        {t('layout.name')}
        <input
          data-autofocus
          data-passing=""
          className="text-input"
          value={typed}
          maxLength={longestName}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && save()}
        />
      </label>
    </Dialog>
  );
}
