import { Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorWords, useCommand, useWorkspace } from '../../bridge/index.ts';
import { Dialog } from '../../ui/index.ts';
import { ensureWorkbook } from './intake.ts';
import { useIntake } from './intake-state.ts';

const blank = { text: '', title: '', publisher: '', publishedOn: '', url: '' };
type Draft = typeof blank;

/** Only what was filled in; the core finds the rest or leaves it open. */
function metaOf(draft: Draft) {
  const entries = (['title', 'publisher', 'publishedOn', 'url'] as const).map((field) => [field, draft[field].trim()] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== ''));
}

export function PasteDialog() {
  const { t } = useTranslation('sources');
  const { isPasting, pasted, set } = useIntake();
  const [draft, setDraft] = useState(blank);
  const paste = useCommand('sources.paste', { isQuiet: true });
  const openView = useWorkspace((state) => state.openView);
  useEffect(() => {
    if (pasted === '') return;
    setDraft({ ...blank, text: pasted });
    set({ pasted: '' });
  }, [pasted, set]);
  const field = (name: keyof Draft) => ({
    value: draft[name],
    onChange: (event: { currentTarget: { value: string } }) => setDraft({ ...draft, [name]: event.currentTarget.value }),
  });

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    try {
      await ensureWorkbook(draft.title);
      const added = await paste.run({ text: draft.text, meta: metaOf(draft) });
      setDraft(blank);
      set({ isPasting: false });
      if (added.duplicateOf === null) openView('reader', { sourceId: added.id });
      else set({ result: { added: [added], refused: [], cancelled: 0, parts: 0 } });
    } catch {
      // shown below the text
    }
  }

  return (
    <Dialog title={t('paste.title')} isOpen={isPasting} onClose={() => set({ isPasting: false })} size="large">
      <form className="paste-form" onSubmit={(event) => void submit(event)}>
        <Textarea
          data-autofocus
          label={t('paste.text')}
          description={t('paste.hint')}
          rows={12}
          classNames={{ input: 'source-words' }}
          {...field('text')}
        />
        <div className="form-grid">
          <TextInput label={t('field.title')} {...field('title')} />
          <TextInput label={t('field.publisher')} {...field('publisher')} />
          <TextInput label={t('field.publishedOn')} placeholder="2023-09-16" {...field('publishedOn')} />
          <TextInput label={t('field.url')} {...field('url')} />
        </div>
        {paste.error === undefined ? null : (
          <p className="form-error" role="alert">
            {errorWords(paste.error)}
          </p>
        )}
        <div className="dialog-actions">
          <button type="button" className="button" onClick={() => set({ isPasting: false })}>
            {t('cancel')}
          </button>
          <button type="submit" className="button" data-primary="" disabled={draft.text.trim() === '' || paste.isRunning}>
            {t('paste.add')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
