import { useTranslation } from 'react-i18next';
import { create } from 'zustand';
import { useCommand } from '../../../bridge/index.ts';
import { Dialog } from '../../../ui/index.ts';
import { currentSourceId, tellReplaced } from '../anchors/replace-source.ts';
import { TextForm } from './TextForm.tsx';

const useNewerText = create<{ readonly sourceId: string | undefined }>()(() => ({ sourceId: undefined }));

export function askNewerText(): void {
  useNewerText.setState({ sourceId: currentSourceId() });
}

/** Pastes a newer text over the one of a source. */
export function NewerTextDialog() {
  const { t } = useTranslation('passages');
  const { sourceId } = useNewerText();
  const replace = useCommand('sources.replace', { isQuiet: true });
  const close = () => useNewerText.setState({ sourceId: undefined });
  return (
    <Dialog title={t('anchors.pasteTitle')} isOpen={sourceId !== undefined} onClose={close} size="large">
      {sourceId === undefined ? null : (
        <TextForm
          label={t('anchors.pasteText')}
          hint={t('anchors.pasteHint')}
          submit={t('anchors.replace')}
          rows={14}
          error={replace.error}
          isRunning={replace.isRunning}
          onText={async (text) => {
            tellReplaced(await replace.run({ id: sourceId, text }));
            close();
          }}
          onClose={close}
        />
      )}
    </Dialog>
  );
}
