// What capturing will do: which series the figure joins, or that it begins one, with those that are near.
import { useTranslation } from 'react-i18next';
import { Kbd } from '../../../ui/Kbd.tsx';
import { firstNearKey, type NearSeries, type SeriesStanding } from './use-series-for.ts';

export interface SeriesLineProps {
  readonly standing: SeriesStanding;
  onTake(series: NearSeries): void;
}

export function SeriesLine({ standing: { series, near }, onTake }: SeriesLineProps) {
  const { t } = useTranslation('passages');
  const named = ({ label, unit, claims }: NearSeries) =>
    t('capture.series.named', { label: [label, unit].filter(Boolean).join(' · '), count: claims });
  return (
    <div className="capture-series" role="status">
      {series === null ? (
        <p>{t('capture.series.begins')}</p>
      ) : (
        <p className="cut" title={named(series)}>
          {t('capture.series.joins', { series: named(series) })}
        </p>
      )}
      {near.map((one, index) => (
        <button key={one.id} type="button" className="tool" title={named(one)} onClick={() => onTake(one)}>
          <span className="cut">{named(one)}</span>
          <Kbd>{`Alt ${firstNearKey + index}`}</Kbd>
        </button>
      ))}
    </div>
  );
}
