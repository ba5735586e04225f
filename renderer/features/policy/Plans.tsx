// Plans with their versions, what was reached, and how much of the plan that is.
import { IconArrowRight } from '@tabler/icons-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { measureWords } from '../../../shared/code-words.ts';
import type { Plan } from '../../../shared/features/policy/contract.ts';
import { formatPeriod } from '../../../shared/period/index.ts';
import { bandText, useWindowText } from '../../ui/shown-text.ts';
import { EvidenceButton } from './EvidenceButton.tsx';
import { Problems } from './Problems.tsx';

export function Plans({ plans }: { plans: readonly Plan[] }) {
  const { t, i18n } = useTranslation('policy');
  const dated = useWindowText();
  const locale = i18n.language;
  return (
    <ul className="policy-plans">
      {plans.map((plan) => (
        <li key={`${plan.name}${plan.measure}${plan.period}${plan.issuer}${plan.unit}`}>
          <h4>
            {measureWords(plan.measure)}
            {plan.period === null ? '' : `, ${formatPeriod(plan.period, locale)}`}
            {plan.issuer === null ? null : <span className="muted"> {t('byName', { name: plan.issuer })}</span>}
          </h4>
          <p className="plan-versions">
            {plan.vintages.map((vintage, index) => (
              <Fragment key={vintage.claims.join()}>
                {index === 0 ? null : <IconArrowRight size={12} stroke={1.8} aria-hidden />}
                <EvidenceButton
                  claims={vintage.claims}
                  className="policy-evidence plan-version"
                  looks={{ 'data-current': vintage.current ? '' : undefined }}
                >
                  {bandText(vintage, plan.unit, locale)}
                  {vintage.change?.percent == null ? null : <em>{signed(vintage.change.percent, locale)}</em>}
                  <span className="muted">{t('told', { when: dated(vintage.madeOn) })}</span>
                </EvidenceButton>
              </Fragment>
            ))}
          </p>
          <p className="plan-reached">
            {plan.actual === null ? (
              <span className="muted">{t('noActual')}</span>
            ) : (
              <EvidenceButton claims={plan.actual.claims}>{t('reached', { value: bandText(plan.actual, plan.unit, locale) })}</EvidenceButton>
            )}
            {plan.attainment === null ? null : <b>{t('attained', { share: bandText(plan.attainment, 'PCT', locale) })}</b>}
          </p>
          <Problems problems={plan.problems} />
        </li>
      ))}
    </ul>
  );
}

function signed(percent: string, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1, signDisplay: 'exceptZero' }).format(Number(percent) / 100);
}
