// A plain field for Markdown, which can show how its words will read.
import { Textarea } from '@mantine/core';
import { IconEye, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Markdown } from './Markdown.tsx';

export interface MarkdownFieldProps {
  readonly label: string;
  readonly rows: number;
  readonly className?: string;
  readonly inputClassName?: string;
  readonly value: string;
  onChange(value: string): void;
  onBlur?(): void;
}

export function MarkdownField({ label, rows, className = '', inputClassName = '', value, onChange, onBlur }: MarkdownFieldProps) {
  const { t } = useTranslation('ui');
  const [isPreview, setPreview] = useState(false);
  const Icon = isPreview ? IconPencil : IconEye;
  return (
    <div className={`markdown-field ${className}`}>
      <button
        type="button"
        className="link-button markdown-toggle"
        aria-pressed={isPreview}
        disabled={value.trim() === '' && !isPreview}
        onClick={() => setPreview(!isPreview)}
      >
        <Icon size={12} stroke={1.8} aria-hidden />
        {t(isPreview ? 'markdown.write' : 'markdown.preview')}
      </button>
      {isPreview ? (
        <section className="markdown-preview" aria-label={label}>
          <span className="mantine-InputWrapper-label">{label}</span>
          <Markdown text={value} />
        </section>
      ) : (
        <Textarea
          label={label}
          rows={rows}
          classNames={{ input: inputClassName }}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          onBlur={onBlur}
        />
      )}
    </div>
  );
}
