import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  onClose(): void;
  readonly children: ReactNode;
  /** Buttons, right-aligned; the primary one last. */
  readonly actions?: ReactNode;
  readonly size?: 'small' | 'medium' | 'large' | 'wide';
}

const widths = { small: 400, medium: 560, large: 760, wide: 960 } as const;

/** A modal dialog: focus is trapped, Escape closes, focus goes back to where it came from. */
export function Dialog({ title, isOpen, onClose, children, actions, size = 'medium' }: DialogProps) {
  const { t } = useTranslation('ui');
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={title}
      size={widths[size]}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
      classNames={{ title: 'dialog-title' }}
    >
      {children}
      {actions === undefined ? null : <div className="dialog-actions">{actions}</div>}
    </Modal>
  );
}
