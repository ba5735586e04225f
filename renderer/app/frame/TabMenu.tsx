// What can be done with a tab, at the place where it was asked for.
import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWorkspace, viewOf } from '../../bridge/index.ts';
import { findView } from '../features.ts';

export interface TabMenuProps {
  readonly instance: string;
  /** Of the pointer, in pixels of the window. */
  readonly x: number;
  readonly y: number;
  close(): void;
  onClose(): void;
}

export function TabMenu({ instance, x, y, close, onClose }: TabMenuProps) {
  const { t } = useTranslation();
  const openAnother = useWorkspace((state) => state.openAnother);
  const view = t(findView(instance)?.titleKey ?? instance);
  return (
    <Menu opened onChange={(isOpen) => !isOpen && onClose()} position="bottom-start" offset={0} shadow="md" width={216}>
      <Menu.Target>
        <span className="tab-menu-place" style={{ left: x, top: y }} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => openAnother(viewOf(instance))}>{t('app:tab.another', { view })}</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={close}>{t('app:tab.close')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
