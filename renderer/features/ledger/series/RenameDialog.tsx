import { TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SeriesPatch } from '../../../../shared/features/ledger/contract.ts';
import type { Series } from '../../../../shared/features/ledger/model.ts';
import { errorWords, notify, useCall, useCommand } from '../../../bridge/index.ts';
import { Dialog, ErrorNotice } from '../../../ui/index.ts';
import { ClaimChoice } from './ClaimChoice.tsx';

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
  const split = useCommand('ledger.splitSeries', { isQuiet: true });
  const claims = useCall('ledger.list', { series: series.id }).data?.observations.flatMap((one) => one.claims) ?? [];
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const moving = claims.filter((id) => !left.has(id));
  const error = rename.error ?? split.error;
  const [draft, setDraft] = useState(() => draftOf(series));
  const patch = patchOf(draft, draftOf(series));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const done = left.size === 0 ? await rename.run({ seriesId: series.id, to: patch }) : await split.run({ claimIds: moving, to: patch });
      notify({ tone: 'info', text: t(done.joined ? 'seriesView.joined' : 'seriesView.renamed', { count: done.claims }) });
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
        {claims.length < 2 ? null : <ClaimChoice claims={claims} left={left} onChange={setLeft} />}
        {error === undefined ? null : <ErrorNotice message={errorWords(error)} />}
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            {t('seriesView.cancel')}
          </button>
          <button
            type="submit"
            className="button"
            data-primary=""
            disabled={rename.isRunning || split.isRunning || moving.length === 0 || Object.keys(patch).length === 0}
          >
            {left.size === 0 ? t('seriesView.rename') : t('seriesView.moveClaims', { count: moving.length })}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
