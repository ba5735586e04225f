import { useTranslation } from 'react-i18next';
import { useCall, useWorkspace, words } from '../../../bridge/index.ts';
import { Section } from './Section.tsx';

/** How many are told here; the Checks view has them all. */
const shown = 3;

/** Breaks come before what holds, what only looks like support before what is merely implied. */
const order = ['breaks', 'coincidence', 'holds', 'implied'] as const;

/** What arithmetic says of the claim. */
export function ChecksSection({ claimId }: { claimId: string }) {
  const { t } = useTranslation('evidence');
  const openView = useWorkspace((state) => state.openView);
  const list = useCall('checks.list', { claim: claimId });
  const checks = (list.data?.checks ?? []).filter((check) => check.inputs.includes(claimId));
  if (checks.length === 0) return null;
  const sorted = checks.toSorted((a, b) => order.indexOf(a.result) - order.indexOf(b.result));
  return (
    <Section
      title={t('checks')}
      count={checks.length}
      trailing={
        checks.length > shown ? (
          <button type="button" className="link-button" onClick={() => openView('checks')}>
            {t('allChecks')}
          </button>
        ) : null
      }
    >
      <ul className="evidence-checks">
        {sorted.slice(0, shown).map((check) => (
          <li key={check.id} data-result={check.result}>
            <b>{t(`checkResult.${check.result}`)}</b>
            <span>{words(check.why)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
