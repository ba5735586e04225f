// Everything that is known of a source, to read and to change.
import { Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SourceRow } from '../../../shared/features/sources/contract.ts';
import type { SourcePatch } from '../../../shared/features/sources/model.ts';
import { sizeText } from '../../../shared/size-text.ts';
import { errorWords, useCall, useCommand } from '../../bridge/index.ts';
import { Dialog, ErrorNotice, MarkdownField } from '../../ui/index.ts';
import { gradeLetters } from './columns.tsx';
import { EncodingSelect } from './EncodingSelect.tsx';
import { LeftOut } from './LeftOut.tsx';

const textFields = ['title', 'publisher', 'author', 'publishedOn', 'retrievedOn', 'url', 'language'] as const;
const allFields = [...textFields, 'grade', 'gradeReason', 'note'] as const;
type Field = (typeof allFields)[number];
type Draft = Readonly<Record<Field, string>>;

const draftOf = (source: SourceRow): Draft => Object.fromEntries(allFields.map((field) => [field, source[field] ?? ''])) as Draft;

/** Only the fields that differ; an emptied field is unknown again. */
function patchOf(draft: Draft, source: SourceRow): SourcePatch {
  const changed = allFields.filter((field) => draft[field] !== (source[field] ?? ''));
  return Object.fromEntries(
    changed.map((field) => [field, draft[field].trim() === '' && field !== 'note' && field !== 'title' ? null : draft[field]]),
  ) as SourcePatch;
}

function HeldAs({ source }: { source: SourceRow }) {
  const { t, i18n } = useTranslation('sources');
  const facts: readonly (readonly [string, string])[] = [
    [t('held.file'), source.fileName ?? t('held.pasted')],
    [t('held.size'), t('held.sizes', { size: sizeText(source.sizeBytes, i18n.language), chars: source.chars })],
    [t('held.type'), [source.mediaType, source.encoding].filter(Boolean).join(', ')],
    [t('held.hash'), source.sha256],
  ];
  return (
    <dl className="held-as">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The encoding is changed at once: it is another reading of the same bytes, with an undo of its own. */
function ReadAs({ source }: { source: SourceRow }) {
  const { t } = useTranslation('sources');
  const reread = useCommand('sources.reread', { isQuiet: true });
  return (
    <EncodingSelect
      value={source.encoding ?? ''}
      isDisabled={reread.isRunning}
      description={t(source.claims > 0 ? 'encoding.changeWithClaims' : 'encoding.change')}
      error={reread.error && errorWords(reread.error)}
      onChange={(encoding) => void reread.run({ id: source.id, encoding }).catch(() => undefined)}
    />
  );
}

function SourceForm({ source, onClose }: { source: SourceRow; onClose(): void }) {
  const { t } = useTranslation('sources');
  const [draft, setDraft] = useState(() => draftOf(source));
  const update = useCommand('sources.update', { isQuiet: true });
  const failed = update.error?.details.field;
  const set = (field: Field, value: string): void => setDraft({ ...draft, [field]: value });
  const errorOf = (field: Field): string | undefined => (failed === field ? update.error && errorWords(update.error) : undefined);
  const patch = patchOf(draft, source);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    try {
      await update.run({ id: source.id, patch });
      onClose();
    } catch {
      // shown at its field
    }
  }

  return (
    <form onSubmit={(event) => void submit(event)}>
      <div className="form-grid">
        {textFields.map((field) => (
          <TextInput
            key={field}
            className={field === 'title' || field === 'url' ? 'form-wide' : ''}
            label={t(`field.${field}`)}
            placeholder={t('notKnown')}
            value={draft[field]}
            error={errorOf(field)}
            onChange={(event) => set(field, event.currentTarget.value)}
          />
        ))}
        <Select
          label={t('field.grade')}
          clearable
          placeholder={t('notGraded')}
          data={gradeLetters.map((value) => ({ value, label: `${value}  ${t(`gradeMeans.${value}`)}` }))}
          value={draft.grade === '' ? null : draft.grade}
          onChange={(value) => set('grade', value ?? '')}
        />
        {source.encoding === null ? null : <ReadAs source={source} />}
        <TextInput
          className="form-wide"
          label={t('field.gradeReason')}
          value={draft.gradeReason}
          onChange={(event) => set('gradeReason', event.currentTarget.value)}
        />
        <MarkdownField className="form-wide" label={t('field.note')} rows={3} value={draft.note} onChange={(value) => set('note', value)} />
      </div>
      {update.error !== undefined && !allFields.some((field) => field === failed) ? <p className="form-error">{errorWords(update.error)}</p> : null}
      <HeldAs source={source} />
      <LeftOut warnings={source.warnings} dropped={source.dropped} />
      <div className="dialog-actions">
        <button type="button" className="button" onClick={onClose}>
          {t('cancel')}
        </button>
        <button
          type="submit"
          className="button"
          data-primary=""
          disabled={Object.keys(patch).length === 0 || draft.title.trim() === '' || update.isRunning}
        >
          {t('save')}
        </button>
      </div>
    </form>
  );
}

export function SourceDialog({ id, onClose }: { id: string; onClose(): void }) {
  const { t } = useTranslation('sources');
  const source = useCall('sources.get', { id });
  return (
    <Dialog title={t('describe')} isOpen onClose={onClose} size="large">
      {source.isError ? <ErrorNotice message={errorWords(source.error)} /> : null}
      {source.data === undefined ? null : <SourceForm key={source.data.id} source={source.data} onClose={onClose} />}
    </Dialog>
  );
}
