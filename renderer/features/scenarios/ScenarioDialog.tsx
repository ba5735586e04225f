// A scenario is a name and the values that stand for those of the model; they are set one by one where inputs are changed.
import { Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedModel } from '../../../shared/features/scenarios/contract.ts';
import { errorWords, useCommand } from '../../bridge/index.ts';
import { Dialog } from '../../ui/index.ts';

export function ScenarioDialog({ model, onClose, onMade }: { model: ListedModel; onClose(): void; onMade(id: string): void }) {
  const { t } = useTranslation('scenarios');
  const save = useCommand('scenarios.saveScenario', { isQuiet: true });
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const { id } = await save.run({ model: model.id, name: name.trim(), changes: {}, note: note.trim() });
      onClose();
      onMade(id);
    } catch {
      // shown at its field
    }
  };
  return (
    <Dialog title={t('newScenario')} isOpen onClose={onClose} size="small">
      <form className="scenario-form" onSubmit={(event) => void submit(event)}>
        <TextInput
          label={t('field.name')}
          description={t('field.scenarioHint')}
          value={name}
          required
          data-autofocus
          error={save.error === undefined ? undefined : errorWords(save.error)}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Textarea label={t('field.note')} autosize value={note} onChange={(event) => setNote(event.currentTarget.value)} />
        <div className="dialog-actions">
          <button type="submit" className="button" data-primary="" disabled={save.isRunning || name.trim() === ''}>
            {t('create')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
