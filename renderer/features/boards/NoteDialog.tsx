// A note on the figure or event that is selected, or on a day of one's own.
import { Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorWords } from '../../bridge/index.ts';
import { Dialog, ErrorNotice } from '../../ui/index.ts';
import { useDescribe } from './use-boards.ts';

export interface NoteDialogProps {
  /** What it is on; without one, a day. */
  readonly claimId: string | undefined;
  readonly panel: string;
  readonly board: string;
  onClose(): void;
}

export function NoteDialog({ claimId, panel, board, onClose }: NoteDialogProps) {
  const { t } = useTranslation('boards');
  const [text, setText] = useState('');
  const [day, setDay] = useState('');
  const describe = useDescribe({ isQuiet: true });
  const isOnDay = claimId === undefined;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const on = claimId === undefined ? { when: day.trim() } : { claim: claimId };
    // One on a day of one's own stands in this panel alone.
    const where = isOnDay ? { panel: `${board}/${panel}` } : {};
    if (await describe.run({ record: 'note', on, text: text.trim(), ...where })) onClose();
  };
  return (
    <Dialog title={isOnDay ? t('noteOnDay') : t('noteOnFigure')} isOpen onClose={onClose} size="small">
      <form onSubmit={(event) => void submit(event)}>
        <Textarea
          label={t('field.note')}
          autosize
          minRows={2}
          value={text}
          required
          data-autofocus
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {isOnDay ? (
          <TextInput
            label={t('field.day')}
            description={t('field.dayHint')}
            placeholder="2024-10-01"
            value={day}
            required
            onChange={(event) => setDay(event.currentTarget.value)}
          />
        ) : null}
        {describe.error === undefined ? null : <ErrorNotice message={errorWords(describe.error)} />}
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            {t('cancel')}
          </button>
          <button
            type="submit"
            className="button"
            data-primary=""
            disabled={describe.isRunning || text.trim() === '' || (isOnDay && day.trim() === '')}
          >
            {t('save')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
