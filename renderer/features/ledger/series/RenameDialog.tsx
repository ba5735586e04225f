import { TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SeriesPatch } from '../../../../shared/features/ledger/contract.ts';
import type { Series } from '../../../../shared/features/ledger/model.ts';
import { notify, useCommand } from '../../../bridge/index.ts';
import { Dialog, ErrorNotice } from '../../../ui/index.ts';

const fields = ['measure', 'subject', 'area', 'counterpart', 'basis', 'unit'] as const;
type Field = (typeof fields)[number];
type Draft = Readonly<Record<Field, string>>;
const labels: Readonly<Record<Field, string>> = {
  measure: 'measure',
  subject: 'subject',
  area: 'area',
  counterpart: 'counterpart',
  basis: 'basisTerms',
  unit: 'unit',
};

const draftOf = (series: Series): Draft => ({
  measure: series.measure,
  subject: series.subject,
  area: series.area.join('; '),
  counterpart: series.counterpart ?? '',
  basis: series.basis.join('; '),
  unit: series.unit ?? '',
});

/** Only the parts of the key that differ. */
function patchOf(draft: Draft, before: Draft): SeriesPatch {
  const terms = (text: string) =>
    text
      .split(';')
      .map((term) => term.trim())
      .filter((term) => term !== '');
  const changed = fields.filter((field) => draft[field].trim() !== before[field]);
  return Object.fromEntries(
    changed.map((field) => [
      field,
      field === 'area' || field === 'basis' ? terms(draft[field]) : draft[field].trim() === '' ? null : draft[field].trim(),
    ]),
  ) as SeriesPatch;
}

export function RenameDialog({ series, onClose }: { series: Series; onClose(): void }) {
  const { t } = useTranslation('ledger');
  const rename = useCommand('ledger.renameSeries', { isQuiet: true });
  const [draft, setDraft] = useState(() => draftOf(series));
  const patch = patchOf(draft, draftOf(series));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const { claims, joined } = await rename.run({ seriesId: series.id, to: patch });
      notify({ tone: 'info', text: t(joined ? 'seriesView.joined' : 'seriesView.renamed', { count: claims }) });
      onClose();
    } catch {
      // shown below
    }
  };
  return (
    <Dialog title={t('seriesView.renameTitle')} isOpen onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        <p className="muted series-hint">{t('seriesView.renameHint')}</p>
        <div className="form-grid">
          {fields.map((field) => (
            <TextInput
              key={field}
              label={t(`seriesView.${labels[field]}`)}
              value={draft[field]}
              required={field === 'measure' || field === 'subject'}
              onChange={(event) => setDraft({ ...draft, [field]: event.currentTarget.value })}
            />
          ))}
        </div>
        {rename.error === undefined ? null : <ErrorNotice message={rename.error.message} />}
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            {t('seriesView.cancel')}
          </button>
          <button type="submit" className="button" data-primary="" disabled={rename.isRunning || Object.keys(patch).length === 0}>
            {t('seriesView.rename')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
