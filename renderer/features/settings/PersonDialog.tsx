// Asks for the name that stands beside the edits of whoever works here.
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { closePerson, errorWords, givePerson, usePerson } from '../../bridge/index.ts';
import { Dialog } from '../../ui/index.ts';

const longestName = 80;

function PersonForm({ known }: { known: string }) {
  const { t } = useTranslation('settings');
  const [name, setName] = useState(known);
  const [error, setError] = useState<unknown>();
  const [isSaving, setSaving] = useState(false);
  async function save(): Promise<void> {
    setSaving(true);
    try {
      await givePerson(name.trim());
    } catch (caught) {
      setError(caught);
      setSaving(false);
    }
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextInput
        data-autofocus
        label={t('person.name')}
        description={t('person.why')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        maxLength={longestName}
        autoComplete="name"
        value={name}
        error={error === undefined ? undefined : errorWords(error)}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <div className="dialog-actions">
        <button type="button" className="button" onClick={closePerson}>
          {t(known === '' ? 'person.notNow' : 'person.cancel')}
        </button>
        <button type="submit" className="button" data-primary="" disabled={name.trim() === '' || isSaving}>
          {t('person.save')}
        </button>
      </div>
    </form>
  );
}

export function PersonDialog() {
  const { t } = useTranslation('settings');
  const { isAsking, name = '' } = usePerson();
  return (
    <Dialog title={t('person.title')} isOpen={isAsking} onClose={closePerson} size="small">
      <PersonForm known={name} />
    </Dialog>
  );
}
