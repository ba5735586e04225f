// The series of the workbook beside their chart, by measure and unit, to be ticked: what is drawn stands with what could be.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { measureWords } from '../../../shared/code-words.ts';
import type { Series } from '../../../shared/features/ledger/model.ts';
import { unitLabel } from '../../../shared/quantity/index.ts';
import { seriesDetail } from './words.ts';

export interface SeriesPickerProps {
  readonly series: readonly Series[];
  readonly chosen: readonly string[];
  readonly most: number;
  onChange(chosen: readonly string[]): void;
}

const mostListed = 400;

export function SeriesPicker({ series, chosen, most, onChange }: SeriesPickerProps) {
  const { t, i18n } = useTranslation('charts');
  const [typed, setTyped] = useState('');
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const headOf = (one: Series) => [measureWords(one.measure), unitLabel(one.unit, i18n.language), one.change ?? ''].filter(Boolean).join(', ');
  const detailOf = (one: Series) => seriesDetail(one, t(`frequency.${one.frequency}`, { defaultValue: one.frequency }));
  const matches = series.filter((one) => {
    const text = `${headOf(one)} ${one.subject} ${detailOf(one)}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
  const listed = matches.slice(0, mostListed);
  const groups = [...Map.groupBy(listed, headOf)].toSorted(([, a], [, b]) => observationsOf(b) - observationsOf(a));
  const isFull = chosen.length >= most;
  return (
    <search className="chart-picker" aria-label={t('choose')}>
      <input
        type="search"
        className="text-input"
        aria-label={t('findSeries')}
        placeholder={t('findSeries')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {isFull ? <p className="muted">{t('full', { count: most })}</p> : null}
      <div className="chart-picker-list">
        {groups.map(([head, of]) => (
          <fieldset key={head}>
            <legend>
              <span>{head}</span>
              <em>{t('chosenOf', { chosen: of.filter(({ id }) => chosen.includes(id)).length, count: of.length })}</em>
            </legend>
            {of.map((one) => {
              const isChosen = chosen.includes(one.id);
              return (
                <label key={one.id} data-chosen={isChosen ? '' : undefined}>
                  <input
                    type="checkbox"
                    checked={isChosen}
                    disabled={isFull && !isChosen}
                    onChange={(event) => onChange(event.currentTarget.checked ? [...chosen, one.id] : chosen.filter((id) => id !== one.id))}
                  />
                  <span>
                    <b>{one.subject}</b>
                    <span className="muted">{detailOf(one)}</span>
                  </span>
                  <em title={t('observations', { count: one.observations })}>{one.observations}</em>
                </label>
              );
            })}
          </fieldset>
        ))}
        {matches.length > listed.length ? <p className="muted">{t('moreToPick', { count: matches.length - listed.length })}</p> : null}
      </div>
    </search>
  );
}

const observationsOf = (series: readonly Series[]) => series.reduce((sum, { observations }) => sum + observations, 0);
