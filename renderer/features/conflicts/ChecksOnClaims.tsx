import { IconCalculator, IconCheck, IconEqual, IconEqualNot, IconMathFunction } from '@tabler/icons-react';
import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Check } from '../../../shared/features/checks/model.ts';
import type { ClaimRow } from '../../../shared/features/claims/contract.ts';
import { call, useWorkspace, words } from '../../bridge/index.ts';

const marks = { holds: IconCheck, breaks: IconEqualNot, coincidence: IconEqual, implied: IconMathFunction } as const;
const order: readonly Check['result'][] = ['breaks', 'coincidence', 'holds', 'implied'];
const mostShown = 6;

/** Arithmetic that the claims of the group take part in, breaches first. */
export function ChecksOnClaims({ rows, onSelect }: { rows: readonly ClaimRow[]; onSelect(claimId: string): void }) {
  const { t } = useTranslation(['conflicts', 'checks']);
  const openView = useWorkspace((state) => state.openView);
  const checks = useQueries({
    queries: rows.map(({ id }) => ({ queryKey: ['checks.list', { claim: id }], queryFn: () => call('checks.list', { claim: id }) })),
    combine: (answers) => {
      const all = answers.flatMap((answer) => answer.data?.checks ?? []);
      return [...new Map(all.map((check) => [check.id, check])).values()].sort((a, b) => order.indexOf(a.result) - order.indexOf(b.result));
    },
  });
  if (checks.length === 0) return null;
  const lead = rows[0]?.id;
  return (
    <section className="conflict-checks" aria-label={t('checksOnClaims')}>
      <h3>
        <IconCalculator size={14} stroke={1.8} aria-hidden />
        <span>{t('checksOnClaims')}</span>
        <span className="grow" />
        {checks.length <= mostShown || lead === undefined ? null : (
          <button type="button" className="link-button" onClick={() => openView('checks', { claimId: lead })}>
            {t('moreChecks', { count: checks.length - mostShown })}
          </button>
        )}
      </h3>
      <ul>
        {checks.slice(0, mostShown).map((check) => {
          const MarkIcon = marks[check.result];
          const next = check.inputs.find((id) => !rows.some((row) => row.id === id)) ?? check.inputs[0];
          return (
            <li key={check.id}>
              <button type="button" data-result={check.result} onClick={() => next !== undefined && onSelect(next)}>
                <MarkIcon size={13} stroke={2.2} aria-hidden />
                <span className="conflict-check-rule">{t(`checks:rule.${check.rule}`)}</span>
                <span className="conflict-check-why">{words(check.why)}</span>
                <b>{t(`checks:result.${check.result}`)}</b>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
