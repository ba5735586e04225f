// A source that says the same as another: judged to be its copy, or only looking like one.
import { IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SourceRow } from '../../../../../shared/features/sources/contract.ts';
import { useCall, useCommand, useWorkspace } from '../../../../bridge/index.ts';
import { runCommand } from '../../../../ui/commands.ts';
import { Kbd } from '../../../../ui/index.ts';
import { Section } from '../Section.tsx';

export function CopyNotice({ source }: { source: SourceRow }) {
  if (source.copyOf !== null) return <Judged source={source} of={source.copyOf} />;
  return source.copyProposal === null ? null : <Proposed proposal={source.copyProposal} />;
}

function Judged({ source, of }: { source: SourceRow; of: string }) {
  const { t } = useTranslation('evidence');
  const original = useCall('sources.get', { id: of });
  const judge = useCommand('sources.judgeCopy');
  return (
    <Section title={t('copy.title')}>
      <p className="evidence-note">{t('copyOf', { title: original.data?.title ?? '' })}</p>
      <p className="evidence-who">
        <button type="button" className="link-button" onClick={() => void judge.run({ id: source.id, of, isCopy: false }).catch(() => undefined)}>
          {t('copy.takeBack')}
        </button>
      </p>
    </Section>
  );
}

function Proposed({ proposal }: { proposal: NonNullable<SourceRow['copyProposal']> }) {
  const { t } = useTranslation('evidence');
  const select = useWorkspace((state) => state.select);
  return (
    <Section title={t('copy.title')}>
      <p className="evidence-stale">
        <IconCopy size={12} stroke={1.8} aria-hidden /> {t('copy.looks', { share: proposal.share })}{' '}
        <button type="button" className="link-button" onClick={() => select({ type: 'source', id: proposal.id })}>
          {proposal.title}
        </button>
      </p>
      <p className="evidence-who">
        <button type="button" className="link-button" onClick={() => runCommand('sources.acceptCopy')}>
          {t('copy.accept')} <Kbd>C</Kbd>
        </button>
        <button type="button" className="link-button" onClick={() => runCommand('sources.refuseCopy')}>
          {t('copy.refuse')} <Kbd>Shift C</Kbd>
        </button>
      </p>
    </Section>
  );
}
