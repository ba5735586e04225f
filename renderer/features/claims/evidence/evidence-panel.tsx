// Evidence follows the selection of every view and always shows its parts in the same order.
import { IconPinned, IconPinnedFilled, IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type Selection, useCall, useWorkspace } from '../../../bridge/index.ts';
import { type ChipKind, EmptyState, KindChip } from '../../../ui/index.ts';
import { ClaimEvidence } from './ClaimEvidence.tsx';
import { useEvidence } from './evidence-state.ts';
import { ObservationEvidence } from './ObservationEvidence.tsx';
import { SourceEvidence } from './SourceEvidence.tsx';
import { useEvidenceCommands } from './use-evidence-commands.ts';
import './evidence.css';

export function EvidencePanel() {
  const { t } = useTranslation('evidence');
  const selection = useWorkspace((state) => state.selection);
  const setEvidenceOpen = useWorkspace((state) => state.setEvidenceOpen);
  const { pinned, pin } = useEvidence();
  const shown = pinned ?? selection;
  const body = useRef<HTMLDivElement>(null);
  const kind = useKind(shown);
  useEvidenceCommands(shown, body);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another subject is read from its top
  useEffect(() => {
    body.current?.scrollTo({ top: 0 });
  }, [shown]);
  const Pin = pinned === undefined ? IconPinned : IconPinnedFilled;
  return (
    <>
      <div className="panel-head evidence-bar">
        <span>{t('title')}</span>
        {kind === undefined ? null : <KindChip kind={kind} />}
        <span className="grow" />
        <span className="muted evidence-follows">{t(pinned === undefined ? 'follows' : 'pinned')}</span>
        <button
          type="button"
          className="icon-button"
          aria-label={t('pin')}
          title={t('pin')}
          aria-pressed={pinned !== undefined}
          disabled={shown.type === 'none'}
          onClick={() => pin(pinned === undefined ? selection : undefined)}
        >
          <Pin size={14} stroke={1.8} aria-hidden />
        </button>
        <button type="button" className="icon-button" aria-label={t('close')} title={t('close')} onClick={() => setEvidenceOpen(false)}>
          <IconX size={14} stroke={1.8} aria-hidden />
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="evidence-body" ref={body} tabIndex={0} aria-label={t('title')}>
        <Shown shown={shown} />
      </section>
    </>
  );
}

function Shown({ shown }: { shown: Selection }) {
  const { t } = useTranslation('evidence');
  switch (shown.type) {
    case 'none':
      return <EmptyState text={t('empty')} />;
    case 'claim':
      return <ClaimEvidence id={shown.id} />;
    case 'observation':
      return <ObservationEvidence id={shown.id} />;
    case 'source':
      return <SourceEvidence id={shown.id} />;
  }
}

function useKind(shown: Selection): ChipKind | undefined {
  const claim = useCall('claims.get', { id: shown.type === 'claim' ? shown.id : 'none' }, { enabled: shown.type === 'claim' });
  switch (shown.type) {
    case 'none':
      return undefined;
    case 'claim':
      return claim.data?.kind;
    case 'observation':
      return 'figure';
    case 'source':
      return 'source';
  }
}
