// Notes that stand in the panel, with what became of what they are on; those on a day of one's own can be moved.
import { TextInput } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorWords, useCommand, useWorkspace } from '../../bridge/index.ts';
import { Dialog, openMenu, placeUnder } from '../../ui/index.ts';
import { type Drawing, useDescribe } from './use-boards.ts';

type Note = Drawing['notes'][number];

export function PanelNotes({ drawing }: { readonly drawing: Drawing }) {
  const { t } = useTranslation('boards');
  const { select } = useWorkspace();
  const [moving, setMoving] = useState<Note>();
  const describe = useDescribe({ isQuiet: false });
  const shown = drawing.notes.filter(({ state }) => state !== 'elsewhere' && state !== 'lost');
  if (shown.length === 0) return null;
  const show = ({ claims }: Note) => claims[0] !== undefined && select({ type: 'claim', id: claims[0] });
  return (
    <>
      <ul className="board-notes" aria-label={t('notes')}>
        {shown.map((note) => (
          <li key={note.id}>
            <button type="button" onClick={() => show(note)}>
              {note.text}
            </button>
            {note.state === 'here' ? null : <em>{t(`noteState.${note.state}`)}</em>}
            <button
              type="button"
              className="tool"
              aria-label={t('noteMenu', { text: note.text })}
              aria-haspopup="menu"
              onClick={(event) =>
                openMenu(
                  {
                    label: note.text,
                    groups: [
                      note.claims.length === 0
                        ? [{ label: t('menu.moveNote'), run: () => setMoving(note) }]
                        : [{ label: t('menu.showFigure'), run: () => void show(note) }],
                      [
                        {
                          label: t('menu.removeNote'),
                          isDangerous: true,
                          run: () => void describe.run({ record: 'note', id: note.id, remove: true }),
                        },
                      ],
                    ],
                  },
                  placeUnder(event.currentTarget),
                )
              }
            >
              <IconDots size={12} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      {moving === undefined ? null : <MoveNote note={moving} onClose={() => setMoving(undefined)} />}
    </>
  );
}

function MoveNote({ note, onClose }: { readonly note: Note; onClose(): void }) {
  const { t } = useTranslation('boards');
  const [day, setDay] = useState('');
  const move = useCommand('charts.move', { isQuiet: true });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await move.run({ id: note.id, to: day.trim() });
      onClose();
    } catch {
      // shown at its field
    }
  };
  return (
    <Dialog title={t('menu.moveNote')} isOpen onClose={onClose} size="small">
      <form onSubmit={(event) => void submit(event)}>
        <TextInput
          label={t('field.day')}
          description={t('field.dayHint')}
          placeholder="2024-10-01"
          value={day}
          required
          data-autofocus
          error={move.error === undefined ? undefined : errorWords(move.error)}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            {t('cancel')}
          </button>
          <button type="submit" className="button" data-primary="" disabled={move.isRunning || day.trim() === ''}>
            {t('save')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
