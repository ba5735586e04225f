import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorWords, useCommand, useWorkspace } from '../../bridge/index.ts';
import { Dialog } from '../../ui/index.ts';
import { stopNaming, useNaming } from './naming.ts';

export function NewWorkbookDialog() {
  const { t } = useTranslation('workbook');
  const { isNaming } = useNaming();
  return (
    <Dialog title={t('new.title')} isOpen={isNaming} onClose={stopNaming} size="small">
      <NameForm />
    </Dialog>
  );
}

function NameForm() {
  const { t } = useTranslation('workbook');
  const [name, setName] = useState('');
  const create = useCommand('library.create', { isQuiet: true });
  async function submit(): Promise<void> {
    try {
      await create.run({ name: name.trim() });
      useWorkspace.getState().reset();
      stopNaming();
    } catch {
      // shown at the field
    }
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextInput
        data-autofocus
        label={t('new.name')}
        placeholder={t('new.example')}
        maxLength={120}
        value={name}
        error={create.error && errorWords(create.error)}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <div className="dialog-actions">
        <button type="button" className="button" onClick={stopNaming}>
          {t('cancel')}
        </button>
        <button type="submit" className="button" data-primary="" disabled={name.trim() === '' || create.isRunning}>
          {t('new.create')}
        </button>
      </div>
    </form>
  );
}
