import { Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { create } from 'zustand';
import { useCommand } from '../../../bridge/index.ts';
import { Dialog } from '../../../ui/index.ts';
import { currentSourceId, tellReplaced } from './replace-source.ts';

const useNewerText = create<{ readonly sourceId: string | undefined }>()(() => ({ sourceId: undefined }));

export function askNewerText(): void {
  useNewerText.setState({ sourceId: currentSourceId() });
}

/** Pastes a newer text over the one of a source. */
export function NewerTextDialog() {
  const { t } = useTranslation(['passages', 'sources']);
  const { sourceId } = useNewerText();
  const [text, setText] = useState('');
  const replace = useCommand('sources.replace', { isQuiet: true });
  const close = () => useNewerText.setState({ sourceId: undefined });

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (sourceId === undefined) return;
    try {
      tellReplaced(await replace.run({ id: sourceId, text }));
      setText('');
      close();
    } catch {
      // shown below the text
    }
  }

  return (
    <Dialog title={t('anchors.pasteTitle')} isOpen={sourceId !== undefined} onClose={close} size="large">
      <form className="paste-form" onSubmit={(event) => void submit(event)}>
        <Textarea
          data-autofocus
          label={t('anchors.pasteText')}
          description={t('anchors.pasteHint')}
          rows={14}
          classNames={{ input: 'source-words' }}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {replace.error === undefined ? null : (
          <p className="form-error" role="alert">
            {replace.error.message}
          </p>
        )}
        <div className="dialog-actions">
          <button type="button" className="button" onClick={close}>
            {t('sources:cancel')}
          </button>
          <button type="submit" className="button" data-primary="" disabled={text.trim() === '' || replace.isRunning}>
            {t('anchors.replace')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
