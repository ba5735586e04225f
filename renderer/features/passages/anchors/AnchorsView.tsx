// Passages that a newer text of their source left in doubt: as they were, as the text reads now, and one key to decide.
import { IconAnchor } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorWords, useCall, useCommand, useKeyedCommands, useOffers, useViewKeys, useWorkspace } from '../../../bridge/index.ts';
import type { ViewProps } from '../../../ui/feature-manifest.ts';
import { EmptyState, ErrorNotice } from '../../../ui/index.ts';
import { anchorsKeys } from '../keys.ts';
import { AnchorDetail } from './AnchorDetail.tsx';
import { AnchorQueue } from './AnchorQueue.tsx';
import './anchors.css';

export function AnchorsView({ params }: ViewProps) {
  const { t } = useTranslation('passages');
  const list = useCall('passages.pending', {});
  const settle = useCommand('passages.settle');
  const { openView } = useWorkspace();
  const [wanted, setWanted] = useState<string>();
  const [choice, setChoice] = useState(0);
  const passages = list.data?.passages ?? [];
  const at = Math.max(
    0,
    passages.findIndex((passage) => passage.id === wanted),
  );
  const shown = passages[at];
  const asked = params['passageId'];

  useEffect(() => {
    if (typeof asked === 'string') setWanted(asked);
  }, [asked]);

  const show = useCallback((id: string | undefined) => {
    setWanted(id);
    setChoice(0);
  }, []);
  const step = (by: number) => show(passages[Math.min(Math.max(at + by, 0), passages.length - 1)]?.id);
  const decide = async (decision: 'accept' | 'lost') => {
    if (shown === undefined || settle.isRunning) return;
    const place = shown.places[choice];
    if (decision === 'accept' && place === undefined) return;
    const next = passages[at + 1] ?? passages[at - 1];
    const input = decision === 'accept' && place !== undefined ? { decision: 'place' as const, start: place.start, end: place.end } : { decision };
    await settle.run({ id: shown.id, ...input }).then(
      () => show(next?.id),
      () => undefined,
    );
  };
  const choose = () => {
    const start = shown?.places[0]?.start;
    if (shown !== undefined) openView('reader', { sourceId: shown.sourceId, anchor: shown.id, ...(start === undefined ? {} : { start }) });
  };
  const isFree = shown !== undefined && !settle.isRunning;
  useKeyedCommands(anchorsKeys, {
    J: passages.length > 1 ? () => step(1) : undefined,
    K: passages.length > 1 ? () => step(-1) : undefined,
    A: isFree && shown.places[choice] !== undefined ? () => void decide('accept') : undefined,
    S: shown === undefined ? undefined : choose,
    L: isFree ? () => void decide('lost') : undefined,
  });
  const places = (shown?.places ?? []).map(({ exact }, index) => ({ number: String(index + 1), exact, run: () => setChoice(index) }));
  useViewKeys(Object.fromEntries(places.map(({ number, run }) => [number, run])));
  useOffers(
    places.length < 2
      ? []
      : places.map(({ number, exact, run }) => ({ id: `anchors.place.${number}`, title: `${t('anchors.places')}: ${exact}`, keys: number, run })),
  );

  if (list.isError) return <ErrorNotice message={errorWords(list.error)} onRetry={() => void list.refetch()} />;
  if (list.data === undefined) return <div className="view" aria-busy />;
  if (shown === undefined) {
    return (
      <div className="view">
        <EmptyState icon={IconAnchor} text={t('anchors.empty')} action={{ label: t('reader.bringIn'), run: () => openView('sources') }} />
      </div>
    );
  }
  return (
    <div className="view anchors">
      <AnchorQueue passages={passages} selectedId={shown.id} onSelect={show} onStep={step} />
      <AnchorDetail
        key={shown.id}
        passage={shown}
        position={t('anchors.position', { at: at + 1, of: passages.length })}
        choice={choice}
        onChoice={setChoice}
        isRunning={settle.isRunning}
        onDecide={(decision) => void decide(decision)}
        onChoose={choose}
      />
    </div>
  );
}
