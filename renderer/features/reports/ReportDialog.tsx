// The name of a report: of one that is begun, or of one that has another.
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorWords, useCommand } from '../../bridge/index.ts';
import { FormDialog } from '../../ui/index.ts';

export interface ReportDialogProps {
  /** Without one a report is begun. */
  readonly report: { readonly id: string; readonly name: string } | undefined;
  /** The name that a new one is offered. */
  readonly proposed: string;
  onClose(): void;
  onDone(id: string): void;
}

export function ReportDialog({ report, proposed, onClose, onDone }: ReportDialogProps) {
  const { t } = useTranslation('reports');
  const [name, setName] = useState(report?.name ?? proposed);
  const begin = useCommand('reports.write', { isQuiet: true });
  const rename = useCommand('reports.rename', { isQuiet: true });
  const fault = begin.error ?? rename.error;
  const submit = async () => {
    try {
      const { id } =
        report === undefined
          ? await begin.run({ report: name.trim(), markdown: t('firstText', { name: name.trim() }) })
          : await rename.run({ report: report.id, name: name.trim() });
      onClose();
      onDone(id);
    } catch {
      // shown at the field
    }
  };
  return (
    <FormDialog
      title={report === undefined ? t('newReport') : t('rename')}
      size="small"
      submit={t('save')}
      canSubmit={!begin.isRunning && !rename.isRunning && name.trim() !== ''}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        className="form-wide"
        label={t('name')}
        required
        data-autofocus
        value={name}
        error={fault === undefined ? undefined : errorWords(fault)}
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
