// Rates: the value on the day, the steps so far, what the planned path comes to by reading, and what is missing.
import { useTranslation } from 'react-i18next';
import { capitalised } from '../../../shared/code-words.ts';
import type { Rate } from '../../../shared/features/policy/contract.ts';
import { unitOfStep } from '../../../shared/features/policy/rates.ts';
import { words } from '../../bridge/index.ts';
import { bandText, useWindowText } from '../../ui/shown-text.ts';
import { EvidenceButton } from './EvidenceButton.tsx';
import { RatePath } from './RatePath.tsx';

export function Rates({ rates }: { rates: readonly Rate[] }) {
  return (
    <div className="policy-rates">
      {rates.map((rate) => (
        <RateCard key={`${rate.class}${rate.unit}`} rate={rate} />
      ))}
    </div>
  );
}

function RateCard({ rate }: { rate: Rate }) {
  const { t, i18n } = useTranslation('policy');
  const dated = useWindowText();
  const years = [...new Set(rate.readings.flatMap(({ at }) => Object.keys(at)))].toSorted();
  return (
    <section className="rate" aria-label={rate.class}>
      <header>
        <h4>{capitalised(rate.class)}</h4>
        {rate.on === null ? null : (
          <EvidenceButton claims={rate.on.claims} className="policy-evidence rate-value">
            {bandText(rate.on, rate.unit, i18n.language)}
            {rate.on.disputed ? <span className="policy-disputed">{t('disputed')}</span> : null}
          </EvidenceButton>
        )}
      </header>
      {rate.needs.map((need) => (
        <p key={words(need)} className="policy-need">
          {t('missing')} {words(need)}
        </p>
      ))}
      <RatePath rate={rate} />
      {rate.steps.length === 0 ? null : (
        <ul className="rate-steps" aria-label={t('steps')}>
          {rate.steps.map((step, index) => (
            <li key={`${step.from.earliest}${step.from.latest}${step.claims.join()}`}>
              <EvidenceButton claims={step.claims}>
                <span className="muted">{dated(step.from)}</span> <b>{bandText(step, unitOfStep(rate, index), i18n.language)}</b>
                {step.disputed ? <span className="policy-disputed">{t('disputed')}</span> : null}
              </EvidenceButton>
            </li>
          ))}
        </ul>
      )}
      {years.length < 2 ? null : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
        <section className="rate-readings" tabIndex={0} aria-label={t('readings')}>
          <table className="policy-table">
            <thead>
              <tr>
                <th>{t('reading.title')}</th>
                {years.map((year) => (
                  <th key={year} className="policy-number">
                    {year}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rate.readings.map(({ label, at }) => (
                <tr key={words(label)}>
                  <th>{words(label)}</th>
                  {years.map((year) => (
                    <td key={year} className="policy-number">
                      {at[year] === undefined ? '–' : bandText(at[year], rate.unit === 'TIMES' ? rate.unit : null, i18n.language)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}
