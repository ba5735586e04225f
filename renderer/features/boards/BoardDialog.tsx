import { TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorWords } from '../../bridge/index.ts';
import { Dialog } from '../../ui/index.ts';
import { type ListedBoard, useDescribe } from './use-boards.ts';

export interface BoardDialogProps {
  /** Without one a board is begun. */
  readonly board: ListedBoard | undefined;
  onClose(): void;
  onNamed(name: string): void;
}

export function BoardDialog({ board, onClose, onNamed }: BoardDialogProps) {
  const { t } = useTranslation('boards');
  const [name, setName] = useState(board?.name ?? '');
  const [from, setFrom] = useState(board?.from ?? '');
  const [to, setTo] = useState(board?.to ?? '');
  const describe = useDescribe({ isQuiet: true });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const moment = (text: string) => (text.trim() === '' ? null : text.trim());
    const id = board === undefined ? {} : { id: board.id };
    if (!(await describe.run({ record: 'board', ...id, name: name.trim(), from: moment(from), to: moment(to) }))) return;
    onClose();
    onNamed(name.trim());
  };
  return (
    <Dialog title={board === undefined ? t('newBoard') : t('editBoard')} isOpen onClose={onClose} size="small">
      <form onSubmit={(event) => void submit(event)}>
        <TextInput
          label={t('field.boardName')}
          value={name}
          required
          data-autofocus
          error={describe.error === undefined ? undefined : errorWords(describe.error)}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <div className="form-grid">
          <TextInput label={t('field.from')} placeholder="2020" value={from} onChange={(event) => setFrom(event.currentTarget.value)} />
          <TextInput label={t('field.to')} placeholder="2027" value={to} onChange={(event) => setTo(event.currentTarget.value)} />
        </div>
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            {t('cancel')}
          </button>
          <button type="submit" className="button" data-primary="" disabled={describe.isRunning || name.trim() === ''}>
            {t('save')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
