import { Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Matrix } from '../../../../shared/features/conflicts/contract.ts';
import { errorWords, useCommand, useWorkspace } from '../../../bridge/index.ts';
import { Dialog, ErrorNotice } from '../../../ui/index.ts';

export interface MatrixDialogProps {
  /** Absent: a new one. */
  readonly matrix: Matrix | undefined;
  onClose(): void;
  onMade(id: string): void;
}

/** The question and its rival answers, one a line. A line that stays keeps its marks, wherever it moves. */
export function MatrixDialog({ matrix, onClose, onMade }: MatrixDialogProps) {
  const { t } = useTranslation('conflicts');
  const selection = useWorkspace((state) => state.selection);
  const start = useCommand('conflicts.startMatrix', { isQuiet: true });
  const change = useCommand('conflicts.changeMatrix', { isQuiet: true });
  const remove = useCommand('conflicts.removeMatrix');
  const [question, setQuestion] = useState(matrix?.question ?? '');
  const [lines, setLines] = useState(matrix?.hypotheses.map((one) => one.text).join('\n') ?? '');
  const texts = lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const error = start.error ?? change.error;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const made =
        matrix === undefined
          ? await start.run({ question, hypotheses: texts, claimIds: selection.type === 'claim' ? [selection.id] : [] })
          : await change.run({ id: matrix.id, question, hypotheses: withIds(texts, matrix) });
      onMade(made.id);
      onClose();
    } catch {
      // shown below
    }
  };
  const takeOut = async () => {
    if (matrix !== undefined) await remove.run({ id: matrix.id }).catch(() => undefined);
    onClose();
  };
  return (
    <Dialog title={t(matrix === undefined ? 'matrix.newTitle' : 'matrix.changeTitle')} isOpen onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        <TextInput label={t('matrix.question')} value={question} required onChange={(event) => setQuestion(event.currentTarget.value)} />
        <Textarea
          label={t('matrix.hypotheses')}
          value={lines}
          required
          autosize
          minRows={4}
          onChange={(event) => setLines(event.currentTarget.value)}
        />
        {texts.length < 2 ? <p className="muted">{t('matrix.twoNeeded')}</p> : null}
        {error === undefined ? null : <ErrorNotice message={errorWords(error)} />}
        <div className="dialog-actions">
          {matrix === undefined ? null : (
            <button type="button" className="button" onClick={() => void takeOut()}>
              {t('matrix.remove')}
            </button>
          )}
          <span className="grow" />
          <button type="button" className="button" onClick={onClose}>
            {t('matrix.cancel')}
          </button>
          <button
            type="submit"
            className="button"
            data-primary=""
            disabled={texts.length < 2 || question.trim() === '' || start.isRunning || change.isRunning}
          >
            {t(matrix === undefined ? 'matrix.create' : 'matrix.save')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** A line with the words of a hypothesis is that one; a line in the place of one that is gone is its new wording. */
function withIds(texts: readonly string[], { hypotheses }: Matrix): { id?: string; text: string }[] {
  const byText = new Map(hypotheses.map((one) => [one.text, one.id]));
  const kept = new Set(texts.flatMap((text) => byText.get(text) ?? []));
  return texts.map((text, index) => {
    const there = hypotheses[index];
    const id = byText.get(text) ?? (there !== undefined && !kept.has(there.id) ? there.id : undefined);
    return id === undefined ? { text } : { id, text };
  });
}
