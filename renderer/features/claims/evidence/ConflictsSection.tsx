import { useTranslation } from 'react-i18next';
import { useCall, useWorkspace, words } from '../../../bridge/index.ts';
import { Section } from './Section.tsx';

const shown = 3;

/** What the claim stands against: open contradictions first, then what scope explains. */
export function ConflictsSection({ claimId }: { claimId: string }) {
  const { t } = useTranslation('evidence');
  const openView = useWorkspace((state) => state.openView);
  const list = useCall('conflicts.list', { claim: claimId });
  const groups = (list.data?.groups ?? []).filter((group) => group.claims.includes(claimId));
  if (groups.length === 0) return null;
  return (
    <Section
      title={t('conflicts')}
      count={groups.length}
      trailing={
        <button type="button" className="link-button" onClick={() => openView('conflicts', { claimId })}>
          {t('allConflicts')}
        </button>
      }
    >
      <ul className="evidence-checks">
        {groups.slice(0, shown).map((group) => (
          <li key={group.id} data-result={group.state === 'open' || group.state === 'stale' ? 'breaks' : 'explained'}>
            <b>{t(`conflictKind.${group.kind}`)}</b>
            <span>{words(group.why)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
