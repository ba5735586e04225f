// A block while it is written, as Markdown. "@" asks for a figure of the workbook, which is put in as a lock.
import { Textarea } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FigurePicker } from './FigurePicker.tsx';

export interface BlockFieldProps {
  readonly text: string;
  onDone(text: string): void;
  onCancel(): void;
}

export function BlockField({ text: before, onDone, onCancel }: BlockFieldProps) {
  const { t } = useTranslation('reports');
  const [text, setText] = useState(before);
  const [asked, setAsked] = useState<number>();
  const field = useRef<HTMLTextAreaElement>(null);

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onCancel();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onDone(text);
    else if (event.key === '@') {
      event.preventDefault();
      setAsked(event.currentTarget.selectionStart);
    }
  };
  const put = (words: string) => {
    const at = asked ?? text.length;
    setText(`${text.slice(0, at)}${words}${text.slice(at)}`);
    setAsked(undefined);
    field.current?.focus();
  };

  return (
    <div className="report-field">
      <Textarea
        ref={field}
        aria-label={t('blockField')}
        description={t('blockHint')}
        autosize
        minRows={2}
        autoFocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {asked === undefined ? null : (
        <FigurePicker
          onChoose={(observation) => put(`[](lock:obs/${observation})`)}
          onCancel={() => {
            put('@');
          }}
        />
      )}
      <div className="report-field-actions">
        <button type="button" className="button" onClick={onCancel}>
          {t('cancel')}
        </button>
        <button type="button" className="button" data-primary="" onClick={() => onDone(text)}>
          {t('save')}
        </button>
      </div>
    </div>
  );
}
