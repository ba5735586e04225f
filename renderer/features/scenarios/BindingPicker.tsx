// What an input takes its value from: a claim that is found by words, with one of its readings; or what the ledger holds on its
// observation or its whole series.
import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownInput } from '../../../shared/features/scenarios/contract.ts';
import { type Binding, type bindingKinds, picks } from '../../../shared/features/scenarios/model.ts';
import { errorWords, useCall, useCommand } from '../../bridge/index.ts';
import { valueText } from '../../ui/index.ts';

export function BindingPicker({ input, onBound }: { input: ShownInput; onBound(): void }) {
  const { t, i18n } = useTranslation('scenarios');
  const bind = useCommand('scenarios.bind', { isQuiet: true });
  const [query, setQuery] = useState('');
  const [claimId, setClaim] = useState<string | null>(input.claims[0] ?? null);
  const [kind, setKind] = useState<(typeof bindingKinds)[number]>(input.binding?.kind ?? 'claim');
  const [reading, setReading] = useState<string>(input.binding?.reading == null ? '' : String(input.binding.reading));
  const [pick, setPick] = useState(input.binding?.pick ?? 'middle');
  const found = useCall('search.find', { query: query.trim() || '-', limit: 12, where: ['claim'] }, { enabled: query.trim().length > 1 });
  const claim = useCall('claims.get', { id: claimId ?? '' }, { enabled: claimId !== null }).data;
  const observation = useCall('ledger.observation', { id: claim?.observationId ?? '' }, { enabled: claim?.observationId != null }).data;
  const figures = (query.trim().length > 1 ? (found.data?.hits ?? []) : []).filter(({ where }) => where === 'claim');

  const run = async (binding: Binding | null) => {
    try {
      await bind.run({ id: input.id, binding, claim: binding?.kind === 'claim' ? claimId : null });
      onBound();
    } catch {
      // shown below
    }
  };
  const plain: Binding = { kind, reading: null, observation: null, series: null, rate: null, pick };
  const made = (): Binding | undefined => {
    if (claim === undefined) return undefined;
    if (kind === 'claim') return { ...plain, reading: reading === '' ? null : Number(reading) };
    if (observation === undefined) return undefined;
    const { series, period, class: statusIs, issuer } = observation;
    return kind === 'series' ? { ...plain, series } : { ...plain, observation: { series, period, class: statusIs, issuer } };
  };
  const ready = made();
  return (
    <fieldset className="scenario-binding">
      <legend>{t('bind.title')}</legend>
      {claim === undefined || claimId === null ? (
        <p className="muted">{t('bind.none')}</p>
      ) : (
        <p>
          <b>
            {valueText(
              {
                low: claim.value?.low ?? null,
                high: claim.value?.high ?? null,
                qualifier: claim.value?.qualifier ?? 'unknown',
                unit: claim.unit,
                multiplier: claim.multiplier,
                change: claim.change,
              },
              i18n.language,
            )}
          </b>{' '}
          {[claim.subject, claim.period, claim.sourceTitle].filter(Boolean).join(' · ')}
        </p>
      )}
      <TextInput label={t('bind.find')} placeholder={t('bind.findHint')} value={query} onChange={(event) => setQuery(event.currentTarget.value)} />
      {figures.length === 0 ? null : (
        <ul className="scenario-found">
          {figures.map((hit) => (
            <li key={hit.id}>
              <button
                type="button"
                className="link-button"
                onClick={() => {
                  setClaim(hit.id);
                  setQuery('');
                }}
              >
                {hit.title}
              </button>
              <span className="muted"> {hit.snippet}</span>
            </li>
          ))}
        </ul>
      )}
      {claim === undefined ? null : (
        <div className="form-grid">
          <Select
            label={t('bind.takes')}
            data={(['claim', 'observation', 'series'] as const).map((one) => ({ value: one, label: t(`bind.kind.${one}`) }))}
            value={kind}
            allowDeselect={false}
            onChange={(next) => next !== null && setKind(next as typeof kind)}
          />
          <Select
            label={t('bind.pick')}
            data={picks.map((one) => ({ value: one, label: t(`bind.of.${one}`) }))}
            value={pick}
            allowDeselect={false}
            onChange={(next) => next !== null && setPick(next as typeof pick)}
          />
          {kind === 'claim' && claim.readings.length > 0 ? (
            <Select
              className="form-wide"
              label={t('bind.reading')}
              data={[{ value: '', label: t('bind.allOpen') }, ...claim.readings.map((one, at) => ({ value: String(at), label: one.label }))]}
              value={reading}
              allowDeselect={false}
              onChange={(next) => setReading(next ?? '')}
            />
          ) : null}
        </div>
      )}
      {bind.error === undefined ? null : <p className="scenario-fault">{errorWords(bind.error)}</p>}
      <div className="scenario-bind-actions">
        <button
          type="button"
          className="button"
          disabled={ready === undefined || bind.isRunning}
          onClick={() => ready !== undefined && void run(ready)}
        >
          {t('bind.do')}
        </button>
        {input.binding === null ? null : (
          <button type="button" className="button" onClick={() => void run(null)}>
            {t('bind.loose')}
          </button>
        )}
      </div>
    </fieldset>
  );
}
