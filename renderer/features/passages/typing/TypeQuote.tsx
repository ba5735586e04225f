// Words typed off a page that has no text: a scan, or a page whose fonts cannot be read. Beside the page where the source
// has no text at all, else in a dialog.
import { NumberInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { create } from 'zustand';
import { useCall, useCommand, useWorkspace } from '../../../bridge/index.ts';
import { Dialog } from '../../../ui/index.ts';
import { currentSourceId } from '../anchors/replace-source.ts';
import { usePagePane } from '../page/page-pane.ts';
import { TextForm } from './TextForm.tsx';

const useTypedFor = create<{ readonly sourceId: string | undefined }>()(() => ({ sourceId: undefined }));

/** For the source in the Reader, else the one selected. */
export function askQuote(): void {
  useTypedFor.setState({ sourceId: currentSourceId() });
}

export interface QuoteFormProps {
  readonly sourceId: string;
  onClose?(): void;
}

/** Begins with the page in view. */
export function QuoteForm({ sourceId, onClose }: QuoteFormProps) {
  const { t } = useTranslation('passages');
  const layout = useCall('sources.layout', { id: sourceId }).data;
  const typeQuote = useCommand('sources.typeQuote', { isQuiet: true });
  const openView = useWorkspace((state) => state.openView);
  const inView = usePagePane((state) => state.pageInView);
  const [page, setPage] = useState(inView);
  useEffect(() => setPage(inView), [inView]);
  const pages = Math.max(0, ...(layout?.pages.map((one) => one.number) ?? []));
  if (layout !== undefined && pages === 0) return <p className="muted">{t('typing.noPages')}</p>;
  return (
    <TextForm
      label={t('typing.text')}
      hint={t('typing.hint')}
      submit={t('typing.add')}
      rows={5}
      error={typeQuote.error}
      isRunning={typeQuote.isRunning}
      onText={async (text) => {
        const { start, end } = await typeQuote.run({ id: sourceId, page, text });
        onClose?.();
        openView('reader', { sourceId, start, end });
      }}
      {...(onClose === undefined ? {} : { onClose })}
    >
      <NumberInput
        label={t('typing.page')}
        description={t('typing.of', { count: pages })}
        min={1}
        max={Math.max(1, pages)}
        allowDecimal={false}
        value={page}
        onChange={(value) => setPage(Number(value))}
      />
    </TextForm>
  );
}

export function TypeQuoteDialog() {
  const { t } = useTranslation('passages');
  const { sourceId } = useTypedFor();
  const close = () => useTypedFor.setState({ sourceId: undefined });
  return (
    <Dialog title={t('typing.title')} isOpen={sourceId !== undefined} onClose={close}>
      {sourceId === undefined ? null : <QuoteForm key={sourceId} sourceId={sourceId} onClose={close} />}
    </Dialog>
  );
}
