// Words of a source that are typed or pasted by hand: a field for them, what went wrong with them, and a button that takes them.

import { Textarea } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../../shared/errors.ts';
import { errorWords } from '../../../bridge/index.ts';

export interface TextFormProps {
  readonly label: string;
  readonly hint: string;
  /** Word of the button. */
  readonly submit: string;
  readonly rows: number;
  readonly error: AppError | undefined;
  readonly isRunning: boolean;
  /** Fields above the words. */
  readonly children?: ReactNode;
  /** Rejects where the words were not taken; they stay in the field. */
  onText(text: string): Promise<unknown>;
  /** Without it there is nothing to leave. */
  onClose?(): void;
}

export function TextForm({ label, hint, submit, rows, error, isRunning, children, onText, onClose }: TextFormProps) {
  const { t } = useTranslation('sources');
  const [text, setText] = useState('');
  const take = (event: FormEvent) => {
    event.preventDefault();
    void onText(text).then(
      () => setText(''),
      () => undefined,
    );
  };
  return (
    <form className="text-form" onSubmit={take}>
      {children}
      <Textarea
        data-autofocus
        label={label}
        description={hint}
        rows={rows}
        classNames={{ input: 'source-words' }}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {error === undefined ? null : (
        <p className="form-error" role="alert">
          {errorWords(error)}
        </p>
      )}
      <div className="dialog-actions">
        {onClose === undefined ? null : (
          <button type="button" className="button" onClick={onClose}>
            {t('cancel')}
          </button>
        )}
        <button type="submit" className="button" data-primary="" disabled={text.trim() === '' || isRunning}>
          {submit}
        </button>
      </div>
    </form>
  );
}
