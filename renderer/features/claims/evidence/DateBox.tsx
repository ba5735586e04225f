import { useTranslation } from 'react-i18next';
import { findPeriod, formatPeriod } from '../../../../shared/period/index.ts';

export interface DateBoxProps {
  readonly when: string | null;
  readonly basis: string | null;
  readonly locale: string;
}

/** The first and the last day that a date can mean, and why. */
export function DateBox({ when, basis, locale }: DateBoxProps) {
  const { t } = useTranslation('evidence');
  const period = findPeriod(when);
  if (period === undefined) return <p className="evidence-note">{when ?? t('undated')}</p>;
  const { earliest, latest } = period;
  const day = (text: string | null) => (text === null ? t('open') : formatPeriod(text, locale));
  if (earliest !== null && earliest === latest) {
    return (
      <p className="evidence-day">
        {formatPeriod(when ?? earliest, locale)}
        {basis === null ? null : <span>{basis}</span>}
      </p>
    );
  }
  return (
    <>
      <div className="evidence-dates">
        <div>
          <span>{t('earliest')}</span>
          <b>{day(earliest)}</b>
        </div>
        <i data-open={earliest === null ? 'start' : latest === null ? 'end' : undefined} aria-hidden />
        <div>
          <span>{t('latest')}</span>
          <b>{day(latest)}</b>
        </div>
      </div>
      <p className="evidence-note">{basis ?? t('worded', { when: formatPeriod(when ?? '', locale) })}</p>
    </>
  );
}
