import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { measureWords } from '../../../shared/code-words.ts';
import type { Check } from '../../../shared/features/checks/model.ts';
import { formatPeriod } from '../../../shared/period/index.ts';
import { useCall, useWorkspace, words } from '../../bridge/index.ts';
import { DiffersMark, Grade, Value, valueText } from '../../ui/index.ts';
import { resultIcons } from './result-order.ts';

export interface CheckLineProps {
  readonly check: Check;
  readonly isOpen: boolean;
  onToggle(): void;
}

/** The rule and what it found; opened, the claims that went in, each a click from its passage. */
export function CheckLine({ check, isOpen, onToggle }: CheckLineProps) {
  const { t } = useTranslation('checks');
  const ResultIcon = resultIcons[check.result];
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <li className="check">
      <button type="button" className="check-line" data-result={check.result} aria-expanded={isOpen} onClick={onToggle}>
        <Chevron size={12} stroke={1.8} aria-hidden />
        <ResultIcon className="check-mark" size={13} stroke={2.2} aria-hidden />
        <span className="check-rule">
          {t(`rule.${check.rule}`)}
          {check.label === null ? null : <span className="muted"> {words(check.label)}</span>}
        </span>
        <span className="check-why">{words(check.why)}</span>
        <b>{t(`result.${check.result}`)}</b>
      </button>
      {isOpen ? (
        <ul className="check-inputs" aria-label={t('inputs')}>
          {check.inputs.map((id) => (
            <CheckInput key={id} id={id} />
          ))}
        </ul>
      ) : null}
    </li>
  );
}

function CheckInput({ id }: { id: string }) {
  const { t, i18n } = useTranslation('checks');
  const { selection, select } = useWorkspace();
  const row = useCall('claims.get', { id }).data;
  if (row?.id !== id) return <li className="check-input" aria-busy />;
  const what = [
    measureWords(row.measure ?? ''),
    row.subject,
    row.basis.join(', '),
    row.period === null ? '' : formatPeriod(row.period, i18n.language),
  ];
  return (
    <li>
      <button
        type="button"
        className="check-input"
        aria-pressed={selection.type === 'claim' && selection.id === id}
        title={t('showEvidence')}
        onClick={() => select({ type: 'claim', id })}
      >
        <span className="check-value">
          {row.captured === null ? null : <DiffersMark />}
          <Value text={valueText(row, i18n.language)} status={row.status} />
        </span>
        <span className="cut check-what">{what.filter(Boolean).join(' · ')}</span>
        <span className="cut muted check-source">{row.sourceTitle}</span>
        <Grade source={row.grade} claim={row.credibility} />
      </button>
    </li>
  );
}
