import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, type DialogProps } from './Dialog.tsx';
import { ErrorNotice } from './ErrorNotice.tsx';

export interface FormDialogProps extends Pick<DialogProps, 'title' | 'size' | 'children' | 'onClose'> {
  /** The words of the button that saves. */
  readonly submit: string;
  readonly canSubmit: boolean;
  /** What went wrong and belongs to no field. */
  readonly fault?: string | undefined;
  onSubmit(): Promise<void>;
}

/** A dialog of fields in two columns, with Cancel and the button that saves; Enter in a field saves as the button does. */
export function FormDialog({ title, size, children, submit, canSubmit, fault, onSubmit, onClose }: FormDialogProps) {
  const { t } = useTranslation('ui');
  const save = (event: FormEvent) => {
    event.preventDefault();
    void onSubmit();
  };
  return (
    <Dialog title={title} isOpen onClose={onClose} {...(size === undefined ? {} : { size })}>
      <form onSubmit={save}>
        <div className="form-grid">{children}</div>
        {fault === undefined ? null : <ErrorNotice message={fault} />}
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            {t('dialog.cancel')}
          </button>
          <button type="submit" className="button" data-primary="" disabled={!canSubmit}>
            {submit}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
