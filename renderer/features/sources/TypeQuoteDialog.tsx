// Words typed off a page that has no text: a scan, or a page whose fonts cannot be read.
import { NumberInput, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall, useCommand, useWorkspace } from '../../bridge/index.ts';
import { Dialog } from '../../ui/index.ts';
import { useIntake } from './intake-state.ts';

/** For the selected source, if it has pages. */
export function typeQuoteForSelected(): void {
  const { selection } = useWorkspace.getState();
  if (selection.type === 'source') useIntake.getState().set({ typingFor: selection.id });
}

function QuoteForm({ id, onClose }: { id: string; onClose(): void }) {
  const { t } = useTranslation('sources');
  const layout = useCall('sources.layout', { id }).data;
  const typeQuote = useCommand('sources.typeQuote', { isQuiet: true });
  const openView = useWorkspace((state) => state.openView);
  const [page, setPage] = useState(1);
  const [text, setText] = useState('');
  const pages = Math.max(0, ...(layout?.pages.map((one) => one.number) ?? []));
  if (layout !== undefined && pages === 0) return <p className="muted">{t('typeQuote.noPages')}</p>;

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    try {
      await typeQuote.run({ id, page, text });
      onClose();
      openView('reader', { sourceId: id });
    } catch {
      // shown below
    }
  }

  return (
    <form onSubmit={(event) => void submit(event)}>
      <NumberInput
        label={t('typeQuote.page')}
        description={t('typeQuote.of', { count: pages })}
        min={1}
        max={Math.max(1, pages)}
        allowDecimal={false}
        value={page}
        onChange={(value) => setPage(Number(value))}
      />
      <Textarea
        data-autofocus
        label={t('typeQuote.text')}
        description={t('typeQuote.hint')}
        rows={5}
        classNames={{ input: 'source-words' }}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {typeQuote.error === undefined ? null : <p className="form-error">{typeQuote.error.message}</p>}
      <div className="dialog-actions">
        <button type="button" className="button" onClick={onClose}>
          {t('cancel')}
        </button>
        <button type="submit" className="button" data-primary="" disabled={text.trim() === '' || typeQuote.isRunning}>
          {t('typeQuote.add')}
        </button>
      </div>
    </form>
  );
}

export function TypeQuoteDialog() {
  const { t } = useTranslation('sources');
  const { typingFor, set } = useIntake();
  const close = (): void => set({ typingFor: undefined });
  return (
    <Dialog title={t('typeQuote.title')} isOpen={typingFor !== undefined} onClose={close}>
      {typingFor === undefined ? null : <QuoteForm key={typingFor} id={typingFor} onClose={close} />}
    </Dialog>
  );
}
