// Every name in the workbook, and which of them mean one actor. At the left all actors, or the pairs of names that wait for
// a judgement; at the right the one that is looked at.

import { IconUsers } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActorRow, NameProposal } from '../../../shared/features/actors/contract.ts';
import { errorWords, listMenus, useCall, useHints, useKeyedCommands, useMenuCommands, useOffers, useWorkspace } from '../../bridge/index.ts';
import type { ViewProps } from '../../ui/feature-manifest.ts';
import { EmptyState, ErrorNotice, type Segment, Segments, segmentOffers } from '../../ui/index.ts';
import { ActorDetail } from './ActorDetail.tsx';
import { actorMenu, pairMenu } from './item-menu.ts';
import { ActorItem, ProposalItem, pairKeyOf } from './items.tsx';
import { actorKeys, listKeys, pairKeys } from './keys.ts';
import { ProposalDetail } from './ProposalDetail.tsx';
import './actors.css';

type Shown = 'all' | 'pairs';

export function ActorsView({ params }: ViewProps) {
  const { t } = useTranslation('actors');
  const openView = useWorkspace((state) => state.openView);
  const [shown, setShown] = useState<Shown>('all');
  const [typed, setTyped] = useState('');
  const [wanted, setWanted] = useState<string>();
  const list = useCall('actors.list', { typed });
  const pairs = useCall('actors.proposals', {}).data?.proposals ?? [];
  const actors = list.data?.actors ?? [];

  const keys = shown === 'all' ? actors.map((actor) => actor.name) : pairs.map(pairKeyOf);
  const selected = keys.find((key) => key === wanted) ?? keys[0];
  const step = useCallback(
    (by: number) => setWanted(keys[Math.min(Math.max(keys.indexOf(selected ?? '') + by, 0), keys.length - 1)]),
    [keys, selected],
  );
  useKeyedCommands(listKeys, { J: () => step(1), K: () => step(-1) });
  const segments: readonly Segment<Shown>[] = [
    { key: 'all', label: t('segment.all'), count: list.data?.total ?? 0 },
    { key: 'pairs', label: t('segment.pairs'), count: pairs.length },
  ];
  const onChoose = (next: Shown) => {
    setShown(next);
    setWanted(undefined);
  };
  useOffers(segmentOffers({ label: t('show'), segments, onChoose }));
  useHints(shown === 'pairs' ? pairKeys : listKeys);
  useEffect(() => {
    if (typeof params.name !== 'string') return;
    setShown('all');
    setTyped('');
    setWanted(params.name);
  }, [params]);

  if (list.isError) return <ErrorNotice message={errorWords(list.error)} onRetry={() => void list.refetch()} />;
  if (list.data === undefined) return <div className="view" aria-busy />;
  if (list.data.total === 0 && typed === '')
    return (
      <div className="view">
        <EmptyState icon={IconUsers} text={t('empty')} action={{ label: t('emptyAction'), run: () => openView('reader') }} />
      </div>
    );
  const pair = shown === 'pairs' ? pairs.find((one) => pairKeyOf(one) === selected) : undefined;
  return (
    <div className="view">
      <div className="actors-columns">
        <nav className="actor-list" aria-label={t('list')}>
          <Segments label={t('show')} segments={segments} chosen={shown} onChoose={onChoose} />
          {shown === 'all' ? (
            <input
              className="actor-filter"
              type="search"
              placeholder={t('filter')}
              aria-label={t('filter')}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
          ) : null}
          <Items {...{ shown, actors, pairs, selected }} onSelect={setWanted} />
        </nav>
        {pair === undefined ? null : <ProposalDetail key={pairKeyOf(pair)} pair={pair} onDone={() => step(1)} />}
        {shown === 'all' && selected !== undefined ? <ActorDetail key={selected} name={selected} /> : null}
        {selected === undefined ? (
          <div className="actor-detail">
            <EmptyState icon={IconUsers} text={t(shown === 'pairs' ? 'noPairs' : 'noMatch')} />
          </div>
        ) : null}
      </div>
    </div>
  );
}

interface ItemsProps {
  readonly shown: Shown;
  readonly actors: readonly ActorRow[];
  readonly pairs: readonly NameProposal[];
  readonly selected: string | undefined;
  onSelect(key: string): void;
}

function Items({ shown, actors, pairs, selected, onSelect }: ItemsProps) {
  const { t } = useTranslation('actors');
  const menuOf = (key: string) => (shown === 'all' ? actorMenu(key, t) : pairMenu(key.replace('\n', ', '), t));
  useMenuCommands(selected === undefined ? undefined : menuOf(selected), actorKeys);
  const menus = listMenus((key) => {
    onSelect(key);
    return menuOf(key);
  });
  return (
    <div className="actor-items" {...menus}>
      {shown === 'all'
        ? actors.map((actor) => (
            <ActorItem key={actor.name} actor={actor} isSelected={actor.name === selected} onSelect={() => onSelect(actor.name)} />
          ))
        : pairs.map((pair) => (
            <ProposalItem key={pairKeyOf(pair)} pair={pair} isSelected={pairKeyOf(pair) === selected} onSelect={() => onSelect(pairKeyOf(pair))} />
          ))}
    </div>
  );
}
