// A file before it is added: how its text reads, in which encoding, and what it says about itself, to correct and complete.
import { Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/errors.ts';
import type { SourcePreview } from '../../../shared/features/sources/contract.ts';
import type { Encoding, SourcePatch } from '../../../shared/features/sources/model.ts';
import { errorWords, useCall, useWorkspace } from '../../bridge/index.ts';
import { Dialog, ErrorNotice, focusWhenDrawn } from '../../ui/index.ts';
import { gradeLetters } from './columns.tsx';
import { EncodingSelect } from './EncodingSelect.tsx';
import { giveUp } from './hand-over.ts';
import { addHeld, tell } from './intake.ts';
import { useIntake, type WaitingFile } from './intake-state.ts';
import { LeftOut } from './LeftOut.tsx';

const fields = ['title', 'publisher', 'author', 'publishedOn', 'language', 'url'] as const;
type Field = (typeof fields)[number];
type Typed = Partial<Record<Field | 'grade', string>>;

/** Only what the user typed: the rest the core takes from the document again. An emptied field stays open. */
function metaOf(typed: Typed): SourcePatch {
  const entries = Object.entries(typed).filter(([field, value]) => field !== 'title' || value.trim() !== '');
  return Object.fromEntries(entries.map(([field, value]) => [field, value.trim() === '' ? null : value.trim()])) as SourcePatch;
}

function PreviewText({ preview: { start, kind } }: { preview: SourcePreview }) {
  const { t } = useTranslation('sources');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling text must be reachable by keyboard
    <section className="preview-text" aria-label={t('preview.text')} tabIndex={0}>
      {start === '' ? (
        <p className="muted">{t('preview.noText')}</p>
      ) : kind === 'dataset' ? (
        <PreviewCells text={start} />
      ) : (
        <p className="source-words">{start}</p>
      )}
    </section>
  );
}

const mostPreviewRows = 100;

/** A data set is a line a row, cells apart by tabs. */
function PreviewCells({ text }: { text: string }) {
  const rows = text.split('\n', mostPreviewRows).map((line) => line.split('\t'));
  return (
    <table className="preview-cells source-words">
      <tbody>
        {rows.map((cells, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name
          <tr key={row}>
            {cells.map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: nor have cells
              <td key={column}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function useAdding(file: WaitingFile) {
  const { set } = useIntake.getState();
  const [error, setError] = useState<AppError>();
  const [isAdding, setAdding] = useState(false);
  async function add(meta: SourcePatch, encoding: Encoding | undefined): Promise<void> {
    setAdding(true);
    try {
      const result = await addHeld({ files: [file.handle], meta, ...(encoding === undefined ? {} : { encoding }) });
      set({ waiting: undefined });
      useWorkspace.getState().openView('sources');
      tell(result, { wasSeen: true });
    } catch (caught) {
      setError(caught as AppError);
      setAdding(false);
    }
  }
  return { add, error, isAdding };
}

function PreviewForm({ file, onClose }: { file: WaitingFile; onClose(): void }) {
  const { t } = useTranslation('sources');
  const [encoding, setEncoding] = useState<Encoding>();
  const [typed, setTyped] = useState<Typed>({});
  const preview = useCall('sources.preview', { file: file.handle, ...(encoding === undefined ? {} : { encoding }) });
  const { add, error, isAdding } = useAdding(file);
  if (preview.isError && !isAdding) return <ErrorNotice message={errorWords(preview.error)} />;
  const shown = preview.data;
  if (shown === undefined) return <p className="muted">{t('preview.reading', { name: file.name })}</p>;
  const type = (field: Field | 'grade', value: string): void => setTyped({ ...typed, [field]: value });
  const failed = error?.details.field;

  function submit(event: FormEvent): void {
    event.preventDefault();
    void add(metaOf(typed), encoding);
  }

  return (
    <form className="preview-form" onSubmit={submit}>
      <div className="preview-columns">
        <div className="preview-fields">
          {fields.map((field) => (
            <TextInput
              key={field}
              label={t(`field.${field}`)}
              placeholder={field === 'title' ? file.name : t('preview.notStated')}
              value={typed[field] ?? shown[field] ?? ''}
              error={failed === field ? error && errorWords(error) : undefined}
              onChange={(event) => type(field, event.currentTarget.value)}
            />
          ))}
          <Select
            label={t('field.grade')}
            clearable
            placeholder={t('notGraded')}
            data={gradeLetters.map((value) => ({ value, label: `${value}  ${t(`gradeMeans.${value}`)}` }))}
            value={typed.grade ?? null}
            onChange={(value) => type('grade', value ?? '')}
          />
          {shown.encoding === null ? null : <EncodingSelect value={shown.encoding} onChange={setEncoding} />}
        </div>
        <PreviewText preview={shown} />
      </div>
      <p className="intake-summary">{[t(`kind.${shown.kind}`), shown.mediaType, t('preview.chars', { count: shown.chars })].join(' · ')}</p>
      <LeftOut warnings={shown.warnings} dropped={shown.dropped} />
      {shown.duplicateOf === null ? null : <Held id={shown.duplicateOf} />}
      {error === undefined || failed !== undefined ? null : <p className="form-error">{errorWords(error)}</p>}
      <div className="dialog-actions">
        <button type="button" className="button" onClick={onClose}>
          {t('cancel')}
        </button>
        <button ref={focusWhenDrawn} type="submit" className="button" data-primary="" disabled={isAdding || shown.duplicateOf !== null}>
          {t('preview.add')}
        </button>
      </div>
    </form>
  );
}

function Held({ id }: { id: string }) {
  const { t } = useTranslation('sources');
  const held = useCall('sources.get', { id }).data;
  return <p className="form-error">{t('result.duplicateOf', { title: held?.title ?? '' })}</p>;
}

export function PreviewDialog() {
  const { t } = useTranslation('sources');
  const { waiting, set } = useIntake();
  function close(): void {
    if (waiting !== undefined) void giveUp([waiting.handle]);
    set({ waiting: undefined });
  }
  return (
    <Dialog title={t('preview.title', { name: waiting?.name ?? '' })} isOpen={waiting !== undefined} onClose={close} size="large">
      {waiting === undefined ? null : <PreviewForm key={waiting.handle} file={waiting} onClose={close} />}
    </Dialog>
  );
}
