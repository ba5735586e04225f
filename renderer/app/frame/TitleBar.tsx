import { Menu } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconCheck,
  IconChevronDown,
  IconClockPause,
  IconLayoutSidebarRight,
  IconLock,
  IconMoon,
  IconSearch,
  IconSun,
} from '@tabler/icons-react';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkbookEntry } from '../../../shared/features/library/contract.ts';
import type { WorkbookInfo } from '../../../shared/features/workbook/contract.ts';
import { useCall, useConnection, useSaving, useTheme, useWorkspace, words } from '../../bridge/index.ts';
import { runCommand, useCommands } from '../../ui/commands.ts';
import { Kbd, Logo } from '../../ui/index.ts';
import { useEvidenceInSight } from './evidence-slot.tsx';
import { LayoutMenu, WorkspaceSwitch } from './Workspaces.tsx';

interface IconButtonProps {
  readonly label: string;
  readonly keys?: string;
  readonly isDisabled?: boolean;
  readonly isPressed?: boolean;
  onRun(): void;
  readonly children: ReactNode;
}

function IconButton({ label, keys, isDisabled = false, isPressed, onRun, children }: IconButtonProps) {
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      aria-pressed={isPressed}
      title={keys === undefined ? label : `${label}  ${keys}`}
      disabled={isDisabled}
      onClick={onRun}
    >
      {children}
    </button>
  );
}

function WorkbookMenu({ workbook }: { workbook: WorkbookEntry }) {
  const { t } = useTranslation();
  const commands = useCommands((state) => state.commands)
    .filter((command) => command.menuGroup !== undefined)
    .sort((a, b) => (a.menuGroup ?? 0) - (b.menuGroup ?? 0));
  return (
    <Menu position="bottom-start" shadow="md" width={264}>
      <Menu.Target>
        <button type="button" className="workbook-name" title={workbook.place}>
          <b>{workbook.name}</b>
          <span>.assay</span>
          <IconChevronDown size={12} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {commands.map((command, index) => (
          <Fragment key={command.id}>
            {index > 0 && commands[index - 1]?.menuGroup !== command.menuGroup ? <Menu.Divider /> : null}
            <Menu.Item rightSection={command.shortcut === undefined ? null : <Kbd>{command.shortcut}</Kbd>} onClick={() => command.run()}>
              {t(command.titleKey)}
            </Menu.Item>
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

const stateIcons = { readOnly: IconLock, waiting: IconClockPause, stopped: IconAlertTriangle, saving: IconCheck, saved: IconCheck } as const;

/** A trouble is told in the banner; here it is only not denied. */
function SavedState({ info }: { info: WorkbookInfo | undefined }) {
  const { t } = useTranslation('app');
  const isSaving = useSaving((state) => state.running > 0);
  const isLost = useConnection((state) => state.state === 'lost');
  const isStopped = (info?.trouble ?? null) !== null;
  const state = info?.isReadOnly ? 'readOnly' : isLost ? 'waiting' : isStopped ? 'stopped' : isSaving ? 'saving' : 'saved';
  const StateIcon = stateIcons[state];
  return (
    <span className="saved" role="status" data-state={state}>
      <StateIcon size={12} stroke={2.4} aria-hidden />
      {t(`saved.${state}`)}
    </span>
  );
}

function UndoButtons() {
  const { t } = useTranslation('app');
  const state = useCall('history.state', {}).data;
  return (
    <>
      <IconButton
        label={state?.undo == null ? t('undo') : t('undoEdit', { label: words(state.undo.label) })}
        keys="Ctrl Z"
        isDisabled={state?.undo == null}
        onRun={() => runCommand('history.undo')}
      >
        <IconArrowBackUp size={16} stroke={1.7} aria-hidden />
      </IconButton>
      <IconButton
        label={state?.redo == null ? t('redo') : t('redoEdit', { label: words(state.redo.label) })}
        keys="Ctrl Shift Z"
        isDisabled={state?.redo == null}
        onRun={() => runCommand('history.redo')}
      >
        <IconArrowForwardUp size={16} stroke={1.7} aria-hidden />
      </IconButton>
    </>
  );
}

export function TitleBar({ workbook, info }: { workbook: WorkbookEntry; info: WorkbookInfo | undefined }) {
  const { t } = useTranslation('app');
  const isDark = useTheme((state) => state.theme === 'dark');
  const { setPaletteOpen, setEvidenceOpen } = useWorkspace();
  const isEvidenceOpen = useEvidenceInSight();
  return (
    <header className="title-bar">
      <div className="title-left">
        <Logo />
        <WorkbookMenu workbook={workbook} />
        <SavedState info={info} />
      </div>
      <WorkspaceSwitch />
      <div className="title-right">
        <button type="button" className="search-box" aria-haspopup="dialog" title={t('search')} onClick={() => setPaletteOpen(true)}>
          <IconSearch size={14} aria-hidden />
          <span>{t('searchShort')}</span>
          <Kbd>Ctrl K</Kbd>
        </button>
        <LayoutMenu />
        <i className="vertical-rule" />
        <UndoButtons />
        <IconButton
          label={t(isEvidenceOpen ? 'hideEvidence' : 'showEvidence')}
          keys="G V"
          isPressed={isEvidenceOpen}
          onRun={() => setEvidenceOpen(!isEvidenceOpen)}
        >
          <IconLayoutSidebarRight size={16} stroke={1.7} aria-hidden />
        </IconButton>
        <IconButton label={t(isDark ? 'lightTheme' : 'darkTheme')} onRun={() => runCommand('settings.theme')}>
          {isDark ? <IconSun size={16} stroke={1.7} aria-hidden /> : <IconMoon size={16} stroke={1.7} aria-hidden />}
        </IconButton>
      </div>
    </header>
  );
}
