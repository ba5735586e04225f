import { useTranslation } from 'react-i18next';
import type { Trace } from '../../../../shared/features/claims/contract.ts';
import { useWorkspace, words } from '../../../bridge/index.ts';
import { Section } from './Section.tsx';

export function UsedBySection({ usedBy }: { usedBy: Trace['usedBy'] }) {
  const { t } = useTranslation('evidence');
  const select = useWorkspace((state) => state.select);
  if (usedBy.length === 0) return null;
  return (
    <Section title={t('usedBy')} count={usedBy.length}>
      <ul className="evidence-uses">
        {usedBy.map((use) => (
          <li key={`${use.record} ${use.id}`}>
            <b>{t(`record.${use.record}`, { defaultValue: use.record })}</b>
            {use.record === 'observation' ? (
              <button type="button" className="link-button cut" onClick={() => select({ type: 'observation', id: use.id })}>
                {words(use.label)}
              </button>
            ) : (
              <span>{words(use.label)}</span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
