// The queue of contradictions, and the one that is looked at.
import { IconScale } from '@tabler/icons-react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueuedGroup } from '../../../shared/features/conflicts/contract.ts';
import { errorWords, useCall, useKeyedCommands, useOffers, useWorkspace } from '../../bridge/index.ts';
import type { ViewProps } from '../../ui/feature-manifest.ts';
import { EmptyState, ErrorNotice, segmentOffers } from '../../ui/index.ts';
import { ConflictDetail } from './ConflictDetail.tsx';
import { conflictKeys } from './keys.ts';
import { Queue } from './Queue.tsx';
import {
  countSegments,
  type Folding,
  isFolded,
  type QueueSection,
  type Segment,
  sectionStep,
  sectionsOf,
  segmentOf,
  segments,
  shownGroups,
} from './queue-sections.ts';
import './conflicts.css';

const none: readonly QueuedGroup[] = [];

export function ConflictsView({ params }: ViewProps) {
  const { t } = useTranslation('conflicts');
  const list = useCall('conflicts.list', {});
  const groups = list.data?.groups ?? none;
  const [segment, setSegment] = useState<Segment>('open');
  const [folding, setFolding] = useState<Folding>({ turned: new Set(), shown: {} });
  const [wanted, setWanted] = useState<string>();
  const openView = useWorkspace((state) => state.openView);

  const sections = useMemo(() => sectionsOf(groups, segment), [groups, segment]);
  const visible = useMemo(() => sections.flatMap((section) => shownGroups(section, folding)), [sections, folding]);
  const selected = groups.find((group) => group.id === wanted) ?? visible[0] ?? sections[0]?.groups[0];
  const selectedId = selected?.id;

  // Only a new request moves the queue, not every change of the workbook.
  // biome-ignore lint/correctness/useExhaustiveDependencies: groups are read once they are there
  useEffect(() => {
    const { groupId, claimId } = params;
    const asked = groups.find((group) => group.id === groupId || (typeof claimId === 'string' && group.claims.includes(claimId)));
    if (asked === undefined) return;
    setSegment(segmentOf(asked));
    setWanted(asked.id);
  }, [params, groups.length > 0]);

  const step = useCallback(
    (by: number) => {
      const at = visible.findIndex((group) => group.id === selectedId);
      const next = visible[at < 0 ? 0 : Math.min(Math.max(at + by, 0), visible.length - 1)];
      if (next !== undefined) setWanted(next.id);
    },
    [visible, selectedId],
  );
  useKeyedCommands(conflictKeys, { J: () => step(1), K: () => step(-1) });
  const show = (next: Segment) => {
    setSegment(next);
    setWanted(sectionsOf(groups, next)[0]?.groups[0]?.id);
  };
  const segmentList = segments.map((key) => ({ key, label: t(`segment.${key}`) }));
  useOffers(groups.length === 0 ? [] : segmentOffers({ label: t('show'), segments: segmentList, onChoose: show }));

  /** The next of the queue takes the place of one that was decided. */
  const advance = useCallback(() => {
    const at = visible.findIndex((group) => group.id === selectedId);
    setWanted((visible[at + 1] ?? visible[at - 1])?.id);
  }, [visible, selectedId]);

  const turn = (section: QueueSection) => setFolding((before) => ({ ...before, turned: toggled(before.turned, section.key) }));
  const showMore = (section: QueueSection) =>
    setFolding((before) => ({ ...before, shown: { ...before.shown, [section.key]: (before.shown[section.key] ?? sectionStep) + sectionStep } }));

  if (list.isError) return <ErrorNotice message={errorWords(list.error)} onRetry={() => void list.refetch()} />;
  if (list.data === undefined) return <div className="view" aria-busy />;
  if (groups.length === 0)
    return (
      <div className="view">
        <EmptyState icon={IconScale} text={t('empty')} action={{ label: t('emptyAction'), run: () => openView('reader') }} />
      </div>
    );
  const peers = visible.filter((group) => !group.tension || segment !== 'open');
  const position = peers.findIndex((group) => group.id === selectedId);
  return (
    <div className="view conflicts">
      <div className="conflicts-columns">
        <Queue
          counts={countSegments(groups)}
          segment={segment}
          onSegment={show}
          sections={sections}
          folding={folding}
          isFolded={(section) => isFolded(section, folding)}
          onTurn={turn}
          onMore={showMore}
          selectedId={selectedId}
          onSelect={setWanted}
          onStep={step}
        />
        {selected === undefined ? (
          <div className="conflict-detail">
            <EmptyState icon={IconScale} text={t(`none.${segment}`)} />
          </div>
        ) : (
          <ConflictDetail
            key={selected.id}
            id={selected.id}
            position={position < 0 ? undefined : t(`position.${segment}`, { at: position + 1, of: countSegments(groups)[segment] })}
            onDone={advance}
          />
        )}
      </div>
    </div>
  );
}

function toggled(set: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(key)) next.add(key);
  return next;
}
